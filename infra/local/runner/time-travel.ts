import type { QueueEngine } from '../queues/types.ts';
import type { MovableClock } from './clock.ts';
import type { DueRows } from './due-rows.ts';
import { nextMultiple, type Scheduler } from './schedule.ts';
import type { Simulator } from './types.ts';
import type { WorkWatch } from './work.ts';

export type TravelOptions = {
  readonly clock: MovableClock;
  readonly engine: QueueEngine;
  readonly simulators: readonly Simulator[];
  readonly rows: DueRows;
  readonly scheduler: Scheduler;
  readonly work: WorkWatch;
};

const MINUTE = 60_000;

/** Real milliseconds that what falls due at one moment may take before the push is given up. */
const MOST_PER_MOMENT_MS = 120_000;

/**
 * Pushes the station's clock to `target` (milliseconds). The clock goes from due moment to due moment in time order and
 * stands still at each until the station has come to rest: waiting messages, the simulators' retries, rare rules, and
 * rows of the table, which the minute's tick finds at the next whole minute (or at `target`, if that is sooner). Minutes
 * in which nothing is due are passed over. Rejects with StillBusy when one moment does not come to rest; the clock then
 * runs on from there.
 */
export async function travel(target: number, options: TravelOptions): Promise<void> {
  const { clock, engine, simulators, scheduler, work } = options;
  const sweeps = planSweeps(target, options);
  scheduler.pause();
  clock.freeze();
  try {
    await Promise.all(simulators.map((simulator) => simulator.pump(clock.now())));
    await work.settled(MOST_PER_MOMENT_MS);
    for (;;) {
      const sweepAt = await sweeps.next();
      const rareAt = scheduler.nextRare(clock.now());
      const moment = earliest([
        engine.nextDueAt(),
        ...simulators.map((simulator) => afterNow(simulator.nextDue(), clock.now())),
        rareAt,
        sweepAt,
      ]);
      if (moment === undefined || moment > target) break;
      clock.jump(moment);
      await Promise.all(simulators.map((simulator) => simulator.pump(clock.now())));
      if (rareAt === moment) await scheduler.runRare(moment);
      if (sweepAt !== undefined && sweepAt <= moment) await sweeps.run();
      await work.settled(MOST_PER_MOMENT_MS);
    }
    clock.jump(target);
  } finally {
    clock.run();
    scheduler.resume();
  }
}

/**
 * Decides when the minute's tick is needed on the way. A row that a tick has been shown and that is still there waits
 * for something else: it is shown again after one minute, then two, four and so on, so that a year with a stranded row
 * takes a handful of ticks and not half a million.
 */
function planSweeps(target: number, { clock, rows, scheduler }: TravelOptions) {
  const shown = new Set<string>();
  let lastAt = Number.NEGATIVE_INFINITY;
  let again: { readonly at: number; readonly gap: number } | undefined;

  return {
    next: async (): Promise<number | undefined> => {
      const fresh = await rows.first(target, shown);
      const from = fresh && Math.max(fresh.at - 1, lastAt, clock.now() - 1);
      const freshAt = from === undefined ? undefined : Math.min(nextMultiple(from, MINUTE), target);
      return lastAt >= target ? undefined : earliest([freshAt, again?.at]);
    },
    run: async (): Promise<void> => {
      lastAt = clock.now();
      const due = await rows.all(lastAt);
      const stayed = due.some(({ key }) => shown.has(key));
      for (const { key } of due) shown.add(key);
      const gap = stayed && again !== undefined ? again.gap * 2 : MINUTE;
      again = due.length === 0 ? undefined : { at: nextMultiple(lastAt + gap - 1, MINUTE), gap };
      await scheduler.sweep();
    },
  };
}

/** What a simulator could not do when it was pumped it is asked for again a second later, never at the same moment. */
function afterNow(moment: number | undefined, now: number): number | undefined {
  return moment === undefined || moment > now ? moment : now + 1000;
}

function earliest(moments: readonly (number | undefined)[]): number | undefined {
  const known = moments.filter((moment) => moment !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}
