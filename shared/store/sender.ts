import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { outboxPk } from './outbox-key.ts';
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
  /** The message that may still change where it stands: the evolving card, or the one that was kept last. */
  fresh: z.string().nullable().default(null),
  /** The latest message of what changes, by its name (`Say.live`); the few that were sent last. */
  live: z.record(z.string(), z.string()).default({}),
  /** Those of them that stand at the top of the chat. */
  pinned: z.array(z.string()).default([]),
  /** A wake is already on its way for this instant; no second one is needed. */
  wakeAt: z.number().default(0),
  /** How often in a row the platform asked us to wait with this chat. */
  refusals: z.number().default(0),
  /** Of a group: the row that reached nobody last. */
  failing: z.string().nullable().default(null),
  /** The latest end of the time in which we may write freely, of all rows seen; 0: none was seen. */
  openUntil: z.number().default(0),
  /** A window that ends then, or earlier, is known to be shut already, whatever the clock says. */
  shut: z.number().default(0),
  /** The end of the window after which the person was told that something waits for them; null: never. */
  noticedFor: z.number().nullable().default(null),
  /** Of a group: moments of the last minute's messages, changes and reactions, epoch milliseconds. */
  post: z.array(z.number()).default([]),
  edit: z.array(z.number()).default([]),
  mark: z.array(z.number()).default([]),
  /** When the talk line of a topic changed, by the topic; only what still counts. */
  talked: z.record(z.string(), z.number()).default({}),
  /** No topic is made or changed before this instant, and how often in a row that was refused. */
  topicsFrom: z.number().default(0),
  topicsRefused: z.number().default(0),
  /** Of a group: the pause (`notBefore`) that we keep because we may not write there; any other pause is another matter. */
  muted: z.number().default(0),
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

/**
 * Gives the destination free and keeps what was learned of it since the lease was `taken`, unless the lease ran out and is
 * somebody else's by now. What did not change is not written: a decision may have changed it meanwhile.
 */
export async function releaseLease(
  table: Table,
  destination: string,
  taken: Sender,
  learned: Sender,
): Promise<void> {
  const before = new Map<string, unknown>(Object.entries(taken));
  const changed = Object.entries(learned).filter(([name, value]) => before.get(name) !== value);
  try {
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: senderKey(destination),
        UpdateExpression: `SET ${['leaseUntil = :free', ...changed.map(([name]) => `${name} = :${name}`)].join(', ')}`,
        ConditionExpression: 'leaseUntil = :lease',
        ExpressionAttributeValues: {
          ':free': 0,
          ':lease': taken.leaseUntil,
          ...Object.fromEntries(changed.map(([name, value]) => [`:${name}`, value])),
        },
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}

/** The update that marks a destination reachable again or not any more, for the transaction that learned it. */
export function reachableUpdate(destination: string, reachable: boolean) {
  return {
    Key: senderKey(destination),
    UpdateExpression: 'SET unreachable = :no',
    ExpressionAttributeValues: { ':no': !reachable },
  };
}

/** The update that shuts windows which end then or earlier, for the transaction that learned it. */
export function shutUpdate(destination: string, until: number) {
  return {
    Key: senderKey(destination),
    UpdateExpression: 'SET shut = :until',
    ExpressionAttributeValues: { ':until': until },
  };
}
