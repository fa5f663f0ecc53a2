import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { LinkCode } from '#shared/domain/facts.ts';
import { expiry, type Key } from './table.ts';

/** A code that joins two chats, kept as its hash for as long as it can be used. */
export function codeKey(digits: string): Key {
  return { pk: `K#${createHash('sha256').update(digits).digest('hex')}`, sk: 'code' };
}

export function codeItem(digits: string, code: LinkCode) {
  return { ...codeKey(digits), ...code, expiresAt: expiry(code.until, 0) };
}

const stored = z.object({
  customer: z.string(),
  address: z.string(),
  until: z.number(),
  purpose: z.enum(['link', 'approve']).default('link'),
});

export function codeFrom(item: unknown): LinkCode {
  return stored.parse(item);
}
