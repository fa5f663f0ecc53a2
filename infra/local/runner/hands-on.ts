import { readOrder } from './controls.ts';
import type { StationClock } from './types.ts';
import type { WorkWatch } from './work.ts';

/** The clock and the waiting, as code in the same process uses them. */
export type HandsOn = {
  /** Pushes the clock to a moment in milliseconds; pushes asked for at the same time run one after another. */
  readonly travel: (target: number) => Promise<void>;
  readonly advance: (minutes: number) => Promise<void>;
  readonly setNow: (iso: string) => Promise<void>;
  readonly idle: (withinMs?: number) => Promise<void>;
  readonly settled: (withinMs?: number) => Promise<void>;
};

export function handsOn(station: {
  readonly clock: StationClock;
  readonly work: WorkWatch;
  readonly travel: (target: number) => Promise<void>;
}): HandsOn {
  let last: Promise<unknown> = Promise.resolve();

  const travel = (target: number) => {
    const next = last.then(() => station.travel(Math.max(target, station.clock.now())));
    last = next.catch(() => {});
    return next;
  };
  const move = async (order: unknown) => {
    const read = readOrder(order, station.clock.now(), undefined);
    if ('refused' in read) throw new RangeError(read.refused);
    await travel(read.to);
  };

  return {
    travel,
    advance: (advanceMinutes) => move({ advanceMinutes }),
    setNow: (iso) => move({ now: iso }),
    settled: (withinMs = 20_000) => station.work.settled(withinMs),
    idle: async (withinMs = 20_000) => {
      if (await station.work.idle(AbortSignal.timeout(withinMs))) return;
      const left = await station.work.left();
      throw new Error(`The station was not idle after ${withinMs} ms; left: ${JSON.stringify(left)}.`);
    },
  };
}
