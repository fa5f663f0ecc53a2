import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { addressKey } from '#shared/domain/address.ts';
import type { EraseJob, Traces } from '#shared/domain/job.ts';
import type { Later } from '#shared/domain/later.ts';
import type { DeadLetters } from '#shared/runtime/dead-letters.ts';
import type { Files } from '#shared/runtime/files.ts';
import { log } from '#shared/runtime/logger.ts';
import type { Queue } from '#shared/runtime/queues.ts';
import { isBlank, isPointer, residentFrom, residentKey } from '#shared/store/conversation.ts';
import type { Forgotten, Item } from '#shared/store/erase/forgotten.ts';
import { isTheirLetter } from '#shared/store/erase/letters.ts';
import { apply, lookAt, type Page } from '#shared/store/erase/sweep.ts';
import { readRow } from '#shared/store/outbox.ts';
import { batchGet, getOne } from '#shared/store/read.ts';
import type { Table } from '#shared/store/table.ts';
import { tombstoneItem } from '#shared/store/tombstone.ts';
import { filesOf } from './files.ts';
import { gather } from './gather.ts';
import { type Remembered, rememberedAt } from './remembered.ts';
import { dropTopic, receiptRow, type SayDeps, sayDone, takeBack, tellDesk } from './rows.ts';

export type EraseDeps = SayDeps & {
  readonly files: Pick<Files, 'put' | 'remove' | 'list'>;
  readonly later: Pick<Queue, 'send'>;
  /** The queues of what nobody could handle. */
  readonly deadLetters: readonly Pick<DeadLetters, 'drop'>[];
  /** The link to a topic of the group, as its messenger makes it; null where it makes none. */
  readonly topicUrl: (place: Traces['places'][number]) => string | null;
};

/** The next look comes when whatever was under way at the last one is over: no function but media takes longer than 10 s. */
const pauseSeconds = 15;
/** A look begins no further page later than this, of the 20 s that the function has. */
const lookMs = 9_000;
/** How long the last message may take before the rest goes without it. */
const mostTellMs = 10 * 60_000;
/** Somebody writes there again and again, or something is wrong: a person must see it. */
const mostRounds = 60;

/**
 * One round of an erasure. First what must be known is gathered and kept with the job; then the whole table is looked through until a
 * look finds nothing; then the person is told, and what that left is looked for in the same way. Every step may be repeated.
 */
export async function eraseRound(job: EraseJob, deps: EraseDeps): Promise<void> {
  if (job.traces === null) return begin(job, deps);
  if (job.stage === 'tell') {
    const waits = await isBeingTold(job, deps);
    return waits
      ? next({ ...job, round: job.round + 1 }, pauseSeconds, deps)
      : next({ ...job, stage: 'close', round: job.round + 1 }, 0, deps);
  }
  return look(job, job.traces, deps);
}

async function begin(job: EraseJob, deps: EraseDeps): Promise<void> {
  await remember(job, { at: job.at }, deps);
  // What was restored knows nothing of the erasure, and what the station begins is written nowhere yet.
  if (job.receipt === null) for (const address of job.addresses) await bury(address, job, deps.table);
  const traces = await gather(job, deps.table);
  await tellDesk(job, deps);
  await next({ ...job, traces, round: 1 }, 0, deps);
}

/** Beside the table, so that a restored one can be cleared again; and that it was done, for whoever asked for it. */
async function remember({ addresses }: EraseJob, told: Remembered, { files }: EraseDeps): Promise<void> {
  const content = Buffer.from(JSON.stringify(told));
  for (const address of addresses)
    await files.put(rememberedAt(address), { mime: 'application/json', content });
}

async function bury(address: string, { at }: EraseJob, table: Table): Promise<void> {
  const resident = residentFrom(await getOne(table, residentKey(address)));
  const Item = tombstoneItem(address, { at, by: '', version: resident?.version ?? 0 });
  await table.client.send(new PutCommand({ TableName: table.name, Item }));
}

async function isBeingTold(job: EraseJob, { table, now }: EraseDeps): Promise<boolean> {
  const row = job.receipt && (await readRow(table, job.receipt.address, receiptRow(job)));
  return row !== null && row.outcome === null && now() - job.toldAt < mostTellMs;
}

async function look(given: EraseJob, traces: Traces, deps: EraseDeps): Promise<void> {
  const began = deps.now();
  let job: EraseJob & { readonly traces: Traces } = { ...given, traces };
  const kept = await filesOf(traces.related, deps.table);
  if (given.round === 1 && given.from === null)
    for (const place of traces.places) await dropTopic(job, place, deps);
  for (;;) {
    const page = await lookAt(deps.table, job.from, await forgotten(job, deps));
    const known = job.traces;
    job = learned(job, page);
    for (const place of job.traces.places) if (isNew(place, known)) await dropTopic(job, place, deps);
    const gone = page.fated.filter(({ fate }) => fate.do !== 'wait');
    await takeBack(
      job,
      gone.flatMap(({ fate }) => (fate.do === 'delete' ? (fate.shown ?? []) : [])),
      deps,
    );
    for (const key of page.files) if (!kept.has(key)) await deps.files.remove(key);
    await inTurns(gone, ({ item, fate }) => apply(deps.table, item, fate));
    const left = job.stage === 'close' ? page.fated.length : gone.length;
    job = { ...job, found: job.found + left, from: page.next };
    if (page.next === null) break;
    if (deps.now() - began > lookMs) return next(job, 0, deps);
  }
  const dropped = await dropLetters(await forgotten(job, deps), deps);
  return lookedThrough({ ...job, found: job.found + dropped }, deps);
}

/** What died in a queue and is of them. What is still under way there is let go by whoever takes it, since nobody is at that address. */
async function dropLetters(who: Forgotten, { deadLetters, desk }: EraseDeps): Promise<number> {
  const dropped = await Promise.all(
    deadLetters.map((letters) => letters.drop((body) => isTheirLetter(body, who, desk?.chat ?? null))),
  );
  return dropped.reduce((sum, one) => sum + one, 0);
}

/** The whole table was looked through. */
async function lookedThrough(job: EraseJob, deps: EraseDeps): Promise<void> {
  const { found, round, stage } = job;
  log('info', 'A look for somebody who is to be forgotten', { kind: stage, count: found, attempt: round });
  const again = { ...job, round: round + 1, found: 0, from: null };
  if (round > mostRounds) {
    log('error', 'An erasure does not come to an end: rows of that person are written again and again');
    return;
  }
  if (found > 0 || round < 2) return next(again, pauseSeconds, deps);
  if (stage === 'close') return remember(job, { at: job.at, done: deps.now() }, deps);
  await sayDone(job, deps);
  await next({ ...again, stage: 'tell', toldAt: deps.now() }, pauseSeconds, deps);
}

/** Puts a round of an erasure aside until its time has come. */
export async function next(
  job: EraseJob,
  delaySeconds: number,
  { later }: Pick<EraseDeps, 'later'>,
): Promise<void> {
  const body: Later = { v: 1, kind: 'erase', job };
  await later.send({ body: JSON.stringify(body), delaySeconds });
}

async function forgotten(job: EraseJob & { readonly traces: Traces }, deps: EraseDeps): Promise<Forgotten> {
  const found = await batchGet(deps.table, job.addresses.map(residentKey), true);
  const vacant = job.addresses.filter((address) => {
    const resident = residentFrom(found(residentKey(address)));
    if (resident === null || isPointer(resident)) return true;
    return isBlank(resident) || job.people.includes(resident.customer);
  });
  return {
    ...job,
    ...job.traces,
    desk: deps.desk ? addressKey(deps.desk.address) : '',
    links: job.traces.places.flatMap((place) => deps.topicUrl(place) ?? []),
    vacant: new Set(vacant),
    own: job.id,
    now: deps.now(),
  };
}

/** Other addresses and topics of theirs come to light while what names them goes. */
function learned(job: EraseJob & { readonly traces: Traces }, { fated }: Page) {
  const items = fated.map(({ item }) => item);
  const addresses = items.flatMap(pointerAt);
  const places = items.flatMap(placeIn).filter((place) => isNew(place, job.traces));
  return {
    ...job,
    addresses: [...new Set([...job.addresses, ...addresses])],
    traces: { ...job.traces, places: [...job.traces.places, ...places] },
  };
}

function isNew({ chat, thread }: Traces['places'][number], { places }: Traces): boolean {
  return !places.some((known) => known.chat === chat && known.thread === thread);
}

function pointerAt({ pk, movedTo }: Item): readonly string[] {
  return pk.startsWith('C#') && typeof movedTo === 'string' ? [pk.slice(2)] : [];
}

function placeIn({ pk, sk, chat, thread }: Item): readonly { chat: string; thread: string }[] {
  if (pk.startsWith('D#') && sk === 'topic' && typeof chat === 'string' && typeof thread === 'string')
    return chat === '' ? [] : [{ chat, thread }];
  const [group, topic] = pk.startsWith('G#') && sk === 'owner' ? pk.slice(2).split('/') : [];
  return group !== undefined && topic !== undefined ? [{ chat: group, thread: topic }] : [];
}

/** So many writes under way at a time. */
const atOnce = 20;

async function inTurns<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  for (let from = 0; from < all.length; from += atOnce)
    await Promise.all(all.slice(from, from + atOnce).map(work));
}
