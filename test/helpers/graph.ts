import * as z from 'zod';
import { templates } from '#shared/channels/whatsapp/templates/templates.ts';
import type { HttpClient, HttpOutcome } from '#shared/runtime/http-client.ts';
import { bytesOf, served } from './files.ts';
import type { Seen, ShownBubble, ShownButton } from './messenger.ts';
import { answered, type Instead } from './phone.ts';
import { type StatusNews, wamidOf } from './whatsapp-updates.ts';

const row = z.object({ id: z.string(), title: z.string(), description: z.string().optional() });
const parameter = z.looseObject({ text: z.string().optional(), payload: z.string().optional() });
const media = z.looseObject({
  id: z.string(),
  caption: z.string().optional(),
  filename: z.string().optional(),
});
const body = z.looseObject({
  status: z.literal('read').optional(),
  to: z.string().optional(),
  recipient: z.string().optional(),
  type: z
    .enum([
      'text',
      'interactive',
      'location',
      'template',
      'image',
      'video',
      'document',
      'audio',
      'sticker',
      'contacts',
      'reaction',
    ])
    .optional(),
  context: z.object({ message_id: z.string() }).optional(),
  image: media.optional(),
  video: media.optional(),
  document: media.optional(),
  audio: media.optional(),
  sticker: media.optional(),
  reaction: z.object({ message_id: z.string(), emoji: z.string() }).optional(),
  biz_opaque_callback_data: z.string().optional(),
  text: z.object({ body: z.string(), preview_url: z.boolean() }).optional(),
  interactive: z
    .looseObject({
      type: z.enum(['button', 'list', 'request_contact_info', 'location_request_message']),
      body: z.object({ text: z.string() }),
      action: z.looseObject({
        buttons: z.array(z.object({ type: z.literal('reply'), reply: row })).optional(),
        sections: z.array(z.object({ rows: z.array(row) })).optional(),
      }),
    })
    .optional(),
  location: z.object({ name: z.string(), address: z.string(), latitude: z.string() }).partial().optional(),
  template: z
    .object({
      name: z.string(),
      language: z.object({ code: z.string() }),
      components: z.array(z.looseObject({ type: z.string(), parameters: z.array(parameter) })),
    })
    .optional(),
});

/** One call to the Graph API, and when by the test's clock; a read mark has the status "read". */
export type GraphCall = { readonly body: z.infer<typeof body>; readonly at: number };
export type GraphBubble = ShownBubble & {
  readonly id: string;
  readonly chat: string;
  readonly form:
    | 'text'
    | 'button'
    | 'list'
    | 'request_contact_info'
    | 'location_request_message'
    | 'location'
    | 'template'
    | 'contacts'
    | MediaForm;
  /** The message that it answers, by its id. */
  readonly replyTo?: string | undefined;
  /** The file that it shows. */
  readonly file?: string | undefined;
};
type MediaForm = (typeof mediaForms)[number];
const mediaForms = ['image', 'video', 'document', 'audio', 'sticker'] as const;

/** What becomes of what Meta took: all goes well, nothing is ever told of it, or it fails later with a code. */
export type Fate = 'delivered' | 'silent' | { readonly code: number };

/** Meta as its servers behave: takes messages, shows them on phones, and tells later what became of them. */
export type GraphServer = {
  /** Calls that had their effect. */
  readonly calls: GraphCall[];
  /** Every call, whatever became of it. */
  readonly tried: GraphCall[];
  /** Messages on the phones; what failed later is none. */
  readonly bubbles: GraphBubble[];
  readonly seen: Seen[];
  /** Our reactions on people's messages, by the message's id. */
  readonly reactions: Map<string, string>;
  /** What is still to be posted to our webhook, the oldest first. */
  readonly news: StatusNews[];
  readonly http: HttpClient;
  /** Messages that are paid for: each that reached a phone. */
  readonly billable: () => number;
  /** The person wrote just now, or then: from that moment they may be written to freely for a day. */
  heard(chat: string, at: number): void;
  /** Answers instead of the server for the next matching call; undefined lets it through. */
  intercept: ((call: GraphCall) => Instead | undefined) | null;
  fate: (call: GraphCall) => Fate;
};

/** https://developers.facebook.com/docs/whatsapp/cloud-api/guides/send-messages#customer-service-windows */
const windowMs = 24 * 60 * 60_000;

export function graphServer(now: () => number): GraphServer {
  let count = 0;
  let uploads = 0;
  const heardAt = new Map<string, number>();
  const server: GraphServer = {
    calls: [],
    tried: [],
    bubbles: [],
    seen: [],
    reactions: new Map(),
    news: [],
    billable: () => server.bubbles.length,
    heard: (chat, at) => heardAt.set(chat, Math.max(at, heardAt.get(chat) ?? 0)),
    intercept: null,
    fate: () => 'delivered',
    http: async (request) => {
      if (request.method === 'GET') return fileAt(request.url);
      if (request.url.endsWith('/media')) {
        uploads += 1;
        return answered(200, { id: `up-${uploads}` });
      }
      const call = { body: body.parse(JSON.parse(Buffer.from(request.body).toString('utf8'))), at: now() };
      server.tried.push(call);
      const instead = server.intercept?.(call);
      if (instead && instead.kind !== 'after') return instead;
      server.calls.push(call);
      const answer = call.body.status === 'read' ? answered(200, { success: true }) : take(call);
      return instead ? instead.outcome : answer;
    },
  };

  function take(call: GraphCall): HttpOutcome {
    count += 1;
    const wamid = wamidOf('Out', count);
    const chat = call.body.recipient ?? `tel.${call.body.to}`;
    const reference = call.body.biz_opaque_callback_data ?? '';
    const { reaction } = call.body;
    if (reaction) {
      server.reactions.set(reaction.message_id, reaction.emoji);
      return answered(200, { messaging_product: 'whatsapp', contacts: [{}], messages: [{ id: wamid }] });
    }
    const fate = isShut(chat, call) ? { code: 131_047 } : server.fate(call);
    if (typeof fate === 'object') {
      server.news.push({ wamid, status: 'failed', reference, code: fate.code });
    } else {
      const replyTo = call.body.context?.message_id;
      const bubble = { ...shown(call.body), id: wamid, chat, replyTo };
      server.bubbles.push(bubble);
      server.seen.push({ chat, how: 'new', text: bubble.text });
      if (fate === 'delivered')
        for (const status of ['sent', 'delivered'] as const) server.news.push({ wamid, status, reference });
    }
    return answered(200, { messaging_product: 'whatsapp', contacts: [{}], messages: [{ id: wamid }] });
  }

  function isShut(chat: string, { body: { type }, at }: GraphCall): boolean {
    return type !== 'template' && at >= (heardAt.get(chat) ?? -Infinity) + windowMs;
  }
  return server;
}

/** Where a file is, and then the file itself. */
function fileAt(url: string): HttpOutcome {
  const [, stored] = /\/files\/([^/]+)$/.exec(url) ?? [];
  if (stored !== undefined) return served(stored);
  const id = url.split('/').at(-1) ?? '';
  return bytesOf(id) === null
    ? answered(404, { error: { code: 100, message: 'Unsupported get request' } })
    : answered(200, { url: `${url.slice(0, url.lastIndexOf('/'))}/files/${id}` });
}

type Shown = Pick<GraphBubble, 'text' | 'buttons' | 'form' | 'file'>;

function shown(sent: GraphCall['body']): Shown {
  const { type, text, interactive, location, template } = sent;
  for (const form of mediaForms) {
    const file = type === form ? sent[form] : undefined;
    if (file) return { text: file.caption ?? '', buttons: [], form, file: file.id };
  }
  if (type === 'contacts') return { text: 'contacts', buttons: [], form: 'contacts' };
  if (type === 'interactive' && interactive) {
    const words = interactive.body.text;
    const rows = interactive.action.sections?.flatMap((section) => section.rows) ?? [];
    const replies = interactive.action.buttons?.map(({ reply }) => reply) ?? [];
    const buttons = [
      ...replies.map(({ id, title }) => ({ text: title, data: id, by: 'reply' as const })),
      ...rows.map(({ id, title, description }) => ({
        text: title,
        data: id,
        by: 'row' as const,
        whole: description,
      })),
      ...linksIn(words),
    ];
    return { text: words, buttons, form: interactive.type };
  }
  if (type === 'location' && location)
    return {
      text: [location.name, location.address].filter(Boolean).join(', '),
      buttons: [],
      form: 'location',
    };
  if (type === 'template' && template) return { ...filled(template), form: 'template' };
  if (!text) throw new Error('A message holds nothing of its type');
  return { text: text.body, buttons: linksIn(text.body), form: 'text' };
}

/** Links stand among the words; what they are called stands before them. */
function linksIn(words: string): readonly ShownButton[] {
  return [...words.matchAll(/^(.+): (https?:\S+)$/gm)].map(([, text = '', url]) => ({ text, url }));
}

/** The template's words with its parameters, as the phone shows them. */
function filled(sent: NonNullable<GraphCall['body']['template']>): Pick<Shown, 'text' | 'buttons'> {
  const { name, language, components } = sent;
  const known = templates.find((one) => one.name === name && one.language === language.code);
  if (!known) throw new Error(`Meta knows no template ${name} in ${language.code}`);
  const [{ parameters } = { parameters: [] }] = components.filter(({ type }) => type === 'body');
  const text = known.body.text.replace(/\{\{(\d+)\}\}/g, (_all, index) => parameters[index - 1]?.text ?? '');
  const payloads = components.flatMap((one) => one.parameters.flatMap(({ payload }) => payload ?? []));
  const buttons = known.buttons.map(({ text: label }, index) => ({
    text: label,
    data: payloads[index],
    by: 'quick reply' as const,
  }));
  return { text, buttons };
}
