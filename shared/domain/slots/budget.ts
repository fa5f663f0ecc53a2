import { MINUTE } from '../clock.ts';
import { type Job, PARKING } from '../day.ts';
import type { Stretch, Workday } from './calendar.ts';
import type { SlotStation } from './types.ts';

/** The soft limits of one day: what of them is used, each visit counted once whichever alternatives are held for it. */
export type Budget = {
  readonly arrivals: readonly number[];
  readonly waiting: readonly Stretch[];
  /** Diagnostic visits before and after the day's noon. */
  readonly diagnostics: readonly [number, number];
  readonly minutesSold: number;
  readonly minutesForSale: number;
};

/** The budget of a day with these jobs; those that do not count (expired, the visit being moved) are left out before. */
export function budgetOf(station: SlotStation, workday: Workday, jobs: readonly Job[]): Budget {
  const { midnight, noon } = workday;
  const diagnostic = new Set(station.services.filter((one) => one.diagnostic).map((one) => one.id));
  const diagnosed = [new Set<string>(), new Set<string>()] as const;
  const arrivals: number[] = [];
  const waiting: Stretch[] = [];
  let away = 0;
  let sold = 0;
  let carried = 0;
  for (const own of byVisit(jobs)) {
    for (const job of own) {
      if (diagnostic.has(job.service)) diagnosed[job.start < midnight + noon * MINUTE ? 0 : 1].add(job.id);
      if (job.kind === 'block' && job.technician !== '' && job.service === '')
        away += minutesAway(workday, job);
    }
    sold += longest(own, (job) => job.arrival >= midnight);
    carried += longest(own, (job) => job.arrival < midnight);
    const arrived = distinct(own, (job) => job.kind !== 'block' && job.arrival >= midnight);
    for (const { arrival } of arrived) arrivals.push((arrival - midnight) / MINUTE);
    for (const { arrival, readyBy } of distinct(
      arrived.length === 0 ? [] : own,
      (job) => job.kind === 'wait',
    )) {
      waiting.push({ from: (arrival - midnight) / MINUTE, to: (readyBy - midnight) / MINUTE });
    }
  }
  const { sellableShare, onlineShare } = station.rules;
  return {
    arrivals,
    waiting,
    diagnostics: [diagnosed[0].size, diagnosed[1].size],
    minutesSold: sold,
    minutesForSale: ((shiftMinutes(workday) - away) * sellableShare - carried) * onlineShare,
  };
}

/** Cars that stay overnight, each once. Also asked of days on which the station is closed. */
export function parkedIn(jobs: readonly Job[]): number {
  return new Set(jobs.filter((job) => job.bay === PARKING).map((job) => job.id)).size;
}

/** At most so many arrivals in any half hour, wherever it begins. */
export function mayArrive(budget: Budget, at: number, most: number): boolean {
  const near: number[] = [];
  for (const arrival of budget.arrivals) if (arrival > at - 30 && arrival < at + 30) near.push(arrival);
  if (near.length < most) return true;
  return [at, ...near].every((from) => {
    if (from > at) return true;
    return near.filter((arrival) => arrival >= from && arrival < from + 30).length < most;
  });
}

/** At most so many customers waiting at any moment between `from` and `to`. */
export function mayWait(budget: Budget, from: number, to: number, most: number): boolean {
  const here = budget.waiting.filter((one) => one.from < to && one.to > from);
  if (here.length < most) return true;
  return [from, ...here.map((one) => one.from)].every((at) => {
    if (at < from) return true;
    return here.filter((one) => one.from <= at && one.to > at).length < most;
  });
}

function byVisit(jobs: readonly Job[]): Iterable<readonly Job[]> {
  const visits = new Map<string, Job[]>();
  for (const job of jobs) {
    const own = visits.get(job.id);
    if (own === undefined) visits.set(job.id, [job]);
    else own.push(job);
  }
  return visits.values();
}

/** Minutes of the longest of the ways held or booked for one visit: only one of them comes true. */
function longest(own: readonly Job[], counts: (job: Job) => boolean): number {
  const ways = [0, 0, 0, 0];
  for (const job of own) {
    if (job.kind === 'block' || job.bay === PARKING || !counts(job)) continue;
    const length = (job.end - job.start) / MINUTE;
    if (own.length === 1) return length;
    const way = (job.kind === 'wait' ? 0 : 1) + (job.holdUntil === null ? 0 : 2);
    ways[way] = (ways[way] ?? 0) + length;
  }
  return Math.max(...ways);
}

/** One job for each arrival of a visit; there are two while it is being moved. */
function distinct(own: readonly Job[], counts: (job: Job) => boolean): readonly Job[] {
  const [first] = own;
  if (own.length === 1 && first !== undefined) return counts(first) ? own : [];
  const kept: Job[] = [];
  for (const job of own) {
    if (counts(job) && !kept.some((other) => other.arrival === job.arrival)) kept.push(job);
  }
  return kept;
}

function shiftMinutes(workday: Workday): number {
  let sum = 0;
  for (const shift of workday.shifts.values()) sum += within(workday.stretches, shift);
  return sum;
}

function minutesAway(workday: Workday, job: Job): number {
  const shift = workday.shifts.get(job.technician);
  if (shift === undefined) return 0;
  return within(workday.stretches, {
    from: Math.max(shift.from, (job.start - workday.midnight) / MINUTE),
    to: Math.min(shift.to, (job.end - workday.midnight) / MINUTE),
  });
}

/** Minutes of a span that lie inside the stretches in which work is done. */
export function within(stretches: readonly Stretch[], span: Stretch): number {
  return stretches.reduce((sum, stretch) => {
    return sum + Math.max(0, Math.min(span.to, stretch.to) - Math.max(span.from, stretch.from));
  }, 0);
}
