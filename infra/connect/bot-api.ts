import * as z from 'zod';
import type { Account } from '#shared/channels/channel.ts';
import { jsonOf } from '#shared/channels/json.ts';
import type { HttpClient } from '#shared/runtime/http-client.ts';

/** What the Bot API answered: the result, a refusal with Telegram's code and words, or nothing that can be read. */
export type BotAnswer<T> =
  | { readonly kind: 'done'; readonly result: T }
  | {
      readonly kind: 'refused';
      readonly code: number;
      /** In lower case. It may quote what was sent, never the token. */
      readonly description: string;
      /** The new id of a group that moved. */
      readonly movedTo: string | null;
    }
  | { readonly kind: 'unreachable' };

const answerShape = z.looseObject({
  ok: z.boolean(),
  result: z.unknown().optional(),
  error_code: z.number().catch(0),
  description: z.string().catch(''),
  parameters: z
    .looseObject({ migrate_to_chat_id: z.number().nullable().catch(null) })
    .nullable()
    .catch(null),
});

const timeoutMs = 10_000;

/**
 * One call of the Bot API whose answer is of interest, as setting a station up needs it; messages go out by the channel.
 * Never throws. https://core.telegram.org/bots/api#making-requests
 */
export async function askBotApi<T>(
  account: Pick<Account, 'token' | 'apiUrl'>,
  http: HttpClient,
  method: string,
  body: Readonly<Record<string, unknown>>,
  shape: z.ZodType<T>,
): Promise<BotAnswer<T>> {
  const outcome = await http({
    method: 'POST',
    url: `${account.apiUrl}/bot${account.token}/${method}`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    timeoutMs,
  });
  const answer = outcome.kind === 'answered' ? answerShape.safeParse(jsonOf(outcome.body)).data : undefined;
  if (!answer) return { kind: 'unreachable' };
  if (!answer.ok) {
    const movedTo = answer.parameters?.migrate_to_chat_id ?? null;
    return {
      kind: 'refused',
      code: answer.error_code,
      description: answer.description.toLowerCase(),
      movedTo: movedTo === null ? null : String(movedTo),
    };
  }
  const result = shape.safeParse(answer.result);
  return result.success ? { kind: 'done', result: result.data } : { kind: 'unreachable' };
}
