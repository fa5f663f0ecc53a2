import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { erasuresAgain } from '#functions/documents/erase/again.ts';
import { rememberedAt, rememberedIn } from '#functions/documents/erase/remembered.ts';
import { type EraseJob, erasureBegun } from '#shared/domain/job.ts';
import { eraseObstacle } from '#shared/flows/erase.ts';
import { openOf } from '#shared/flows/payer/action.ts';
import { eraseEntry } from '#shared/runtime/entries.ts';
import { openQueue } from '#shared/runtime/queues.ts';
import { readCustomer } from '#shared/store/customer.ts';
import { readKept } from '#shared/store/kept.ts';
import type { Checklist } from '../connect/checklist.ts';
import { type Found, findPeople } from './people.ts';
import type { Place } from './place.ts';

/** Waits so many milliseconds; tests pass their own. */
type Wait = (ms: number) => Promise<unknown>;

/** How often it is looked whether an erasure is done, milliseconds, and when that is given up: one takes a minute or two. */
const askMs = 5_000;
const mostAsks = 240;

/**
 * Erases a person by the very job that their own wish would begin. Says what is kept of them, in numbers; does it only with `yes`, and
 * says when it is done. Refused, as in a chat, while their car is in the house or agreed work is open.
 */
export async function erasePerson(
  { who, yes }: { readonly who: string; readonly yes: boolean },
  place: Place,
  told: Checklist,
  wait: Wait = pause,
): Promise<void> {
  const found = await theOne(who, place, told);
  if (found === null) return;
  const now = await place.now();
  for (const line of await countsOf(found, place, now)) told.note(line);
  const why = await obstacleOf(found, place);
  if (why !== null) return told.wrong('This person cannot be erased now', why);
  if (!yes)
    return told.note('Nothing was erased yet. It cannot be taken back; the same command with --yes does it');
  const job = jobFor(found, now);
  await untilDone([job], () => openQueue(place.documentsQueue).send(eraseEntry(job)), place, told, wait);
}

/** The person who is meant; null where that is not one, which is said. */
export async function theOne(who: string, place: Place, told: Checklist): Promise<Found | null> {
  const found = await findPeople(who, place.table);
  const [one, another] = found;
  if (one === undefined) {
    told.wrong(
      'Nothing is kept of such a person',
      'Look whether the number has its country (+30…), or name the messenger: telegram:7000001',
    );
    return null;
  }
  if (another === undefined) return one;
  told.wrong(
    `${found.length} people may be meant`,
    `Name one by its id: ${found.map(({ id }) => id).join(', ')}`,
  );
  return null;
}

async function countsOf(found: Found, { table }: Place, now: number): Promise<readonly string[]> {
  const { id, customer, addresses } = found;
  const at = addresses.length === 1 ? 'one chat' : `${addresses.length} chats`;
  const kept = customer === null ? null : await readKept(table, id, now);
  if (kept === null) return [`Kept of this person: ${at}, nothing else`];
  const messages = kept.talks.reduce((sum, { entries }) => sum + entries.length, 0);
  return [
    `Kept of this person: ${at}, messages: ${messages}, cars: ${kept.customer.vehicles.length}, visits: ${kept.visits.length} (${kept.customer.visits.length} not over), agreements: ${kept.agreements.length}, defects: ${kept.reports.length}, files: ${kept.files.length}`,
  ];
}

/** Why not now, as what is to be done first; null where nothing is in the way. */
async function obstacleOf({ customer }: Found, { table }: Place): Promise<string | null> {
  if (customer === null) return null;
  switch (eraseObstacle(customer)?.key) {
    case 'eraseInHouse':
      return 'Their car is at the station: until it is handed back (/status in their topic) it must be known whose it is';
    case 'eraseAgreed':
      return 'Work was agreed and is not finished: finish or withdraw it in their topic first';
    case undefined:
      break;
  }
  for (const { customer: id } of customer.approvesFor) {
    const owner = await readCustomer(table, id);
    if (owner && openOf(owner.orders).length > 0)
      return 'An estimate of somebody else waits for their answer: withdraw it in the owner’s topic first';
  }
  return null;
}

function jobFor({ id, customer, addresses }: Found, now: number): EraseJob {
  return {
    ...erasureBegun,
    id: `erase-${randomUUID().slice(0, 13)}`,
    at: now,
    people: [...new Set([id, ...(customer ? [customer.id, ...customer.formerly] : [])])],
    addresses: [...addresses],
    cancelled: customer?.visits.map(({ start }) => start) ?? [],
    receipt: null,
    byStation: true,
  };
}

/**
 * After a backup was restored: whoever was erased since it was made is back, and is erased once more. Says how many, and when it is done.
 */
export async function eraseAgain(place: Place, told: Checklist, wait: Wait = pause): Promise<void> {
  const back = await erasuresAgain(place);
  if (back.length === 0) return told.fine('Nobody who was erased is back');
  told.note(`People who were erased and are back: ${back.length}`);
  const begin = () =>
    openQueue(place.documentsQueue).send({
      body: JSON.stringify({ v: 1, kind: 'eraseAgain' }),
      group: 'documents',
      dedupe: `again ${randomUUID()}`,
    });
  await untilDone(back, begin, place, told, wait);
}

/** When each of these erasures was done last, by one of its addresses: it is noted where the erasure is remembered. */
async function doneTimes(
  jobs: readonly EraseJob[],
  { files }: Place,
): Promise<ReadonlyMap<string, number | null>> {
  const times = new Map<string, number | null>();
  for (const address of jobs.flatMap(({ addresses }) => addresses.slice(0, 1))) {
    const file = await files.get(rememberedAt(address));
    times.set(address, (file && rememberedIn(file.content)?.done) ?? null);
  }
  return times;
}

/** Begins them, and waits until the last look of each found nothing any more. */
async function untilDone(
  jobs: readonly EraseJob[],
  begin: () => Promise<void>,
  place: Place,
  told: Checklist,
  wait: Wait,
): Promise<void> {
  const before = await doneTimes(jobs, place);
  await begin();
  told.fine('The erasure has begun; it takes a minute or two');
  for (let asks = 0; asks < mostAsks; asks += 1) {
    await wait(askMs);
    const now = await doneTimes(jobs, place);
    if ([...now].every(([address, done]) => done !== null && done !== before.get(address)))
      return told.fine('Done: nothing of them is left in table, files, dead letters and group');
  }
  told.wrong(
    'It is not done after twenty minutes',
    'Look for "erasure" in the log of documents, and at npm run ops -- dead-letters list',
  );
}
