import { describe, expect, it } from 'vitest';
import type { SendFailure } from '#shared/domain/failure.ts';
import { kill } from '#test/helpers/between.ts';
import { chat, day, lineTo } from './line.ts';

describe('what did not go out for good', () => {
  it.each<[string, SendFailure, string]>([
    ['they blocked us', { kind: 'blocked', reason: '403' }, 'undeliverable'],
    ['it is refused', { kind: 'rejected', reason: '100' }, 'failed'],
    ['the thread is gone', { kind: 'topicGone', reason: '400' }, 'failed'],
    ['the group has moved', { kind: 'migrated', chat: '-100' }, 'failed'],
  ])('because %s: converse is told, before the row is over', async (_label, failure, outcome) => {
    const line = lineTo();
    line.answers = [failure];
    line.has('v1', 'first');
    await line.wake();
    expect(line.told).toMatchObject([{ row: 'v1', part: 0, failure, already: 'givenUp' }]);
    expect(line.row('v1')).toMatchObject({ outcome });
  });

  it('is told again after a crash under the same id, and only then is the row over', async () => {
    let alive = false;
    const line = lineTo({}, (io, act) =>
      !alive && line.told.length > 0 && io.kind.endsWith('Update of a row') ? kill() : act(),
    );
    line.answers = [
      { kind: 'rejected', reason: '100' },
      { kind: 'rejected', reason: '100' },
    ];
    line.has('v1', 'first');
    await expect(line.wake()).rejects.toThrow();
    expect(line.row('v1')).toMatchObject({ outcome: null });
    alive = true;
    line.now += 20_000;
    await line.wake();
    await line.passes(120_000);
    expect(new Set(line.ids).size).toBe(1);
    expect(line.row('v1')).toMatchObject({ outcome: 'failed' });
  });

  it('because the messenger was away for a day is told too', async () => {
    const line = lineTo({ windowMs: null });
    line.has('v1', 'first');
    line.now += day;
    line.answers = [{ kind: 'unreachable', reason: 'refused' }];
    await line.wake();
    expect(line.told).toMatchObject([{ failure: { kind: 'unreachable' }, already: 'givenUp' }]);
  });

  it('what a timer says to somebody who blocked us is told without a call', async () => {
    const line = lineTo();
    line.answers = [{ kind: 'blocked', reason: '403' }];
    line.has('v1', 'first');
    await line.wake();
    line.has('v2', 'reminder', { cause: 'timer' });
    await line.wake();
    expect(line.texts).toEqual([]);
    expect(line.told.map(({ row }) => row)).toEqual(['v1', 'v2']);
    expect(line.row('v2')).toMatchObject({ outcome: 'undeliverable', reason: 'blocked' });
  });
});

describe('what only waits', () => {
  it.each<[string, SendFailure]>([
    ['a token that is refused', { kind: 'unauthorized', reason: '190', why: 'token' }],
    ['a messenger that is away', { kind: 'unreachable', reason: 'refused' }],
  ])('for %s is told to nobody yet', async (_label, failure) => {
    const line = lineTo();
    line.answers = [failure];
    line.has('v1', 'first');
    await line.wake();
    expect(line.told).toEqual([]);
    expect(line.row('v1')).toMatchObject({ outcome: null });
    expect(line.row('v1').pk).toBe(`O#${chat}`);
  });
});
