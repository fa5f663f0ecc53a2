import type { SendFailure } from '#shared/domain/failure.ts';
import type { HttpClient } from '#shared/runtime/http-client.ts';
import type { Account, Payload, Sent } from '../channel.ts';
import { multipartOf } from '../multipart.ts';
import { resultOf } from './answer.ts';
import { callTimeoutMs } from './limits.ts';

/** Calls the Bot API once and says what became of it; repeating is the sender's decision. */
export async function send(
  payload: Payload,
  account: Account,
  http: HttpClient,
): Promise<Sent | SendFailure> {
  const { type, body } =
    payload.uploads.length > 0
      ? multipartOf(payload.body, payload.uploads)
      : { type: 'application/json', body: JSON.stringify(payload.body) };
  const outcome = await http({
    method: 'POST',
    url: `${account.apiUrl}/bot${account.token}/${payload.method}`,
    headers: { 'content-type': type },
    body,
    timeoutMs: callTimeoutMs,
  });
  return resultOf(outcome, payload);
}
