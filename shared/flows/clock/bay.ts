import { addDays, type Instant, type LocalDate, MINUTE, toInstant, toWall } from '#shared/domain/clock.ts';
import type { Visit } from '#shared/domain/customer.ts';
import { type Day, type Job, liveJobs, PARKING } from '#shared/domain/day.ts';
import type { Change, Facts } from '#shared/domain/facts.ts';
import { isUnfinished } from '#shared/domain/visit/stage.ts';
import { deskHoursOn } from '#shared/station/hours.ts';
import type { Station } from '#shared/station/schema.ts';
import { dayChanges } from '../booking/day-changes.ts';

/**
 * A car whose promise was moved stands on its bay for longer than it was planned: the bay is not given away until then, as far as
 * nothing else is booked on it. What is booked already stays; who stands where then is for the desk to say. Whose hours the work takes
 * nobody knows, so only the bay is held. Pure; instants are epoch milliseconds.
 */

type Around = { readonly station: Station; readonly now: Instant };

/** Further ahead than this nobody plans by a promise. */
const mostDays = 7;

/** Days that have to be read where "ready by" is moved to `to`; none where the car is not here. */
export function heldDates(visit: Visit, to: Instant, { station, now }: Around): readonly LocalDate[] {
  if (!isUnfinished(visit.life.stage)) return [];
  const today = toWall(now, station.zone).date;
  const last = toWall(to, station.zone).date;
  const ahead = Array.from({ length: mostDays }, (_, day) => addDays(today, day)).filter(
    (date) => date <= last,
  );
  return [...new Set([...visit.dates, ...ahead])].sort();
}

/** The visit with the days that it takes now, and what is written of them. `visit`: with the promise as it stands. */
export function bayHeld(
  visit: Visit,
  { days }: Pick<Facts, 'days'>,
  around: Around,
): { readonly visit: Visit; readonly changes: readonly Change[] } {
  const before = [...days.values()];
  const work = workOf(visit, before);
  if (!work) return { visit, changes: [] };
  const after = before.map((day) => heldOn(day, visit, work, around));
  const taken = after.filter(({ jobs }) => jobs.some(({ id }) => id === visit.id)).map(({ date }) => date);
  const read = new Set(before.map(({ date }) => date));
  const dates = [...visit.dates.filter((date) => !read.has(date)), ...taken].sort();
  return { visit: { ...visit, dates }, changes: dayChanges({ before, after }) };
}

/** The bays are free of a car that has gone before its promise: what was held for it in this way goes back. */
export function bayGone(visit: Visit, { days }: Pick<Facts, 'days'>): readonly Change[] {
  const before = [...days.values()];
  const after = before.map((day) =>
    day.jobs.some((job) => isHeldFor(visit, job))
      ? { ...day, jobs: day.jobs.filter((job) => !isHeldFor(visit, job)) }
      : day,
  );
  return dayChanges({ before, after });
}

/** Only the bay, for work that somebody else's hours were planned for. */
function isHeldFor({ id }: Pick<Visit, 'id'>, job: Job): boolean {
  return job.id === id && job.holdUntil === null && job.technician === '' && job.bay !== PARKING;
}

/** The last piece of work that was planned for it. */
function workOf({ id }: Visit, days: readonly Day[]): Job | null {
  const planned = days
    .flatMap(({ jobs }) => jobs)
    .filter((job) => job.id === id && job.holdUntil === null && job.technician !== '' && job.bay !== '');
  return planned.sort((a, b) => a.end - b.end).at(-1) ?? null;
}

function heldOn(day: Day, visit: Visit, work: Job, { station, now }: Around): Day {
  const jobs = day.jobs.filter((job) => !isHeldFor(visit, job));
  const hours = deskHoursOn(station, day.date);
  const open = hours && toInstant(day.date, hours.open, station.zone);
  const close = hours && toInstant(day.date, hours.close, station.zone);
  const unheld = jobs.length === day.jobs.length ? day : { ...day, jobs };
  if (open === null || close === null || open === 'gap' || close === 'gap') return unheld;
  const from = Math.max(open, work.end);
  const others = liveJobs({ ...day, jobs }, now).filter(({ id, bay }) => id !== visit.id && bay === work.bay);
  const next = Math.min(
    ...others.filter(({ end }) => end > from).map(({ start }) => start - station.rules.buffer * MINUTE),
  );
  const to = Math.min(close, Math.floor(visit.readyBy / MINUTE) * MINUTE, next);
  if (to <= Math.max(from, now)) return unheld;
  const { id, bay, service, kind, arrival } = work;
  const readyBy = Math.max(to, work.readyBy);
  const held: Job = {
    id,
    bay,
    technician: '',
    service,
    kind,
    start: from,
    end: to,
    arrival,
    readyBy,
    holdUntil: null,
  };
  return { ...day, jobs: [...jobs, held] };
}
