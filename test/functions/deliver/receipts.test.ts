import { describe, expect, it } from 'vitest';
import { chat, hour, lineTo, lost, lostAfter } from './line.ts';

const minute = 60_000;

describe('where the messenger tells later what became of a message', () => {
  it('a lost answer stops the chat for two minutes, and then it is sent once more, marked as such', async () => {
    const line = lineTo();
    line.answers = [lost];
    line.has('v1', 'first');
    await line.wake();
    line.has('v2', 'second');
    await line.wake();
    await line.passes(2 * minute - 1);
    expect(line.texts).toEqual([]);
    await line.passes(1_000);
    expect(line.texts).toEqual(['first', 'second']);
    expect(line.row('v1')).toMatchObject({ outcome: 'sent', repeated: [0] });
    expect(line.row('v2')).toMatchObject({ outcome: 'sent' });
    expect(line.row('v2')).not.toHaveProperty('repeated');
  });

  it('a status says that it arrived: the chat goes on at once, and nothing is sent twice', async () => {
    const line = lineTo();
    line.answers = [lostAfter];
    line.has('v1', 'first');
    line.has('v2', 'second');
    await line.wake();
    line.status('v1', { rung0: 1, message0: 'wamid.7' });
    await line.wake();
    expect(line.texts).toEqual(['first', 'second']);
    expect(line.row('v1')).toMatchObject({ outcome: 'sent', parts: ['wamid.7'] });
  });

  it('a status says that it failed: it is not sent again here, and the chat goes on', async () => {
    const line = lineTo();
    line.answers = [lost];
    line.has('v1', 'first');
    line.has('v2', 'second');
    await line.wake();
    line.status('v1', { failed0: 'rejected', undelivered: 'rejected' });
    await line.wake();
    expect(line.texts).toEqual(['second']);
  });

  it('lost twice without a word: given up, told, and those after it go on', async () => {
    const line = lineTo();
    line.answers = [lostAfter, lostAfter];
    line.has('v1', 'first');
    line.has('v2', 'second');
    await line.wake();
    await line.passes(hour);
    expect(line.texts).toEqual(['first', 'first', 'second']);
    expect(line.row('v1')).toMatchObject({ outcome: 'failed', reason: 'the answer was lost twice' });
    expect(line.told).toMatchObject([
      { row: 'v1', part: 0, failure: { kind: 'ambiguous' }, already: 'givenUp' },
    ]);
  });

  it('lost twice, and then a status after all: it counts as sent', async () => {
    const line = lineTo();
    line.answers = [lost, lostAfter];
    line.has('v1', 'first');
    await line.wake();
    await line.passes(2 * minute);
    line.status('v1', { rung0: 2, message0: 'wamid.8' });
    await line.passes(hour);
    expect(line.row('v1')).toMatchObject({ outcome: 'sent', parts: ['wamid.8'] });
    expect(line.told).toEqual([]);
  });

  it.each(['killed before', 'killed after'] as const)(
    'a sender that is %s the messenger had it: nobody sends it again before two minutes',
    async (when) => {
      const line = lineTo();
      line.answers = [when];
      line.has('v1', 'first');
      await expect(line.wake()).rejects.toThrow();
      const arrived = line.texts.length;
      line.now += 20_000;
      await line.wake();
      await line.passes(99_000);
      expect(line.texts).toHaveLength(arrived);
      await line.passes(minute);
      expect(line.texts).toHaveLength(arrived + 1);
      expect(line.row('v1')).toMatchObject({ outcome: 'sent', repeated: [0] });
    },
  );

  it('a sender that is killed and a status that comes: it is never sent again', async () => {
    const line = lineTo();
    line.answers = ['killed after'];
    line.has('v1', 'first');
    await expect(line.wake()).rejects.toThrow();
    line.status('v1', { rung0: 1, message0: 'wamid.9' });
    line.now += 20_000;
    await line.wake();
    expect(line.texts).toEqual(['first']);
    expect(line.row('v1')).toMatchObject({ outcome: 'sent' });
    expect(line.row('v1')).not.toHaveProperty('repeated');
  });

  it('names row and message in what the status brings back', async () => {
    const line = lineTo();
    line.has('v1', 'first');
    await line.wake();
    expect(line.calls).toMatchObject([{ reference: `${chat}|v1|0` }]);
  });
});

it('where it does not, a lost answer is tried again within seconds', async () => {
  const line = lineTo({ receipts: false });
  line.answers = [lostAfter];
  line.has('v1', 'first');
  await line.wake();
  await line.passes(2_000);
  expect(line.texts).toEqual(['first', 'first']);
  expect(line.row('v1')).toMatchObject({ outcome: 'sent' });
});
