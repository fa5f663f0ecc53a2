import * as z from 'zod';
import type { HttpClient, HttpOutcome } from '#shared/runtime/http-client.ts';

const button = z.object({
  text: z.string(),
  callback_data: z.string().optional(),
  url: z.string().optional(),
});
const body = z.looseObject({
  chat_id: z.number().optional(),
  message_id: z.number().optional(),
  text: z.string().optional(),
  callback_query_id: z.string().optional(),
  reply_markup: z
    .looseObject({
      inline_keyboard: z.array(z.array(button)).optional(),
      keyboard: z.array(z.unknown()).optional(),
    })
    .optional(),
});

/** One call that the bot made. */
export type BotCall = { readonly method: string; readonly body: z.infer<typeof body> };
export type ShownBubble = { readonly id: number; text: string; buttons: readonly z.infer<typeof button>[] };

/** Telegram as one phone sees it: bubbles with buttons, edits in place, and the list of all calls. */
export type PhoneServer = {
  readonly calls: BotCall[];
  readonly bubbles: Map<number, ShownBubble[]>;
  readonly http: HttpClient;
  /** Answers instead of the server for the next matching call; undefined lets it through. */
  intercept: ((call: BotCall) => HttpOutcome | undefined) | null;
};

export function phoneServer(): PhoneServer {
  let nextId = 1000;
  const server: PhoneServer = {
    calls: [],
    bubbles: new Map(),
    intercept: null,
    http: async (request) => {
      const method = request.url.split('/').at(-1) ?? '';
      const multipart = request.headers['content-type']?.startsWith('multipart/') ?? false;
      const text = Buffer.from(request.body).toString('utf8');
      const parsed = multipart
        ? { chat_id: Number(/name="chat_id"\r\n\r\n(-?\d+)/.exec(text)?.[1]), text }
        : body.parse(JSON.parse(text));
      const call = { method, body: parsed };
      const instead = server.intercept?.(call);
      if (instead) return instead;
      server.calls.push(call);
      return answered(200, { ok: true, result: show(call) });
    },
  };

  function show({ method, body: sent }: BotCall): unknown {
    const chat = sent.chat_id ?? 0;
    const list = server.bubbles.get(chat) ?? [];
    server.bubbles.set(chat, list);
    const buttons = sent.reply_markup?.inline_keyboard?.flat() ?? [];
    if (method === 'answerCallbackQuery') return true;
    const known = list.find(({ id }) => id === sent.message_id);
    if (method.startsWith('edit') && known) {
      known.text = sent.text ?? known.text;
      known.buttons = buttons;
      return { message_id: known.id };
    }
    nextId += 1;
    list.push({ id: nextId, text: sent.text ?? method, buttons });
    return { message_id: nextId };
  }
  return server;
}

export function answered(status: number, json: unknown): HttpOutcome {
  return { kind: 'answered', status, headers: {}, body: Buffer.from(JSON.stringify(json)) };
}
