import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { outboxPk } from './outbox.ts';
import type { Key, Table } from './table.ts';

const senderSchema = z.object({
  /** Nobody else sends to this destination before this instant. */
  leaseUntil: z.number(),
  /** No call to this chat before this instant: what the platform asked for. */
  notBefore: z.number().default(0),
  /** The person blocked the bot or is gone; only their own next message opens it again. */
  unreachable: z.boolean().default(false),
  /** The message that is the evolving card right now, so that its buttons can be taken away. */
  card: z.string().nullable().default(null),
  /** A wake is already on its way for this instant; no second one is needed. */
  wakeAt: z.number().default(0),
});
export type Sender = z.infer<typeof senderSchema>;

export type Lease =
  | { readonly kind: 'held'; readonly sender: Sender }
  | { readonly kind: 'busy'; readonly until: number };

/** Longer than a sender may run (its function's time-out is 10 s). */
const leaseMs = 15_000;

/** A destination's sender row lies beside its messages. */
export function senderKey(destination: string): Key {
  return { pk: outboxPk(destination), sk: 'sender' };
}

/** By how much the clocks of two functions may differ. */
const clocksDifferMs = 5 * 60_000;
/** A lease further ahead than any clock in use could have set it is of a clock that has been set back: nobody holds it. */
const free = 'attribute_not_exists(leaseUntil) OR leaseUntil <= :now OR leaseUntil > :impossible';

/** Takes the destination for this sender, or says until when another one has it. */
export async function takeLease(table: Table, destination: string, now: number): Promise<Lease> {
  try {
    const { Attributes } = await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: senderKey(destination),
        UpdateExpression: 'SET leaseUntil = :until',
        ConditionExpression: free,
        ExpressionAttributeValues: {
          ':until': now + leaseMs,
          ':now': now,
          ':impossible': now + leaseMs + clocksDifferMs,
        },
        ReturnValues: 'ALL_NEW',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
    return { kind: 'held', sender: senderSchema.parse(Attributes) };
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    const until = Number(error.Item?.leaseUntil?.N ?? now + leaseMs);
    return { kind: 'busy', until };
  }
}

/** Gives the destination free and keeps what was learned of it, unless the lease ran out and is somebody else's by now. */
export async function releaseLease(table: Table, destination: string, sender: Sender): Promise<void> {
  const { leaseUntil, ...learned } = sender;
  try {
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: senderKey(destination),
        UpdateExpression:
          'SET leaseUntil = :free, notBefore = :notBefore, unreachable = :unreachable, card = :card, wakeAt = :wakeAt',
        ConditionExpression: 'leaseUntil = :lease',
        ExpressionAttributeValues: {
          ':free': 0,
          ':notBefore': learned.notBefore,
          ':unreachable': learned.unreachable,
          ':card': learned.card,
          ':wakeAt': learned.wakeAt,
          ':lease': leaseUntil,
        },
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}

/** The update that marks a destination reachable again, for the transaction of the person's own message. */
export function reachableUpdate(destination: string) {
  return {
    Key: senderKey(destination),
    UpdateExpression: 'SET unreachable = :no',
    ExpressionAttributeValues: { ':no': false },
  };
}
