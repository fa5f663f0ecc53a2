import { setTimeout as pause } from 'node:timers/promises';
import type { QueueEngine } from '../queues/types.ts';
import type { DueRows } from './due-rows.ts';
import type { Simulator } from './types.ts';

/** Everything that can be at work in the station, to be asked whether it is. */
export type Workplaces = {
  readonly engine: QueueEngine;
  readonly simulators: readonly Simulator[];
  /** Function calls and HTTP requests that are not finished. */
  readonly calls: () => number;
  readonly rows: DueRows;
};

/** What keeps the station from being idle, in counts. */
export type WorkLeft = {
  readonly calls: number;
  readonly messages: number;
  readonly updates: number;
  readonly unsent: number;
};

/** Knows when the station has nothing to do. */
export type WorkWatch = {
  /**
   * Resolves when nothing can go on before the clock moves: no call runs, no message is ready, no webhook is under way.
   * What waits (delays, retries, timers) still waits. Rejects with a StillBusy error after `mostMs` real milliseconds.
   */
  readonly settled: (mostMs: number) => Promise<void>;
  /** What is queued, delayed, in work or waiting to be sent right now; the station is idle when all counts are 0. */
  readonly left: () => Promise<WorkLeft>;
  /** Resolves true when the station is idle, false when `signal` ends the waiting. */
  readonly idle: (signal: AbortSignal) => Promise<boolean>;
};

/** Thrown when the station does not come to rest in the time given. */
export class StillBusy extends Error {
  override readonly name = 'StillBusy';
}

/** Real milliseconds between two looks. */
const LOOK_MS = 10;

export function watchWork({ engine, simulators, calls, rows }: Workplaces): WorkWatch {
  const running = () => calls() > 0 || engine.work().ready;

  const left = async (): Promise<WorkLeft> => {
    const now = () => ({
      calls: calls(),
      messages: engine.work().messages,
      updates: simulators.reduce((sum, simulator) => sum + simulator.pending(), 0),
    });
    const before = now();
    if (before.calls + before.messages + before.updates > 0) return { ...before, unsent: 0 };
    const unsent = await rows.unsent();
    // Reading the rows took a moment in which work may have come in.
    return { ...now(), unsent };
  };

  return {
    left,
    settled: async (mostMs) => {
      const until = performance.now() + mostMs;
      for (;;) {
        await Promise.all(simulators.map((simulator) => simulator.settled()));
        // A call that ends may just have made a message ready, and a send just have made an update: look twice.
        if (!running()) await new Promise((resolve) => setImmediate(resolve));
        if (!running()) return;
        if (performance.now() > until) {
          throw new StillBusy(`The station was still at work after ${Math.round(mostMs / 1000)} s.`);
        }
        await pause(LOOK_MS);
      }
    },
    idle: async (signal) => {
      while (!signal.aborted) {
        const { calls, messages, updates, unsent } = await left();
        if (calls + messages + updates + unsent === 0) return true;
        // Rows that wait for their minute are read from the table: not a hundred times a second.
        await pause(unsent > 0 ? 10 * LOOK_MS : LOOK_MS, undefined, { signal }).catch(() => {});
      }
      return false;
    },
  };
}
