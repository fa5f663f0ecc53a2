import type { TransactWriteCommandInput, UpdateCommandInput } from '@aws-sdk/lib-dynamodb';

/** The rows that were there before the kill; both indexes have entries. */
export const BEFORE = [
  { pk: 'day', sk: '1', version: 1, dueShard: 'a', dueAt: 100 },
  { pk: 'out', sk: '1', text: 'waits', waiting: '1' },
  { pk: 'out', sk: '2', text: 'has gone' },
];

/** Writes, changes and removes a row, each with index entries of its own. */
export const halfTransaction: TransactWriteCommandInput = {
  ClientRequestToken: 'half-transaction',
  TransactItems: [
    { Put: { TableName: 'station', Item: { pk: 'out', sk: '3', waiting: '3', dueShard: 'a', dueAt: 5 } } },
    {
      Update: {
        TableName: 'station',
        Key: { pk: 'day', sk: '1' },
        UpdateExpression: 'SET dueAt = :later, version = :two, waiting = :w',
        ExpressionAttributeValues: { ':later': 200, ':two': 2, ':w': 'now' },
      },
    },
    { Delete: { TableName: 'station', Key: { pk: 'out', sk: '1' } } },
  ],
};

/** What the transaction leads to when it is carried out. */
export const AFTER = [
  { pk: 'day', sk: '1', version: 2, dueShard: 'a', dueAt: 200, waiting: 'now' },
  { pk: 'out', sk: '2', text: 'has gone' },
  { pk: 'out', sk: '3', waiting: '3', dueShard: 'a', dueAt: 5 },
];

/** The n-th move of the storm: a receipt and two accounts in one transaction, then a single indexed write. */
export function storm(n: number): {
  readonly transaction: TransactWriteCommandInput;
  readonly single: UpdateCommandInput;
} {
  const account = (sk: string, amount: number) => ({
    Update: {
      TableName: 'station',
      Key: { pk: 'accounts', sk },
      UpdateExpression: 'SET waiting = :n, dueShard = :shard, dueAt = :at ADD kilometres :amount',
      ExpressionAttributeValues: { ':n': String(n), ':shard': sk, ':at': n, ':amount': amount },
    },
  });
  return {
    transaction: {
      TransactItems: [
        account(`from-${n % 3}`, -n),
        account(`to-${n % 5}`, n),
        { Put: { TableName: 'station', Item: { pk: 'receipts', sk: String(n), waiting: String(n) } } },
      ],
    },
    single: {
      TableName: 'station',
      Key: { pk: 'singles', sk: String(n % 7) },
      UpdateExpression: 'SET waiting = :n, dueShard = :n, dueAt = :at',
      ExpressionAttributeValues: { ':n': String(n), ':at': n },
    },
  };
}
