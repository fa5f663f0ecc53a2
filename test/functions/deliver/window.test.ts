import { describe, expect, it } from 'vitest';
import { withNotice } from '#shared/domain/outbound.ts';
import {
  chat,
  day,
  hour,
  lineTo,
  lost,
  lostAfter,
  noon,
  ok,
  photo,
  shut,
  throttled,
  verbatim,
} from './line.ts';

const reminder = withNotice(verbatim('Tomorrow at nine'), {
  kind: 'reminder',
  start: noon + day,
  car: 'Octavia',
});

describe('while the person wrote within the day', () => {
  it('goes out as it is', async () => {
    const line = lineTo();
    line.has('v1', 'hello');
    line.now += day - 1;
    await line.wake();
    expect(line.texts).toEqual(['hello']);
  });

  it('a reminder too, in all its words', async () => {
    const line = lineTo();
    line.has('v1', '', { messages: [reminder], cause: 'timer' });
    await line.wake();
    expect(line.texts).toEqual(['Tomorrow at nine']);
  });
});

describe('when the person wrote too long ago', () => {
  const late = { openUntil: noon - 1 };

  it('gets the rest of what went out in part, photos too', async () => {
    const line = lineTo();
    line.has('v1', '', { ...late, messages: [photo('a'), photo('b')], priority: 'person' });
    line.status('v1', { parts: ['wamid.0'] });
    await line.wake();
    expect(line.texts).toEqual(['notice: message Octavia']);
    line.has('v2', 'hello');
    await line.wake();
    expect(line.texts.slice(1)).toEqual(['photo b', 'hello']);
  });

  it('is told once that something waits, and gets it, in order, after writing', async () => {
    const line = lineTo();
    line.has('v1', 'first', late);
    await line.wake();
    line.has('v2', 'second', late);
    await line.wake();
    expect(line.texts).toEqual(['notice: message Octavia']);
    line.now += hour;
    line.has('v3', '', { messageId: 'tap' });
    await line.wake();
    expect(line.texts).toEqual(['notice: message Octavia', 'first', 'second']);
    for (const sk of ['v1', 'v2', 'v3']) expect(line.row(sk)).toMatchObject({ outcome: 'sent' });
  });

  it('gets what waited before the answer to what they wrote', async () => {
    const line = lineTo();
    line.has('v9', 'waited', { ...late, priority: 'mirror' });
    await line.wake();
    line.has('v10', 'answer');
    await line.wake();
    expect(line.texts.slice(1)).toEqual(['waited', 'answer']);
  });

  it('a reminder goes as the notice that says all of it, and nothing follows', async () => {
    const line = lineTo();
    line.has('v1', '', { ...late, messages: [reminder], cause: 'timer' });
    await line.wake();
    expect(line.texts).toEqual(['notice: reminder Octavia']);
    expect(line.row('v1')).toMatchObject({ outcome: 'sent', parts: ['wamid.1'] });
    line.has('v2', 'hello');
    await line.wake();
    expect(line.texts.slice(1)).toEqual(['hello']);
  });

  it('a row that says more than its notice is not cut down to it', async () => {
    const line = lineTo();
    line.has('v1', '', { ...late, messages: [reminder, verbatim('and bring the key')] });
    await line.wake();
    expect(line.texts).toEqual(['notice: message Octavia']);
    expect(line.row('v1')).toMatchObject({ outcome: null });
  });

  it('wakes nobody while it waits', async () => {
    const line = lineTo();
    line.has('v1', 'first', late);
    await line.wake();
    expect(line.later.waiting).toEqual([]);
    expect(line.table.isDue(noon + 7 * day - 1)).toBe(false);
    expect(line.table.isDue(noon + 7 * day)).toBe(true);
  });

  it('is not waited for longer than seven days: then somebody is told', async () => {
    const line = lineTo();
    line.has('v1', 'first', late);
    await line.wake();
    line.now += 7 * day;
    await line.wake();
    expect(line.row('v1')).toMatchObject({ outcome: 'failed', reason: 'no answer for 7 days' });
    expect(line.told).toMatchObject([{ row: 'v1', already: 'givenUp', failure: { kind: 'windowClosed' } }]);
    expect(line.texts).toEqual(['notice: message Octavia']);
  });

  it('gets a notice for each time that they were away, not one for ever', async () => {
    const line = lineTo();
    line.has('v1', 'first', late);
    await line.wake();
    line.has('v2', 'hello');
    await line.wake();
    line.now += 2 * day;
    line.has('v3', 'later', { openUntil: noon + day });
    await line.wake();
    expect(line.texts).toEqual(['notice: message Octavia', 'first', 'hello', 'notice: message Octavia']);
  });

  it('a person’s own words that wait are told to the advisors, what the bot says is not', async () => {
    const line = lineTo();
    line.has('v1', 'from Maria', { ...late, priority: 'person' });
    line.has('v2', 'from the bot', late);
    await line.wake();
    expect(line.told).toMatchObject([{ row: 'v1', already: 'held' }]);
  });

  it('forty rows that wait do not stand in the way of what they write then', async () => {
    const line = lineTo();
    for (let count = 10; count < 50; count += 1) line.has(`v${count}`, `row ${count}`, late);
    await line.wake();
    await line.passes(hour);
    expect(line.texts).toEqual(['notice: message Octavia']);
    line.has('v50', 'answer');
    await line.wake();
    await line.passes(hour);
    expect(line.texts).toHaveLength(42);
    expect(line.later.waiting).toEqual([]);
  });

  it('a notice that the messenger wants later is sent later, once', async () => {
    const line = lineTo();
    line.answers = [throttled({ retryAfterSeconds: 60 })];
    line.has('v1', 'first', late);
    await line.wake();
    await line.passes(hour);
    expect(line.texts).toEqual(['notice: message Octavia']);
    expect(line.row('v1')).toMatchObject({ outcome: null, reason: 'held' });
  });

  it('a notice that the messenger refuses: somebody is told', async () => {
    const line = lineTo();
    line.answers = [{ kind: 'rejected', reason: '132001' }];
    line.has('v1', 'first', late);
    await line.wake();
    expect(line.told).toMatchObject([{ row: 'v1', failure: { kind: 'rejected' }, already: 'givenUp' }]);
    expect(line.row('v1')).toMatchObject({ outcome: 'failed' });
  });

  it('a sender killed right after the notice does not send a second one', async () => {
    const line = lineTo();
    line.answers = ['killed after'];
    line.has('v1', 'first', late);
    await expect(line.wake()).rejects.toThrow();
    line.status('v1', { rung99: 1, message99: 'wamid.n' });
    line.has('v2', 'second', late);
    line.now += 20_000;
    await line.wake();
    expect(line.texts).toEqual(['notice: message Octavia']);
    line.has('v3', 'hello');
    await line.wake();
    expect(line.texts.slice(1)).toEqual(['first', 'second', 'hello']);
  });
});

describe('a messenger that says the window is shut although our clock does not', () => {
  it('is believed: the notice goes, the text waits, nothing is tried until they write again', async () => {
    const line = lineTo();
    line.answers = [shut];
    line.has('v1', 'first');
    await line.wake();
    line.has('v2', 'second', { openUntil: noon + day });
    await line.wake();
    expect(line.texts).toEqual(['notice: message Octavia']);
    line.now += 60_000;
    line.has('v3', 'hello');
    await line.wake();
    expect(line.texts.slice(1)).toEqual(['first', 'second', 'hello']);
  });

  it('told later by a decision, the same holds', async () => {
    const line = lineTo();
    line.has('v1', 'first');
    await line.wake();
    line.table.plant({ ...line.row('sender'), shut: noon + day });
    line.has('v2', 'first again', { openUntil: noon + day });
    await line.wake();
    expect(line.texts).toEqual(['first', 'notice: message Octavia']);
  });
});

describe('a message whose answer was lost just before the day was over', () => {
  const minute = 60_000;

  /** It went out within the day, and nobody knows what became of it. */
  async function unsure(answer: typeof lost) {
    const line = lineTo();
    line.answers = [answer];
    line.has('v1', 'first', { openUntil: noon + minute });
    await line.wake();
    line.now += minute;
    return line;
  }

  it('and which arrived: is not announced, and not sent again when they write', async () => {
    const line = await unsure(lostAfter);
    line.status('v1', { rung0: 2, message0: 'wamid.7' });
    await line.wake();
    expect(line.row('v1')).toMatchObject({ outcome: 'sent', parts: ['wamid.7'] });
    line.has('v2', 'hello');
    await line.wake();
    expect(line.texts).toEqual(['first', 'hello']);
  });

  it('and which was refused: is left to whoever decided about that', async () => {
    const line = await unsure(lost);
    line.status('v1', { failed0: 'windowClosed', undelivered: 'windowClosed' });
    await line.wake();
    expect(line.row('v1')).toMatchObject({ outcome: 'sent' });
    line.has('v2', 'hello');
    await line.wake();
    expect(line.texts).toEqual(['hello']);
  });

  it('and of which nothing was heard: comes once more when they write, marked as such', async () => {
    const line = await unsure(lost);
    await line.passes(2 * minute);
    expect(line.texts).toEqual(['notice: message Octavia']);
    line.has('v2', 'hello');
    await line.wake();
    expect(line.texts.slice(1)).toEqual(['first', 'hello']);
    expect(line.row('v1')).toMatchObject({ outcome: 'sent', repeated: [0] });
  });

  it('as the first of several: the rest is announced and comes when they write', async () => {
    const line = lineTo();
    line.answers = [lostAfter];
    const messages = [verbatim('first'), verbatim('second')];
    line.has('v1', '', { messages, openUntil: noon + minute });
    await line.wake();
    line.now += minute;
    line.status('v1', { rung0: 2, message0: 'wamid.7' });
    await line.wake();
    line.has('v2', 'hello');
    await line.wake();
    expect(line.texts).toEqual(['first', 'notice: message Octavia', 'second', 'hello']);
  });
});

it('a messenger without a window is written to for ever', async () => {
  const line = lineTo({ windowMs: null });
  line.answers = [ok];
  line.has('v1', 'hello', { openUntil: null });
  line.now += 30 * day;
  await line.wake();
  expect(line.texts).toEqual(['hello']);
  expect(line.row('v1').pk).toBe(`O#${chat}`);
});
