import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactGetCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { freshPlace, type Table } from './table.ts';

/** 2500 bytes: 3 write units, 1 read unit, whether or not an engine adds its overhead of an index entry. */
const TEXT = 'ж'.repeat(1250);
const WANTED = { ReturnConsumedCapacity: 'INDEXES' } as const;

/** What each operation says it consumed. */
export function capacity(table: () => Table): void {
  const put = (Item: Record<string, unknown>) =>
    table().client.send(new PutCommand({ TableName: table().name, Item, ...WANTED }));
  const update = (Key: Record<string, unknown>, UpdateExpression: string, values?: Record<string, unknown>) =>
    table().client.send(
      new UpdateCommand({
        TableName: table().name,
        Key,
        UpdateExpression,
        ...(values === undefined ? {} : { ExpressionAttributeValues: values }),
        ...WANTED,
      }),
    );

  describe('consumed capacity', () => {
    it('is a write unit a KB of the item and of each index entry that changes', async () => {
      const Key = { pk: freshPlace(), sk: 'row' };
      const plain = { TableName: table().name, CapacityUnits: 3, Table: { CapacityUnits: 3 } };
      expect((await put({ ...Key, text: TEXT })).ConsumedCapacity).toEqual(plain);

      const indexed = await put({ ...Key, text: TEXT, waiting: 'a', dueShard: Key.pk, dueAt: 1 });
      expect(indexed.ConsumedCapacity).toEqual({
        TableName: table().name,
        CapacityUnits: 7,
        Table: { CapacityUnits: 3 },
        LocalSecondaryIndexes: { waiting: { CapacityUnits: 3 } },
        GlobalSecondaryIndexes: { due: { CapacityUnits: 1 } },
      });
      const moved = await update(Key, 'SET waiting = :b, dueAt = :two', { ':b': 'b', ':two': 2 });
      expect(moved.ConsumedCapacity).toMatchObject({
        CapacityUnits: 11,
        LocalSecondaryIndexes: { waiting: { CapacityUnits: 6 } },
        GlobalSecondaryIndexes: { due: { CapacityUnits: 2 } },
      });
      const noted = await update(Key, 'SET note = :n', { ':n': 'n' });
      expect(noted.ConsumedCapacity).toMatchObject({ CapacityUnits: 6 });
      expect(noted.ConsumedCapacity).not.toHaveProperty('GlobalSecondaryIndexes');
      const ended = await update(Key, 'REMOVE waiting, dueAt');
      expect(ended.ConsumedCapacity).toMatchObject({ CapacityUnits: 7 });
    });

    it('is one unit for deleting nothing and the size of what is deleted', async () => {
      const Key = { pk: freshPlace(), sk: 'row' };
      const remove = () =>
        table().client.send(new DeleteCommand({ TableName: table().name, Key, ...WANTED }));
      expect((await remove()).ConsumedCapacity).toMatchObject({ CapacityUnits: 1 });
      await put({ ...Key, text: TEXT });
      expect((await remove()).ConsumedCapacity).toMatchObject({ CapacityUnits: 3 });
    });

    it('is double in a transaction, its checks and indexes included', async () => {
      const pk = freshPlace();
      const TableName = table().name;
      const { ConsumedCapacity: written } = await table().client.send(
        new TransactWriteCommand({
          ...WANTED,
          TransactItems: [
            { Put: { TableName, Item: { pk, sk: 'a', text: TEXT, dueShard: pk, dueAt: 1 } } },
            {
              ConditionCheck: {
                TableName,
                Key: { pk, sk: 'b' },
                ConditionExpression: 'attribute_not_exists(pk)',
              },
            },
          ],
        }),
      );
      expect(written).toEqual([
        {
          TableName,
          CapacityUnits: 10,
          Table: { CapacityUnits: 8 },
          GlobalSecondaryIndexes: { due: { CapacityUnits: 2 } },
        },
      ]);
      const { ConsumedCapacity: read } = await table().client.send(
        new TransactGetCommand({
          ReturnConsumedCapacity: 'TOTAL',
          TransactItems: ['a', 'b'].map((sk) => ({ Get: { TableName, Key: { pk, sk } } })),
        }),
      );
      expect(read).toEqual([{ TableName, CapacityUnits: 4 }]);
    });

    it('is a read unit for 4 KB, half of one when the read may be old, whatever part is shown', async () => {
      const pk = freshPlace();
      const TableName = table().name;
      for (const sk of ['a', 'b', 'c']) await put({ pk, sk, text: TEXT.repeat(2) });
      const get = async (sk: string, more: object) =>
        (await table().client.send(new GetCommand({ TableName, Key: { pk, sk }, ...WANTED, ...more })))
          .ConsumedCapacity;
      expect(await get('a', {})).toMatchObject({ CapacityUnits: 1 });
      expect(await get('a', { ConsistentRead: true, ProjectionExpression: 'sk' })).toMatchObject({
        CapacityUnits: 2,
      });
      expect(await get('none', { ConsistentRead: true })).toMatchObject({ CapacityUnits: 1 });

      const query = async (more: object) => {
        const answer = await table().client.send(
          new QueryCommand({
            TableName,
            KeyConditionExpression: 'pk = :pk',
            ExpressionAttributeValues: { ':pk': pk },
            ...WANTED,
            ...more,
          }),
        );
        return answer.ConsumedCapacity;
      };
      // 15 KB, weighed together.
      expect(await query({})).toMatchObject({ CapacityUnits: 2, Table: { CapacityUnits: 2 } });
      const narrow = {
        ConsistentRead: true,
        FilterExpression: 'sk_not_there = :x',
        ExpressionAttributeValues: { ':pk': pk, ':x': 'x' },
      };
      expect(await query(narrow)).toMatchObject({ CapacityUnits: 4 });
      expect(await query({ Select: 'COUNT' })).toMatchObject({ CapacityUnits: 2 });
    });

    it('of a query on an index is counted on that index', async () => {
      const pk = freshPlace();
      await put({ pk, sk: 'a', text: TEXT, waiting: 'a' });
      const { ConsumedCapacity } = await table().client.send(
        new QueryCommand({
          TableName: table().name,
          IndexName: 'waiting',
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': pk },
          ...WANTED,
        }),
      );
      expect(ConsumedCapacity).toMatchObject({
        CapacityUnits: 1,
        LocalSecondaryIndexes: { waiting: { CapacityUnits: 1 } },
      });
    });

    it('of a batch is the sum over its items', async () => {
      const pk = freshPlace();
      const name = table().name;
      await put({ pk, sk: 'b' });
      const written = await table().client.send(
        new BatchWriteCommand({
          ...WANTED,
          RequestItems: {
            [name]: [
              { PutRequest: { Item: { pk, sk: 'a', text: TEXT, dueShard: pk, dueAt: 1 } } },
              { DeleteRequest: { Key: { pk, sk: 'b' } } },
            ],
          },
        }),
      );
      expect(written.ConsumedCapacity).toMatchObject([{ TableName: name, CapacityUnits: 5 }]);
      const read = await table().client.send(
        new BatchGetCommand({
          ...WANTED,
          RequestItems: { [name]: { Keys: [{ pk, sk: 'a' }], ConsistentRead: true } },
        }),
      );
      expect(read.ConsumedCapacity).toMatchObject([{ TableName: name, CapacityUnits: 1 }]);
    });

    it('is not mentioned when nobody asks', async () => {
      const Key = { pk: freshPlace(), sk: 'row' };
      const answer = await table().client.send(new PutCommand({ TableName: table().name, Item: Key }));
      expect(answer.ConsumedCapacity).toBeUndefined();
    });
  });
}
