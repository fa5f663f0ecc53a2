import * as z from 'zod';
import type { Account } from '#shared/channels/channel.ts';
import { jsonOf } from '#shared/channels/json.ts';
import type { HttpClient } from '#shared/runtime/http-client.ts';

/** What the Graph API answered. `code` and `subcode` are Meta's; its words are not kept: they may quote the token. */
export type GraphAnswer<T> =
  | { readonly kind: 'done'; readonly result: T }
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly code: number | null;
      readonly subcode: number | null;
    }
  | { readonly kind: 'unreachable'; readonly reason: string };

/** One call: GET without a body, else POST. */
export type GraphRequest = {
  /** Without the API's base and version, such as `1061/subscribed_apps`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
};

const timeoutMs = 30_000;

const failureShape = z.looseObject({
  error: z.looseObject({ code: z.number(), error_subcode: z.number().optional() }),
});

/**
 * One call of the Graph API, as setting a station up needs it; messages go out by the channel. Never throws.
 * https://developers.facebook.com/docs/graph-api/guides/error-handling
 */
export async function askGraph<T>(
  { token, apiUrl }: Pick<Account, 'token' | 'apiUrl'>,
  http: HttpClient,
  { path, query = {}, body }: GraphRequest,
  shape: z.ZodType<T>,
): Promise<GraphAnswer<T>> {
  const asked = new URLSearchParams(query).toString();
  const outcome = await http({
    method: body === undefined ? 'GET' : 'POST',
    url: `${apiUrl}/${path}${asked && `?${asked}`}`,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: body === undefined ? '' : JSON.stringify(body),
    timeoutMs,
  });
  if (outcome.kind !== 'answered') return { kind: 'unreachable', reason: outcome.reason };
  const json = jsonOf(outcome.body);
  const answer = shape.safeParse(json);
  if (outcome.status < 300 && answer.success) return { kind: 'done', result: answer.data };
  const error = failureShape.safeParse(json).data?.error;
  return {
    kind: 'refused',
    status: outcome.status,
    code: error?.code ?? null,
    subcode: error?.error_subcode ?? null,
  };
}

/** A refusal in words, with the HTTP status and Meta's codes only. */
export function refusalOf(answer: Exclude<GraphAnswer<unknown>, { kind: 'done' }>): string {
  if (answer.kind === 'unreachable') return `WhatsApp is not reached (${answer.reason})`;
  const codes = [answer.code, answer.subcode].filter((code) => code !== null).join('/');
  return `WhatsApp answered ${answer.status}${codes ? `, code ${codes}` : ', nothing readable'}`;
}
