import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Key, Table } from './table.ts';

/** One write of a transaction, and the conditions under which items are written. */
export type Action = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

export const absent = 'attribute_not_exists(pk)';
export const present = 'attribute_exists(pk)';

export function put(table: Table, item: Key & Record<string, unknown>, condition?: string): Action {
  return {
    Put: { TableName: table.name, Item: item, ...(condition ? { ConditionExpression: condition } : {}) },
  };
}

export function update(table: Table, what: Omit<NonNullable<Action['Update']>, 'TableName'>): Action {
  return { Update: { TableName: table.name, ...what } };
}

/** Writes the item as its next version, unless someone else has. Version 0 means that it was never stored. */
export function putVersion(
  table: Table,
  item: Key & { readonly version: number } & Record<string, unknown>,
  read = item.version,
): Action {
  const write = { TableName: table.name, Item: { ...item, version: item.version + 1 } };
  if (read === 0) return { Put: { ...write, ConditionExpression: absent } };
  return {
    Put: {
      ...write,
      ConditionExpression: 'version = :read',
      ExpressionAttributeValues: { ':read': read },
    },
  };
}
