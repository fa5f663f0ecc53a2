import type { Queue, QueueEntry } from '#shared/runtime/queues.ts';

/** A message that waits in a test's queue. `dueAt` is its moment on the test's clock. */
export type Waiting = QueueEntry & { readonly dueAt: number };

/** A queue in memory: FIFO with 5 minutes of dedupe where a dedupe id is given, delays on the test's clock. */
export type TestQueue = Queue & {
  /** Takes the next message that is due, if any; give it back with `putBack` when handling failed. */
  next(): Waiting | undefined;
  putBack(message: Waiting): void;
  readonly waiting: readonly Waiting[];
};

const dedupeMs = 5 * 60_000;

export function testQueue(now: () => number): TestQueue {
  const waiting: Waiting[] = [];
  const seen = new Map<string, number>();
  const send = async (entry: QueueEntry) => {
    const at = seen.get(entry.dedupe ?? '');
    if (entry.dedupe !== undefined && at !== undefined && now() - at < dedupeMs) return;
    if (entry.dedupe !== undefined) seen.set(entry.dedupe, now());
    waiting.push({ ...entry, dueAt: now() + (entry.delaySeconds ?? 0) * 1000 });
  };
  return {
    waiting,
    send,
    sendBatch: async (entries) => {
      for (const entry of entries) await send(entry);
    },
    setVisibility: async () => undefined,
    next() {
      const index = waiting.findIndex(({ dueAt }) => dueAt <= now());
      return index < 0 ? undefined : waiting.splice(index, 1)[0];
    },
    putBack(message) {
      waiting.unshift(message);
    },
  };
}
