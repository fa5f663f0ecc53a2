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

/**
 * A step moves at most so many: each is two of the hundred writes of its transaction. One address has about 25 at the very most
 * (a clock for each visit, estimates, cars due for service, feedback, the desk's own); more than these stay where they are, and
 * find their conversation from there.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html
 */
const mostTimers = 40;

/**
 * What is still to fall due at an address (its key), soonest first, strongly consistent: for when all of it moves to another
 * one. A page holds 1 MB, thousands of them.
 */
export async function readTimers(table: Table, address: string): Promise<readonly PendingTimer[]> {
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': timerKey(address, '').pk },
    }),
  );
  return Items.map((item) => {
    const { sk, dueAt: at, data } = timerSchema.parse(item);
    return { key: sk, dueAt: at, data };
  })
    .sort((a, b) => a.dueAt - b.dueAt)
    .slice(0, mostTimers);
}
