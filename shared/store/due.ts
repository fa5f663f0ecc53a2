import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { dueIndex, type Key, type Table } from './table.ts';

/** Timers and waiting rows spread over these, so that no partition is hot when many fall due at once. */
export const dueShards = ['D0', 'D1', 'D2', 'D3'] as const;

/** The index attributes of a row that falls due at `dueAt` (epoch milliseconds). */
export function dueAt(pk: string, at: number): { readonly dueShard: string; readonly dueAt: number } {
  let sum = 0;
  for (const char of pk) sum = (sum * 31 + char.charCodeAt(0)) % 65_521;
  return { dueShard: dueShards[sum % dueShards.length] ?? 'D0', dueAt: at };
}

const dueRow = z.object({ pk: z.string(), sk: z.string(), dueAt: z.number() });
export type DueRow = Key & { readonly dueAt: number };

/**
 * Rows of one shard that are due, oldest first, page by page of at most `limit`: a reader who stops asking pays for no more. All
 * rows of one partition are in one shard, so that what waits for one conversation comes in its order. The index is eventually
 * consistent: what it misses now it shows a minute later, and what it shows too long is refused where it is handled.
 */
export async function* readDue(
  table: Table,
  shard: string,
  now: number,
  limit: number,
): AsyncGenerator<readonly DueRow[]> {
  let from: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        IndexName: dueIndex,
        KeyConditionExpression: 'dueShard = :shard AND dueAt <= :now',
        ExpressionAttributeValues: { ':shard': shard, ':now': now },
        Limit: limit,
        ExclusiveStartKey: from,
      }),
    );
    if (Items.length > 0) yield Items.map((item) => dueRow.parse(item));
    from = LastEvaluatedKey;
  } while (from);
}
