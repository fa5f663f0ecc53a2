import { TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { dueAt } from './due.ts';
import { messageItem } from './message.ts';
import { type OutboxRow, type Outcome, waitingAt } from './outbox.ts';
import { outboxKey, outboxPk } from './outbox-key.ts';
import type { Table } from './table.ts';

/** What becomes of a row once it lies in the outbox; only the holder of its destination's lease writes this. */

/** Records how a row ended and takes it out of both indexes. */
export async function endRow(
  table: Table,
  destination: string,
  row: OutboxRow,
  outcome: Outcome,
  reason: string | null,
  now: number,
): Promise<void> {
  const { set, values, gone } = progressOf(row);
  await table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key: outboxKey(destination, row.sk),
      UpdateExpression: `${set}, outcome = :outcome, reason = :reason, ended = :now${removing([...gone, 'waiting', 'dueShard', 'dueAt'])}`,
      ExpressionAttributeValues: {
        ...values,
        ':outcome': outcome,
        ':reason': reason,
        ':now': now,
      },
    }),
  );
}

/** Records which messages of a row are on the phone and which one is going out, while it goes on. */
export async function noteProgress(table: Table, destination: string, row: OutboxRow): Promise<void> {
  const { set, values, gone } = progressOf(row);
  await table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key: outboxKey(destination, row.sk),
      UpdateExpression: `${set}${removing(gone)}`,
      ConditionExpression: 'attribute_exists(waiting)',
      ExpressionAttributeValues: values,
    }),
  );
}

/** Records progress and when the row is tried again; it stays waiting, a held one behind all others. */
export async function deferRow(
  table: Table,
  destination: string,
  row: OutboxRow,
  reason: string,
  at: number,
): Promise<void> {
  const due = dueAt(outboxPk(destination), at);
  const { set, values, gone } = progressOf(row);
  await table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key: outboxKey(destination, row.sk),
      UpdateExpression: `${set}, reason = :reason, dueShard = :shard, dueAt = :at, waiting = :waiting${removing(gone)}`,
      ConditionExpression: 'attribute_exists(waiting)',
      ExpressionAttributeValues: {
        ...values,
        ':reason': reason,
        ':shard': due.dueShard,
        ':at': due.dueAt,
        ':waiting': waitingAt(row),
      },
    }),
  );
}

/**
 * Lets the first of several waiting rows carry the messages of all of them. One transaction: a crash neither loses a
 * message nor leaves it in two rows. At most 100 rows.
 */
export async function mergeRows(
  table: Table,
  destination: string,
  carrier: OutboxRow,
  others: readonly OutboxRow[],
  now: number,
): Promise<void> {
  const stillWaiting = { TableName: table.name, ConditionExpression: 'attribute_exists(waiting)' };
  await table.client.send(
    new TransactWriteCommand({
      TransactItems: [
        {
          Update: {
            ...stillWaiting,
            Key: outboxKey(destination, carrier.sk),
            ...carried(carrier),
          },
        },
        ...others.map(({ sk }) => ({
          Update: {
            ...stillWaiting,
            Key: outboxKey(destination, sk),
            UpdateExpression:
              'SET outcome = :outcome, reason = :carrier, ended = :now REMOVE waiting, dueShard, dueAt',
            ExpressionAttributeValues: { ':outcome': 'merged', ':carrier': carrier.sk, ':now': now },
          },
        })),
      ],
    }),
  );
}

/** A carrier names whose words it holds only where somebody may answer or correct them. */
function carried({ messages, pieces }: OutboxRow) {
  const values = { ':messages': messages.map(messageItem) };
  return pieces.length === 0
    ? { UpdateExpression: 'SET messages = :messages', ExpressionAttributeValues: values }
    : {
        UpdateExpression: 'SET messages = :messages, pieces = :pieces',
        ExpressionAttributeValues: { ...values, ':pieces': pieces },
      };
}

/** Records what a message that carries several rows' words says since one of them was corrected. */
export async function correctCarrier(table: Table, destination: string, carrier: OutboxRow): Promise<void> {
  await table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key: outboxKey(destination, carrier.sk),
      ...carried(carrier),
    }),
  );
}

/** Records on a row that went out within another one which message it became. */
export async function noteCarried(
  table: Table,
  destination: string,
  row: string,
  messageId: string,
): Promise<void> {
  await table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key: outboxKey(destination, row),
      UpdateExpression: 'SET parts = :parts',
      ExpressionAttributeValues: { ':parts': [messageId] },
    }),
  );
}

/**
 * The update that takes a row out of the outbox before anything of it left, for the transaction of the decision that takes
 * a message back. It fails where the row is under way or gone.
 */
export function withdrawnUpdate(destination: string, row: string, now: number) {
  return {
    Key: outboxKey(destination, row),
    UpdateExpression:
      'SET outcome = :outcome, reason = :reason, ended = :now REMOVE waiting, dueShard, dueAt',
    ConditionExpression:
      'attribute_exists(waiting) AND attribute_not_exists(going) AND attribute_not_exists(parked) AND attribute_not_exists(ambiguous) AND parts = :none',
    ExpressionAttributeValues: {
      ':outcome': 'superseded',
      ':reason': 'taken back',
      ':now': now,
      ':none': [],
    },
  };
}

/**
 * The update that notes on a row why a message of it did not arrive, for the transaction of that decision. It fails where
 * the row is gone.
 */
export function undeliveredUpdate(destination: string, row: string, part: number, why: string) {
  return {
    Key: outboxKey(destination, row),
    UpdateExpression: `SET undelivered = :why, failed${part} = :why`,
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: { ':why': why },
  };
}

/**
 * A row's progress as an update: its clauses, the values they name, and what is taken away. What is as it was at first is
 * not stored: a row is written several times, and each write costs by its size.
 */
function progressOf({
  attempts,
  parts,
  ambiguous,
  lost,
  parked,
  going,
  heldFor,
  repeated,
  notBefore,
}: OutboxRow) {
  const seldom = {
    parked,
    going: going || null,
    heldFor,
    repeated: repeated.length > 0 ? repeated : null,
    ambiguous: ambiguous || null,
    lost: lost || null,
    notBefore: notBefore || null,
  };
  const all = Object.entries({ attempts, parts, ...seldom });
  const kept = all.filter(([, value]) => value !== null);
  return {
    set: `SET ${kept.map(([name]) => `${name} = :${name}`).join(', ')}`,
    values: Object.fromEntries(kept.map(([name, value]) => [`:${name}`, value])),
    gone: all.filter(([, value]) => value === null).map(([name]) => name),
  };
}

function removing(names: readonly string[]): string {
  return names.length === 0 ? '' : ` REMOVE ${names.join(', ')}`;
}
