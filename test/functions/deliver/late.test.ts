import { describe, expect, it } from 'vitest';
import type { SendFailure } from '#shared/domain/failure.ts';
import { type Say, say, withNotice } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { hour, lineTo, noon, verbatim } from './line.ts';

/** What becomes of words that had to wait while a messenger could not be reached. */

const down: SendFailure = { kind: 'unreachable', reason: 'no connection' };
const rest = { from: noon + hour, until: noon + 11 * hour };
const car = 'Octavia';
const reminder = (start: number): Say => {
  const visit = { ref: 'DEMO01', start, readyBy: start + hour, services: ['oil'], car };
  return withNotice(say(phrase('reminder', { ...visit, stay: 'leave' })), { kind: 'reminder', start, car });
};
const moved = (to: number): Say =>
  say(
    phrase('promiseMoved', { car, reason: 'parts', words: '', from: noon, to, newsBy: null, waits: false }),
  );
const offer = (until: number): Say => {
  const readyIfWaiting = noon + 21 * hour;
  const time = { start: noon + 20 * hour, from: null, until, readyIfLeft: null, readyIfWaiting } as const;
  return say(phrase('waitlistOffer', { services: ['tyres'], car, ...time }));
};

/** The messenger is away for so many hours from noon on. */
function outage(hours: number) {
  const line = lineTo();
  return {
    line,
    over: async () => {
      line.answers.push(...Array.from({ length: 1_000 }, () => down));
      await line.wake();
      await line.passes(hours * hour);
      line.answers.length = 0;
      await line.passes(10 * 60_000);
    },
  };
}

describe('after an outage', () => {
  it('nobody is woken by what they did not ask for: it comes when their quiet hours are over', async () => {
    const { line, over } = outage(3);
    line.has('v1', 'It is ready', { cause: 'timer', rest });
    await over();
    expect(line.texts).toEqual([]);
    await line.passes(8 * hour);
    expect(line.texts).toEqual(['It is ready']);
    expect(line.calls[0]?.at).toBeGreaterThanOrEqual(rest.until);
  });

  it('what they asked for comes at once, at any hour', async () => {
    const { line, over } = outage(3);
    line.has('v1', 'It is ready', { cause: 'timer', rest });
    line.has('v2', 'Here is the address');
    await over();
    expect(line.texts).toEqual(['Here is the address']);
  });

  it('a short one changes nothing for who is awake', async () => {
    const { line, over } = outage(0.5);
    line.has('v1', 'It is ready', { cause: 'timer', rest });
    await over();
    expect(line.texts).toEqual(['It is ready']);
  });

  it.each([
    ['a reminder of what has begun meanwhile', reminder, 20 * hour],
    ['a new time that has passed meanwhile', moved, 4 * hour],
    ['an offer that has run out meanwhile', offer, 4 * hour],
  ])('%s is not sent any more, one that still counts is', async (_, of, later) => {
    const { line, over } = outage(3);
    line.has('v1', '', { cause: 'timer', messages: [of(noon + hour)] });
    line.has('v2', '', { cause: 'timer', messages: [of(noon + later)] });
    await over();
    expect(line.texts).toHaveLength(1);
    expect(line.row('v1')).toMatchObject({ outcome: 'superseded' });
    expect(line.row('v2')).toMatchObject({ outcome: 'sent' });
  });

  it('what changes where it stands does not carry along what is of no use any more', async () => {
    const { line, over } = outage(3);
    const change: Say = { ...verbatim('With us since nine'), place: 'refresh', live: 'visit#DEMO01' };
    line.has('v1', '', { cause: 'timer', messages: [moved(noon + hour), change] });
    await over();
    expect(line.texts).toEqual([]);
  });
});
