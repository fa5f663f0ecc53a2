import { TransactionCanceledException, TransactionInProgressException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Address } from '#shared/domain/address.ts';
import type { Conversation } from '#shared/domain/conversation.ts';
import type { Change } from '#shared/domain/facts.ts';
import type { Inbound } from '#shared/domain/inbound.ts';
import { changeActions } from './changes.ts';
import { conversationKey } from './conversation.ts';
import { type NewRow, outboxItem } from './outbox.ts';
import { getOne } from './read.ts';
import type { Table } from './table.ts';
import { type Aftermath, aftermathFrom, transcriptItem, transcriptKey } from './transcript.ts';
import { type Action, absent, put, putVersion } from './write.ts';

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
    ...changeActions(table, step),
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

/**
 * The conversation as its next version. What lies at its address may be older or nothing at all: it comes from another
 * address then, and brings its version along, since that names the rows of the outbox.
 */
function conversationPut(table: Table, { home, read }: Step, conversation: Conversation): Action {
  return putVersion(table, { ...conversationKey(home), ...conversation }, read.conversation);
}

/** What followed from an inbound that had its effect before; null where it had none, or where that is forgotten. */
export async function aftermathAt(table: Table, { address, id }: Inbound): Promise<Aftermath | null> {
  const item = await getOne(table, transcriptKey(address, id));
  return item === undefined ? null : aftermathFrom(item);
}

async function readAftermath(table: Table, inbound: Inbound): Promise<Aftermath> {
  return aftermathFrom(await getOne(table, transcriptKey(inbound.address, inbound.id)));
}
