import * as z from 'zod';
import type { Account, Payload, Sent } from '#shared/channels/channel.ts';
import { jsonOf } from '#shared/channels/json.ts';
import type { SendFailure } from '#shared/domain/failure.ts';
import type { HttpClient } from '#shared/runtime/http-client.ts';

const answer = z.object({ id: z.string() });

export async function send(
  payload: Payload,
  { apiUrl, token }: Account,
  http: HttpClient,
): Promise<Sent | SendFailure> {
  const outcome = await http({
    method: 'POST',
    url: `${apiUrl}/${payload.method}`,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(payload.body),
    timeoutMs: 5_000,
  });
  if (outcome.kind === 'notSent') return { kind: 'unreachable', reason: outcome.reason };
  if (outcome.kind === 'lost') return { kind: 'ambiguous', reason: outcome.reason };
  const taken = answer.safeParse(jsonOf(outcome.body)).data;
  if (outcome.status === 200 && taken) return { kind: 'sent', messageId: taken.id };
  if (outcome.status === 200) return { kind: 'ambiguous', reason: 'unreadable answer' };
  const reason = `status ${outcome.status}`;
  return { kind: outcome.status >= 500 ? 'unreachable' : 'rejected', reason };
}
