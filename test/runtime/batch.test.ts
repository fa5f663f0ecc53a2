import type { SQSEvent, SQSRecord } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sqsHandler } from '#shared/runtime/batch.ts';
import { capture } from './capture.ts';

function record(messageId: string, group?: string, received = 1): SQSRecord {
  return {
    messageId,
    receiptHandle: `handle-${messageId}`,
    body: `body of ${messageId} for Ivan`,
    attributes: {
      ApproximateReceiveCount: String(received),
      SentTimestamp: '1795000000000',
      SenderId: 'AIDA',
      ApproximateFirstReceiveTimestamp: '1795000000000',
      ...(group === undefined ? {} : { MessageGroupId: group }),
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:eu-central-1:123456789012:inbound.fifo',
    awsRegion: 'eu-central-1',
  };
}

function event(...Records: SQSRecord[]): SQSEvent {
  return { Records };
}

/** A worker that fails on the named messages and notes what it was given. */
function worker(...failing: string[]) {
  const handled: string[] = [];
  const hidden: [string, number][] = [];
  const setVisibility = vi.fn(async (handle: string, seconds: number) => {
    hidden.push([handle, seconds]);
  });
  const handler = sqsHandler({
    queue: { setVisibility },
    handle: async ({ messageId }) => {
      handled.push(messageId);
      if (failing.includes(messageId)) throw new Error('no plate AB1234CD');
    },
  });
  return { handler, handled, hidden, setVisibility };
}

let written: ReturnType<typeof capture>;
beforeEach(() => {
  written = capture();
});
afterEach(() => vi.restoreAllMocks());

function failures(...ids: string[]) {
  return { batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })) };
}

describe('a batch', () => {
  it('that went well gives nothing back', async () => {
    const { handler, handled, hidden } = worker();
    expect(await handler(event(record('1', 'a'), record('2', 'a'), record('3', 'b')))).toEqual(failures());
    expect(handled).toEqual(['1', '2', '3']);
    expect(hidden).toEqual([]);
  });

  it('gives back the rest of a group after its first failure, and goes on with other groups', async () => {
    const { handler, handled } = worker('2');
    const result = await handler(
      event(record('1', 'a'), record('2', 'a'), record('3', 'b'), record('4', 'a'), record('5', 'b')),
    );
    expect(result).toEqual(failures('2', '4'));
    expect(handled).toEqual(['1', '2', '3', '5']);
  });

  it('of a standard queue gives back only what failed', async () => {
    const { handler, handled } = worker('1');
    expect(await handler(event(record('1'), record('2')))).toEqual(failures('1'));
    expect(handled).toEqual(['1', '2']);
  });

  it.each([
    [1, 1],
    [2, 2],
    [3, 4],
    [4, 8],
    [5, 8],
    [100, 8],
    [Number.NaN, 1],
  ])('brings a message that was received %s times back after %s s', async (received, seconds) => {
    const { handler, hidden } = worker('1');
    await handler(event(record('1', 'a', received)));
    expect(hidden).toEqual([['handle-1', seconds]]);
  });

  it('brings back also what was not reached, else it would stay hidden for the whole time-out', async () => {
    const { handler, hidden } = worker('1');
    await handler(event(record('1', 'a'), record('2', 'a')));
    expect(hidden.map(([handle]) => handle)).toEqual(['handle-1', 'handle-2']);
  });

  it('is given back even when its visibility cannot be set', async () => {
    const { handler, setVisibility } = worker('1');
    setVisibility.mockRejectedValue(new Error('down'));
    expect(await handler(event(record('1', 'a')))).toEqual(failures('1'));
  });

  it('writes ids of what failed, never its body nor what the error quotes', async () => {
    const { handler } = worker('1');
    await handler(event(record('1', 'a', 3)));
    expect(written.lines()).toMatchObject([{ level: 'ERROR', messageId: '1', attempt: 3, error: 'Error' }]);
    expect(written.text()).not.toMatch(/Ivan|AB1234CD|body of/);
  });
});

describe('work for which nobody waits', () => {
  it('comes back by its own pauses, the last one again and again', async () => {
    const hidden: number[] = [];
    const handler = sqsHandler({
      queue: {
        setVisibility: async (_handle, seconds) => {
          hidden.push(seconds);
        },
      },
      handle: async () => {
        throw new Error('not now');
      },
      backOff: [20, 120, 600],
    });
    for (const received of [1, 2, 3, 4]) await handler(event(record('1', undefined, received)));
    expect(hidden).toEqual([20, 120, 600, 600]);
  });
});
