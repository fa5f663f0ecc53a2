import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { NumberClaim } from '#shared/domain/facts.ts';
import { expiry, type Key } from './table.ts';

/**
 * Whose number it is, by the word of a messenger. Keys are hashes: numbers are few enough to be tried, but nobody reads
 * them by looking over the table.
 */
export function numberKey(number: string): Key {
  return { pk: `N#${createHash('sha256').update(number).digest('hex')}`, sk: 'number' };
}

export function numberItem(number: string, claim: NumberClaim) {
  return { ...numberKey(number), ...claim, expiresAt: expiry(claim.at, claimSeconds) };
}

/** How long the table keeps a claim; how long it counts is compared in code (`shared/domain/identity.ts`). */
const claimSeconds = 400 * 24 * 60 * 60;

const stored = z.object({
  version: z.number(),
  customer: z.string(),
  address: z.string(),
  at: z.number(),
});

export function numberFrom(item: unknown): NumberClaim {
  return stored.parse(item);
}
