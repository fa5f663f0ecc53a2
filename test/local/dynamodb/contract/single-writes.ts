import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { failureOf, freshPlace, type Table } from './table.ts';

/** Puts, updates and deletes of one item, with and without a condition. */
export function singleWrites(table: () => Table): void {
  const put = (Item: Record<string, unknown>, more: object = {}) =>
    table().client.send(new PutCommand({ TableName: table().name, Item, ...more }));
  const update = (Key: Record<string, unknown>, UpdateExpression: string, more: object = {}) =>
    table().client.send(new UpdateCommand({ TableName: table().name, Key, UpdateExpression, ...more }));
  const get = async (Key: Record<string, unknown>) =>
    (await table().client.send(new GetCommand({ TableName: table().name, Key, ConsistentRead: true }))).Item;

  describe('writing one item', () => {
    it('stores every kind of value and gives it back', async () => {
      const item = {
        pk: freshPlace(),
        sk: 'all',
        text: 'Масло и фильтр',
        empty: '',
        number: -12.5,
        yes: true,
        nothing: null,
        bytes: new Uint8Array([0, 255]),
        list: [1, 'two', { three: [] }],
        set: new Set(['a', 'b']),
      };
      await put(item);
      expect(await get({ pk: item.pk, sk: 'all' })).toEqual(item);
    });

    it('lets the first of two conditional puts win and shows the loser what is there', async () => {
      const key = { pk: freshPlace(), sk: 'hold' };
      const first = { ConditionExpression: 'attribute_not_exists(pk)' };
      await put({ ...key, by: 'first' }, first);
      const loser = await failureOf(
        put({ ...key, by: 'second' }, { ...first, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }),
      );
      expect(loser).toMatchObject({
        name: 'ConditionalCheckFailedException',
        Item: { pk: { S: key.pk }, by: { S: 'first' } },
      });
      expect(await get(key)).toEqual({ ...key, by: 'first' });
    });

    it('keeps the old item to itself when it was not asked for, and when there is none', async () => {
      const key = { pk: freshPlace(), sk: 'hold' };
      await put(key);
      const unasked = await failureOf(put(key, { ConditionExpression: 'attribute_not_exists(pk)' }));
      expect(unasked).toMatchObject({ name: 'ConditionalCheckFailedException' });
      expect(unasked).not.toHaveProperty('Item.pk');
      const missing = await failureOf(
        update({ ...key, sk: 'none' }, 'SET a = :a', {
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':a': 1 },
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
      expect(missing).toMatchObject({ name: 'ConditionalCheckFailedException' });
      expect(missing).not.toHaveProperty('Item.pk');
      expect(await get({ ...key, sk: 'none' })).toBeUndefined();
    });

    it('shows a failed delete and a failed update what is there', async () => {
      const key = { pk: freshPlace(), sk: 'row' };
      await put({ ...key, version: 3 });
      const stale = {
        ConditionExpression: 'version = :seen',
        ExpressionAttributeValues: { ':seen': 2 },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
      };
      const failures = [
        await failureOf(update(key, 'ADD version :seen', stale)),
        await failureOf(
          table().client.send(new DeleteCommand({ TableName: table().name, Key: key, ...stale })),
        ),
      ];
      for (const failure of failures) {
        expect(failure).toMatchObject({
          name: 'ConditionalCheckFailedException',
          Item: { version: { N: '3' } },
        });
      }
      expect(await get(key)).toEqual({ ...key, version: 3 });
    });

    it('adds, sets, appends and removes in one update and returns what was asked for', async () => {
      const key = { pk: freshPlace(), sk: 'row' };
      await put({ ...key, version: 1, log: ['a'], note: 'old', nested: { kept: 1 } });
      const { Attributes } = await update(
        key,
        'SET #log = list_append(#log, :more), nested.added = :two, fresh = if_not_exists(fresh, :two) REMOVE note ADD version :one',
        {
          ExpressionAttributeNames: { '#log': 'log' },
          ExpressionAttributeValues: { ':more': ['b'], ':two': 2, ':one': 1 },
          ReturnValues: 'ALL_NEW',
        },
      );
      const expected = { ...key, version: 2, log: ['a', 'b'], nested: { kept: 1, added: 2 }, fresh: 2 };
      expect(Attributes).toEqual(expected);
      expect(await get(key)).toEqual(expected);
      const removed = await table().client.send(
        new DeleteCommand({ TableName: table().name, Key: key, ReturnValues: 'ALL_OLD' }),
      );
      expect(removed.Attributes).toEqual(expected);
      expect(await get(key)).toBeUndefined();
    });

    it('makes an item by updating it, and takes deleting nothing calmly', async () => {
      const key = { pk: freshPlace(), sk: 'counter' };
      await update(key, 'ADD n :one', { ExpressionAttributeValues: { ':one': 1 } });
      expect(await get(key)).toEqual({ ...key, n: 1 });
      await table().client.send(new DeleteCommand({ TableName: table().name, Key: { ...key, sk: 'none' } }));
    });

    it.each([
      ['a sum over an attribute that is not there', 'SET n = n + :one', { ':one': 1 }],
      ['a number added to a text', 'ADD note :one', { ':one': 1 }],
      ['a path through an attribute that is not there', 'SET missing.deep = :one', { ':one': 1 }],
      ['a new sort key', 'SET sk = :one', { ':one': 'other' }],
      ['an empty index key', 'SET waiting = :one', { ':one': '' }],
      ['an expression that is none', 'FROB everything', undefined],
    ])('refuses %s and changes nothing', async (_label, expression, values) => {
      const item = { pk: freshPlace(), sk: 'row', note: 'text' };
      await put(item);
      const { sk, pk } = item;
      const failure = await failureOf(
        update({ pk, sk }, expression, values === undefined ? {} : { ExpressionAttributeValues: values }),
      );
      expect(failure).toMatchObject({ name: 'ValidationException' });
      expect(await get({ pk, sk })).toEqual(item);
    });

    it.each([
      ['without its sort key', { sk: undefined }],
      ['with a number as its sort key', { sk: 5 }],
      ['with an empty key', { sk: '' }],
      ['with a text as the number of an index', { dueShard: 'a', dueAt: 'soon' }],
      ['with an empty index key', { dueShard: '', dueAt: 1 }],
    ])('refuses an item %s', async (_label, wrong) => {
      const failure = await failureOf(put({ pk: freshPlace(), sk: 'row', ...wrong }));
      expect(failure).toMatchObject({ name: 'ValidationException' });
    });

    it('takes an item of just under 400 KB of Cyrillic text and refuses one above, counted in bytes', async () => {
      const key = { pk: freshPlace(), sk: 'long' };
      await put({ ...key, text: 'ж'.repeat(204_000) });
      const above = await failureOf(put({ ...key, text: 'ж'.repeat(205_000) }));
      expect(above).toMatchObject({ name: 'ValidationException', message: /Item size/ });
      const grown = await failureOf(
        update(key, 'SET more = :more', { ExpressionAttributeValues: { ':more': 'ж'.repeat(1000) } }),
      );
      expect(grown).toMatchObject({ name: 'ValidationException', message: /Item size to update/ });
      expect(await get(key)).not.toHaveProperty('more');
    });

    it('says that a table does not exist', async () => {
      const failure = await failureOf(
        table().client.send(new PutCommand({ TableName: 'elsewhere', Item: { pk: 'a', sk: 'b' } })),
      );
      expect(failure).toMatchObject({ name: 'ResourceNotFoundException' });
    });
  });
}
