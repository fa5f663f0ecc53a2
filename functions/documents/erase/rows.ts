import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { addressKey } from '#shared/domain/address.ts';
import type { Desk } from '#shared/domain/desk.ts';
import type { EraseJob, Traces } from '#shared/domain/job.ts';
import type { Language } from '#shared/domain/language.ts';
import { type Outbound, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { wakeEntry } from '#shared/runtime/entries.ts';
import type { Queue } from '#shared/runtime/queues.ts';
import { type NewRow, outboxItem } from '#shared/store/outbox.ts';
import type { Table } from '#shared/store/table.ts';
import { topicTombstone } from '#shared/store/tombstone.ts';

/** What an erasure says: its rows name nobody. Each is written once, whatever is repeated. */

export type SayDeps = {
  readonly table: Table;
  readonly outbound: Pick<Queue, 'send'>;
  readonly desk: Desk | null;
  readonly now: () => number;
};

/** The row of the last message to them. */
export function receiptRow({ id }: Pick<EraseJob, 'id'>): string {
  return `${id}-done`;
}

/** The last message: everything is gone. */
export async function sayDone({ id, receipt }: EraseJob, deps: SayDeps): Promise<void> {
  if (receipt === null) return;
  const { address, language } = receipt;
  await write(
    { ...rowOf(receiptRow({ id }), [say(phrase('eraseDone'))], language), destination: address },
    deps,
  );
}

/** In General, to all advisors: that a customer is gone, and which times are free again. */
export async function tellDesk(
  { id, cancelled, receipt, byStation }: EraseJob,
  deps: SayDeps,
): Promise<void> {
  if (receipt === null && byStation === undefined) return;
  await atDesk(rowOf(`${id}-desk`, [say(phrase('eraseDesk', { visits: cancelled }))], 'en'), deps);
}

/** Their topic goes with all that stands in it, under the lease of the group. */
export async function dropTopic(
  { id }: Pick<EraseJob, 'id'>,
  { chat, thread }: Traces['places'][number],
  deps: SayDeps,
): Promise<void> {
  await deps.table.client.send(
    new PutCommand({ TableName: deps.table.name, Item: topicTombstone(chat, thread, deps.now()) }),
  );
  const row = rowOf(`${id}-topic-${chat}-${thread}`, [{ kind: 'dropTopic' }], 'en');
  await atDesk({ ...row, topic: { of: 'thread', thread } }, deps);
}

/** Messages in General that spoke of them; Telegram deletes what a bot may delete. */
export async function takeBack(
  { id, round }: Pick<EraseJob, 'id' | 'round'>,
  targets: readonly string[],
  deps: SayDeps,
): Promise<void> {
  if (targets.length === 0) return;
  const retract: Outbound = { kind: 'retract', targets: [...targets], text: '' };
  await atDesk(rowOf(`${id}-general-${round}-${targets[0]}`, [retract], 'en'), deps);
}

type Row = Omit<NewRow, 'destination'>;

function rowOf(sk: string, messages: Outbound[], language: Language): Row {
  return {
    sk,
    language,
    messages,
    tapId: null,
    messageId: null,
    cause: 'person',
    priority: 'answer',
    openUntil: null,
    car: '',
    again: null,
    notBefore: 0,
  };
}

async function atDesk(row: Row, deps: SayDeps): Promise<void> {
  if (deps.desk === null) return;
  await write({ ...row, destination: addressKey(deps.desk.address) }, deps);
}

async function write(row: NewRow, { table, outbound, now }: SayDeps): Promise<void> {
  try {
    const Item = outboxItem(row, now());
    await table.client.send(
      new PutCommand({ TableName: table.name, Item, ConditionExpression: 'attribute_not_exists(pk)' }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
  await outbound.send(wakeEntry(row.destination, row.sk));
}
