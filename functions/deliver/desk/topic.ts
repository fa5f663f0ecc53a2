import type { Address } from '#shared/domain/address.ts';
import type { Topic } from '#shared/domain/case.ts';
import type { SendFailure } from '#shared/domain/failure.ts';
import { caseFrom, caseKey } from '#shared/store/case.ts';
import { claimCreation, groupMovedUpdate, readGroup, updateGroup } from '#shared/store/group.ts';
import type { OutboxRow } from '#shared/store/outbox.ts';
import { getOne } from '#shared/store/read.ts';
import { readTopic, recordTopic, saveTopic } from '#shared/store/topic.ts';
import { fitsAt } from './pace.ts';
import { addressIn, allowanceOf, callFor, customerOf, type DeskRun, topicOf } from './run.ts';
import { clearTrouble, refuseTopics } from './trouble.ts';

/** Where a row goes: a place in the group, or why there is none now. */
export type Spot =
  | { readonly kind: 'at'; readonly address: Address; readonly customer: string | null }
  /** Not now; the plan knows until when. */
  | { readonly kind: 'blocked' }
  /** The minute's messages are used up. */
  | { readonly kind: 'full'; readonly until: number }
  | { readonly kind: 'failed'; readonly failure: SendFailure };

/** Nobody else makes a topic while one that was begun is not on record: what is made then cannot be told from it. */
const claimMs = 60_000;

/** When topics can be made again, epoch milliseconds; in the past when they can be. */
export function topicsFrom({ sender, group }: DeskRun): number {
  return Math.max(sender.topicsFrom, group.creating?.until ?? 0);
}

/** The place of a row. A customer's topic is made if there is none, and named as it should be. */
export async function spotOf(run: DeskRun, row: OutboxRow): Promise<Spot> {
  const customer = customerOf(run, row);
  if (row.topic?.of !== 'customer')
    return { kind: 'at', address: addressIn(run, row.topic?.thread ?? ''), customer };
  const topic = topicOf(run, row.topic.customer);
  const title = run.titles.get(row.topic.customer) ?? row.topic.title;
  if (topic === null) return createTopic(run, row, row.topic.customer, title);
  const named = await rename(run, row, row.topic.customer, topic, title);
  return named ?? { kind: 'at', address: addressIn(run, topic.thread), customer };
}

/** What was learned of a topic, at once on record. */
export async function keepTopic(run: DeskRun, customer: string, topic: Topic): Promise<void> {
  run.topics.set(customer, topic);
  run.stored.set(customer, topic);
  await saveTopic(run.table, customer, topic);
}

/**
 * The topic is gone: the next row for it makes another one. It is on record at once: were it tried again by every run until
 * another one can be made, the tries would use up the minute that its making needs, for all topics.
 */
export async function forgetTopic(run: DeskRun, customer: string): Promise<void> {
  const topic = run.topics.get(customer);
  if (topic && topic.chat !== '') await keepTopic(run, customer, { ...topic, chat: '' });
}

/** The group has another id: all that is said from now on goes there, and the topics of the old one are none any more. */
export async function followGroup(run: DeskRun, to: string): Promise<void> {
  await updateGroup(run.table, groupMovedUpdate(to));
  run.group = { ...run.group, chat: to };
  run.chat = to;
}

async function createTopic(run: DeskRun, row: OutboxRow, customer: string, title: string): Promise<Spot> {
  const { topics } = run.channel;
  if (topics === null)
    return { kind: 'failed', failure: { kind: 'rejected', reason: 'no topics at this messenger' } };
  if (run.now() < topicsFrom(run)) return { kind: 'blocked' };
  // The topic, and at least the row it is made for.
  const until = fitsAt('post', 2, 'danger', allowanceOf(run));
  if (until > run.now()) return { kind: 'full', until };
  const claim = { customer, title, until: run.now() + claimMs };
  const read = run.group.creating;
  const ours = await claimCreation(run.table, read, claim);
  run.group = ours ? { ...run.group, creating: claim } : await readGroup(run.table);
  if (!ours) return { kind: 'blocked' };
  const result = await callFor(run, topics.create(addressIn(run, ''), title));
  // The claim stays: whether the topic is there shows when its own message comes in, or the time is over.
  if (result.kind === 'ambiguous') return { kind: 'blocked' };
  if (result.kind === 'sent' && result.messageId !== null)
    return created(run, row, customer, { title, thread: result.messageId });
  await claimCreation(run.table, claim, null);
  run.group = { ...run.group, creating: null };
  return result.kind === 'sent' ? { kind: 'blocked' } : notCreated(run, row, result);
}

async function created(
  run: DeskRun,
  row: OutboxRow,
  customer: string,
  { title, thread }: Pick<Topic, 'title' | 'thread'>,
): Promise<Spot> {
  const old = run.stored.get(customer) ?? null;
  const made: Topic = {
    chat: run.chat,
    thread,
    title,
    slots: {},
    last: null,
    rebuilt: old ? old.rebuilt + 1 : 0,
  };
  const known = caseFrom(await getOne(run.table, caseKey(customer)));
  const owner = { customer, home: known?.home ?? row.source?.at ?? '' };
  const recorded = await recordTopic(run.table, owner, made, old);
  // Whoever was faster had read of this very topic, or there are two now and the other one is the customer's.
  const topic = recorded ? made : ((await readTopic(run.table, customer)) ?? made);
  run.topics.set(customer, topic);
  run.stored.set(customer, topic);
  run.group = { ...run.group, creating: null };
  run.sender = { ...run.sender, topicsFrom: 0, topicsRefused: 0 };
  await clearTrouble(run, 'topics', 'forum');
  return { kind: 'at', address: addressIn(run, topic.thread), customer };
}

async function notCreated(run: DeskRun, row: OutboxRow, failure: SendFailure): Promise<Spot> {
  switch (failure.kind) {
    case 'noRights':
      await refuseTopics(run, 'topics', row.language);
      return { kind: 'blocked' };
    case 'rejected':
    case 'topicGone':
    case 'topicClosed':
    case 'targetGone':
    case 'windowClosed':
      await refuseTopics(run, 'forum', row.language);
      return { kind: 'blocked' };
    case 'migrated':
    case 'throttled':
    case 'blocked':
    case 'unauthorized':
    case 'unreachable':
    case 'ambiguous':
      return { kind: 'failed', failure };
  }
}

/** Null where the row goes on: a title is worth no row's delay unless the whole group is held up. */
async function rename(
  run: DeskRun,
  row: OutboxRow,
  customer: string,
  topic: Topic,
  title: string,
): Promise<Spot | null> {
  const { topics } = run.channel;
  if (topics === null || topic.title === title || run.now() < run.sender.topicsFrom) return null;
  if (fitsAt('post', 2, row.priority, allowanceOf(run)) > run.now()) return null;
  const result = await callFor(run, topics.rename(addressIn(run, topic.thread), title));
  switch (result.kind) {
    case 'sent':
      await keepTopic(run, customer, { ...topic, title });
      return null;
    case 'noRights':
      await refuseTopics(run, 'topics', row.language);
      return null;
    case 'topicGone':
      await forgetTopic(run, customer);
      return createTopic(run, row, customer, title);
    case 'throttled':
    case 'migrated':
      return { kind: 'failed', failure: result };
    case 'blocked':
    case 'windowClosed':
    case 'targetGone':
    case 'topicClosed':
    case 'rejected':
    case 'unauthorized':
    case 'ambiguous':
    case 'unreachable':
      return null;
  }
}

/** Opens a topic that somebody closed; null when it is open. */
export async function reopen(run: DeskRun, address: Address): Promise<SendFailure | null> {
  const payload = run.channel.topics?.reopen(address);
  const result = payload && (await callFor(run, payload));
  return !result || result.kind === 'sent' ? null : result;
}
