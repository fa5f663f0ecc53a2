import { BatchGetCommand, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Key, Table } from './table.ts';

/** Looks up what a batch found; undefined for an item that is not there. */
export type Found = (key: Key) => unknown;

/** BatchGetItem with what DynamoDB left over asked again. At most 100 keys: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html */
export async function batchGet(table: Table, keys: readonly Key[], consistent: boolean): Promise<Found> {
  const items = new Map<string, unknown>();
  let asked: Record<string, unknown>[] = [...new Map(keys.map((key) => [nameOf(key), { ...key }])).values()];
  for (let round = 0; asked.length > 0; round += 1) {
    if (round === 5)
      throw new Error('DynamoDB left keys unread five times: it is throttled; the message is tried again');
    const { Responses, UnprocessedKeys } = await table.client.send(
      new BatchGetCommand({ RequestItems: { [table.name]: { Keys: asked, ConsistentRead: consistent } } }),
    );
    for (const item of Responses?.[table.name] ?? []) items.set(`${item.pk}|${item.sk}`, item);
    asked = UnprocessedKeys?.[table.name]?.Keys ?? [];
  }
  return (key) => items.get(nameOf(key));
}

/** One item, strongly consistent; undefined when it is not there. */
export async function getOne(table: Table, key: Key): Promise<unknown> {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true }),
  );
  return Item;
}

/** All of a partition, strongly consistent unless that does not matter, as many pages as it has, in order of its sort keys. */
export async function readPartition(
  table: Table,
  pk: string,
  consistent = true,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const items: Record<string, unknown>[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        ConsistentRead: consistent,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ExclusiveStartKey: from,
      }),
    );
    items.push(...Items);
    from = LastEvaluatedKey;
  } while (from);
  return items;
}

function nameOf({ pk, sk }: Key): string {
  return `${pk}|${sk}`;
}
