import { BatchWriteCommand, PutCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type TestTable, withTable } from '#test/helpers/dynamodb.ts';
import { contentsOf, partition } from './station-data.ts';

const NOW = Date.parse('2026-05-05T12:00:00Z');
const SECONDS = NOW / 1000;
const YEAR = 365 * 86_400;

describe('the sweep of expired rows', () => {
  let now = NOW;
  let table: TestTable;
  beforeEach(async () => {
    now = NOW;
    table = await withTable({ now: () => now });
  });
  afterEach(() => table.close());

  const fill = (rows: readonly Record<string, unknown>[]) =>
    table.client.send(
      new BatchWriteCommand({
        RequestItems: { [table.tableName]: rows.map((Item) => ({ PutRequest: { Item } })) },
      }),
    );

  it('deletes what has expired by the station clock, index entries included, and nothing else', async () => {
    const row = (sk: string, expiresAt?: unknown) => ({
      pk: 'p',
      sk,
      waiting: sk,
      dueShard: 'a',
      dueAt: 1,
      expiresAt,
    });
    await fill([
      row('a second ago', SECONDS - 1),
      row('now', SECONDS),
      row('in a second', SECONDS + 1),
      row('never'),
      row('as a text', String(SECONDS - 1)),
      row('six years ago', SECONDS - 6 * YEAR),
    ]);
    expect(await table.dynamo.sweepExpired()).toBe(1);
    const left = ['as a text', 'in a second', 'never', 'now', 'six years ago'];
    const contents = await contentsOf(table.client);
    for (const rows of Object.values(contents)) expect(rows.map((each) => each.sk)).toEqual(left);

    now += 60_000;
    expect(await table.dynamo.sweepExpired()).toBe(2);
    expect(await table.dynamo.sweepExpired()).toBe(0);
  });

  it('spares a row that is renewed between its being found and its being deleted', async () => {
    // While a long transaction runs, first the sweep and then the renewal queue up behind it: the sweep finds the
    // row, the renewal comes next, and only then it would be deleted.
    let duringTransaction = async () => {};
    let queued: Promise<void> | undefined;
    const busy = await withTable({
      now: () => NOW,
      onStep(step) {
        if (step.of === 100 && queued === undefined) queued = duringTransaction();
      },
    });
    onTestFinished(() => busy.close());
    const { client, tableName: TableName, dynamo } = busy;
    await client.send(new PutCommand({ TableName, Item: { pk: 'p', sk: 'lease', expiresAt: SECONDS - 1 } }));
    const deleted: number[] = [];
    duringTransaction = async () => {
      const sweeping = dynamo.sweepExpired();
      await client.send(
        new UpdateCommand({
          TableName,
          Key: { pk: 'p', sk: 'lease' },
          UpdateExpression: 'SET expiresAt = :later',
          ExpressionAttributeValues: { ':later': SECONDS + 60 },
        }),
      );
      deleted.push(await sweeping);
    };
    await client.send(
      new TransactWriteCommand({
        TransactItems: Array.from({ length: 100 }, (_, at) => ({
          Put: { TableName, Item: { pk: 'long', sk: String(at) } },
        })),
      }),
    );
    await queued;
    expect(deleted).toEqual([0]);
    expect(await partition(client, 'p')).toEqual([{ pk: 'p', sk: 'lease', expiresAt: SECONDS + 60 }]);
  });

  it('finds expired rows in a table of several pages', async () => {
    const rows = Array.from({ length: 12 }, (_, at) => ({
      pk: `p${at}`,
      sk: 'a',
      expiresAt: SECONDS - 1,
      text: 'x'.repeat(200_000),
    }));
    await fill(rows);
    expect(await table.dynamo.sweepExpired()).toBe(12);
  });
});
