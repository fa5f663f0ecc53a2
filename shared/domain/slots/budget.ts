import { MINUTE } from '../clock.ts';
import { type Job, PARKING, variantOf } from '../day.ts';
import type { Stretch, Workday } from './calendar.ts';
import type { DayLoad } from './load.ts';
import type { SlotStation } from './types.ts';

/** The soft limits of one day: what of them is used, each visit counted once whichever alternatives are held for it. */
export type Budget = {
  readonly arrivals: readonly number[];
  readonly waiting: readonly Stretch[];
  /** Diagnostic visits before and after the day's noon. */
  readonly diagnostics: readonly [number, number];
  readonly minutesSold: number;
  readonly minutesForSale: number;
  readonly parked: number;
};

export function budgetOf(station: SlotStation, load: DayLoad): Budget {
  const { workday, jobs } = load;
  const { midnight } = workday;
  const minute = (instant: number) => (instant - midnight) / MINUTE;
  const diagnostic = new Set(station.services.filter((one) => one.diagnostic).map((one) => one.id));
  const arrivals = new Map<string, number>();
  const waiting = new Map<string, Stretch>();
  const diagnosed = [new Set<string>(), new Set<string>()] as const;
  const sold: Job[] = [];
  const carried: Job[] = [];
  let away = 0;
  for (const job of jobs) {
    if (diagnostic.has(job.service)) diagnosed[minute(job.start) < workday.noon ? 0 : 1].add(job.id);
    if (job.kind === 'block') {
      if (job.technician !== '' && job.service === '') away += minutesAway(workday, job);
      continue;
    }
    const arrival = minute(job.arrival);
    if (arrival < 0) {
      carried.push(job);
      continue;
    }
    sold.push(job);
    arrivals.set(`${job.id} ${arrival}`, arrival);
    if (job.kind === 'wait') waiting.set(`${job.id} ${arrival}`, { from: arrival, to: minute(job.readyBy) });
  }
  const { sellableShare, onlineShare } = station.rules;
  return {
    arrivals: [...arrivals.values()],
    waiting: [...waiting.values()],
    diagnostics: [diagnosed[0].size, diagnosed[1].size],
    minutesSold: minutesOf(sold),
    minutesForSale: ((shiftMinutes(workday) - away) * sellableShare - minutesOf(carried)) * onlineShare,
    parked: parkedIn(jobs),
  };
}

/** Cars that stay overnight, each once. Also asked of days on which the station is closed. */
export function parkedIn(jobs: readonly Job[]): number {
  return new Set(jobs.filter((job) => job.bay === PARKING).map((job) => job.id)).size;
}

/** At most so many arrivals in any half hour, wherever it begins. */
export function mayArrive(budget: Budget, at: number, most: number): boolean {
  const near = budget.arrivals.filter((arrival) => arrival > at - 30 && arrival < at + 30);
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

/** Minutes of work; of the alternatives held for one visit only the longest counts. */
function minutesOf(jobs: readonly Job[]): number {
  const visits = new Map<string, Map<string, number>>();
  for (const job of jobs) {
    if (job.bay === PARKING) continue;
    const alternatives = visits.get(job.id) ?? new Map<string, number>();
    const key = variantOf(job);
    alternatives.set(key, (alternatives.get(key) ?? 0) + (job.end - job.start) / MINUTE);
    visits.set(job.id, alternatives);
  }
  let sum = 0;
  for (const alternatives of visits.values()) sum += Math.max(...alternatives.values());
  return sum;
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
