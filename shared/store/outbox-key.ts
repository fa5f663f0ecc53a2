import type { Key } from './table.ts';

/** Keys of the outbox, apart from its rows: who only notes a receipt does not read any. */

export function outboxPk(destination: string): string {
  return `O#${destination}`;
}

/** The destination's address key, from the partition key of its rows. */
export function destinationOf(pk: string): string {
  return pk.slice(2);
}

export function outboxKey(destination: string, row: string): Key {
  return { pk: outboxPk(destination), sk: row };
}
