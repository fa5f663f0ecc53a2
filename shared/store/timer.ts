import * as z from 'zod';
import { type Address, addressKey, addressOf } from '#shared/domain/address.ts';
import { dueAt } from './due.ts';
import type { Key } from './table.ts';

/** A timer of a conversation: born, moved and deleted in the transaction of the state that needs it. */
export const timerSchema = z.object({ sk: z.string(), dueAt: z.number(), data: z.unknown() });
export type Timer = z.infer<typeof timerSchema>;

const prefix = 'T#';

export function timerKey(address: Address, key: string): Key {
  return { pk: `${prefix}${addressKey(address)}`, sk: key };
}

export function timerItem(address: Address, key: string, at: number, data: unknown) {
  const { pk, sk } = timerKey(address, key);
  return { pk, sk, data, ...dueAt(pk, at) };
}

/** Whose timer a due row is; null when the row is none (an outbox row). */
export function timerAddress(pk: string): Address | null {
  return pk.startsWith(prefix) ? addressOf(pk.slice(prefix.length)) : null;
}
