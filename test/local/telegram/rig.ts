import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';
import * as z from 'zod';
import { startTelegram } from '#infra/local/telegram/start.ts';
import type { TelegramOptions, TelegramServer } from '#infra/local/telegram/types.ts';

/** A Telegram with a fake clock, and a station that only takes notes. */
export const TOKEN = '123456:test-token';
export const GROUP = -1002000000001;
export const MARIA = 5000001;
export const NIKOS = 7000001;
export const ANNA = 7000002;

export const answerShape = z.object({
  ok: z.boolean(),
  result: z.unknown().optional(),
  error_code: z.number().optional(),
  description: z.string().optional(),
  parameters: z.record(z.string(), z.number()).optional(),
});
export const messageShape = z.looseObject({
  message_id: z.number(),
  text: z.string().optional(),
  message_thread_id: z.number().optional(),
  media_group_id: z.string().optional(),
});
const updateShape = z.looseObject({
  update_id: z.number(),
  message: z.looseObject({ message_id: z.number(), text: z.string().optional() }).optional(),
  edited_message: z.looseObject({ message_id: z.number(), text: z.string().optional() }).optional(),
  callback_query: z
    .looseObject({
      id: z.string(),
      data: z.string(),
      message: messageShape,
      from: z.looseObject({ id: z.number() }),
    })
    .optional(),
  my_chat_member: z.looseObject({ new_chat_member: z.looseObject({ status: z.string() }) }).optional(),
});
export type Update = z.infer<typeof updateShape>;
export type Posted = {
  readonly update: Update;
  readonly headers: IncomingHttpHeaders;
  readonly raw: unknown;
};
/** How the station answers a webhook; 'hang' = not at all. */
export type StationAnswer = { status: number; headers?: Record<string, string>; body?: string } | 'hang';

export type Rig = {
  readonly telegram: TelegramServer;
  readonly clock: { now: number };
  readonly posted: Posted[];
  /** Replaces how the station answers. */
  readonly answers: (choose: (update: Update) => StationAnswer | Promise<StationAnswer>) => void;
  readonly call: (method: string, params?: Record<string, unknown>) => Promise<z.infer<typeof answerShape>>;
  /** Sends a text and returns its message id. */
  readonly send: (chat: number, text: string, more?: Record<string, unknown>) => Promise<number>;
  /** Advances the clock and runs what is due. */
  readonly pass: (seconds: number) => Promise<void>;
  /** A person says something, and the station has heard it. */
  readonly says: (
    person: number,
    text: string,
    more?: { as?: string; topic?: number; replyTo?: number },
  ) => Promise<void>;
};

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

export const startRig = async (options: Partial<TelegramOptions> = {}): Promise<Rig> => {
  const clock = { now: Date.parse('2027-03-02T08:00:00Z') };
  const posted: Posted[] = [];
  let choose: (update: Update) => StationAnswer | Promise<StationAnswer> = () => ({ status: 200 });
  const station = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(Buffer.from(part));
    const raw: unknown = JSON.parse(Buffer.concat(parts).toString());
    const update = updateShape.parse(raw);
    posted.push({ update, headers: request.headers, raw });
    const answer = await choose(update);
    if (answer === 'hang') return;
    response.writeHead(answer.status, { connection: 'close', ...answer.headers });
    response.end(answer.body ?? '');
  });
  await new Promise<void>((resolve) => station.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.number() }).parse(station.address()) satisfies Pick<
    AddressInfo,
    'port'
  >;
  open.push(async () => {
    station.closeAllConnections();
    await new Promise((resolve) => station.close(resolve));
  });
  const telegram = await startTelegram({
    token: TOKEN,
    webhookSecret: 'hook-secret',
    webhookUrl: () => `http://127.0.0.1:${port}/telegram`,
    now: () => clock.now,
    dataDir: undefined,
    groupId: GROUP,
    advisorIds: [MARIA, 5000002],
    ...options,
  });
  open.push(telegram.close);
  const call: Rig['call'] = async (method, params = {}) => {
    const response = await fetch(`${telegram.apiUrl}/bot${TOKEN}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(params),
    });
    return answerShape.parse(await response.json());
  };
  return {
    telegram,
    clock,
    posted,
    call,
    answers: (next) => {
      choose = next;
    },
    send: async (chat, text, more = {}) => {
      const answer = await call('sendMessage', { chat_id: chat, text, ...more });
      if (!answer.ok) throw new Error(`sendMessage was refused: ${answer.description}`);
      return messageShape.parse(answer.result).message_id;
    },
    pass: async (seconds) => {
      clock.now += seconds * 1000;
      await telegram.pump(clock.now);
    },
    says: async (person, text, more = {}) => {
      const chat = more.as ? String(GROUP) : String(person);
      telegram.phones.act({ do: 'say', chat, text, ...more });
      await telegram.settled();
    },
  };
};

/** Nikos has pressed Start. */
export const startedRig = async (options: Partial<TelegramOptions> = {}): Promise<Rig> => {
  const rig = await startRig(options);
  await rig.says(NIKOS, '/start');
  rig.posted.length = 0;
  return rig;
};

/** A JPEG that is nothing but its header: 640 × 480. */
export const JPEG = Buffer.from(
  'ffd8ffe000104a46494600010100000100010000ffc0001108' + '01e0' + '0280' + '03012200021101031101ffd9',
  'hex',
);
export const JPEG_URL = `data:image/jpeg;base64,${JPEG.toString('base64')}`;
