import { type Instant, MINUTE } from '../clock.ts';
import type { Job } from '../day.ts';
import { endOf, type Fit, fitAt } from './fit.ts';
import { changedLoad, type DayLoad, inTheWay, NOTHING } from './load.ts';
import type { SlotStation } from './types.ts';
import { type Leg, soleLeg } from './work.ts';

/** A place made by moving the work of dropped-off cars within what their owners were promised. */
export type Shuffled = { readonly fit: Fit; readonly moved: readonly Job[] };

/** More than two moves for one visit is a new plan of the day, which is the desk's to make. */
const MOST_MOVES = 2;

/**
 * Makes room for a leg at `from` by placing other drop-offs anew: same day, not before their own arrival and reception,
 * not beyond their own promise, never work that is held, has begun, or has several jobs.
 */
export function shuffle(
  station: SlotStation,
  load: DayLoad,
  leg: Leg,
  from: number,
  now: Instant,
): Shuffled | null {
  const to = endOf(load.workday, from, leg.minutes);
  if (to === null) return null;
  const movable = movableIn(station, load, now);
  const { buffer } = station.rules;
  const bay = least(leg.bays, movable, ({ id }) => {
    return inTheWay(load.bays.get(id) ?? NOTHING, from, to, buffer, MOST_MOVES);
  });
  if (bay === null) return null;
  const person = least(leg.technicians, movable, ({ id }) => {
    const shift = load.workday.shifts.get(id);
    if (shift === undefined || shift.from > from || shift.to < to) return null;
    return inTheWay(load.technicians.get(id) ?? NOTHING, from, to, 0, MOST_MOVES);
  });
  if (person === null) return null;
  const out = [...new Set([...bay.jobs, ...person.jobs])];
  if (out.length === 0 || out.length > MOST_MOVES) return null;
  const fit = { bay: bay.id, technician: person.id, from, to };
  const moved = placeAnew(station, load, out, fit, now);
  return moved === null ? null : { fit, moved };
}

type Cheapest = { readonly id: string; readonly jobs: readonly Job[] };

/** The bay or person that the fewest jobs stand in the way at, all of them movable. */
function least<T extends { readonly id: string }>(
  all: readonly T[],
  movable: ReadonlySet<Job>,
  conflicts: (one: T) => readonly Job[] | null,
): Cheapest | null {
  let best: Cheapest | null = null;
  for (const one of all) {
    const jobs = conflicts(one);
    if (jobs === null || !jobs.every((job) => movable.has(job))) continue;
    if (best === null || jobs.length < best.jobs.length) best = { id: one.id, jobs };
    if (best.jobs.length === 0) break;
  }
  return best;
}

function placeAnew(
  station: SlotStation,
  load: DayLoad,
  out: readonly Job[],
  fit: Fit,
  now: Instant,
): readonly Job[] | null {
  const { midnight, grid, noon } = load.workday;
  const ours = placeholder(fit, midnight);
  const moved: Job[] = [];
  const tightFirst = [...out].sort((a, b) => a.readyBy - b.readyBy);
  for (const job of tightFirst) {
    const leg = soleLeg(station, job.service);
    if (leg === null) return null;
    const trial = changedLoad(load, out, [ours, ...moved]);
    const earliest = Math.max(job.arrival + station.rules.reception * MINUTE, now);
    const first = (earliest - midnight) / MINUTE;
    const last = (job.readyBy - midnight) / MINUTE - leg.minutes;
    const half = (job.start - midnight) / MINUTE < noon;
    const diagnostic = leg.tasks.some(({ service }) => service.diagnostic);
    const place = grid
      .filter((from) => from >= first && from <= last && (!diagnostic || from < noon === half))
      .map((from) => () => fitAt(trial, leg, from, station.rules, {}));
    const found = firstOf(place);
    if (found === null) return null;
    moved.push({
      ...job,
      bay: found.bay,
      technician: found.technician,
      start: midnight + found.from * MINUTE,
      end: midnight + found.to * MINUTE,
    });
  }
  return moved;
}

function firstOf<T>(tries: readonly (() => T | null)[]): T | null {
  for (const attempt of tries) {
    const found = attempt();
    if (found !== null) return found;
  }
  return null;
}

/** Stands in for the work that room is made for while the others are placed. */
function placeholder(fit: Fit, midnight: Instant): Job {
  const start = midnight + fit.from * MINUTE;
  const end = midnight + fit.to * MINUTE;
  return {
    id: '',
    bay: fit.bay,
    technician: fit.technician,
    service: '*',
    kind: 'wait',
    start,
    end,
    arrival: start,
    readyBy: end,
    holdUntil: null,
  };
}

const movables = new WeakMap<DayLoad, ReadonlySet<Job>>();

function movableIn(station: SlotStation, load: DayLoad, now: Instant): ReadonlySet<Job> {
  let known = movables.get(load);
  if (known === undefined) {
    const jobs = new Map<string, number>();
    for (const job of load.jobs) jobs.set(job.id, (jobs.get(job.id) ?? 0) + 1);
    known = new Set(
      load.jobs.filter((job) => {
        if (job.kind !== 'leave' || job.holdUntil !== null || job.start < now || jobs.get(job.id) !== 1)
          return false;
        // A car that only stands on its bay.
        if (job.technician === '') return false;
        const leg = soleLeg(station, job.service);
        return leg !== null && leg.minutes * MINUTE === job.end - job.start;
      }),
    );
    movables.set(load, known);
  }
  return known;
}
