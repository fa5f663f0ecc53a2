import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callDue, callStart, callTimeOf, callTimes } from '#shared/domain/call-time.ts';
import { MINUTE } from '#shared/domain/clock.ts';
import { type DeskHours, isOpen } from '#shared/domain/working-time.ts';
import { deskHoursOn } from '#shared/station/hours.ts';
import { at, demo, MONDAY, SATURDAY } from './slots/bookings.ts';

const desk: DeskHours = { zone: demo.zone, hoursOn: (date) => deskHoursOn(demo, date) };

describe('the times at which somebody may be called', () => {
  it.each([
    ['on a Monday morning', MONDAY, '10:00', ['now', '2026-11-23 morning', '2026-11-23 noon']],
    ['when the morning is nearly over', MONDAY, '11:30', ['now', '2026-11-23 noon', '2026-11-24 morning']],
    ['in the evening', MONDAY, '20:00', ['2026-11-24 morning', '2026-11-24 noon', '2026-11-25 morning']],
    [
      'on Saturday evening',
      SATURDAY,
      '20:00',
      ['2026-11-30 morning', '2026-11-30 noon', '2026-12-01 morning'],
    ],
  ])('%s are those at which people are there', (_when, date, time, first) => {
    expect(callTimes(desk, at(date, time)).slice(0, 3)).toEqual(first);
  });

  it('are never over, few, and begin and end while the desk is open', () => {
    const instant = fc.integer({
      min: at('2026-11-01', '00:00') / MINUTE,
      max: at('2027-11-05', '00:00') / MINUTE,
    });
    fc.assert(
      fc.property(instant, (minute) => {
        const now = minute * MINUTE;
        const times = callTimes(desk, now);
        expect(times.length).toBeGreaterThan(0);
        expect(times.length).toBeLessThanOrEqual(5);
        for (const when of times) {
          if (callTimeOf(when)?.kind === 'now') {
            expect(isOpen(desk, now)).toBe(true);
            continue;
          }
          const [start, due] = [callStart(desk, when) ?? 0, callDue(desk, when) ?? 0];
          expect(due - Math.max(start, now)).toBeGreaterThanOrEqual(45 * MINUTE);
          expect(isOpen(desk, start) && isOpen(desk, due - MINUTE)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each(['after work', '', '2026-13-01 morning', '2026-11-24 night'])('are not own words: “%s”', (when) => {
    expect([callTimeOf(when), callStart(desk, when), callDue(desk, when)]).toEqual([null, null, null]);
  });
});
