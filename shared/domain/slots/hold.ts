import { type Instant, type LocalDate, MINUTE } from '../clock.ts';
import type { Day, Job } from '../day.ts';
import type { Mode, Plan, PlannedJob, Slot } from './types.ts';

/** What a hold writes into one day. */
export type DayChange = {
  readonly date: LocalDate;
  /** The held jobs; an earlier hold of the same id on that day gives way to them. */
  readonly add: readonly Job[];
  /** Drop-offs of others in their new places; each replaces the only job of its id on that day. */
  readonly replace: readonly Job[];
};

/** `modes` are those that the hold keeps open: each of them can be confirmed until it ends. */
export type Hold = { readonly modes: readonly Mode[]; readonly changes: readonly DayChange[] };

/** What became of a confirmation. `days` are the given days as they are to be written. */
export type Confirmed =
  | { readonly kind: 'booked'; readonly days: readonly Day[]; readonly jobs: readonly Job[] }
  | { readonly kind: 'hold-over' }
  | { readonly kind: 'mode-not-held'; readonly modes: readonly Mode[] };

/**
 * What to write to hold a slot until `holdUntil` (rounded up to a whole minute) under the id of the appointment it will
 * become; for a move that is the id of the visit being moved, whose old time stays beside the hold. Both ways of doing
 * the visit are held where both can stand; otherwise the one that disturbs nobody, or the drop-off. An earlier hold of
 * the same id on other days is given back first, with `releaseHold`.
 */
export function holdJobs(slot: Slot, id: string, holdUntil: Instant): Hold {
  const kept = keptPlans(slot);
  const until = Math.ceil(holdUntil / MINUTE) * MINUTE;
  const changes = new Map<LocalDate, { add: Job[]; replace: readonly Job[] }>();
  for (const [, plan] of kept) {
    for (const { date, ...job } of plan.jobs) {
      const change = changes.get(date) ?? { add: [], replace: date === slot.date ? plan.moved : [] };
      change.add.push({ ...job, id, holdUntil: until });
      changes.set(date, change);
    }
  }
  return {
    modes: kept.map(([mode]) => mode),
    changes: [...changes].map(([date, change]) => ({ date, ...change })),
  };
}

/** The days with a hold's changes made; days it does not touch stay as they are. Expired holds are dropped on the way. */
export function applyChanges(
  days: readonly Day[],
  changes: readonly DayChange[],
  now: Instant,
): readonly Day[] {
  return days.map((day) => {
    const change = changes.find((candidate) => candidate.date === day.date);
    if (change === undefined) return day;
    const held = new Set(change.add.map((job) => job.id));
    const replaced = new Set(change.replace.map((job) => job.id));
    const kept = day.jobs.filter((job) => {
      if (job.holdUntil !== null && (job.holdUntil <= now || held.has(job.id))) return false;
      return !replaced.has(job.id);
    });
    return { ...day, jobs: [...kept, ...change.replace, ...change.add] };
  });
}

/**
 * Turns a live hold into the booking: the held jobs of `mode` stay, everything else of that id goes - the other way of
 * doing it and, when a visit is moved, its old time. Give all days that hold any of it, and write them in one transaction.
 */
export function confirmJobs(days: readonly Day[], id: string, mode: Mode, now: Instant): Confirmed {
  const held = days.flatMap((day) => day.jobs).filter((job) => job.id === id && isLiveHold(job, now));
  if (held.length === 0) return { kind: 'hold-over' };
  if (!held.some((job) => job.kind === mode)) {
    return {
      kind: 'mode-not-held',
      modes: (['wait', 'leave'] as const).filter((one) => held.some((job) => job.kind === one)),
    };
  }
  // One hold a visit: should an earlier one not have been given back, only the newest counts.
  const { arrival } = held.reduce((newest, job) =>
    (job.holdUntil ?? 0) > (newest.holdUntil ?? 0) ? job : newest,
  );
  const jobs: Job[] = [];
  const booked = days.map((day) => {
    const own = day.jobs
      .filter((job) => job.id === id && job.kind === mode && job.arrival === arrival && isLiveHold(job, now))
      .map((job) => ({ ...job, holdUntil: null }));
    jobs.push(...own);
    return { ...day, jobs: [...day.jobs.filter((job) => job.id !== id), ...own] };
  });
  return { kind: 'booked', days: booked, jobs };
}

/** The days without the hold of this id; a booking under the same id (a visit being moved) stays. */
export function releaseHold(days: readonly Day[], id: string): readonly Day[] {
  return days.map((day) => ({
    ...day,
    jobs: day.jobs.filter((job) => job.id !== id || job.holdUntil === null),
  }));
}

function isLiveHold(job: Job, now: Instant): boolean {
  return job.holdUntil !== null && job.holdUntil > now;
}

function keptPlans({ modes, together }: Slot): readonly (readonly [Mode, Plan])[] {
  const { wait, leave } = modes;
  const waiting: (readonly [Mode, Plan])[] = wait === undefined ? [] : [['wait', wait]];
  const leaving: (readonly [Mode, Plan])[] = leave === undefined ? [] : [['leave', leave]];
  if (together || wait === undefined || leave === undefined) return [...waiting, ...leaving];
  return wait.moved.length < leave.moved.length ? waiting : leaving;
}

/** The days a slot touches: what must have been read and is written to hold it. */
export function datesOf(slot: Slot): readonly LocalDate[] {
  const plans = [slot.modes.wait, slot.modes.leave].filter((plan) => plan !== undefined);
  const jobs: PlannedJob[] = plans.flatMap((plan) => plan.jobs);
  return [...new Set(jobs.map((job) => job.date))].sort();
}
