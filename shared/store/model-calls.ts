import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { LocalDate } from '#shared/domain/clock.ts';
import { expiry, type Key, type Table } from './table.ts';

/** How often the language model was asked on a station day. It lies beside what happened on it and tells of nobody. */
function callsKey(date: LocalDate): Key {
  return { pk: `S#${date}`, sk: 'modelCalls' };
}

/** Seconds that the count is of use. */
const kept = 8 * 24 * 60 * 60;

/** Takes one of the day's `most` calls; false where none is left. Whoever takes one and fails has used it. */
export async function takeCall(table: Table, date: LocalDate, most: number, now: number): Promise<boolean> {
  const hasLeft = 'attribute_not_exists(calls) OR calls < :most';
  try {
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: callsKey(date),
        UpdateExpression: 'SET calls = if_not_exists(calls, :none) + :one, expiresAt = :expiry',
        ConditionExpression: hasLeft,
        ExpressionAttributeValues: { ':none': 0, ':one': 1, ':most': most, ':expiry': expiry(now, kept) },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
