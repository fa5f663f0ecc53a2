import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { dispatch } from '#infra/local/queues/dispatcher.ts';
import { openQueues } from '#infra/local/queues/engine.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'dispatcher-'));
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(dataDir, { recursive: true, force: true });
});

it('answers a message that falls due in the very millisecond in which the queue was looked at', () => {
  let now = Date.UTC(2026, 10, 23, 8);
  const engine = openQueues({
    dataDir,
    now: () => now,
    queues: [
      {
        name: 'later',
        fifo: false,
        contentBasedDeduplication: false,
        deduplicationScope: 'queue',
        visibilityTimeoutSeconds: 30,
        delaySeconds: 0,
        maximumMessageBytes: 1_048_576,
        redrive: undefined,
      },
    ],
  });
  engine.consume('later');
  engine.send('later', {
    body: 'the burst is over',
    attributes: {},
    groupId: undefined,
    deduplicationId: undefined,
    delaySeconds: 2,
  });
  const taken: string[] = [];
  now += 1_999;
  const pump = () => {
    taken.push(...engine.receive('later', 1, { inWork: true }).map(({ body }) => body));
    // The look itself takes a millisecond: the message falls due right behind its back.
    now += 1;
  };
  const { stop } = dispatch(engine, [{ pump, stop: () => {} }], { now: () => now, onMove: () => () => {} });

  vi.advanceTimersByTime(100);

  expect(taken).toEqual(['the burst is over']);
  stop();
  engine.close();
});
