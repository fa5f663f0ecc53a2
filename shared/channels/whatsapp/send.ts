import type { SendFailure } from '#shared/domain/failure.ts';
import type { HttpClient } from '#shared/runtime/http-client.ts';
import type { Account, Payload, Sent } from '../channel.ts';
import { resultOf } from './answer.ts';
import { callTimeoutMs } from './limits.ts';

/**
 * Calls the Cloud API once and says what became of it; repeating is the sender's decision. "Sent" means that Meta took it:
 * what happens to it comes as statuses, which bring `reference` back. A read mark is no message and has none.
 * https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages
 */
export async function send(
  payload: Payload,
  account: Account,
  http: HttpClient,
  reference: string,
): Promise<Sent | SendFailure> {
  const body = payload.idempotent ? payload.body : { ...payload.body, biz_opaque_callback_data: reference };
  const outcome = await http({
    method: 'POST',
    url: `${account.apiUrl}/${account.number}/${payload.method}`,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${account.token}` },
    body: JSON.stringify(body),
    timeoutMs: callTimeoutMs,
  });
  return resultOf(outcome, payload);
}
