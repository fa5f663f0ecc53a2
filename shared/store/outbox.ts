import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { languageSchema } from '#shared/domain/language.ts';
import { outboundSchema, type Priority, priorities } from '#shared/domain/outbound.ts';
import { dueAt } from './due.ts';
import { expiry, type Key, keep, type Table, waitingIndex } from './table.ts';

/** How a row ended. `superseded`: a later edit of the same message made it pointless. */
export const outcomes = ['sent', 'superseded', 'failed', 'undeliverable'] as const;
export type Outcome = (typeof outcomes)[number];

const rowSchema = z.object({
  sk: z.string(),
  language: languageSchema,
  /** All that one step says to one chat, in order: one row, so that a step costs one write a destination. */
  messages: z.array(outboundSchema),
  /** The tap this message answers, so that the button stops spinning. */
  tapId: z.string().nullable(),
  /** The message it answers, so that it is marked as read. */
  messageId: z.string().nullable().default(null),
  /** What made it: a person who wrote, or a timer. */
  cause: z.enum(['person', 'timer']),
  born: z.number(),
  attempts: z.number(),
  /** Messages already on the phone, where one row renders to several. */
  parts: z.array(z.string().nullable()),
  /** Sends of the message that is going out now whose answer was lost: each may show it once more. */
  ambiguous: z.number(),
  /** Messages of this row that were given up because their answer was lost each time. */
  lost: z.number().default(0),
  outcome: z.enum(outcomes).nullable(),
});
export type OutboxRow = z.infer<typeof rowSchema>;

/** Rows nobody sent within this many milliseconds are found by the minute tick. */
export const strandedAfterMs = 60_000;

export function outboxPk(destination: string): string {
  return `O#${destination}`;
}

/** The destination's address key, from the partition key of its rows. */
export function destinationOf(pk: string): string {
  return pk.slice(2);
}

export function outboxKey(destination: string, row: string): Key {
  return { pk: outboxPk(destination), sk: row };
}

export type NewRow = Pick<OutboxRow, 'sk' | 'language' | 'messages' | 'tapId' | 'messageId' | 'cause'> & {
  readonly destination: string;
  readonly priority: Priority;
};

export function outboxItem({ destination, priority, ...row }: NewRow, now: number) {
  const pk = outboxPk(destination);
  return {
    pk,
    ...row,
    born: now,
    attempts: 0,
    parts: [],
    ambiguous: 0,
    lost: 0,
    outcome: null,
    waiting: `${priorities[priority]}#${row.sk}`,
    ...dueAt(pk, now + strandedAfterMs),
    expiresAt: expiry(now, keep.outbox),
  };
}

export function outboxFrom(item: unknown): OutboxRow {
  return rowSchema.parse(item);
}

/** The destination's waiting rows, by priority and then by birth; consistent, and never more than are waiting. */
export async function readWaiting(
  table: Table,
  destination: string,
  limit: number,
): Promise<readonly OutboxRow[]> {
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: waitingIndex,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': outboxPk(destination) },
      Limit: limit,
    }),
  );
  return Items.map(outboxFrom);
}

/** Records how a row ended and takes it out of both indexes. */
export async function endRow(
  table: Table,
  destination: string,
  row: OutboxRow,
  outcome: Outcome,
  reason: string | null,
  now: number,
): Promise<void> {
  await table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key: outboxKey(destination, row.sk),
      UpdateExpression: `${setProgress}, outcome = :outcome, reason = :reason, ended = :now REMOVE waiting, dueShard, dueAt`,
      ExpressionAttributeValues: {
        ...progressOf(row),
        ':outcome': outcome,
        ':reason': reason,
        ':now': now,
      },
    }),
  );
}

/** Records which messages of a row are on the phone, while the others are still to go. */
export async function noteProgress(table: Table, destination: string, row: OutboxRow): Promise<void> {
  await table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key: outboxKey(destination, row.sk),
      UpdateExpression: setProgress,
      ConditionExpression: 'attribute_exists(waiting)',
      ExpressionAttributeValues: progressOf(row),
    }),
  );
}

/** Records progress and when the row is tried again; it stays waiting. */
export async function deferRow(
  table: Table,
  destination: string,
  row: OutboxRow,
  reason: string,
  at: number,
): Promise<void> {
  const due = dueAt(outboxPk(destination), at);
  await table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key: outboxKey(destination, row.sk),
      UpdateExpression: `${setProgress}, reason = :reason, dueShard = :shard, dueAt = :at`,
      ConditionExpression: 'attribute_exists(waiting)',
      ExpressionAttributeValues: {
        ...progressOf(row),
        ':reason': reason,
        ':shard': due.dueShard,
        ':at': due.dueAt,
      },
    }),
  );
}

const setProgress = 'SET attempts = :attempts, parts = :parts, ambiguous = :ambiguous, lost = :lost';

function progressOf({ attempts, parts, ambiguous, lost }: OutboxRow): Readonly<Record<string, unknown>> {
  return { ':attempts': attempts, ':parts': parts, ':ambiguous': ambiguous, ':lost': lost };
}
