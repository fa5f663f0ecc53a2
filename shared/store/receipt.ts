import * as z from 'zod';
import { type Receipt, rungs } from '#shared/domain/inbound.ts';
import { noticePart } from '#shared/domain/reference.ts';
import { outboxKey } from './outbox-key.ts';

/**
 * One call of DynamoDB's JSON API by its target. Statuses come in great numbers and to a function that does nothing else
 * with the table: it does without the SDK's client.
 */
export type DynamoDbCall = (target: string, input: Readonly<Record<string, unknown>>) => Promise<unknown>;

/** What a receipt changed; null: it stood higher already, or the row is gone. */
export type Climbed = {
  /** Deliver waits to hear of just this message, since its answer is not on record: its destination is to be woken. */
  readonly awaited: boolean;
  /** Key of the address that wants to know how far the row got, where this is its last message. */
  readonly tells: string | null;
} | null;

/**
 * Notes on its outbox row how far a message got, in one write: `rung<part>` only ever rises, since receipts come in any
 * order and more than once, `message<part>` is the messenger's id of it. The same receipt again is answered as the first
 * time, so that what follows from it can be made up for. Throws what the call throws, but for a row that stands higher.
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
      ConditionExpression: `attribute_exists(pk) AND (attribute_not_exists(${rung}) OR ${rung} <= :rung)`,
      ExpressionAttributeValues: {
        ':rung': { N: String(rungs[receipt]) },
        ':at': { N: String(at) },
        ':message': { S: messageId },
      },
      // Costs nothing, and nobody knows before whether somebody waits for it.
      ReturnValues: 'ALL_NEW',
    });
    const { waiting, parked, parts, source } = updated.parse(answer).Attributes;
    const goingOut = parked?.M === undefined ? -1 : Number(parked.M.part.N);
    // Messages that are not out yet come after this one: it is not the last.
    const last = Math.max((parts?.L.length ?? 0) - 1, goingOut === noticePart ? -1 : goingOut);
    return {
      awaited: waiting !== undefined && goingOut === part,
      tells: part !== noticePart && part >= last ? (source?.M?.tells.S ?? null) : null,
    };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ConditionalCheckFailedException')
      return null;
    throw error;
  }
}

/** Of the row in DynamoDB's own form, see `outbox.ts`. */
const updated = z.object({
  Attributes: z.object({
    waiting: z.unknown().optional(),
    parked: z.object({ M: z.object({ part: z.object({ N: z.string() }) }).optional() }).optional(),
    parts: z.object({ L: z.array(z.unknown()) }).optional(),
    source: z
      .object({ M: z.object({ tells: z.object({ S: z.string().optional() }) }).optional() })
      .optional(),
  }),
});
