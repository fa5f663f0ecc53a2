import type { SendFailure } from '#shared/domain/failure.ts';
import type { HttpClient, HttpOutcome } from '#shared/runtime/http-client.ts';
import type { Account, Payload, Sent } from '../channel.ts';
import { multipartOf } from '../multipart.ts';
import { resultOf } from './answer.ts';
import { call } from './call.ts';
import { callTimeoutMs, limits } from './limits.ts';

/**
 * Calls the Bot API and says what became of it; repeating is the sender's decision. Words that were to replace the text of a
 * message which turns out to be a picture or a file replace what is written under it: only Telegram knows which it is.
 */
export async function send(
  payload: Payload,
  account: Account,
  http: HttpClient,
): Promise<Sent | SendFailure> {
  const result = resultOf(await post(payload, account, http), payload);
  const caption = captionInstead(payload, result);
  return caption ? resultOf(await post(caption, account, http), caption) : result;
}

function post(payload: Payload, account: Account, http: HttpClient): Promise<HttpOutcome> {
  const { type, body } =
    payload.uploads.length > 0
      ? multipartOf(payload.body, payload.uploads)
      : { type: 'application/json', body: JSON.stringify(payload.body) };
  return http({
    method: 'POST',
    url: `${account.apiUrl}/bot${account.token}/${payload.method}`,
    headers: { 'content-type': type },
    body,
    timeoutMs: callTimeoutMs,
  });
}

/** https://core.telegram.org/bots/api#editmessagecaption; what is too long for a caption is sent anew by the sender. */
function captionInstead({ method, body }: Payload, result: Sent | SendFailure): Payload | null {
  if (method !== 'editMessageText' || result.kind !== 'targetGone') return null;
  const { chat_id, message_id, text, entities, reply_markup } = body;
  if (!result.reason.includes('no text in the message') || typeof text !== 'string') return null;
  if (text.length > limits.captionLength) return null;
  const given = { chat_id, message_id, caption: text, caption_entities: entities, reply_markup };
  const present = Object.entries(given).filter(([, value]) => value !== undefined);
  return { ...call('editMessageCaption', {}), body: Object.fromEntries(present) };
}
