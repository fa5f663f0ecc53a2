import * as z from 'zod';
import type { Key } from './table.ts';

/** Whose visit an appointment id is: the day's jobs name visits only. */
export function visitOwnerKey(visit: string): Key {
  return { pk: `V#${visit}`, sk: 'owner' };
}

export function visitOwnerItem(visit: string, customer: string) {
  return { ...visitOwnerKey(visit), customer };
}

export function visitOwnerFrom(item: unknown): string | null {
  return item === undefined ? null : z.object({ customer: z.string() }).parse(item).customer;
}
