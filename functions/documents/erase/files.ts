import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { personPk } from '#shared/store/customer.ts';
import { filesIn } from '#shared/store/erase/sweep.ts';
import type { Table } from '#shared/store/table.ts';

/** Keys of the files that belong to these customers: who approved their costs saw them, but they are not that person's. */
export async function filesOf(customers: readonly string[], table: Table): Promise<ReadonlySet<string>> {
  const keys = new Set<string>();
  for (const customer of customers) {
    let from: Record<string, unknown> | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await table.client.send(
        new QueryCommand({
          TableName: table.name,
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': personPk(customer) },
          ExclusiveStartKey: from,
        }),
      );
      for (const key of filesIn(Items)) keys.add(key);
      from = LastEvaluatedKey;
    } while (from);
  }
  return keys;
}
