import { createHash } from 'node:crypto';
import type { Text } from '#shared/channels/channel.ts';
import { addDays, toWall } from '#shared/domain/clock.ts';
import type { Customer, Visit } from '#shared/domain/customer.ts';
import { type Day, type Job, liveJobs, PARKING } from '#shared/domain/day.ts';
import { type FeedEvent, feedOf } from '#shared/domain/ics.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { plateIn } from '#shared/domain/plate.ts';
import { loadFacts } from '#shared/store/facts.ts';
import type { Table } from '#shared/store/table.ts';

/** Today and the days after it that the screen shows. */
const days = 7;

/** The calendar of the bays, and a mark that changes only with what it says. */
export type Feed = { readonly body: string; readonly etag: string };

/** What stands on all bays, today and on the next days: the day items and whose the visits are, no scan. */
export async function bayFeed(
  { table, zone, now }: { readonly table: Table; readonly zone: string; readonly now: () => number },
  text: Text,
): Promise<Feed> {
  const at = now();
  const today = toWall(at, zone).date;
  const dates = Array.from({ length: days }, (_, index) => addDays(today, index));
  const facts = await loadFacts(table, [{ kind: 'visits', on: dates }]);
  const events = dates.flatMap((date) => {
    const day = facts.days.get(date);
    return day ? eventsOf(day, facts.visits, at, text) : [];
  });
  const name = text.say(phrase('archiveFeedName'));
  // Each reading is stamped with its own moment, which is no news.
  const hash = createHash('sha256')
    .update(feedOf(events, name, 0))
    .digest('base64url');
  return { body: feedOf(events, name, at), etag: `W/"${hash.slice(0, 22)}"` };
}

/** Work and blocks of the bays; what is only held may never come true, and a parked car stands on no bay. */
export function eventsOf(
  day: Day,
  owners: ReadonlyMap<string, Customer>,
  now: number,
  text: Text,
): readonly FeedEvent[] {
  const jobs = liveJobs(day, now)
    .filter(({ bay, holdUntil }) => bay !== '' && bay !== PARKING && holdUntil === null)
    .sort((a, b) => a.start - b.start || (a.bay < b.bay ? -1 : 1));
  const seen = new Map<string, number>();
  return jobs.map((job) => {
    const place = `${job.id}.${day.date}.${job.bay}`;
    const count = (seen.get(place) ?? 0) + 1;
    seen.set(place, count);
    const owner = owners.get(job.id);
    const visit = owner?.visits.find(({ id }) => id === job.id) ?? null;
    return {
      ref: `${place}.${count}`,
      start: job.start,
      end: job.end,
      title: titleOf(job, visit, owner, text),
      notes: notesOf(job, visit, text),
      sequence: sequenceOf(day, visit),
    };
  });
}

function titleOf(job: Job, visit: Visit | null, owner: Customer | undefined, text: Text): string {
  if (job.service === '' && !visit) return text.say(phrase('archiveFeedBlocked', { bay: job.bay }));
  const services = visit?.services ?? [job.service];
  const vehicle = visit?.vehicle ?? owner?.past.find(({ id }) => id === job.id)?.vehicle;
  const car = vehicle && owner ? nameless(vehicle.short, owner.name) : '';
  return text.say(phrase('archiveFeedTitle', { bay: job.bay, services, car }));
}

function notesOf(job: Job, visit: Visit | null, text: Text): string {
  const who = job.technician === '' ? [] : [phrase('archiveFeedPerson', { technician: job.technician })];
  const isWork = job.service !== '' || visit !== null;
  const readyBy = visit?.readyBy ?? job.readyBy;
  const ready = isWork ? [phrase('archiveFeedReady', { readyBy, start: job.start })] : [];
  return [...who, ...ready].map((one) => text.say(one)).join('\n');
}

/** Rises with every change of the day, of the visit and of its promise, and never falls while the entry stands on that day. */
function sequenceOf({ version }: Day, visit: Visit | null): number {
  const moved = visit?.life.moved.at(-1)?.at;
  return version + (visit?.sequence ?? 0) + (moved === undefined ? 0 : Math.floor((moved - epoch) / 60_000));
}
/** Minutes since then fit into a calendar's whole numbers for four thousand years. */
const epoch = Date.parse('2026-01-01T00:00:00Z');

/** Owners call their cars as they like: no phone, no name of theirs and no whole plate stands on a wall. */
export function nameless(car: string, owner: string): string {
  const plate = plateIn(car);
  const names = owner.split(/[^\p{L}]+/u).filter((word) => word.length > 2);
  const marked = plate ? car.replace(plate, `…${plate.replace(/[^\p{L}\d]/gu, '').slice(-4)}`) : car;
  return names
    .reduce((said, name) => said.replaceAll(new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'giu'), ''), marked)
    .replace(/\+?\d(?:[\s().-]*\d){6,}/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
