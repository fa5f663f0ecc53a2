import * as z from 'zod';
import type { HttpClient } from '#shared/runtime/http-client.ts';

const button = z.object({
  text: z.string(),
  callback_data: z.string().optional(),
  url: z.string().optional(),
});
const count = z.coerce.number();
const entity = z.looseObject({ type: z.string(), offset: z.number(), length: z.number() });

/** What the tests read of a call to Telegram's Bot API, of whichever method. */
const body = z.looseObject({
  chat_id: count.optional(),
  message_thread_id: count.optional(),
  message_id: count.optional(),
  message_ids: z.array(z.number()).optional(),
  name: z.string().optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  entities: z.array(entity).optional(),
  caption_entities: z.array(entity).optional(),
  callback_query_id: z.string().optional(),
  reply_parameters: z.looseObject({ message_id: z.number() }).optional(),
  reaction: z.array(z.looseObject({ emoji: z.string().optional() })).optional(),
  media: z
    .union([z.looseObject({ type: z.string() }), z.array(z.looseObject({ type: z.string() }))])
    .optional(),
  reply_markup: z
    .looseObject({
      inline_keyboard: z.array(z.array(button)).optional(),
      keyboard: z.array(z.unknown()).optional(),
    })
    .optional(),
});
export type CallBody = z.infer<typeof body>;

/** One call that the bot made, and when by the test's clock. */
export type BotCall = {
  readonly method: string;
  readonly body: CallBody;
  /** Names of the files that were uploaded with it. */
  readonly uploads: readonly string[];
  readonly at: number;
};

/** Reads a call as the server does: JSON, or a form with files. */
export async function callOf(request: Parameters<HttpClient>[0], at: number): Promise<BotCall> {
  const method = request.url.split('/').at(-1) ?? '';
  const type = request.headers['content-type'] ?? '';
  const bytes = Buffer.from(request.body);
  if (!type.startsWith('multipart/'))
    return { method, body: body.parse(JSON.parse(bytes.toString('utf8'))), uploads: [], at };
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const fields: Record<string, unknown> = {};
  const uploads: string[] = [];
  for (const [name, value] of form) {
    if (typeof value === 'string') fields[name] = fieldOf(value);
    else uploads.push(value.name);
  }
  return { method, body: body.parse(fields), uploads, at };
}

/** Objects and lists come as JSON in a form; everything else is a string. */
function fieldOf(value: string): unknown {
  return /^[[{]/.test(value) ? JSON.parse(value) : value;
}
