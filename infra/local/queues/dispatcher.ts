import type { StationClock } from '../runner/types.ts';
import type { Feeder } from './event-source.ts';
import type { QueueEngine } from './types.ts';

/** Longest real wait before the next look: timers of weeks would overflow. */
const LONGEST_WAIT_MS = 60_000;

/**
 * Keeps the feeders going: they look at their queues at every change, whenever the clock is moved, and when the next
 * waiting message is due. Returns the function that stops them.
 */
export function dispatch(
  engine: QueueEngine,
  feeders: readonly Feeder[],
  clock: StationClock,
): { readonly stop: () => void } {
  let timer: NodeJS.Timeout | undefined;
  let planned = false;

  const look = () => {
    planned = false;
    // Asked before the feeders look: what falls due while they do would be neither taken nor waited for.
    const due = engine.nextDueAt();
    for (const feeder of feeders) feeder.pump();
    clearTimeout(timer);
    if (due === undefined) return;
    timer = setTimeout(plan, Math.min(LONGEST_WAIT_MS, Math.max(1, due - clock.now())));
  };
  // Changes come in bursts; one look after each burst is enough.
  const plan = () => {
    if (planned) return;
    planned = true;
    setImmediate(look);
  };
  const stopListening = [engine.onChange(plan), clock.onMove(plan)];
  plan();

  return {
    stop: () => {
      planned = true;
      clearTimeout(timer);
      for (const stop of stopListening) stop();
      for (const feeder of feeders) feeder.stop();
    },
  };
}
