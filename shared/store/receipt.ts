import * as z from 'zod';
import { type Receipt, rungs } from '#shared/domain/inbound.ts';
import { outboxKey } from './outbox-key.ts';

/**
 * One call of DynamoDB's JSON API by its target. Statuses come in great numbers and to a function that does nothing else
 * with the table: it does without the SDK's client.
 */
export type DynamoDbCall = (target: string, input: Readonly<Record<string, unknown>>) => Promise<unknown>;

/**
 * What a receipt changed. `awaited`: deliver waits to hear of just this message, since its answer is not on record; the
 * destination is to be woken, so that it goes on at once. `noted`: it climbed. `nothing`: it was as high already, or the
 * row is gone.
 */
export type Climbed = 'awaited' | 'noted' | 'nothing';

/**
 * Notes on its outbox row how far a message got, in one write: `rung<part>` only ever rises, since receipts come in any
 * order and more than once, `message<part>` is the messenger's id of it. Throws what the call throws, but for a row that
 * stands as high already.
 */
export async function climb(
  call: DynamoDbCall,
  table: string,
  { receipt, destination, row, part, messageId, at }: Receipt,
): Promise<Climbed> {
  const { pk, sk } = outboxKey(destination, row);
  const rung = `rung${part}`;
  try {
    const answer = await call('DynamoDB_20120810.UpdateItem', {
      TableName: table,
      Key: { pk: { S: pk }, sk: { S: sk } },
      UpdateExpression: `SET ${rung} = :rung, ${rung}At = :at, message${part} = :message`,
      ConditionExpression: `attribute_exists(pk) AND (attribute_not_exists(${rung}) OR ${rung} < :rung)`,
      ExpressionAttributeValues: {
        ':rung': { N: String(rungs[receipt]) },
        ':at': { N: String(at) },
        ':message': { S: messageId },
      },
      // Costs nothing, and nobody knows before whether somebody waits for it.
      ReturnValues: 'ALL_NEW',
    });
    const { waiting, parked } = updated.parse(answer).Attributes;
    return waiting !== undefined && parked?.M?.part.N === String(part) ? 'awaited' : 'noted';
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ConditionalCheckFailedException')
      return 'nothing';
    throw error;
  }
}

/** Of the row in DynamoDB's own form: whether it waits, and the message of which nothing is known (see `outbox.ts`). */
const updated = z.object({
  Attributes: z.object({
    waiting: z.unknown().optional(),
    parked: z.object({ M: z.object({ part: z.object({ N: z.string() }) }).optional() }).optional(),
  }),
});
