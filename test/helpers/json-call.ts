import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { DynamoDbCall } from '#shared/store/receipt.ts';
import type { Table } from '#shared/store/table.ts';
import { attributes, plainItem, wireItem } from './attributes.ts';

const update = z.object({
  TableName: z.string(),
  Key: attributes,
  UpdateExpression: z.string(),
  ConditionExpression: z.string(),
  ExpressionAttributeValues: attributes,
  ReturnValues: z.literal('ALL_NEW'),
});

/** DynamoDB's JSON API over a table of the tests, for the function that does without the SDK's client. */
export function jsonCall(table: Table): DynamoDbCall {
  return async (target, input) => {
    if (target !== 'DynamoDB_20120810.UpdateItem') throw new Error(`The tests' table has no ${target}`);
    const asked = update.parse(input);
    try {
      const { Attributes = {} } = await table.client.send(
        new UpdateCommand({
          ...asked,
          Key: plainItem(asked.Key),
          ExpressionAttributeValues: plainItem(asked.ExpressionAttributeValues),
        }),
      );
      return { Attributes: wireItem(Attributes) };
    } catch (error) {
      if (error instanceof Error && error.name === 'ConditionalCheckFailedException')
        throw Object.assign(new Error('refused'), { code: error.name });
      throw error;
    }
  };
}
