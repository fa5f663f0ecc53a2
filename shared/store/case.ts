import { type Case, caseSchema, type Waiter, waiterSchema } from '#shared/domain/case.ts';
import { readPartition } from './read.ts';
import type { Key, Table } from './table.ts';

export function caseKey(customer: string): Key {
  return { pk: `D#${customer}`, sk: 'case' };
}

export function caseItem(value: Case) {
  return { ...caseKey(value.customer), ...value };
}

/** Null where the desk knows nothing of the customer yet. */
export function caseFrom(item: unknown): Case | null {
  return item === undefined ? null : caseSchema.parse(item);
}

/** Everybody who waits lies in one partition, so that they are listed by one consistent query. */
const waitersPk = 'W#desk';

export function waiterKey(customer: string): Key {
  return { pk: waitersPk, sk: customer };
}

export function waiterItem(waiter: Waiter) {
  return { ...waiterKey(waiter.customer), ...waiter };
}

/** Everybody who waits for a person, longest first. */
export async function readWaiters(table: Table): Promise<readonly Waiter[]> {
  const found = (await readPartition(table, waitersPk)).map((item) => waiterSchema.parse(item));
  return found.sort((one, other) => one.since - other.since);
}
