import { type Topic, type TopicOwner, topicOwnerSchema, topicSchema } from '#shared/domain/case.ts';
import type { Key } from './table.ts';

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
