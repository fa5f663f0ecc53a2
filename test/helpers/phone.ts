import * as z from 'zod';
import type { HttpClient, HttpOutcome } from '#shared/runtime/http-client.ts';
import type { Seen, ShownButton } from './messenger.ts';

export type { Seen } from './messenger.ts';

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

/** One call that the bot made, and when by the test's clock. */
export type BotCall = { readonly method: string; readonly body: z.infer<typeof body>; readonly at: number };
type Bubble = { readonly id: number; text: string; buttons: readonly ShownButton[] };

/** What happens to a call instead; `after` lets it have its effect first and answers this. */
export type Instead = HttpOutcome | { readonly kind: 'after'; readonly outcome: HttpOutcome };

/** Telegram as one phone sees it: bubbles with buttons, edits in place, and the list of all calls. */
export type PhoneServer = {
  /** Calls that had their effect. */
  readonly calls: BotCall[];
  /** Every call, whatever became of it. */
  readonly tried: BotCall[];
  readonly bubbles: Map<number, Bubble[]>;
  readonly seen: Seen[];
  readonly http: HttpClient;
  /** Answers instead of the server for the next matching call; undefined lets it through. */
  intercept: ((call: BotCall) => Instead | undefined) | null;
};

export function phoneServer(now: () => number = () => 0): PhoneServer {
  let nextId = 1000;
  const server: PhoneServer = {
    calls: [],
    tried: [],
    bubbles: new Map(),
    seen: [],
    intercept: null,
    http: async (request) => {
      const method = request.url.split('/').at(-1) ?? '';
      const multipart = request.headers['content-type']?.startsWith('multipart/') ?? false;
      const text = Buffer.from(request.body).toString('utf8');
      const parsed = multipart
        ? { chat_id: Number(/name="chat_id"\r\n\r\n(-?\d+)/.exec(text)?.[1]), text }
        : body.parse(JSON.parse(text));
      const call = { method, body: parsed, at: now() };
      server.tried.push(call);
      const instead = server.intercept?.(call);
      if (instead && instead.kind !== 'after') return instead;
      server.calls.push(call);
      const answer = show(call);
      return instead ? instead.outcome : answer;
    },
  };

  function show({ method, body: sent }: BotCall): HttpOutcome {
    if (method === 'answerCallbackQuery') return answered(200, { ok: true, result: true });
    const chat = sent.chat_id ?? 0;
    const list = server.bubbles.get(chat) ?? [];
    server.bubbles.set(chat, list);
    const buttons = (sent.reply_markup?.inline_keyboard?.flat() ?? []).map(
      ({ text, callback_data: data, url }) => ({ text, data, url }),
    );
    if (method.startsWith('edit')) {
      const known = list.find(({ id }) => id === sent.message_id);
      if (!known) return refused('Bad Request: message to edit not found');
      const text = sent.text ?? known.text;
      if (known.text === text && sameButtons(known.buttons, buttons))
        return refused(
          'Bad Request: message is not modified: specified new message content and reply markup are exactly the same',
        );
      if (known.text !== text) server.seen.push({ chat, how: 'edit', text });
      known.text = text;
      known.buttons = buttons;
      return answered(200, { ok: true, result: { message_id: known.id } });
    }
    nextId += 1;
    const text = sent.text ?? method;
    list.push({ id: nextId, text, buttons });
    server.seen.push({ chat, how: 'new', text });
    return answered(200, { ok: true, result: { message_id: nextId } });
  }
  return server;
}

function sameButtons(some: readonly ShownButton[], others: readonly ShownButton[]): boolean {
  return JSON.stringify(some) === JSON.stringify(others);
}

export function answered(status: number, json: unknown): HttpOutcome {
  return { kind: 'answered', status, headers: {}, body: Buffer.from(JSON.stringify(json)) };
}

/** Telegram's 400 with its words. */
export function refused(description: string, code = 400): HttpOutcome {
  return answered(code, { ok: false, error_code: code, description });
}

/** Telegram's 429: wait so many seconds. */
export function throttled(seconds: number): HttpOutcome {
  return answered(429, {
    ok: false,
    error_code: 429,
    description: `Too Many Requests: retry after ${seconds}`,
    parameters: { retry_after: seconds },
  });
}
