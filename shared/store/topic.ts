import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { type Topic, type TopicOwner, topicOwnerSchema, topicSchema } from '#shared/domain/case.ts';
import { createdUpdate } from './group.ts';
import { batchGet, type Found, getOne } from './read.ts';
import type { Key, Table } from './table.ts';
import { absent, put, update } from './write.ts';

/** Where a customer's topic is. Written by deliver, under the lease of the group, so that converse never waits for it. */
export function topicKey(customer: string): Key {
  return { pk: `D#${customer}`, sk: 'topic' };
}

export function topicItem(customer: string, topic: Topic) {
  return { ...topicKey(customer), ...topic };
}

/** Null where the customer has no topic yet. */
export function topicFrom(item: unknown): Topic | null {
  return item === undefined ? null : topicSchema.parse(item);
}

/** Whose topic it is, by the group and the thread in it. */
export function topicOwnerKey(chat: string, thread: string): Key {
  return { pk: `G#${chat}/${thread}`, sk: 'owner' };
}

export function topicOwnerItem(chat: string, thread: string, owner: TopicOwner) {
  return { ...topicOwnerKey(chat, thread), ...owner };
}

/** Null for General, and for a topic that is no customer's. */
export function topicOwnerFrom(item: unknown): TopicOwner | null {
  return item === undefined ? null : topicOwnerSchema.parse(item);
}

export async function readTopic(table: Table, customer: string): Promise<Topic | null> {
  return topicFrom(await getOne(table, topicKey(customer)));
}

/** The topics of these customers; who has none has no entry. */
export async function readTopics(
  table: Table,
  customers: readonly string[],
): Promise<ReadonlyMap<string, Topic>> {
  const found = await readAll(table, customers.map(topicKey));
  return new Map(
    customers.flatMap((customer) => {
      const topic = topicFrom(found(topicKey(customer)));
      return topic ? [[customer, topic] as const] : [];
    }),
  );
}

const mostKeys = 100;

/** As many batches as it takes: a topic that is not looked up would be made a second time. */
async function readAll(table: Table, keys: readonly Key[]): Promise<Found> {
  const starts = Array.from({ length: Math.ceil(keys.length / mostKeys) }, (_, at) => at * mostKeys);
  const batches = await Promise.all(
    starts.map((start) => batchGet(table, keys.slice(start, start + mostKeys), true)),
  );
  return (key) => batches.map((found) => found(key)).find((item) => item !== undefined);
}

/** Whose these topics of a group are, by their numbers. */
export async function readTopicOwners(
  table: Table,
  chat: string,
  threads: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await readAll(
    table,
    threads.map((thread) => topicOwnerKey(chat, thread)),
  );
  return new Map(
    threads.flatMap((thread) => {
      const owner = topicOwnerFrom(found(topicOwnerKey(chat, thread)));
      return owner ? [[thread, owner.customer] as const] : [];
    }),
  );
}

/** Keeps what changed of a topic that is known: its title, its slots, what stands last in it. */
export async function saveTopic(table: Table, customer: string, topic: Topic): Promise<void> {
  await table.client.send(new PutCommand({ TableName: table.name, Item: topicItem(customer, topic) }));
}

/**
 * Records a topic that was made with whose it is, and gives the claim of its creation up. Answers false where the customer
 * has another topic by now than the one `read` (null: none): then only its owner is noted, so that what is written there
 * still finds the customer.
 */
export async function recordTopic(
  table: Table,
  owner: TopicOwner,
  topic: Topic,
  read: Topic | null,
): Promise<boolean> {
  const ownerAction = put(table, topicOwnerItem(topic.chat, topic.thread, owner));
  const item = topicItem(owner.customer, topic);
  const topicAction = read
    ? {
        Put: {
          TableName: table.name,
          Item: item,
          ConditionExpression: 'thread = :thread',
          ExpressionAttributeValues: { ':thread': read.thread },
        },
      }
    : put(table, item, absent);
  const write = (actions: readonly (typeof ownerAction)[]) =>
    table.client.send(
      new TransactWriteCommand({ TransactItems: [...actions, update(table, createdUpdate)] }),
    );
  for (let attempt = 1; ; attempt += 1) {
    try {
      await write([ownerAction, topicAction]);
      return true;
    } catch (error) {
      const codes = reasonsOf(error);
      if (codes.includes('ConditionalCheckFailed')) break;
      // Two decisions at the same item at once: the same again. A topic must not be made twice for that.
      if (!codes.includes('TransactionConflict') || attempt === 4) throw error;
    }
  }
  await write([ownerAction]);
  return false;
}

function reasonsOf(error: unknown): readonly string[] {
  if (!(error instanceof TransactionCanceledException)) return [];
  return (error.CancellationReasons ?? []).flatMap(({ Code }) => Code ?? []);
}

/** The update by which a decision records a topic that was made and never recorded; false where it is on record already. */
export function topicMadeUpdate(customer: string, made: Pick<Topic, 'chat' | 'thread' | 'title'>) {
  const { chat, thread, title } = made;
  return {
    Key: topicKey(customer),
    UpdateExpression:
      'SET chat = :chat, thread = :thread, title = :title, slots = :slots, rebuilt = if_not_exists(rebuilt, :never) + :one, #last = :nothing',
    ConditionExpression: 'attribute_not_exists(thread) OR thread <> :thread',
    ExpressionAttributeNames: { '#last': 'last' },
    ExpressionAttributeValues: {
      ':chat': chat,
      ':thread': thread,
      ':title': title,
      ':slots': {},
      ':never': -1,
      ':one': 1,
      ':nothing': null,
    },
  };
}
