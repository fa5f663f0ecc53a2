import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Account, RawRequest } from '../channel.ts';

const header = 'x-hub-signature-256';

/**
 * Whether one of the app's secrets signed exactly these bytes: Meta escapes its JSON in its own way, so that nothing
 * written anew from parsed JSON would match. All secrets are always tried and compared in constant time, a header of
 * another shape like a wrong signature, so that the time tells nothing. Refuses everything while no secret is configured.
 * https://developers.facebook.com/docs/graph-api/webhooks/getting-started#validate-payloads
 */
export function verify(request: RawRequest, account: Pick<Account, 'webhookSecrets'>): boolean {
  const signature = /^sha256=([0-9a-f]{64})$/.exec(request.headers[header] ?? '')?.[1];
  const given = Buffer.from(signature ?? '0'.repeat(64), 'hex');
  let right = false;
  for (const secret of account.webhookSecrets) {
    const same = timingSafeEqual(createHmac('sha256', secret).update(request.body).digest(), given);
    right = (same && secret !== '') || right;
  }
  return right && signature !== undefined;
}
