import * as z from 'zod';
import type { SendFailure } from '#shared/domain/failure.ts';
import type { HttpClient } from '#shared/runtime/http-client.ts';
import type { Account, Payload, Sent, Upload } from '../channel.ts';
import { multipartOf } from '../multipart.ts';
import { mediaIdOf, resultOf } from './answer.ts';
import { callTimeoutMs, uploadTimeoutMs } from './limits.ts';

/**
 * Calls the Cloud API once and says what became of it; repeating is the sender's decision. "Sent" means that Meta took it:
 * what happens to it comes as statuses, which bring `reference` back. A read mark is no message and has none. A file is
 * brought there first, in a call that shows nothing to anybody.
 * https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages
 */
export async function send(
  payload: Payload,
  account: Account,
  http: HttpClient,
  reference: string,
): Promise<Sent | SendFailure> {
  const [upload] = payload.uploads;
  const id = upload ? await bring(upload, account, http) : null;
  if (id !== null && typeof id !== 'string') return id;
  const message = id === null ? payload.body : withMedia(payload.body, id);
  const body = payload.idempotent ? message : { ...message, biz_opaque_callback_data: reference };
  const outcome = await http({
    method: 'POST',
    url: `${account.apiUrl}/${account.number}/${payload.method}`,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${account.token}` },
    body: JSON.stringify(body),
    timeoutMs: callTimeoutMs,
  });
  return resultOf(outcome, payload);
}

/** https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media#upload-media */
async function bring(upload: Upload, account: Account, http: HttpClient): Promise<string | SendFailure> {
  const { type, body } = multipartOf({ messaging_product: 'whatsapp', type: upload.mime }, [upload]);
  const outcome = await http({
    method: 'POST',
    url: `${account.apiUrl}/${account.number}/media`,
    headers: { 'content-type': type, authorization: `Bearer ${account.token}` },
    body,
    timeoutMs: uploadTimeoutMs,
  });
  return mediaIdOf(outcome);
}

const withType = z.looseObject({ type: z.string() });
const fields = z.record(z.string(), z.unknown());

/** The message with the file's id where its type wants it: `{ type: 'image', image: { id, caption } }`. */
function withMedia(body: Payload['body'], id: string): Payload['body'] {
  const { type } = withType.parse(body);
  return { ...body, [type]: { id, ...fields.parse(body[type]) } };
}
