import {
  DeleteCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { failureOf, freshPlace, type Table } from './table.ts';

/** The sparse local index `waiting` and the global index `due` of the station's table. */
export function indexes(table: () => Table): void {
  const put = (Item: Record<string, unknown>) =>
    table().client.send(new PutCommand({ TableName: table().name, Item }));
  const update = (pk: string, sk: string, UpdateExpression: string, values?: Record<string, unknown>) =>
    table().client.send(
      new UpdateCommand({
        TableName: table().name,
        Key: { pk, sk },
        UpdateExpression,
        ...(values === undefined ? {} : { ExpressionAttributeValues: values }),
      }),
    );
  const query = async (input: Omit<QueryCommandInput, 'TableName'>) =>
    (await table().client.send(new QueryCommand({ TableName: table().name, ...input }))).Items;
  const waiting = (pk: string, more: Partial<QueryCommandInput> = {}) =>
    query({
      IndexName: 'waiting',
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
      ...more,
    });
  const due = (shard: string, until: number) =>
    query({
      IndexName: 'due',
      KeyConditionExpression: 'dueShard = :shard AND dueAt <= :until',
      ExpressionAttributeValues: { ':shard': shard, ':until': until },
    });

  describe('the index of waiting rows', () => {
    it('holds only rows that wait, in their order, with everything, and at once', async () => {
      const pk = freshPlace();
      await put({ pk, sk: '1', waiting: '2#b', text: 'second' });
      await put({ pk, sk: '2', text: 'does not wait' });
      await put({ pk, sk: '3', waiting: '1#a', text: 'first' });
      expect(await waiting(pk)).toEqual([
        { pk, sk: '3', waiting: '1#a', text: 'first' },
        { pk, sk: '1', waiting: '2#b', text: 'second' },
      ]);
    });

    it('lets a row go when it stops waiting and shows its changes while it waits', async () => {
      const pk = freshPlace();
      await put({ pk, sk: '1', waiting: 'a', attempts: 0 });
      await put({ pk, sk: '2', waiting: 'b' });
      await update(pk, '1', 'ADD attempts :one', { ':one': 1 });
      expect(await waiting(pk)).toMatchObject([{ sk: '1', attempts: 1 }, { sk: '2' }]);
      await update(pk, '1', 'SET waiting = :later', { ':later': 'c' });
      expect(await waiting(pk)).toMatchObject([{ sk: '2' }, { sk: '1', waiting: 'c' }]);
      await update(pk, '1', 'REMOVE waiting');
      expect(await waiting(pk)).toMatchObject([{ sk: '2' }]);
      await table().client.send(new DeleteCommand({ TableName: table().name, Key: { pk, sk: '2' } }));
      expect(await waiting(pk)).toEqual([]);
    });

    it('is part of a transaction', async () => {
      const pk = freshPlace();
      await put({ pk, sk: 'old', waiting: 'a' });
      const TableName = table().name;
      const actions = [
        { Put: { TableName, Item: { pk, sk: 'new', waiting: 'b' } } },
        { Update: { TableName, Key: { pk, sk: 'old' }, UpdateExpression: 'REMOVE waiting' } },
      ];
      const impossible = {
        ConditionCheck: { TableName, Key: { pk, sk: 'no' }, ConditionExpression: 'attribute_exists(pk)' },
      };
      await failureOf(
        table().client.send(new TransactWriteCommand({ TransactItems: [...actions, impossible] })),
      );
      expect(await waiting(pk)).toMatchObject([{ sk: 'old' }]);
      await table().client.send(new TransactWriteCommand({ TransactItems: actions }));
      expect(await waiting(pk)).toMatchObject([{ sk: 'new' }]);
    });

    it('is read page by page, each row once, also where several wait under the same value (in no promised order)', async () => {
      const pk = freshPlace();
      for (const sk of ['1', '2', '3', '4', '5']) await put({ pk, sk, waiting: 'same' });
      const seen: unknown[] = [];
      let start: Record<string, unknown> | undefined;
      do {
        const page = await table().client.send(
          new QueryCommand({
            TableName: table().name,
            IndexName: 'waiting',
            KeyConditionExpression: 'pk = :pk',
            ExpressionAttributeValues: { ':pk': pk },
            Limit: 2,
            ExclusiveStartKey: start,
          }),
        );
        seen.push(...(page.Items ?? []).map((item) => item.sk));
        start = page.LastEvaluatedKey;
      } while (start !== undefined);
      expect(seen.toSorted()).toEqual(['1', '2', '3', '4', '5']);
    });
  });

  describe('the index of due timers', () => {
    it('sorts by number, not by text, and holds the keys only', async () => {
      const shard = freshPlace();
      for (const dueAt of [100, 9, -5, 20.5]) {
        await put({ pk: `${shard}-${dueAt}`, sk: 'timer', dueShard: shard, dueAt, text: 'not in the index' });
      }
      expect(await due(shard, 100)).toEqual(
        [-5, 9, 20.5, 100].map((dueAt) => ({ pk: `${shard}-${dueAt}`, sk: 'timer', dueShard: shard, dueAt })),
      );
      expect(await due(shard, 20)).toHaveLength(2);
    });

    it('forgets a timer that was removed or put off', async () => {
      const shard = freshPlace();
      await put({ pk: shard, sk: 'a', dueShard: shard, dueAt: 1 });
      await put({ pk: shard, sk: 'b', dueShard: shard, dueAt: 2 });
      await update(shard, 'a', 'SET dueAt = :later', { ':later': 50 });
      await update(shard, 'b', 'REMOVE dueAt');
      expect(await due(shard, 10)).toEqual([]);
      expect(await due(shard, 50)).toMatchObject([{ sk: 'a', dueAt: 50 }]);
    });

    it('is never read consistently, and an index that is not there is not read at all', async () => {
      const ask = (IndexName: string) =>
        query({
          IndexName,
          ConsistentRead: true,
          KeyConditionExpression: 'dueShard = :shard',
          ExpressionAttributeValues: { ':shard': 'any' },
        });
      expect(await failureOf(ask('due'))).toMatchObject({ name: 'ValidationException' });
      expect(await failureOf(ask('elsewhere'))).toMatchObject({ name: 'ValidationException' });
    });
  });
}
