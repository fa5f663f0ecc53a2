import { type Instant, MINUTE } from '../clock.ts';
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
  const { midnight } = workday;
  const diagnostic = new Set(station.services.filter((one) => one.diagnostic).map((one) => one.id));
  const arrivals: number[] = [];
  const waiting: Stretch[] = [];
  const diagnosed = [new Set<string>(), new Set<string>()] as const;
  const visits = new Map<string, Visit>();
  let away = 0;
  for (const job of jobs) {
    const start = (job.start - midnight) / MINUTE;
    if (diagnostic.has(job.service)) diagnosed[start < workday.noon ? 0 : 1].add(job.id);
    if (job.kind === 'block') {
      if (job.technician !== '' && job.service === '') away += minutesAway(workday, job);
      continue;
    }
    const visit = visits.get(job.id) ?? {
      arrived: null,
      seated: null,
      sold: [0, 0, 0, 0],
      carried: [0, 0, 0, 0],
    };
    visits.set(job.id, visit);
    const earlier = job.arrival < midnight;
    if (job.bay !== PARKING) count(earlier ? visit.carried : visit.sold, job);
    if (earlier) continue;
    const from = (job.arrival - midnight) / MINUTE;
    if (visit.arrived !== job.arrival) arrivals.push(from);
    visit.arrived = job.arrival;
    if (job.kind === 'wait' && visit.seated !== job.arrival) {
      waiting.push({ from, to: (job.readyBy - midnight) / MINUTE });
      visit.seated = job.arrival;
    }
  }
  let sold = 0;
  let carried = 0;
  for (const visit of visits.values()) {
    sold += Math.max(...visit.sold);
    carried += Math.max(...visit.carried);
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

/** Minutes of each way held or booked for one visit; only one of them comes true, so the longest counts. */
type Ways = [number, number, number, number];
type Visit = { arrived: Instant | null; seated: Instant | null; readonly sold: Ways; readonly carried: Ways };

function count(ways: Ways, job: Job): void {
  const way = (job.kind === 'wait' ? 0 : 1) + (job.holdUntil === null ? 0 : 2);
  ways[way] = (ways[way] ?? 0) + (job.end - job.start) / MINUTE;
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
