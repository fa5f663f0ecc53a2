import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CreateTableCommand, DescribeTimeToLiveCommand, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openEngine } from '#infra/local/dynamodb/engine.ts';
import { startDynamoDb } from '#infra/local/dynamodb/start.ts';
import { createStationTable, documentClient } from '#test/helpers/dynamodb.ts';
import { failureOf } from './contract/table.ts';
import { contentsOf, dataFolder, reopen } from './station-data.ts';

const MINUTE = 60_000;
const NOON = Date.parse('2026-05-05T12:00:00Z');

const add = (amount: number) =>
  new TransactWriteCommand({
    ClientRequestToken: 'one-delivery',
    TransactItems: [
      {
        Update: {
          TableName: 'station',
          Key: { pk: 'a', sk: 'sum' },
          UpdateExpression: 'ADD n :amount',
          ExpressionAttributeValues: { ':amount': amount },
        },
      },
    ],
  });
const sum = new GetCommand({ TableName: 'station', Key: { pk: 'a', sk: 'sum' } });

describe('a station that is stopped and started again', () => {
  it('has its rows, and its time to live', async () => {
    const folder = dataFolder();
    const first = await reopen(folder);
    await createStationTable(first.client, 'station');
    await first.client.send(
      new PutCommand({ TableName: 'station', Item: { pk: 'a', sk: 'b', waiting: 'now' } }),
    );
    const before = await contentsOf(first.client);
    await first.close();

    const second = await reopen(folder);
    expect(await contentsOf(second.client)).toEqual(before);
    const { TimeToLiveDescription } = await second.client.send(
      new DescribeTimeToLiveCommand({ TableName: 'station' }),
    );
    expect(TimeToLiveDescription).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'expiresAt' });
  });

  it('does not start a second time on data that is in use, and starts once that has ended', async () => {
    const folder = dataFolder();
    const first = await reopen(folder);
    await expect(startDynamoDb({ dataDir: folder, now: Date.now })).rejects.toThrow(
      /in use by another station/,
    );
    await createStationTable(first.client, 'station');
    await first.close();
    const second = await reopen(folder);
    expect((await contentsOf(second.client)).rows).toEqual([]);
  });

  it('knows the tokens of the last ten minutes, and no longer', async () => {
    const folder = dataFolder();
    let now = NOON;
    const first = await reopen(folder, () => now);
    await createStationTable(first.client, 'station');
    await first.client.send(add(5));
    await first.close();

    now = NOON + 10 * MINUTE - 1;
    const second = await reopen(folder, () => now);
    await second.client.send(add(5));
    expect((await second.client.send(sum)).Item).toMatchObject({ n: 5 });
    expect(await failureOf(second.client.send(add(6)))).toMatchObject({
      name: 'IdempotentParameterMismatchException',
    });
    now += 1;
    await second.client.send(add(6));
    expect((await second.client.send(sum)).Item).toMatchObject({ n: 11 });
  });

  it('carries a token out once when it comes twice at the same time', async () => {
    const { client } = await reopen(dataFolder());
    await createStationTable(client, 'station');
    await Promise.all([client.send(add(1)), client.send(add(1)), client.send(add(1))]);
    expect((await client.send(sum)).Item).toMatchObject({ n: 1 });
  });

  it('begins anew when it was killed while its first table was made', async () => {
    const folder = dataFolder();
    const engine = openEngine(join(folder, 'items'));
    // dynalite calls a table CREATING until a timer ends; closing the store at once leaves it so.
    await engine.call('CreateTable', {
      TableName: 'station',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    });
    await engine.close();
    expect(existsSync(join(folder, 'items'))).toBe(true);

    const { client } = await reopen(folder);
    expect((await client.send(new ListTablesCommand({}))).TableNames).toEqual([]);
    await createStationTable(client, 'station');
  });
});

describe('a fault in the middle of a write', () => {
  it('takes the write back and says that it was not carried out', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    onTestFinished(() => log.mockRestore());
    let broken = true;
    const dynamo = await startDynamoDb({
      dataDir: undefined,
      now: Date.now,
      onStep(step) {
        if (broken && step.kind === 'item written' && step.of === 2) throw new Error('the disk is full');
      },
    });
    const client = documentClient(dynamo.endpoint, 1);
    onTestFinished(() => {
      client.destroy();
      return dynamo.close();
    });
    await createStationTable(client, 'station');
    const both = new TransactWriteCommand({
      ClientRequestToken: 'both',
      TransactItems: ['a', 'b'].map((sk) => ({
        Put: { TableName: 'station', Item: { pk: 'p', sk, waiting: 'w' } },
      })),
    });
    expect(await failureOf(client.send(both))).toMatchObject({ name: 'InternalServerError' });
    expect(log).toHaveBeenCalledWith(expect.any(String), new Error('the disk is full'));
    expect(await contentsOf(client)).toEqual({ rows: [], waiting: [], due: [] });
    broken = false;
    await client.send(both);
    expect((await contentsOf(client)).rows).toHaveLength(2);
  });
});

describe('a table without a plan', () => {
  it('is refused by name, not by a hanging request', async () => {
    const { client } = await reopen(dataFolder());
    const wrong = new CreateTableCommand({
      TableName: 'station',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'other', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    });
    expect(await failureOf(client.send(wrong))).toMatchObject({ name: 'ValidationException' });
  });
});
