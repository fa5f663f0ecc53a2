import { describe, expect, it } from 'vitest';
import { MINUTE } from '#shared/domain/clock.ts';
import type { Stage } from '#shared/domain/visit/stage.ts';
import { at, demo } from '#test/domain/slots/bookings.ts';
import { type Booking, until, Workday } from './workday.ts';

/** Where the bot may not write, somebody is asked to call, and reads why. */

const nine = at('2026-11-24', '09:00');
const four = at('2026-11-24', '16:00');
const { visitPerDay } = demo.rules.caps;

function here(change: Partial<Booking> = {}): Workday {
  const agreed = { agreed: true, quietHours: null, booked: nine - 72 * 60 * MINUTE };
  return new Workday({ start: nine, readyBy: four, ...agreed, ...change });
}

/** So many messages went out within the last hour. */
function written(day: Workday, count: number): Workday {
  const all = Array.from({ length: count }, () => ({ purpose: 'visit' as const, at: day.now }));
  day.customer = { ...day.customer, written: all };
  return day;
}

function goes(day: Workday, time: string, stage: Stage): Workday {
  until(day, at('2026-11-24', time)).goes(stage);
  return day;
}

describe('on a day of many messages', () => {
  it('"ready" is still said, and so is a promise that was moved', () => {
    const day = goes(here(), '09:00', 'arrived');
    goes(written(day, visitPerDay - 2), '10:00', 'parts');
    expect(day.of('stageNews').at(-1)?.args.stage).not.toBe('parts');
    until(day, four);
    expect(day.of('promiseMoved')).toHaveLength(1);
    goes(day, '16:05', 'ready');
    until(day, at('2026-11-24', '16:20'));
    expect(day.of('stageNews').at(-1)?.args.stage).toBe('ready');
  });

  it('where not even that may go out, the desk is asked to call since it is enough for a day', () => {
    const day = written(goes(here(), '09:00', 'arrived'), visitPerDay);
    day.customer = { ...day.customer, written: day.customer.written.map((one) => ({ ...one, at: four })) };
    until(day, four + MINUTE);
    expect(day.of('promiseDeskWarn').map(({ args }) => args.call)).toContain('cap');
    expect(day.of('promiseDeskMoved').map(({ args }) => args.told)).toEqual(['cap']);
  });

  it('a car that is ready, told by nobody, is told by the desk', () => {
    const day = goes(here(), '09:00', 'arrived');
    goes(day, '10:00', 'parts');
    goes(day, '10:05', 'ready');
    until(written(day, visitPerDay), at('2026-11-24', '10:20'));
    expect(day.of('promiseDeskUntold')).toMatchObject([{ to: 'desk', args: { call: 'cap' } }]);
  });
});

describe('the desk that is asked to call reads', () => {
  const warned = (day: Workday) => day.of('promiseDeskWarn').map(({ args }) => args.call);

  it('that somebody wants to hear only when they ask', () => {
    expect(warned(until(goes(here({ agreed: false }), '09:00', 'arrived'), four))).toContain('asks');
  });

  it('that somebody rests', () => {
    const quietHours = { from: 10 * 60, to: 18 * 60 };
    expect(warned(until(goes(here({ quietHours }), '09:00', 'arrived'), four))).toContain('quiet');
  });

  it('nothing of that where the bot writes by itself', () => {
    expect(new Set(warned(until(goes(here(), '09:00', 'arrived'), four)))).toEqual(new Set([null]));
  });
});
