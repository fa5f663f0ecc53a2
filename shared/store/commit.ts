import { TransactionCanceledException, TransactionInProgressException } from '@aws-sdk/client-dynamodb';
import { GetCommand, TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { type Address, addressKey } from '#shared/domain/address.ts';
import type { Conversation } from '#shared/domain/conversation.ts';
import type { Customer } from '#shared/domain/customer.ts';
import type { Change } from '#shared/domain/facts.ts';
import type { Inbound } from '#shared/domain/inbound.ts';
import { codeItem, codeKey } from './code.ts';
import { conversationKey, pointerItem } from './conversation.ts';
import { customerItem } from './customer.ts';
import { dayItem } from './day.ts';
import { agreementItem, consentItem, requestItem } from './ledger.ts';
import { linkItem } from './link.ts';
import { numberItem, numberKey } from './number.ts';
import { type NewRow, outboxItem } from './outbox.ts';
import { undeliveredUpdate } from './progress.ts';
import { reachableUpdate, shutUpdate } from './sender.ts';
import type { Key, Table } from './table.ts';
import { timerItem, timerKey } from './timer.ts';
import { type Aftermath, aftermathFrom, transcriptItem, transcriptKey } from './transcript.ts';

/** All that follows from one inbound. Versions are those that were read; the write raises them by one. */
export type Step = {
  readonly inbound: Inbound;
  /** Where the conversation is; the inbound may come from another address of the same person. */
  readonly home: Address;
  /** Null when the conversation stays as it is (the message is only recorded). */
  readonly conversation: Conversation | null;
  readonly customer: string;
  /** The versions that lay where conversation and customer are written: a conversation may come from elsewhere. */
  readonly read: { readonly conversation: number; readonly customer: number };
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
    ...(step.conversation ? [conversationPut(table, step, step.conversation)] : []),
    ...fold(step).map((change) => actionOf(table, change, step)),
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
function fold({ changes, home, inbound }: Step): readonly Change[] {
  const here = addressKey(home);
  const folded = new Map<string, Change>();
  for (const [index, change] of [...firedElsewhere(inbound, here), ...changes].entries())
    folded.set(identity(change, here, index), change);
  return [...folded.values()];
}

/** A timer that fell due at an address from which the conversation has moved is used up there. */
function firedElsewhere({ event, address }: Inbound, home: string): readonly Change[] {
  const chat = addressKey(address);
  return event.kind === 'timer' && chat !== home
    ? [{ kind: 'timer', key: event.key, dueAt: null, data: null, chat }]
    : [];
}

function identity(change: Change, home: string, index: number): string {
  switch (change.kind) {
    case 'customer':
      return `customer ${change.customer.id}`;
    case 'moved':
      return `at ${change.from}`;
    case 'number':
      return `number ${change.number}`;
    case 'code':
      return `code ${change.digits}`;
    case 'link':
      return `link ${change.token}`;
    case 'reachable':
    case 'unreachable':
    case 'windowShut':
      return 'sender';
    case 'undelivered':
      return `row ${change.row}`;
    case 'day':
      return `day ${change.day.date}`;
    case 'timer':
      return `timer ${change.chat || home} ${change.key}`;
    case 'agreement':
    case 'consent':
    case 'request':
      return `${change.kind} ${index}`;
  }
}

function actionOf(table: Table, change: Change, step: Step): Action {
  const { inbound, customer, now } = step;
  const home = addressKey(step.home);
  const shown = {
    language: step.rows[0]?.language ?? step.conversation?.language ?? 'en',
    inbound: inbound.id,
  };
  switch (change.kind) {
    case 'customer':
      return putVersion(
        table,
        customerItem(change.customer),
        change.read ?? customerRead(step, change.customer),
      );
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
        ? { Delete: { TableName: table.name, Key: timerKey(change.chat || home, change.key) } }
        : put(table, timerItem(change.chat || home, change.key, change.dueAt, change.data));
    case 'moved': {
      const { from, left, read } = change;
      return putVersion(table, pointerItem(from, { version: read, movedTo: home, left }));
    }
    case 'number':
      return numberAction(table, change);
    case 'code':
      return change.made === 'used'
        ? { Delete: { TableName: table.name, Key: codeKey(change.digits), ConditionExpression: present } }
        : put(table, codeItem(change.digits, change.made), absent);
    case 'link': {
      const { visit, until } = change;
      const to = { customer, visit, language: shown.language };
      return put(table, linkItem(change.token, to, Math.floor(until / 1000)));
    }
    case 'reachable':
      return update(table, reachableUpdate(home, true));
    case 'unreachable':
      return update(table, reachableUpdate(addressKey(inbound.address), false));
    case 'windowShut':
      return update(table, shutUpdate(addressKey(inbound.address), change.until));
    case 'undelivered':
      return update(
        table,
        undeliveredUpdate(addressKey(inbound.address), change.row, change.part, change.why),
      );
  }
}

/**
 * The conversation as its next version. What lies at its address may be older or nothing at all: it comes from another
 * address then, and brings its version along, since that names the rows of the outbox.
 */
function conversationPut(table: Table, { home, read }: Step, conversation: Conversation): Action {
  return putVersion(table, { ...conversationKey(home), ...conversation }, read.conversation);
}

function customerRead({ customer, read }: Step, { id, version }: Customer): number {
  return id === customer ? read.customer : version;
}

function numberAction(table: Table, change: Extract<Change, { kind: 'number' }>): Action {
  const { number, claim, read } = change;
  if (claim) return putVersion(table, numberItem(number, { ...claim, version: read }));
  const unchanged = { ConditionExpression: 'version = :read', ExpressionAttributeValues: { ':read': read } };
  return { Delete: { TableName: table.name, Key: numberKey(number), ...unchanged } };
}

const absent = 'attribute_not_exists(pk)';
const present = 'attribute_exists(pk)';

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
  read = item.version,
): Action {
  const write = { TableName: table.name, Item: { ...item, version: item.version + 1 } };
  if (read === 0) return { Put: { ...write, ConditionExpression: absent } };
  return {
    Put: {
      ...write,
      ConditionExpression: 'version = :read',
      ExpressionAttributeValues: { ':read': read },
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
