import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE } from '#shared/domain/clock.ts';
import { movePromise } from '#shared/domain/visit/promise.ts';
import { heardOn, toldNow } from '#shared/flows/clock/news-by.ts';
import { at, demo } from '#test/domain/slots/bookings.ts';
import { until, Workday } from './workday.ts';

/** News of a car come before it is to be ready, and a promise that moves them says so. */

const nine = at('2026-11-24', '09:00');

function here(readyBy: number): Workday {
  const agreed = { agreed: true, quietHours: null, booked: nine - 24 * 60 * MINUTE };
  const day = until(new Workday({ start: nine, readyBy, ...agreed }), nine);
  day.goes('arrived');
  return day;
}

describe('news that are owed', () => {
  it('never come after the car is to be ready, whatever is told and whatever is promised', () => {
    const minutes = fc.integer({ min: 1, max: 40 * 60 });
    fc.assert(
      fc.property(minutes, minutes, minutes, fc.boolean(), (ready, now, to, tells) => {
        const { visit } = here(nine + ready * MINUTE);
        if (!visit) return;
        const then = nine + now * MINUTE;
        const heard = tells ? toldNow(visit, 'working', demo, then) : heardOn(visit, demo, then);
        const next = nine + to * MINUTE;
        const about = { of: 'ready', to: next, reason: 'longer', words: '', by: null, told: null } as const;
        for (const one of [heard, movePromise(heard, about, then)])
          if (one.readyBy > then) expect(one.life.newsBy ?? 0).toBeLessThanOrEqual(one.readyBy);
      }),
    );
  });

  it('that the car came, and that it takes longer, are one message where both are to be said within ten minutes', () => {
    const day = here(nine + 15 * MINUTE);
    const before = day.messages;
    until(day, nine + 10 * MINUTE);
    expect(day.messages).toBe(before + 1);
    expect(day.of('promiseMoved')).toHaveLength(1);
    // It names the promise that holds now.
    expect(day.of('stageNews')[0]?.args.readyBy).toBe(day.of('promiseMoved')[0]?.args.to);
  });

  it('that move with the promise stand in the same message', () => {
    const day = here(at('2026-11-24', '11:00'));
    until(day, at('2026-11-24', '10:50'));
    const [moved] = day.of('promiseMoved');
    expect(moved?.args.to).toBe(at('2026-11-24', '12:00'));
    expect(moved?.args.newsBy).toBeNull();
    const later = until(day, at('2026-11-24', '11:50')).of('promiseMoved').at(-1);
    expect(later?.args.newsBy).toBe(
      day.visit?.life.newsBy === later?.args.to ? null : day.visit?.life.newsBy,
    );
    day.promisesAnew('17:45 parts');
    day.promisesAnew('tomorrow 17:00 parts');
    const last = day.of('promiseMoved').at(-1);
    expect(last?.args.newsBy).toBe(day.visit?.life.newsBy);
    expect(last?.args.newsBy).toBeLessThan(last?.args.to ?? 0);
  });
});
