import { type Instant, MINUTE } from '../clock.ts';
import { type Day, type Job, liveJobs, PARKING } from '../day.ts';
import type { Workday } from './calendar.ts';

/** Minutes since midnight in which a bay or a technician is taken. `work` asks for the buffer, a mere block does not. */
export type Taken = { readonly from: number; readonly to: number; readonly work: boolean; readonly job: Job };

/** What stands on each bay and technician of one day, expired holds and the appointment being moved left out. */
export type DayLoad = {
  readonly workday: Workday;
  readonly jobs: readonly Job[];
  /** What the visit being moved takes until its new time is sure: free for itself, not for anybody else. */
  readonly own: readonly Job[];
  readonly bays: ReadonlyMap<string, readonly Taken[]>;
  readonly technicians: ReadonlyMap<string, readonly Taken[]>;
};

export const NOTHING: readonly Taken[] = [];

export function loadOf(workday: Workday, day: Day, now: Instant, excluding: string | undefined): DayLoad {
  const live = liveJobs(day, now);
  const jobs = live.filter((job) => job.id !== excluding);
  return { workday, jobs, own: live.filter((job) => job.id === excluding), ...takenBy(workday, jobs) };
}

/** The load as others would meet it, with some jobs taken out and others put in, for trying. */
export function changedLoad(load: DayLoad, out: readonly Job[], put: readonly Job[]): DayLoad {
  const jobs = [...load.jobs.filter((job) => !out.includes(job)), ...load.own, ...put];
  return { workday: load.workday, jobs, own: [], ...takenBy(load.workday, jobs) };
}

/** True if nothing taken lies within `from` to `to`, work being kept `buffer` minutes away. */
export function isFree(taken: readonly Taken[], from: number, to: number, buffer: number): boolean {
  for (const item of taken) {
    const margin = item.work ? buffer : 0;
    if (item.from < to + margin && item.to + margin > from) return false;
  }
  return true;
}

/** What stands in the way of work from `from` to `to`. */
export function inTheWay(
  taken: readonly Taken[],
  from: number,
  to: number,
  buffer: number,
): readonly Taken[] {
  return taken.filter((item) => !isFree([item], from, to, buffer));
}

function takenBy(workday: Workday, jobs: readonly Job[]): Pick<DayLoad, 'bays' | 'technicians'> {
  const bays = new Map<string, Taken[]>();
  const technicians = new Map<string, Taken[]>();
  for (const job of jobs) {
    const item: Taken = {
      from: (job.start - workday.midnight) / MINUTE,
      to: (job.end - workday.midnight) / MINUTE,
      work: job.kind !== 'block' || job.service !== '',
      job,
    };
    if (job.bay !== '' && job.bay !== PARKING) push(bays, job.bay, item);
    if (job.technician !== '') push(technicians, job.technician, item);
  }
  return { bays, technicians };
}

function push(map: Map<string, Taken[]>, key: string, item: Taken): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [item]);
  else list.push(item);
}
