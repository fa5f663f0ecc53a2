import { describe, expect, it } from 'vitest';
import { addressKey } from '#shared/domain/address.ts';
import { withNotice } from '#shared/domain/outbound.ts';
import { outboxFrom } from '#shared/store/outbox.ts';
import { mergeRows } from '#shared/store/progress.ts';
import { chat, hour, lineTo, noon, throttled, verbatim } from './line.ts';

const other = addressKey({ channel: 'toy', bot: '1', chat: '502', thread: '' });
const elsewhere = addressKey({ channel: 'toy', bot: '2', chat: '503', thread: '' });

describe('a messenger that wants us to be slower with one person', () => {
  it('without saying how long: each time four times as long, a quarter of an hour at most', async () => {
    const line = lineTo();
    line.answers = Array.from({ length: 6 }, () => throttled());
    line.has('v1', 'first');
    await line.wake();
    const pauses: number[] = [];
    while (line.texts.length === 0) {
      const before = line.now;
      await line.passes(line.later.nextDue() - line.now);
      pauses.push((line.now - before) / 1000);
    }
    expect(pauses).toEqual([4, 16, 64, 256, 900, 900]);
    line.answers = [throttled()];
    line.has('v2', 'second');
    await line.wake();
    expect(line.later.nextDue() - line.now).toBe(4_000);
  });

  it('and says how long: exactly as long', async () => {
    const line = lineTo();
    line.answers = [throttled({ retryAfterSeconds: 77 })];
    line.has('v1', 'first');
    await line.wake();
    await line.passes(76_999);
    expect(line.texts).toEqual([]);
    await line.passes(1);
    expect(line.texts).toEqual(['first']);
  });

  it('gets plain words that wait one behind the other as one message', async () => {
    const line = lineTo();
    line.answers = [throttled()];
    for (const [index, text] of ['one', 'two', 'three'].entries()) line.has(`v${index}`, text);
    await line.wake();
    await line.passes(4_000);
    expect(line.texts).toEqual(['one + two + three']);
    expect(['v0', 'v1', 'v2'].map((sk) => line.row(sk).outcome)).toEqual(['sent', 'merged', 'merged']);
    expect(line.row('v2').reason).toBe('v0');
  });

  it('keeps apart and in order what is more than words', async () => {
    const line = lineTo();
    line.answers = [throttled()];
    const reminder = withNotice(verbatim('three'), { kind: 'reminder', start: noon, car: '' });
    line.has('v1', 'one');
    line.has('v2', 'two');
    line.has('v3', '', { messages: [reminder] });
    line.has('v4', 'four', { language: 'el' });
    line.has('v5', 'five', { language: 'el' });
    line.has('v6', 'six', { priority: 'mirror' });
    line.has('p1', 'from Maria', { priority: 'person' });
    line.has('p2', 'from Maria too', { priority: 'person' });
    await line.wake();
    await line.passes(4_000);
    expect(line.texts).toEqual(['from Maria', 'from Maria too', 'one + two', 'three', 'four + five', 'six']);
  });

  it('a merging that is undone half-way never happened', async () => {
    const line = lineTo();
    line.has('v1', 'one');
    line.has('v2', 'two');
    const rows = [line.row('v1'), { ...line.row('v2'), sk: 'gone' }];
    const [carrier, other] = rows.map((row) => ({ ...outboxFrom(row), messages: [] }));
    if (!carrier || !other) throw new Error('no rows');
    await expect(mergeRows(line.table, chat, carrier, [other], line.now)).rejects.toThrow('cancelled');
    await line.wake();
    expect(line.texts).toEqual(['one', 'two']);
  });
});

describe('a messenger that wants our account to be slower', () => {
  it('nobody on it is written to meanwhile, others are', async () => {
    const line = lineTo();
    line.answers = [throttled({ scope: 'account' })];
    line.has('v1', 'first');
    line.has('v1', 'other', { destination: other });
    line.has('v1', 'elsewhere', { destination: elsewhere });
    await line.wake();
    await line.wake(other);
    await line.wake(elsewhere);
    expect(line.texts).toEqual(['elsewhere']);
    await line.passes(3_999);
    expect(line.texts).toEqual(['elsewhere']);
    await line.passes(1);
    expect([...line.texts].sort()).toEqual(['elsewhere', 'first', 'other']);
  });

  it('the pause grows to a minute and no more', async () => {
    const line = lineTo();
    line.answers = Array.from({ length: 5 }, () => throttled({ scope: 'account' }));
    line.has('v1', 'first');
    await line.wake();
    const pauses: number[] = [];
    while (line.texts.length === 0) {
      const before = line.now;
      await line.passes(line.later.nextDue() - line.now);
      pauses.push((line.now - before) / 1000);
    }
    expect(pauses).toEqual([4, 16, 60, 60, 60]);
  });

  it('because we write unasked: what a timer says waits an hour, answers do not', async () => {
    const line = lineTo();
    line.answers = [throttled({ scope: 'account', unasked: true })];
    line.has('v1', 'reminder', { cause: 'timer' });
    await line.wake();
    line.has('v2', 'answer');
    line.has('v1', 'another reminder', { cause: 'timer', destination: other });
    await line.wake();
    await line.passes(60_000);
    await line.wake(other);
    expect(line.texts).toEqual(['answer']);
    await line.passes(hour);
    expect(line.texts).toHaveLength(3);
  });

  it('reads no message and stops no button meanwhile: these are calls too', async () => {
    const line = lineTo();
    line.answers = [throttled({ scope: 'account' })];
    line.has('v1', 'first');
    await line.wake();
    line.has('v2', 'second', { messageId: 'm2' });
    await line.wake();
    expect(line.calls).toEqual([]);
  });
});
