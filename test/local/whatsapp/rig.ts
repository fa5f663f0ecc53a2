import { createServer, type IncomingHttpHeaders } from 'node:http';
import { afterEach } from 'vitest';
import * as z from 'zod';
import type { PhoneAct, ShownChat } from '#infra/local/phone-api.ts';
import { startWhatsApp } from '#infra/local/whatsapp/start.ts';
import type { WhatsAppOptions, WhatsAppServer } from '#infra/local/whatsapp/types.ts';

/** A WhatsApp with a fake clock and fair weather, and a station that only takes notes. */
export const TOKEN = 'EAAtest';
export const SECRET = 'app-secret';
export const NUMBER = '106540352242922';
export const NIKOS = 'wa-306900000001';
export const ANNA = 'wa-306900000002';
export const SERGEY = 'wa-306900000004';
export const DIMITRA = 'wa-306900000007';
export const START = Date.parse('2027-03-02T08:00:00Z');

const calm = { batch: 0, duplicate: 0, shuffle: 0, skipDelivered: 0, mediaUrl: 0 };

const json = z.record(z.string(), z.unknown());
const answerShape = z.looseObject({
  id: z.string().optional(),
  status: z.string().optional(),
  url: z.string().optional(),
  messages: z.array(z.looseObject({ id: z.string() })).optional(),
  contacts: z.array(json).optional(),
  data: z.array(json).optional(),
  paging: z.looseObject({ cursors: z.object({ after: z.string() }), next: z.string().optional() }).optional(),
  error: z
    .looseObject({
      message: z.string(),
      code: z.number(),
      error_subcode: z.number().optional(),
      error_data: z.object({ messaging_product: z.string(), details: z.string() }).optional(),
    })
    .optional(),
});
export type Answer = { readonly http: number; readonly body: z.infer<typeof answerShape> };

const webhookShape = z.object({
  object: z.literal('whatsapp_business_account'),
  entry: z.array(
    z.object({
      id: z.string(),
      changes: z.array(
        z.object({
          field: z.string(),
          value: z.looseObject({
            contacts: z.array(json).optional(),
            messages: z.array(z.looseObject({ id: z.string(), type: z.string() })).optional(),
            statuses: z.array(z.looseObject({ id: z.string(), status: z.string() })).optional(),
          }),
        }),
      ),
    }),
  ),
});
export type Posted = {
  readonly bytes: Buffer;
  readonly headers: IncomingHttpHeaders;
  readonly body: z.infer<typeof webhookShape>;
};

/** How the station answers a POST: a status, or not at all. */
export type StationAnswer = number | 'hang';

export type Rig = {
  readonly whatsapp: WhatsAppServer;
  readonly clock: { now: number };
  readonly posted: Posted[];
  readonly handshakes: URLSearchParams[];
  /** Replaces how the station answers webhooks. */
  readonly answers: (choose: (posted: Posted) => StationAnswer | Promise<StationAnswer>) => void;
  /** Replaces the answer to the handshake; `undefined` = the challenge, as it should be. */
  readonly handshake: (body: string | undefined) => void;
  readonly call: (
    verb: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Answer>;
  /** Sends to Nikos, unless the body names somebody else. */
  readonly send: (body: Readonly<Record<string, unknown>>) => Promise<Answer>;
  /** Sends a text and returns its wamid. */
  readonly text: (body: string, chat?: string) => Promise<string>;
  readonly act: (deed: PhoneAct) => Promise<void>;
  readonly says: (chat: string, text: string) => Promise<void>;
  /** Advances the clock and runs what is due. */
  readonly pass: (seconds: number) => Promise<void>;
  readonly chat: (id: string) => ShownChat;
};

export const messagesOf = (rig: Rig) => valuesOf(rig).flatMap(({ messages }) => messages ?? []);
export const statusesOf = (rig: Rig) => valuesOf(rig).flatMap(({ statuses }) => statuses ?? []);
export const statusNames = (rig: Rig) => statusesOf(rig).map(({ status }) => status);
const valuesOf = (rig: Rig) =>
  rig.posted.flatMap(({ body }) => body.entry.flatMap(({ changes }) => changes.map(({ value }) => value)));

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

/** @param wrongChallenge what the station answers to the handshake instead of the challenge. */
export const startRig = async (
  options: Partial<WhatsAppOptions> = {},
  wrongChallenge?: string,
): Promise<Rig> => {
  const clock = { now: START };
  const posted: Posted[] = [];
  const handshakes: URLSearchParams[] = [];
  let choose: (posted: Posted) => StationAnswer | Promise<StationAnswer> = () => 200;
  let challenge = wrongChallenge;
  const station = createServer(async (request, response) => {
    const query = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams;
    if (request.method === 'GET') {
      handshakes.push(query);
      response.end(challenge ?? query.get('hub.challenge'));
      return;
    }
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(Buffer.from(part));
    const bytes = Buffer.concat(parts);
    const one = { bytes, headers: request.headers, body: webhookShape.parse(JSON.parse(bytes.toString())) };
    posted.push(one);
    const status = await choose(one);
    if (status !== 'hang') response.writeHead(status, { connection: 'close' }).end();
  });
  await new Promise<void>((resolve) => station.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.number() }).parse(station.address());
  open.push(async () => {
    station.closeAllConnections();
    await new Promise((resolve) => station.close(resolve));
  });
  const whatsapp = await startWhatsApp({
    accessToken: TOKEN,
    appSecret: SECRET,
    verifyToken: 'verify',
    phoneNumberId: NUMBER,
    webhookUrl: () => `http://127.0.0.1:${port}/whatsapp`,
    now: () => clock.now,
    dataDir: undefined,
    handshakeEveryMs: 3_600_000,
    ...options,
    weather: { ...calm, ...options.weather },
  });
  open.push(whatsapp.close);
  await whatsapp.settled();
  const call: Rig['call'] = async (verb, path, body, headers = {}) => {
    const form = body instanceof FormData;
    const response = await fetch(`${whatsapp.apiUrl}/${path}`, {
      method: verb,
      headers: {
        authorization: `Bearer ${TOKEN}`,
        ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    });
    return { http: response.status, body: answerShape.parse(await response.json()) };
  };
  const send: Rig['send'] = (body) =>
    call('POST', `${NUMBER}/messages`, {
      messaging_product: 'whatsapp',
      ...('to' in body || 'recipient' in body ? {} : { to: NIKOS.slice(3) }),
      ...body,
    });
  const act: Rig['act'] = async (deed) => {
    whatsapp.phones.act(deed);
    await whatsapp.settled();
  };
  return {
    whatsapp,
    clock,
    posted,
    handshakes,
    call,
    send,
    act,
    answers: (next) => {
      choose = next;
    },
    handshake: (body) => {
      challenge = body;
    },
    text: async (body, chat = NIKOS) => {
      const answer = await send({ to: chat.slice(3), type: 'text', text: { body } });
      const id = answer.body.messages?.[0]?.id;
      if (id === undefined) throw new Error(`the text was refused: ${answer.body.error?.message}`);
      await whatsapp.settled();
      return id;
    },
    says: (chat, text) => act({ do: 'say', chat, text }),
    pass: async (seconds) => {
      clock.now += seconds * 1000;
      await whatsapp.pump(clock.now);
    },
    chat: (id) => {
      const chat = whatsapp.phones.chat(id);
      if (!chat) throw new Error('there is no such chat');
      return chat;
    },
  };
};

/** Nikos has written: his window is open. */
export const startedRig = async (options: Partial<WhatsAppOptions> = {}): Promise<Rig> => {
  const rig = await startRig(options);
  await rig.says(NIKOS, 'hello');
  rig.posted.length = 0;
  return rig;
};

/** A utility template with two variables and two quick replies, approved. */
export const reminder = {
  name: 'visit_reminder',
  language: 'en',
  category: 'UTILITY',
  components: [
    {
      type: 'BODY',
      text: 'We expect your car on {{1}} at {{2}} in our garage.',
      example: { body_text: [['2 March', '09:00']] },
    },
    { type: 'FOOTER', text: 'Aristotelous Auto' },
    {
      type: 'BUTTONS',
      buttons: [
        { type: 'QUICK_REPLY', text: "I'll be there" },
        { type: 'QUICK_REPLY', text: 'Change the time' },
      ],
    },
  ],
};

export const withTemplate = async (rig: Rig, template: unknown = reminder): Promise<Answer> => {
  const answer = await rig.call('POST', `${rig.whatsapp.wabaId}/message_templates`, template);
  await rig.pass(2);
  rig.posted.length = 0;
  return answer;
};

/** The body of a message with the reminder. */
export const reminding = (texts: readonly string[], more: readonly unknown[] = []) => ({
  type: 'template',
  template: {
    name: 'visit_reminder',
    language: { code: 'en' },
    components: [{ type: 'body', parameters: texts.map((text) => ({ type: 'text', text })) }, ...more],
  },
});

/** A JPEG that is nothing but its header: 640 × 480. */
export const JPEG = Buffer.from(
  'ffd8ffe000104a46494600010100000100010000ffc0001108' + '01e0' + '0280' + '03012200021101031101ffd9',
  'hex',
);
export const JPEG_URL = `data:image/jpeg;base64,${JPEG.toString('base64')}`;

export const uploadForm = (bytes: Uint8Array<ArrayBuffer>, type: string): FormData => {
  const form = new FormData();
  form.set('messaging_product', 'whatsapp');
  form.set('file', new File([bytes], 'file', { type }));
  return form;
};

/** Uploads and returns the media id. */
export const uploaded = async (rig: Rig, bytes: Uint8Array, type: string): Promise<string> => {
  const { body } = await rig.call('POST', `${NUMBER}/media`, uploadForm(new Uint8Array(bytes), type));
  if (body.id === undefined) throw new Error(`the upload was refused: ${body.error?.message}`);
  return body.id;
};
