import type { StationClock } from './types.ts';

/** The runner's own hold on the station's clock. */
export type MovableClock = StationClock & {
  /** Read by the functions' workers through `readClock`: their `Date.now` follows the station's clock. */
  readonly shared: SharedArrayBuffer;
  /** Stops the clock where it stands, so that what runs during a jump sees exactly the due moment. */
  readonly freeze: () => void;
  /** Puts a frozen clock at a later moment (milliseconds) and tells the listeners. */
  readonly jump: (to: number) => void;
  /** Lets a frozen clock run on from where it stands. */
  readonly run: () => void;
};

const RUNNING = 0n;

/** Starts the clock at `startAt` (milliseconds), or at real time; it then runs on at real speed. */
export function startClock(startAt: number | undefined, realNow: () => number = Date.now): MovableClock {
  const shared = new SharedArrayBuffer(16);
  const cells = new BigInt64Array(shared);
  const listeners = new Set<(now: number) => void>();
  const now = readClock(shared, realNow);
  Atomics.store(cells, 1, BigInt(startAt === undefined ? 0 : startAt - realNow()));
  return {
    shared,
    now,
    onMove: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    freeze: () => {
      Atomics.store(cells, 0, BigInt(now()));
    },
    jump: (to) => {
      Atomics.store(cells, 0, BigInt(Math.max(to, now())));
      for (const listener of listeners) listener(now());
    },
    run: () => {
      Atomics.store(cells, 1, BigInt(now() - realNow()));
      Atomics.store(cells, 0, RUNNING);
    },
  };
}

/** The station's time from the shared cells: cell 0 holds a frozen moment or 0, cell 1 the offset from real time. */
export function readClock(shared: SharedArrayBuffer, realNow: () => number): () => number {
  const cells = new BigInt64Array(shared);
  return () => {
    const frozen = Atomics.load(cells, 0);
    return frozen === RUNNING ? realNow() + Number(Atomics.load(cells, 1)) : Number(frozen);
  };
}
