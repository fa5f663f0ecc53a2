import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { SafeError } from '#shared/runtime/safe-error.ts';
import type { DynamoDbCall } from '#shared/store/receipt.ts';
import type { Table } from '#shared/store/table.ts';

const update = z.object({
  TableName: z.string(),
  Key: z.record(z.string(), z.any()),
  UpdateExpression: z.string(),
  ConditionExpression: z.string(),
  ExpressionAttributeValues: z.record(z.string(), z.any()),
  ReturnValues: z.literal('ALL_NEW'),
});

/** The bare call that `receipt.ts` makes, over the client of a table: also for a table in memory. */
export function callOf({ client }: Table): DynamoDbCall {
  return async (target, input) => {
    if (target !== 'DynamoDB_20120810.UpdateItem') throw new Error(`No ${target} is expected here`);
    const { Key, ExpressionAttributeValues, ...rest } = update.parse(input);
    const command = new UpdateCommand({
      ...rest,
      Key: unmarshall(Key),
      ExpressionAttributeValues: unmarshall(ExpressionAttributeValues),
    });
    try {
      const { Attributes } = await client.send(command);
      return { Attributes: marshall(Attributes, { removeUndefinedValues: true }) };
    } catch (error) {
      if (error instanceof Error) throw new SafeError('The update failed', error.name);
      throw error;
    }
  };
}
