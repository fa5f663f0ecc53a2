import { GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestTable, withTable } from '#test/helpers/dynamodb.ts';
import { failureOf } from './contract/table.ts';

describe('the conflict mode', () => {
  let table: TestTable;
  beforeEach(async () => {
    table = await withTable();
  });
  afterEach(() => table.close());

  const add = (sk = 'sum') =>
    table.client.send(
      new TransactWriteCommand({
        TransactItems: [
          {
            Update: {
              TableName: table.tableName,
              Key: { pk: 'a', sk },
              UpdateExpression: 'ADD n :one',
              ExpressionAttributeValues: { ':one': 1 },
            },
          },
          { Put: { TableName: table.tableName, Item: { pk: 'a', sk: 'other' } } },
        ],
      }),
    );
  const sum = async (sk = 'sum') =>
    (await table.client.send(new GetCommand({ TableName: table.tableName, Key: { pk: 'a', sk } }))).Item?.n;
  const pattern = async (count: number) => {
    const outcomes: boolean[] = [];
    for (let at = 0; at < count; at += 1) {
      outcomes.push(
        await add('pattern').then(
          () => true,
          () => false,
        ),
      );
    }
    return outcomes;
  };

  it('cancels the next transactions as the service does, changes nothing, and then lets them through', async () => {
    table.dynamo.conflicts.next(2);
    for (const _ of [1, 2]) {
      expect(await failureOf(add())).toMatchObject({
        name: 'TransactionCanceledException',
        message:
          'Transaction cancelled, please refer cancellation reasons for specific reasons [TransactionConflict, None]',
        CancellationReasons: [
          { Code: 'TransactionConflict', Message: 'Transaction is ongoing for the item' },
          { Code: 'None' },
        ],
      });
    }
    expect(await sum()).toBeUndefined();
    await add();
    expect(await sum()).toBe(1);
  });

  it('cancels a share of them, the same ones for the same seed', async () => {
    table.dynamo.conflicts.rate(0.5, 7);
    const first = await pattern(24);
    table.dynamo.conflicts.rate(0.5, 7);
    expect(await pattern(24)).toEqual(first);
    expect(new Set(first)).toEqual(new Set([true, false]));
    table.dynamo.conflicts.rate(0.5, 8);
    expect(await pattern(24)).not.toEqual(first);
    table.dynamo.conflicts.rate(0, 0);
    expect(await pattern(4)).toEqual([true, true, true, true]);
    table.dynamo.conflicts.rate(1, 1);
    expect(await pattern(4)).toEqual([false, false, false, false]);
  });

  it('leaves exact sums to those who try again', async () => {
    table.dynamo.conflicts.rate(0.4, 3);
    const insist = async (): Promise<void> => {
      const done = await add().then(
        () => true,
        () => false,
      );
      if (!done) await insist();
    };
    await Promise.all(Array.from({ length: 20 }, insist));
    expect(await sum()).toBe(20);
  });

  it.each([
    ['a negative number', (mode: TestTable['dynamo']['conflicts']) => mode.next(-1)],
    ['a share above one', (mode: TestTable['dynamo']['conflicts']) => mode.rate(1.5, 0)],
    ['no number', (mode: TestTable['dynamo']['conflicts']) => mode.rate(Number.NaN, 0)],
  ])('does not take %s', (_label, use) => {
    expect(() => use(table.dynamo.conflicts)).toThrow(RangeError);
  });
});
