import type { Inbound } from '#shared/domain/inbound.ts';
import { laterSchema } from '#shared/domain/later.ts';
import { stopwatch } from '#shared/runtime/clock.ts';
import { eraseEntry, inboundEntry, wakeEntry } from '#shared/runtime/entries.ts';
import type { Queue, QueueEntry } from '#shared/runtime/queues.ts';
import { type DueRow, dueShards, readDue } from '#shared/store/due.ts';
import { destinationOf } from '#shared/store/outbox-key.ts';
import type { Table } from '#shared/store/table.ts';
import { timerAddress } from '#shared/store/timer.ts';

export type TickDeps = {
  readonly table: Table;
  readonly inbound: Queue;
  readonly outbound: Queue;
  readonly now: () => number;
};

/** Where what was put aside goes. */
export type PassDeps = { readonly [Q in 'inbound' | 'outbound' | 'documents']: Pick<Queue, 'send'> };

/** Rows read at a time of each shard. */
const pageRows = 500;
/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html */
const batchEntries = 10;
/** After so long a run begins nothing more, milliseconds: what is still due is found again by the next minute's. */
const budgetMs = 6_500;

/** `more`: the time was over before everything that is due was sent; the next minute goes on. */
export type Swept = { readonly timers: number; readonly woken: number; readonly more: boolean };

/**
 * Once a minute: due timers become inbound events, destinations whose rows were left waiting are woken. The shards go side by
 * side, each in order and in batches, so that what waits for one conversation arrives in its order. A run that ends halfway
 * has lost nothing: a timer is due until converse used it up, and sent twice it is the same inbound. A queue that refuses stops
 * its shard only, and the run fails once the others are through.
 */
export async function runDue(deps: TickDeps, elapsed = since()): Promise<Swept> {
  const now = deps.now();
  const woken = new Set<string>();
  const swept = await Promise.allSettled(
    dueShards.map((shard) => sweep(shard, { deps, now, woken, elapsed })),
  );
  const timers = swept.reduce((sum, one) => sum + (one.status === 'fulfilled' ? one.value.timers : 0), 0);
  for (const one of swept) if (one.status === 'rejected') throw one.reason;
  return {
    timers,
    woken: woken.size,
    more: swept.some((one) => one.status === 'fulfilled' && one.value.more),
  };
}

type Sweeping = {
  readonly deps: TickDeps;
  readonly now: number;
  /** Destinations that were woken in this run, by any shard. */
  readonly woken: Set<string>;
  readonly elapsed: () => number;
};

async function sweep(
  shard: string,
  { deps, now, woken, elapsed }: Sweeping,
): Promise<Pick<Swept, 'timers' | 'more'>> {
  let timers = 0;
  for await (const rows of readDue(deps.table, shard, now, pageRows)) {
    const due = rows.flatMap((row) => timerInbound(row) ?? []);
    const stranded = rows.filter(({ pk }) => timerAddress(pk) === null).map(({ pk }) => destinationOf(pk));
    const wakes = [...new Set(stranded)].filter((destination) => !woken.has(destination));
    for (const destination of wakes) woken.add(destination);
    for (const batch of batches(wakes.map((destination) => wakeEntry(destination, `sweep${now}`)))) {
      if (elapsed() > budgetMs) return { timers, more: true };
      await deps.outbound.sendBatch(batch);
    }
    for (const batch of batches(due.map(inboundEntry))) {
      if (elapsed() > budgetMs) return { timers, more: true };
      await deps.inbound.sendBatch(batch);
      timers += batch.length;
    }
  }
  return { timers, more: false };
}

function batches(entries: readonly QueueEntry[]): readonly (readonly QueueEntry[])[] {
  const count = Math.ceil(entries.length / batchEntries);
  return Array.from({ length: count }, (_, at) => entries.slice(at * batchEntries, (at + 1) * batchEntries));
}

/** Milliseconds from now on. */
function since(): () => number {
  const begun = stopwatch();
  return () => stopwatch() - begun;
}

/** Something that was put aside is due now: it goes into its queue. */
export async function passOn(deps: PassDeps, body: unknown): Promise<void> {
  const later = laterSchema.parse(body);
  switch (later.kind) {
    case 'inbound':
      return deps.inbound.send(inboundEntry(later.inbound));
    case 'wake':
      return deps.outbound.send(wakeEntry(later.destination, later.id));
    case 'erase':
      return deps.documents.send(eraseEntry(later.job));
  }
}

/** The timer's key and moment are its identity: fired twice, it is the same inbound. */
function timerInbound({ pk, sk, dueAt }: DueRow): Inbound | null {
  const address = timerAddress(pk);
  if (!address) return null;
  return {
    id: `timer#${sk}#${dueAt}`,
    address,
    at: dueAt,
    from: null,
    messageId: null,
    event: { kind: 'timer', key: sk, dueAt },
  };
}
