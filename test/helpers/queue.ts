import type { DeadLetters } from '#shared/runtime/dead-letters.ts';
import type { Queue, QueueEntry } from '#shared/runtime/queues.ts';

/** A message that waits in a test's queue. `dueAt` is its moment on the test's clock. */
export type Waiting = QueueEntry & {
  dueAt: number;
  /** How often it was taken and not finished. */
  received: number;
  inWork: boolean;
};

/**
 * A queue in memory that keeps what SQS promises: 5 minutes of dedupe where a dedupe id is given, delays on the test's
 * clock, at least once, and of a group one message at a time, in order, also after a failure.
 */
export type TestQueue = Queue &
  Pick<DeadLetters, 'drop'> & {
    /** Takes a message that is due, if any; `pick` chooses among those that may be taken now. End it with one of the three below. */
    next(pick?: (count: number) => number): Waiting | undefined;
    done(message: Waiting): void;
    /** Back at its place, to be taken at once. */
    putBack(message: Waiting): void;
    /** Back at its place after `seconds` (as `runtime/batch.ts` asks by default), or among the dead letters. */
    failed(message: Waiting, seconds?: number): void;
    readonly waiting: readonly Waiting[];
    /** When the next message may be taken; Infinity when there is none. What waits behind another of its group does not count. */
    nextDue(): number;
    readonly dead: readonly Waiting[];
    /** Loses everything that waits: what no queue does, for tests of who notices. */
    lose(): void;
  };

const dedupeMs = 5 * 60_000;
const backOff = [1, 2, 4, 8];

/** `mostReceives`: as in `infra/constructs/work-queue.ts`. */
export function testQueue(now: () => number, mostReceives = 5): TestQueue {
  const messages: Waiting[] = [];
  const dead: Waiting[] = [];
  const seen = new Map<string, number>();

  const send = async (entry: QueueEntry) => {
    const id = entry.dedupe === undefined ? undefined : `${entry.group}|${entry.dedupe}`;
    const at = id === undefined ? undefined : seen.get(id);
    if (at !== undefined && now() - at < dedupeMs) return;
    if (id !== undefined) seen.set(id, now());
    messages.push({
      ...entry,
      dueAt: now() + (entry.delaySeconds ?? 0) * 1000,
      received: 0,
      inWork: false,
    });
  };

  /** What stands first: of a group only the first message, and that only while it is in nobody's hands. */
  function first(): readonly Waiting[] {
    const groups = new Set<string>();
    return messages.filter((message) => {
      const { group } = message;
      const behind = group !== undefined && groups.has(group);
      if (group !== undefined) groups.add(group);
      return !behind && !message.inWork;
    });
  }

  function remove(message: Waiting): void {
    const index = messages.indexOf(message);
    if (index >= 0) messages.splice(index, 1);
  }

  return {
    get waiting() {
      return messages.filter(({ inWork }) => !inWork);
    },
    nextDue: () => Math.min(...first().map(({ dueAt }) => dueAt)),
    dead,
    send,
    sendBatch: async (entries) => {
      for (const entry of entries) await send(entry);
    },
    setVisibility: async () => undefined,
    next(pick = () => 0) {
      const among = first().filter(({ dueAt }) => dueAt <= now());
      const message = among[pick(among.length)];
      if (message) message.inWork = true;
      return message;
    },
    done: remove,
    putBack(message) {
      message.inWork = false;
    },
    failed(message, seconds) {
      message.inWork = false;
      message.received += 1;
      message.dueAt = now() + (seconds ?? backOff[message.received - 1] ?? 8) * 1000;
      if (message.received < mostReceives) return;
      remove(message);
      dead.push(message);
    },
    /** Dead letters alone are looked through. */
    async drop(isTheirs) {
      const theirs = dead.filter(({ body }) => isTheirs(body));
      for (const letter of theirs) dead.splice(dead.indexOf(letter), 1);
      return theirs.length;
    },
    lose() {
      messages.length = 0;
    },
  };
}
