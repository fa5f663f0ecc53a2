import { describe, expect, it } from 'vitest';
import { sqsWishes } from '#infra/local/queues/sqs-wishes.ts';
import { dynamoDbWishes } from '#infra/local/runner/dynamodb-wishes.ts';
import { allows } from '#infra/local/runner/grants.ts';
import type { Statement } from '#infra/local/runner/wiring-types.ts';

const allow = (actions: readonly string[], ...resources: readonly string[]): Statement => ({
  effect: 'Allow',
  actions,
  resources,
});

describe('a grant', () => {
  const table = 'arn:aws:dynamodb:r:1:table/T';
  it.each([
    ['the action on the resource', allow(['dynamodb:GetItem'], table), true],
    ['another letter case of the action', allow(['DynamoDB:getitem'], table), true],
    ['another action', allow(['dynamodb:PutItem'], table), false],
    ['another resource', allow(['dynamodb:GetItem'], `${table}2`), false],
    ['only an index', allow(['dynamodb:GetItem'], `${table}/index/*`), false],
    ['all actions', allow(['dynamodb:*'], table), true],
    ['some actions', allow(['dynamodb:G?tItem'], table), true],
    ['all resources of a kind', allow(['dynamodb:GetItem'], 'arn:aws:dynamodb:*:table/*'), true],
    ['a dot that is no wildcard', allow(['dynamodb.GetItem'], table), false],
  ])('of %s', (_what, statement, expected) => {
    expect(allows([statement], { action: 'dynamodb:GetItem', on: table })).toBe(expected);
  });

  it('gives way to a denial', () => {
    const statements: readonly Statement[] = [
      allow(['sqs:*'], '*'),
      { effect: 'Deny', actions: ['sqs:PurgeQueue'], resources: ['*'] },
    ];
    expect(allows(statements, { action: 'sqs:SendMessage', on: 'q' })).toBe(true);
    expect(allows(statements, { action: 'sqs:PurgeQueue', on: 'q' })).toBe(false);
  });
});

describe('what a call has to be granted', () => {
  const transaction = {
    TransactItems: [
      { Put: { TableName: 'T', Item: {} } },
      { ConditionCheck: { TableName: 'T' } },
      { Delete: { TableName: 'U' } },
    ],
  };
  it.each([
    ['GetItem', { TableName: 'T' }, ['dynamodb:GetItem T']],
    ['Query', { TableName: 'T', IndexName: 'due' }, ['dynamodb:Query T/index/due']],
    [
      'BatchGetItem',
      { RequestItems: { T: {}, U: {} } },
      ['dynamodb:BatchGetItem T', 'dynamodb:BatchGetItem U'],
    ],
    [
      'TransactWriteItems',
      transaction,
      ['dynamodb:PutItem T', 'dynamodb:ConditionCheckItem T', 'dynamodb:DeleteItem U'],
    ],
  ])('in DynamoDB: %s', (operation, body, expected) => {
    const wishes = dynamoDbWishes(operation, body, (table) => table);
    expect(wishes.map(({ action, on }) => `${action} ${on}`)).toEqual(expected);
  });

  it.each([
    ['SendMessageBatch', { QueueUrl: 'http://h/0/work.fifo' }, 'sqs:SendMessage work.fifo'],
    [
      'StartMessageMoveTask',
      { SourceArn: 'arn:aws:sqs:r:0:dead.fifo' },
      'sqs:StartMessageMoveTask dead.fifo',
    ],
  ])('in SQS: %s', (action, body, expected) => {
    const [wish] = sqsWishes(action, body, (queue) => queue);
    expect(`${wish?.action} ${wish?.on}`).toBe(expected);
  });
});
