import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type Address, addressKey, addressOf } from '#shared/domain/address.ts';
import type { PendingTimer } from '#shared/domain/facts.ts';
import { dueAt } from './due.ts';
import type { Key, Table } from './table.ts';

/** A timer of a conversation: born, moved and deleted in the transaction of the state that needs it. */
export const timerSchema = z.object({ sk: z.string(), dueAt: z.number(), data: z.unknown() });
export type Timer = z.infer<typeof timerSchema>;

const prefix = 'T#';

/** `address`: an address, or its key. */
export function timerKey(address: Address | string, key: string): Key {
  return { pk: `${prefix}${typeof address === 'string' ? address : addressKey(address)}`, sk: key };
}

export function timerItem(address: Address | string, key: string, at: number, data: unknown) {
  const { pk, sk } = timerKey(address, key);
  return { pk, sk, data, ...dueAt(pk, at) };
}

/** Whose timer a due row is; null when the row is none (an outbox row). */
export function timerAddress(pk: string): Address | null {
  return pk.startsWith(prefix) ? addressOf(pk.slice(prefix.length)) : null;
}

/** More timers than this wait at no address; a step can move them all. */
const mostTimers = 30;

/** What is still to fall due at an address (its key), strongly consistent: for when all of it moves to another one. */
export async function readTimers(table: Table, address: string): Promise<readonly PendingTimer[]> {
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': timerKey(address, '').pk },
      Limit: mostTimers,
    }),
  );
  return Items.map((item) => {
    const { sk, dueAt: at, data } = timerSchema.parse(item);
    return { key: sk, dueAt: at, data };
  });
}
