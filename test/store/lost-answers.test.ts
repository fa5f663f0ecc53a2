import { BatchGetCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { commit } from '#shared/store/commit.ts';
import { loadConversation, loadFacts } from '#shared/store/load.ts';
import { type TestTable, withTable } from '#test/helpers/dynamodb.ts';
import { inboundOf, keyOfChat, rowTo, stepOf } from './steps.ts';

/** What the SDK and the store do about answers that never come, or come with half of what was asked. */

const sent = z.object({ request: z.object({ body: z.union([z.string(), z.instanceof(Uint8Array)]) }) });
const wordsOf = (body: string | Uint8Array) =>
  typeof body === 'string' ? body : new TextDecoder().decode(body);
const transaction = z.object({ ClientRequestToken: z.string(), TransactItems: z.array(z.unknown()) });

describe('the answer to a step', () => {
  let database: TestTable;
  beforeEach(async () => {
    database = await withTable();
  });
  afterEach(() => database.close());

  it('lost on its way: is asked for again with the same token, and nothing is written twice', async () => {
    const table = { client: database.client, name: database.tableName };
    const tokens: string[] = [];
    table.client.middlewareStack.add(
      (next) => async (args) => {
        const answer = await next(args);
        const { data } = transaction.safeParse(JSON.parse(wordsOf(sent.parse(args).request.body)));
        if (data) tokens.push(data.ClientRequestToken);
        if (data && tokens.length === 1)
          throw Object.assign(new Error('socket hang up'), { name: 'TimeoutError', code: 'ECONNRESET' });
        return answer;
      },
      { step: 'finalizeRequest', priority: 'low', name: 'loseTheFirstAnswer' },
    );
    const result = await commit(table, stepOf('1', 'u1', { rows: [rowTo('1', 'v00000001')] }));
    expect(result).toEqual({ kind: 'committed' });
    expect(tokens).toHaveLength(2);
    expect(new Set(tokens).size).toBe(1);
    const { Items = [] } = await table.client.send(new ScanCommand({ TableName: table.name }));
    expect(Items).toHaveLength(3);
    expect(Items.find(({ sk }) => sk === 'conversation')).toMatchObject({ version: 1 });
  });
});

describe('a batch that DynamoDB answers in part', () => {
  const name = 'station';
  let database: TestTable;
  beforeEach(async () => {
    database = await withTable();
  });
  afterEach(() => database.close());

  it('is asked again for the rest', async () => {
    const mock = mockClient(database.client);
    const date = (index: number) => `2026-12-0${index}`;
    const key = (index: number) => ({ pk: `D#${date(index)}`, sk: 'day' });
    const item = (index: number) => ({ ...key(index), date: date(index), version: index, jobs: [] });
    mock
      .on(BatchGetCommand)
      .resolvesOnce({
        Responses: { [name]: [item(1)] },
        UnprocessedKeys: { [name]: { Keys: [key(2), key(3)] } },
      })
      .resolvesOnce({ Responses: { [name]: [item(3)] }, UnprocessedKeys: { [name]: { Keys: [key(2)] } } })
      .resolvesOnce({ Responses: { [name]: [item(2)] } });
    const { days } = await loadFacts({ client: database.client, name }, [
      { kind: 'days', dates: [date(1), date(2), date(3)] },
    ]);
    expect([...days.values()].map(({ version }) => version)).toEqual([1, 2, 3]);
    const asked = mock
      .commandCalls(BatchGetCommand)
      .map((call) => call.args[0].input.RequestItems?.[name]?.Keys);
    expect(asked.map((keys) => keys?.length)).toEqual([3, 2, 1]);
  });

  it('again and again: is an error that says so, and never a day without bookings', async () => {
    const mock = mockClient(database.client);
    const keys = [{ pk: `C#${keyOfChat('1')}`, sk: 'conversation' }];
    mock.on(BatchGetCommand).resolves({ Responses: {}, UnprocessedKeys: { [name]: { Keys: keys } } });
    const load = loadConversation({ client: database.client, name }, inboundOf('1', 'u1'), 'en');
    await expect(load).rejects.toThrow('DynamoDB left keys unread five times');
    expect(mock.commandCalls(BatchGetCommand)).toHaveLength(5);
  });
});
