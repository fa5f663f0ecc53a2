import { createHash, randomUUID } from 'node:crypto';
import * as z from 'zod';
import { DEDUPLICATION_MS, openQueueDatabase } from './database.ts';
import { statements } from './statements.ts';
import type { NewMessage, QueueEngine, QueueSettings, ReceivedMessage } from './types.ts';

/**
 * A failed attempt whose function chose no wait comes back after this long, even where the queue's visibility time-out
 * is longer: on one machine nothing else can still be working on it.
 */
const LONGEST_UNCHOSEN_WAIT_MS = 5_000;

const row = z.object({
  sequence: z.number(),
  id: z.string(),
  queue: z.string(),
  body: z.string(),
  attributes: z.string(),
  group_id: z.string().nullable(),
  deduplication_id: z.string().nullable(),
  sent_at: z.number(),
  first_received_at: z.number(),
  receive_count: z.number(),
  last_error: z.string().nullable(),
  died_in: z.string().nullable(),
});
type Row = z.infer<typeof row>;
const movable = z.object({ sequence: z.number(), id: z.string(), died_in: z.string().nullable() });
const countSchema = z.object({ messages: z.number() });
const nextSchema = z.object({ next: z.number().nullable() });

/**
 * Opens the station's queues: SQS as the functions see it (FIFO groups and deduplication, delays, visibility, dead
 * letters), kept in one SQLite file and timed by the station's clock. Its own, since the emulators on npm count in real
 * time (fauxqs 2.4.1 also listens on every address, and with persistence on loses a message whose visibility is set to 0).
 */
export function openQueues(options: {
  readonly dataDir: string;
  readonly now: () => number;
  readonly queues: readonly QueueSettings[];
}): QueueEngine {
  const { now } = options;
  const database = openQueueDatabase(options.dataDir, now());
  const settings = new Map(options.queues.map((queue) => [queue.name, queue]));
  const consumed = new Set<string>();
  const listeners = new Set<() => void>();
  const sql = statements((text) => database.prepare(text));
  const changed = () => {
    for (const listener of listeners) listener();
  };
  const known = (name: string): QueueSettings => {
    const queue = settings.get(name);
    if (queue === undefined) throw new Error(`There is no queue ${name} in the template.`);
    return queue;
  };

  function send(name: string, message: NewMessage) {
    const queue = known(name);
    const at = now();
    // Remembered as hashes: a group is somebody's address, and outlives its messages here.
    const scope = queue.deduplicationScope === 'messageGroup' ? hashed(message.groupId ?? '') : '';
    const twinId = message.deduplicationId === undefined ? undefined : hashed(message.deduplicationId);
    if (twinId !== undefined) {
      const twin = sql.findTwin.get(name, scope, twinId, at - DEDUPLICATION_MS);
      if (twin !== undefined) {
        const { message_id, sequence } = z
          .object({ message_id: z.string(), sequence: z.number() })
          .parse(twin);
        return { messageId: message_id, sequenceNumber: sequence, duplicate: true };
      }
    }
    const messageId = randomUUID();
    const wait = (message.delaySeconds ?? queue.delaySeconds) * 1000;
    database.exec('BEGIN');
    const { lastInsertRowid } = sql.insert.run(
      messageId,
      name,
      message.body,
      JSON.stringify(message.attributes),
      message.groupId ?? null,
      message.deduplicationId ?? null,
      at,
      at + wait,
      wait,
    );
    const sequenceNumber = Number(lastInsertRowid);
    if (twinId !== undefined) {
      sql.forgetTwins.run(at - DEDUPLICATION_MS);
      sql.rememberTwin.run(name, scope, twinId, messageId, sequenceNumber, at);
    }
    database.exec('COMMIT');
    changed();
    return { messageId, sequenceNumber, duplicate: false };
  }

  function receive(name: string, max: number, how: { inWork: boolean; visibilitySeconds?: number }) {
    const queue = known(name);
    const received: ReceivedMessage[] = [];
    while (received.length < max) {
      const found = candidates(name, max - received.length, received);
      if (found.length === 0) break;
      for (const message of found) {
        if (queue.redrive !== undefined && message.receive_count >= queue.redrive.maxReceiveCount) {
          bury(message, queue.redrive.deadLetterQueue);
        } else {
          received.push(take(message, how.visibilitySeconds ?? queue.visibilityTimeoutSeconds, how.inWork));
        }
      }
    }
    return received;
  }

  /** Ready messages in order; of one FIFO group only those with nothing of the group before them under way. */
  function candidates(name: string, max: number, taken: readonly ReceivedMessage[]): readonly Row[] {
    const at = now();
    const groups = new Set(taken.map((message) => message.groupId));
    const found = sql.ready.all({ queue: name, now: at, max }).map((value) => row.parse(value));
    return found.filter((message) => message.group_id === null || !groups.has(message.group_id));
  }

  function take(message: Row, visibilitySeconds: number, inWork: boolean): ReceivedMessage {
    const receipt = randomUUID();
    const at = now();
    const firstReceivedAt = message.first_received_at === 0 ? at : message.first_received_at;
    sql.take.run(receipt, at + visibilitySeconds * 1000, firstReceivedAt, inWork ? 1 : 0, message.sequence);
    return {
      messageId: message.id,
      receipt,
      queue: message.queue,
      body: message.body,
      attributes: z.record(z.string(), z.unknown()).parse(JSON.parse(message.attributes)),
      groupId: message.group_id ?? undefined,
      deduplicationId: message.deduplication_id ?? undefined,
      sequenceNumber: message.sequence,
      sentAt: message.sent_at,
      firstReceivedAt,
      receiveCount: message.receive_count + 1,
      diedIn: message.died_in ?? undefined,
    };
  }

  function bury(message: Row, deadLetterQueue: string): void {
    const reason = `failed ${message.receive_count} times, last with ${message.last_error ?? 'no answer'}`;
    database.exec('BEGIN');
    sql.bury.run({ dead: deadLetterQueue, queue: message.queue, now: now(), sequence: message.sequence });
    sql.recordDeath.run(message.id, message.queue, reason, now());
    database.exec('COMMIT');
    changed();
  }

  return {
    queues: () => [...settings.values()],
    queue: (name) => settings.get(name),
    send,
    receive,
    remove: (name, receipt) => {
      const gone = sql.remove.run(name, receipt).changes > 0;
      if (gone) changed();
      return gone;
    },
    changeVisibility: (name, receipt, seconds) => {
      const done = sql.changeVisibility.run(now() + seconds * 1000, name, receipt).changes > 0;
      if (done) changed();
      return done;
    },
    release: (name, receipt, error) => {
      sql.release.run(now() + LONGEST_UNCHOSEN_WAIT_MS, error, name, receipt);
      changed();
    },
    redrive: (deadLetterQueue, to) => {
      const found = sql.movable.all({ queue: deadLetterQueue, now: now() });
      let moved = 0;
      database.exec('BEGIN');
      for (const { sequence, id, died_in } of found.map((value) => movable.parse(value))) {
        const target = to ?? died_in;
        if (target === null) break;
        sql.forgetDeath.run(id);
        sql.move.run({ to: target, id: randomUUID(), now: now(), sequence });
        moved += 1;
      }
      database.exec('COMMIT');
      changed();
      return { found: found.length, moved };
    },
    purge: (name) => {
      sql.purge.run(name);
      changed();
    },
    consume: (name) => {
      consumed.add(known(name).name);
    },
    count: (name) =>
      z
        .object({ ready: z.number(), inFlight: z.number(), delayed: z.number() })
        .parse(sql.count.get({ queue: name, now: now() })),
    work: () => {
      const names = [...consumed];
      return {
        messages: countSchema.parse(sql.countAll.get(JSON.stringify(names))).messages,
        ready: names.some((name) => candidates(name, 1, []).length > 0),
      };
    },
    nextDueAt: () => {
      const at = now();
      const moments = [...consumed].flatMap((name) => {
        const { next } = nextSchema.parse(sql.nextDue.get(name, at));
        return next === null ? [] : [next];
      });
      return moments.length === 0 ? undefined : Math.min(...moments);
    },
    deadLetters: () =>
      z
        .array(z.object({ id: z.string(), queue: z.string(), reason: z.string(), at: z.number() }))
        .parse(sql.deadLetters.all())
        .map((letter) => ({ ...letter, at: new Date(letter.at).toISOString() })),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      listeners.clear();
      database.close();
    },
  };
}

function hashed(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}
