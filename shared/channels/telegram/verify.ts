import { createHash, timingSafeEqual } from 'node:crypto';
import type { Account, RawRequest } from '../channel.ts';

const header = 'x-telegram-bot-api-secret-token';

/**
 * Whether the request carries one of the webhook secrets: the only proof Telegram offers, there is no signature.
 * Hashes of equal length are compared and all of them always are, so that the time tells nothing. Refuses everything
 * while no secret is configured. https://core.telegram.org/bots/api#setwebhook
 */
export function verify(request: RawRequest, account: Account): boolean {
  const given = hash(request.headers[header] ?? '');
  let right = false;
  for (const secret of account.webhookSecrets) {
    const same = timingSafeEqual(hash(secret), given);
    right = (same && secret !== '') || right;
  }
  return right;
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
