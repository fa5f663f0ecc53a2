import { type Instant, MINUTE } from '../clock.ts';
import { type Day, type Job, liveJobs, PARKING } from '../day.ts';
import type { Workday } from './calendar.ts';

/** Minutes since midnight in which a bay or a technician is taken. `work` asks for the buffer, a mere block does not. */
export type Taken = { readonly from: number; readonly to: number; readonly work: boolean; readonly job: Job };

/** What stands on each bay and technician of one day, expired holds and the appointment being moved left out. */
export type DayLoad = {
  readonly workday: Workday;
  /** Those that count; a load made for trying keeps the list it began with. */
  readonly jobs: readonly Job[];
  /** What the visit being moved takes until its new time is sure: free for itself, not for anybody else. */
  readonly own: readonly Job[];
  readonly bays: ReadonlyMap<string, readonly Taken[]>;
  readonly technicians: ReadonlyMap<string, readonly Taken[]>;
};

export const NOTHING: readonly Taken[] = [];

/** The jobs of a day that count against a visit: live ones, without those of the visit being moved. */
export function countedJobs(day: Day, now: Instant, excluding: string | undefined): readonly Job[] {
  const live = liveJobs(day, now);
  return excluding === undefined ? live : live.filter((job) => job.id !== excluding);
}

export function loadOf(workday: Workday, day: Day, now: Instant, excluding: string | undefined): DayLoad {
  const jobs = countedJobs(day, now, excluding);
  const own = excluding === undefined ? [] : liveJobs(day, now).filter((job) => job.id === excluding);
  const bays = new Map<string, Taken[]>();
  const technicians = new Map<string, Taken[]>();
  for (const job of jobs) {
    const item = takenOf(workday, job);
    if (job.bay !== '' && job.bay !== PARKING) push(bays, job.bay, item);
    if (job.technician !== '') push(technicians, job.technician, item);
  }
  return { workday, jobs, own, bays, technicians };
}

/** The load as others would meet it, with some jobs taken out and others put in, for trying. */
export function changedLoad(load: DayLoad, out: readonly Job[], put: readonly Job[]): DayLoad {
  const bays = new Map(load.bays);
  const technicians = new Map(load.technicians);
  for (const job of out) {
    bays.set(
      job.bay,
      (bays.get(job.bay) ?? NOTHING).filter((item) => item.job !== job),
    );
    technicians.set(
      job.technician,
      (technicians.get(job.technician) ?? NOTHING).filter((item) => item.job !== job),
    );
  }
  for (const job of [...load.own, ...put]) {
    const item = takenOf(load.workday, job);
    bays.set(job.bay, [...(bays.get(job.bay) ?? NOTHING), item]);
    technicians.set(job.technician, [...(technicians.get(job.technician) ?? NOTHING), item]);
  }
  return { ...load, own: [], bays, technicians };
}

/** True if nothing taken lies within `from` to `to`, work being kept `buffer` minutes away. */
export function isFree(taken: readonly Taken[], from: number, to: number, buffer: number): boolean {
  for (const item of taken) {
    const margin = item.work ? buffer : 0;
    if (item.from < to + margin && item.to + margin > from) return false;
  }
  return true;
}

/** The jobs in the way of work from `from` to `to`; null as soon as there are more than `most`. */
export function inTheWay(
  taken: readonly Taken[],
  from: number,
  to: number,
  buffer: number,
  most: number,
): readonly Job[] | null {
  const found: Job[] = [];
  for (const item of taken) {
    const margin = item.work ? buffer : 0;
    if (item.from >= to + margin || item.to + margin <= from) continue;
    if (found.length === most) return null;
    found.push(item.job);
  }
  return found;
}

function takenOf(workday: Workday, job: Job): Taken {
  return {
    from: (job.start - workday.midnight) / MINUTE,
    to: (job.end - workday.midnight) / MINUTE,
    work: job.kind !== 'block' || job.service !== '',
    job,
  };
}

function push(map: Map<string, Taken[]>, key: string, item: Taken): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [item]);
  else list.push(item);
}
