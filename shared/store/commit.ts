import { TransactionCanceledException, TransactionInProgressException } from '@aws-sdk/client-dynamodb';
import { GetCommand, TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { addressKey } from '#shared/domain/address.ts';
import type { Conversation } from '#shared/domain/conversation.ts';
import type { Change } from '#shared/domain/facts.ts';
import type { Inbound } from '#shared/domain/inbound.ts';
import { conversationItem } from './conversation.ts';
import { customerItem } from './customer.ts';
import { dayItem } from './day.ts';
import { agreementItem, consentItem, requestItem } from './ledger.ts';
import { type NewRow, outboxItem } from './outbox.ts';
import { undeliveredUpdate } from './progress.ts';
import { reachableUpdate, shutUpdate } from './sender.ts';
import type { Key, Table } from './table.ts';
import { timerItem, timerKey } from './timer.ts';
import { type Aftermath, aftermathFrom, transcriptItem, transcriptKey } from './transcript.ts';

/** All that follows from one inbound. Versions are those that were read; the write raises them by one. */
export type Step = {
  readonly inbound: Inbound;
  /** Null when the conversation stays as it is (the message is only recorded). */
  readonly conversation: Conversation | null;
  readonly customer: string;
  readonly changes: readonly Change[];
  readonly rows: readonly NewRow[];
  readonly aftermath: Aftermath;
  readonly now: number;
};

/**
 * `committed`: everything is written. `duplicate`: this inbound had its effect before; its aftermath is to be done again.
 * `conflict`: somebody else was faster with one of the items; load and decide again.
 */
export type Commit =
  | { readonly kind: 'committed' }
  | { readonly kind: 'duplicate'; readonly aftermath: Aftermath }
  | { readonly kind: 'conflict' };

type Action = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/**
 * Writes one step in one transaction: the transcript row first, since it is the dedupe, then state, facts, outbox and
 * timers. The SDK sends one client token with all its retries, so a lost answer does not write twice.
 * Throws what is not a conflict (throttling that outlasted the SDK's retries, a fault of ours): the inbound stays queued.
 */
export async function commit(table: Table, step: Step): Promise<Commit> {
  const { inbound, now } = step;
  const actions = [
    put(table, transcriptItem(inbound, step.aftermath, now), absent),
    ...(step.conversation ? [putVersion(table, conversationItem(inbound.address, step.conversation))] : []),
    ...fold(step.changes).map((change) => actionOf(table, change, step)),
    ...step.rows.map((row) => put(table, outboxItem(row, now), absent)),
  ];
  try {
    await table.client.send(new TransactWriteCommand({ TransactItems: actions }));
    return { kind: 'committed' };
  } catch (error) {
    if (error instanceof TransactionInProgressException) return { kind: 'conflict' };
    if (!(error instanceof TransactionCanceledException)) throw error;
    const codes = (error.CancellationReasons ?? []).map((reason) => reason.Code);
    if (codes[0] === 'ConditionalCheckFailed') {
      return { kind: 'duplicate', aftermath: await readAftermath(table, inbound) };
    }
    if (codes.some((code) => worthAnotherTry.has(code ?? ''))) return { kind: 'conflict' };
    throw error;
  }
}

/** Somebody was faster, or the table is busy: decided again after a pause. https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html */
const worthAnotherTry = new Set([
  'ConditionalCheckFailed',
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
]);

/** A transaction may name an item once: of several changes of one customer, day or timer, the last one counts. */
function fold(changes: readonly Change[]): readonly Change[] {
  const folded = new Map<string, Change>();
  for (const [index, change] of changes.entries()) folded.set(identity(change, index), change);
  return [...folded.values()];
}

function identity(change: Change, index: number): string {
  switch (change.kind) {
    case 'customer':
      return change.kind;
    case 'reachable':
    case 'unreachable':
    case 'windowShut':
      return 'sender';
    case 'undelivered':
      return `row ${change.row}`;
    case 'day':
      return `day ${change.day.date}`;
    case 'timer':
      return `timer ${change.key}`;
    case 'agreement':
    case 'consent':
    case 'request':
      return `${change.kind} ${index}`;
  }
}

function actionOf(table: Table, change: Change, step: Step): Action {
  const { inbound, customer, now } = step;
  const shown = {
    language: step.rows[0]?.language ?? step.conversation?.language ?? 'en',
    inbound: inbound.id,
  };
  switch (change.kind) {
    case 'customer':
      return putVersion(table, customerItem(change.customer));
    case 'day':
      return putVersion(table, dayItem(change.day));
    case 'agreement':
      return put(table, agreementItem(customer, change.agreed, change.visit, shown, now), absent);
    case 'consent':
      return put(table, consentItem(customer, change, shown, now));
    case 'request':
      return put(table, requestItem(change.request));
    case 'timer':
      return change.dueAt === null
        ? { Delete: { TableName: table.name, Key: timerKey(inbound.address, change.key) } }
        : put(table, timerItem(inbound.address, change.key, change.dueAt, change.data));
    case 'reachable':
    case 'unreachable':
      return update(table, reachableUpdate(addressKey(inbound.address), change.kind === 'reachable'));
    case 'windowShut':
      return update(table, shutUpdate(addressKey(inbound.address), change.until));
    case 'undelivered':
      return update(
        table,
        undeliveredUpdate(addressKey(inbound.address), change.row, change.part, change.why),
      );
  }
}

const absent = 'attribute_not_exists(pk)';

function put(table: Table, item: Key & Record<string, unknown>, condition?: string): Action {
  return {
    Put: { TableName: table.name, Item: item, ...(condition ? { ConditionExpression: condition } : {}) },
  };
}

function update(table: Table, what: Omit<NonNullable<Action['Update']>, 'TableName'>): Action {
  return { Update: { TableName: table.name, ...what } };
}

/** Writes the item as its next version, unless someone else has. Version 0 means that it was never stored. */
function putVersion(
  table: Table,
  item: Key & { readonly version: number } & Record<string, unknown>,
): Action {
  const write = { TableName: table.name, Item: { ...item, version: item.version + 1 } };
  if (item.version === 0) return { Put: { ...write, ConditionExpression: absent } };
  return {
    Put: {
      ...write,
      ConditionExpression: 'version = :read',
      ExpressionAttributeValues: { ':read': item.version },
    },
  };
}

async function readAftermath(table: Table, inbound: Inbound): Promise<Aftermath> {
  const { Item } = await table.client.send(
    new GetCommand({
      TableName: table.name,
      Key: transcriptKey(inbound.address, inbound.id),
      ConsistentRead: true,
    }),
  );
  return aftermathFrom(Item);
}
