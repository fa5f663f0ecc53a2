import type { Payload, Sent } from '#shared/channels/channel.ts';
import type { Address } from '#shared/domain/address.ts';
import type { Topic } from '#shared/domain/case.ts';
import type { Desk } from '#shared/domain/desk.ts';
import type { SendFailure } from '#shared/domain/failure.ts';
import type { Group } from '#shared/domain/group.ts';
import type { OutboxRow } from '#shared/store/outbox.ts';
import { readTopicOwners, readTopics } from '#shared/store/topic.ts';
import type { Run } from '../run.ts';
import { type Allowance, spend, type Use } from './pace.ts';

/** The advisors' group being worked on: what is known of it changes as rows go out. */
export type DeskRun = Run & {
  group: Group;
  /** The group's chat id as it is now. */
  chat: string;
  /** Customers' topics of which rows wait, also those of another chat than the group is now. */
  readonly topics: Map<string, Topic>;
  /** The same as they are in the table. */
  readonly stored: Map<string, Topic>;
  /** Whose the topics are to which rows go by number. */
  readonly owners: ReadonlyMap<string, string>;
  /** What topics are to be called, by customer: as the youngest row says. */
  readonly titles: ReadonlyMap<string, string>;
  /** What the next call uses up, and how much where it fails. */
  charge: { readonly use: Use | 'row'; readonly count: number };
};

/** Reads the topics of the waiting rows; every call of the run is counted from here on. */
export async function openDesk(
  run: Run,
  desk: Desk,
  group: Group,
  rows: readonly OutboxRow[],
): Promise<DeskRun> {
  const chat = group.chat ?? desk.chat;
  const threads = new Set(rows.flatMap(({ topic }) => (topic?.of === 'thread' ? [topic.thread] : [])));
  const titles = new Map(
    rows.flatMap(({ topic }) => (topic?.of === 'customer' ? [[topic.customer, topic.title]] : [])),
  );
  const owners = await readTopicOwners(run.table, chat, [...threads]);
  const customers = new Set([...titles.keys(), ...owners.values()]);
  const stored = await readTopics(run.table, [...customers]);
  const { channel } = run;
  const opened: DeskRun = Object.assign(run, {
    address: { ...run.address, bot: run.account.bot, chat },
    group,
    chat,
    topics: new Map(stored),
    stored: new Map(stored),
    owners,
    titles,
    charge: { use: 'row', count: 1 } as const,
    channel: {
      ...channel,
      send: async (...given: Parameters<typeof channel.send>) => {
        const result = await channel.send(...given);
        count(opened, given[0], result);
        return result;
      },
    },
  });
  return opened;
}

function count(run: DeskRun, payload: Payload, result: Sent | SendFailure): void {
  if (result.kind === 'throttled') return;
  const { use, count: planned } = run.charge;
  const kind = use === 'row' ? (payload.idempotent ? 'edit' : 'post') : use;
  const made = result.kind === 'sent' ? (result.album?.length ?? 1) : planned;
  const spent = spend(run.sender, kind, made, run.now());
  run.sender = { ...run.sender, [kind]: [...spent[kind]] };
}

/** One call about a topic: it leaves a line in the group, or counts as if. */
export async function callFor(run: DeskRun, payload: Payload): Promise<Sent | SendFailure> {
  run.charge = { use: 'post', count: 1 };
  return run.channel.send(payload, run.account, run.http, '');
}

export function allowanceOf(run: DeskRun): Allowance {
  return { perMinute: run.channel.limits.groupPerMinute, spent: run.sender, now: run.now() };
}

export function addressIn({ address, chat }: DeskRun, thread: string): Address {
  return { ...address, chat, thread };
}

/** The customer's topic, where it is in the group as it is now. */
export function topicOf(run: DeskRun, customer: string): Topic | null {
  const topic = run.topics.get(customer);
  return topic && topic.chat === run.chat ? topic : null;
}

/** The customer in whose topic a row stands; null for General and for topics of nobody. */
export function customerOf(run: DeskRun, { topic }: OutboxRow): string | null {
  if (topic === null) return null;
  return topic.of === 'customer' ? topic.customer : (run.owners.get(topic.thread) ?? null);
}

/** Rows of one lane stand in one topic. */
export function laneOf(run: DeskRun, row: OutboxRow): string {
  const customer = customerOf(run, row);
  if (customer !== null) return `customer ${customer}`;
  return row.topic?.of === 'thread' ? `thread ${row.topic.thread}` : 'general';
}
