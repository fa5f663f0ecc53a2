import { createHash, timingSafeEqual } from 'node:crypto';
import type { Account } from '#shared/channels/channel.ts';
import type { Query } from '#shared/runtime/webhook.ts';

/**
 * What Meta is answered when the webhook is registered: its challenge, if it shows our verify token; else null, also while
 * no token is set. Hashes are compared, so that the time tells nothing, and only digits are ever said back.
 * https://developers.facebook.com/docs/graph-api/webhooks/getting-started#verification-requests
 */
export function handshake(query: Query, { verifyToken }: Pick<Account, 'verifyToken'>): string | null {
  const challenge = query['hub.challenge'] ?? '';
  const right = timingSafeEqual(hash(query['hub.verify_token'] ?? ''), hash(verifyToken));
  const proven = right && verifyToken !== '' && query['hub.mode'] === 'subscribe';
  return proven && /^\d{1,100}$/.test(challenge) ? challenge : null;
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
