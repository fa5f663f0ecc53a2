import {
  GetCommand,
  PutCommand,
  TransactGetCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { failureOf, freshPlace, type Table } from './table.ts';

type Actions = NonNullable<TransactWriteCommandInput['TransactItems']>;

/** TransactWriteItems and TransactGetItems. */
export function transactions(table: () => Table): void {
  const TableName = () => table().name;
  const write = (TransactItems: Actions, more: object = {}) =>
    table().client.send(new TransactWriteCommand({ TransactItems, ...more }));
  const put = (Item: Record<string, unknown>) =>
    table().client.send(new PutCommand({ TableName: TableName(), Item }));
  const get = async (pk: string, sk: string) => {
    const answer = await table().client.send(
      new GetCommand({ TableName: TableName(), Key: { pk, sk }, ConsistentRead: true }),
    );
    return answer.Item;
  };
  const cancelledWith = (...codes: string[]) => ({
    name: 'TransactionCanceledException',
    message: `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes.join(', ')}]`,
    CancellationReasons: codes.map((Code) => ({ Code })),
  });

  describe('a transaction', () => {
    it('puts, updates, deletes and checks together', async () => {
      const pk = freshPlace();
      await put({ pk, sk: 'day', version: 1 });
      await put({ pk, sk: 'hold', by: 'customer' });
      await put({ pk, sk: 'consent' });
      await write([
        { Put: { TableName: TableName(), Item: { pk, sk: 'appointment', bay: 2 } } },
        {
          Update: {
            TableName: TableName(),
            Key: { pk, sk: 'day' },
            UpdateExpression: 'ADD version :one',
            ConditionExpression: 'version = :one',
            ExpressionAttributeValues: { ':one': 1 },
          },
        },
        { Delete: { TableName: TableName(), Key: { pk, sk: 'hold' } } },
        {
          ConditionCheck: {
            TableName: TableName(),
            Key: { pk, sk: 'consent' },
            ConditionExpression: 'attribute_exists(pk)',
          },
        },
      ]);
      expect(await get(pk, 'appointment')).toEqual({ pk, sk: 'appointment', bay: 2 });
      expect(await get(pk, 'day')).toEqual({ pk, sk: 'day', version: 2 });
      expect(await get(pk, 'hold')).toBeUndefined();
      expect(await get(pk, 'consent')).toEqual({ pk, sk: 'consent' });
    });

    it('changes nothing when one condition fails, says which, and shows the item that was in the way', async () => {
      const pk = freshPlace();
      await put({ pk, sk: 'taken', by: 'another' });
      const unless = 'attribute_not_exists(pk)';
      const failure = await failureOf(
        write([
          { Put: { TableName: TableName(), Item: { pk, sk: 'a' } } },
          {
            Put: {
              TableName: TableName(),
              Item: { pk, sk: 'taken', by: 'me' },
              ConditionExpression: unless,
              ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
            },
          },
          {
            Update: {
              TableName: TableName(),
              Key: { pk, sk: 'none' },
              UpdateExpression: 'SET a = :a',
              ConditionExpression: 'attribute_exists(pk)',
              ExpressionAttributeValues: { ':a': 1 },
              ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
            },
          },
          { Delete: { TableName: TableName(), Key: { pk, sk: 'b' } } },
        ]),
      );
      expect(failure).toMatchObject(
        cancelledWith('None', 'ConditionalCheckFailed', 'ConditionalCheckFailed', 'None'),
      );
      expect(failure).toMatchObject({
        CancellationReasons: [
          {},
          { Item: { pk: { S: pk }, sk: { S: 'taken' }, by: { S: 'another' } } },
          { Message: expect.stringContaining('The conditional request failed') },
          {},
        ],
      });
      expect(failure).not.toHaveProperty('CancellationReasons.2.Item.pk');
      expect(await get(pk, 'a')).toBeUndefined();
      expect(await get(pk, 'none')).toBeUndefined();
      expect(await get(pk, 'taken')).toEqual({ pk, sk: 'taken', by: 'another' });
    });

    it('keeps the item of a failed condition to itself when it was not asked for', async () => {
      const pk = freshPlace();
      await put({ pk, sk: 'taken' });
      const check = {
        TableName: TableName(),
        Key: { pk, sk: 'taken' },
        ConditionExpression: 'attribute_not_exists(pk)',
      };
      const failure = await failureOf(write([{ ConditionCheck: check }]));
      expect(failure).toMatchObject(cancelledWith('ConditionalCheckFailed'));
      expect(failure).not.toHaveProperty('CancellationReasons.0.Item.pk');
    });

    it('changes nothing when an update does not fit the item it meets', async () => {
      const pk = freshPlace();
      await put({ pk, sk: 'row', note: 'text' });
      const failure = await failureOf(
        write([
          { Put: { TableName: TableName(), Item: { pk, sk: 'a' } } },
          {
            Update: {
              TableName: TableName(),
              Key: { pk, sk: 'row' },
              UpdateExpression: 'ADD note :one',
              ExpressionAttributeValues: { ':one': 1 },
            },
          },
        ]),
      );
      // The service cancels; DynamoDB Local calls the whole request invalid.
      expect(['TransactionCanceledException', 'ValidationException']).toContain(nameOf(failure));
      expect(await get(pk, 'a')).toBeUndefined();
      expect(await get(pk, 'row')).toEqual({ pk, sk: 'row', note: 'text' });
    });

    it('may name an item only once', async () => {
      const pk = freshPlace();
      const failure = await failureOf(
        write([
          { Put: { TableName: TableName(), Item: { pk, sk: 'a' } } },
          { Delete: { TableName: TableName(), Key: { sk: 'a', pk } } },
        ]),
      );
      expect(failure).toMatchObject({
        name: 'ValidationException',
        message: 'Transaction request cannot include multiple operations on one item',
      });
      expect(await get(pk, 'a')).toBeUndefined();
    });

    it('takes 100 actions and not 101, and not none', async () => {
      const pk = freshPlace();
      const actions = (count: number): Actions =>
        Array.from({ length: count }, (_, at) => ({
          Put: { TableName: TableName(), Item: { pk, sk: `row-${at}` } },
        }));
      expect(await failureOf(write(actions(101)))).toMatchObject({ name: 'ValidationException' });
      expect(await failureOf(write([]))).toMatchObject({ name: 'ValidationException' });
      expect(await get(pk, 'row-0')).toBeUndefined();
      await write(actions(100));
      expect(await get(pk, 'row-99')).toEqual({ pk, sk: 'row-99' });
    });

    it('is refused above 4 MB', async () => {
      const pk = freshPlace();
      const failure = await failureOf(
        write(
          Array.from({ length: 12 }, (_, at) => ({
            Put: { TableName: TableName(), Item: { pk, sk: `row-${at}`, text: 'x'.repeat(360_000) } },
          })),
        ),
      );
      expect(failure).toMatchObject({ name: 'ValidationException' });
      expect(await get(pk, 'row-0')).toBeUndefined();
    });

    it('is refused as a whole when one action makes no sense', async () => {
      const pk = freshPlace();
      const good = { Put: { TableName: TableName(), Item: { pk, sk: 'a' } } };
      const cases: [Actions[number], string][] = [
        [{ Put: { TableName: 'elsewhere', Item: { pk, sk: 'b' } } }, 'ResourceNotFoundException'],
        [{ Put: { TableName: TableName(), Item: { pk } } }, 'ValidationException'],
        [
          {
            Delete: { TableName: TableName(), Key: { pk, sk: 'b' }, ConditionExpression: 'this is not one' },
          },
          'ValidationException',
        ],
        [
          {
            Put: { TableName: TableName(), Item: { pk, sk: 'b' } },
            Delete: { TableName: TableName(), Key: { pk, sk: 'c' } },
          },
          'ValidationException',
        ],
        [{}, 'ValidationException'],
      ];
      for (const [bad, name] of cases) expect(await failureOf(write([good, bad]))).toMatchObject({ name });
      expect(await get(pk, 'a')).toBeUndefined();
    });

    it('with a token happens once, however often it is sent, and the token holds for this content only', async () => {
      const pk = freshPlace();
      const add = (n: number): Actions => [
        {
          Update: {
            TableName: TableName(),
            Key: { pk, sk: 'sum' },
            UpdateExpression: 'ADD kilometres :n',
            ExpressionAttributeValues: { ':n': n },
          },
        },
      ];
      const token = { ClientRequestToken: `${pk}-token` };
      await write(add(5), token);
      await write(add(5), token);
      expect(await failureOf(write(add(6), token))).toMatchObject({
        name: 'IdempotentParameterMismatchException',
      });
      expect(await get(pk, 'sum')).toMatchObject({ kilometres: 5 });
    });

    it('that was cancelled may be sent again with its token', async () => {
      const pk = freshPlace();
      const token = { ClientRequestToken: `${pk}-token` };
      const actions: Actions = [
        { Put: { TableName: TableName(), Item: { pk, sk: 'a' } } },
        {
          ConditionCheck: {
            TableName: TableName(),
            Key: { pk, sk: 'day' },
            ConditionExpression: 'attribute_exists(pk)',
          },
        },
      ];
      await failureOf(write(actions, token));
      await put({ pk, sk: 'day' });
      await write(actions, token);
      expect(await get(pk, 'a')).toEqual({ pk, sk: 'a' });
    });

    it('loses no update when many run at once on the same items', async () => {
      const pk = freshPlace();
      const transfer = (from: string, to: string) =>
        write(
          [
            [from, -1],
            [to, 1],
          ].map(([sk, n]) => ({
            Update: {
              TableName: TableName(),
              Key: { pk, sk },
              UpdateExpression: 'ADD balance :n',
              ExpressionAttributeValues: { ':n': n },
            },
          })),
        );
      const names = ['a', 'b', 'c'];
      await Promise.all(
        Array.from({ length: 30 }, (_, at) => transfer(names[at % 3] ?? 'a', names[(at + 1) % 3] ?? 'b')),
      );
      const answer = await table().client.send(
        new TransactGetCommand({
          TransactItems: names.map((sk) => ({ Get: { TableName: TableName(), Key: { pk, sk } } })),
        }),
      );
      expect(answer.Responses?.map((each) => each.Item?.balance)).toEqual([0, 0, 0]);
    });

    it('lets exactly one of many bookings of the same version win', async () => {
      const pk = freshPlace();
      await put({ pk, sk: 'day', version: 1 });
      const outcomes = await Promise.allSettled(
        Array.from({ length: 12 }, (_, at) =>
          write([
            { Put: { TableName: TableName(), Item: { pk, sk: `appointment-${at}` } } },
            {
              Update: {
                TableName: TableName(),
                Key: { pk, sk: 'day' },
                UpdateExpression: 'SET version = :next',
                ConditionExpression: 'version = :seen',
                ExpressionAttributeValues: { ':seen': 1, ':next': 2 },
              },
            },
          ]),
        ),
      );
      expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
      const booked = await Promise.all(outcomes.map((_, at) => get(pk, `appointment-${at}`)));
      expect(booked.map((item) => item !== undefined)).toEqual(
        outcomes.map((outcome) => outcome.status === 'fulfilled'),
      );
    });

    it('reads several items in order, with a gap for a missing one, as far as asked for', async () => {
      const pk = freshPlace();
      await put({ pk, sk: 'a', text: 'one', more: 1 });
      const Key = { pk, sk: 'a' };
      const read = (TransactItems: object[]) =>
        table().client.send(
          new TransactGetCommand({
            TransactItems: TransactItems.map((get) => ({ Get: { TableName: TableName(), Key, ...get } })),
          }),
        );
      const answer = await read([{ Key: { pk, sk: 'none' } }, { ProjectionExpression: 'more' }]);
      expect(answer.Responses).toHaveLength(2);
      expect(answer.Responses?.map((each) => each.Item)).toEqual([undefined, { more: 1 }]);
      expect(await failureOf(read([{}, {}]))).toMatchObject({ name: 'ValidationException' });
    });
  });
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : String(error);
}
