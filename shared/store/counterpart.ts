import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { keep } from './keep.ts';
import { expiry, type Key, type Table } from './table.ts';

/**
 * What a message is the other side of: by its place (key of the address; the desk's own key for whatever is in the group)
 * and the messenger's id. `passed`: somebody wrote it and row `row` of `destination` carries it on. `sent`: it is a message
 * of ours, of row `row` of `destination`, which says what it carries on (`OutboxRow.source`).
 */
const counterpartSchema = z.object({
  how: z.enum(['passed', 'sent']),
  destination: z.string(),
  row: z.string(),
});
export type Counterpart = z.infer<typeof counterpartSchema>;

export function counterpartKey(at: string, messageId: string): Key {
  return { pk: `M#${at}`, sk: messageId };
}

export function counterpartItem(at: string, messageId: string, counterpart: Counterpart, now: number) {
  return {
    ...counterpartKey(at, messageId),
    ...counterpart,
    expiresAt: expiry(now, keep.counterpart),
  };
}

/** Null for a message that was not passed on, or so long ago that nobody answers it any more. */
export function counterpartFrom(item: unknown): Counterpart | null {
  return item === undefined ? null : counterpartSchema.parse(item);
}

/** Writes what a message is the other side of; written twice, it says the same. */
export async function putCounterpart(
  table: Table,
  at: string,
  messageId: string,
  counterpart: Counterpart,
  now: number,
): Promise<void> {
  const Item = counterpartItem(at, messageId, counterpart, now);
  await table.client.send(new PutCommand({ TableName: table.name, Item }));
}

/** What a message is the other side of; null where nothing is known. */
export async function readCounterpart(
  table: Table,
  at: string,
  messageId: string,
): Promise<Counterpart | null> {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: counterpartKey(at, messageId), ConsistentRead: true }),
  );
  return counterpartFrom(Item);
}
