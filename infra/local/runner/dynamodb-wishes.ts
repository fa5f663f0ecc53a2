import * as z from 'zod';
import type { Wish } from './grants.ts';

/**
 * What a DynamoDB call has to be granted. A transaction is authorised by its single writes and reads, a query of an index
 * by the index: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html
 */
export function dynamoDbWishes(
  operation: string,
  body: unknown,
  arnOf: (table: string) => string,
): readonly Wish[] {
  const wish = (action: string, table: string, index?: string): Wish => ({
    action: `dynamodb:${action}`,
    on: index === undefined ? arnOf(table) : `${arnOf(table)}/index/${index}`,
  });
  switch (operation) {
    case 'BatchGetItem':
    case 'BatchWriteItem':
      return Object.keys(batch.parse(body).RequestItems).map((table) => wish(operation, table));
    case 'TransactWriteItems':
    case 'TransactGetItems':
      return transaction
        .parse(body)
        .TransactItems.flatMap((item) =>
          Object.entries(item).map(([kind, { TableName }]) => wish(single[kind] ?? kind, TableName)),
        );
    default: {
      const { TableName, IndexName } = plain.parse(body);
      return [wish(operation, TableName, IndexName)];
    }
  }
}

/** The action by which a part of a transaction is authorised. */
const single: Readonly<Record<string, string>> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
};

const batch = z.object({ RequestItems: z.record(z.string(), z.unknown()) });
const transaction = z.object({
  TransactItems: z.array(z.record(z.string(), z.looseObject({ TableName: z.string() }))),
});
const plain = z.object({ TableName: z.string().default(''), IndexName: z.string().optional() });
