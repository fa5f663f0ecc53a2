import { describe, expect, it } from 'vitest';
import type { SendFailure } from '#shared/domain/failure.ts';
import { type Say, withNotice } from '#shared/domain/outbound.ts';
import { hour, lineTo, noon, verbatim } from './line.ts';

/** What becomes of words that had to wait while a messenger could not be reached. */

const down: SendFailure = { kind: 'unreachable', reason: 'no connection' };
const rest = { from: noon + hour, until: noon + 11 * hour };
const reminder = (start: number): Say =>
  withNotice(verbatim('Tomorrow at nine'), { kind: 'reminder', start, car: 'Octavia' });

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

  it('a reminder of what has begun meanwhile is not sent any more, one of tomorrow is', async () => {
    const { line, over } = outage(3);
    line.has('v1', '', { cause: 'timer', messages: [reminder(noon + hour)] });
    line.has('v2', '', { cause: 'timer', messages: [reminder(noon + 20 * hour)] });
    await over();
    expect(line.texts).toEqual(['Tomorrow at nine']);
    expect(line.row('v1')).toMatchObject({ outcome: 'superseded' });
  });
});
