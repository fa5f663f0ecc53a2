import { createHash, timingSafeEqual } from 'node:crypto';
import type { Account, RawRequest } from '#shared/channels/channel.ts';

/** The secret comes along as a password would. */
export function verify({ headers }: RawRequest, { webhookSecrets }: Account): boolean {
  const given = hash(headers['x-toy-secret'] ?? '');
  return webhookSecrets.some((secret) => secret !== '' && timingSafeEqual(hash(secret), given));
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
