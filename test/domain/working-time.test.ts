import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE, toWall } from '#shared/domain/clock.ts';
import {
  afterWorkingMinutes,
  type DeskHours,
  isOpen,
  nextOpening,
  workingMinutes,
} from '#shared/domain/working-time.ts';
import { deskHoursOn } from '#shared/station/hours.ts';
import { at, demo, shown } from './slots/bookings.ts';

const desk: DeskHours = { zone: demo.zone, hoursOn: (date) => deskHoursOn(demo, date) };
/** Whole minutes over a year with two changes of the clock, holidays, half days and the summer holidays. */
const instant = fc
  .integer({ min: at('2026-11-01', '00:00') / MINUTE, max: at('2027-11-05', '00:00') / MINUTE })
  .map((minute) => minute * MINUTE);

describe('the time during which somebody is at the desk', () => {
  it.each([
    ['within a morning', '2026-11-23 10:00', '2026-11-23 10:05', 5],
    ['over lunch, when the desk is there', '2026-11-23 12:55', '2026-11-23 13:35', 40],
    ['over an evening', '2026-11-23 17:25', '2026-11-24 08:40', 15],
    ['over a week-end', '2026-11-28 13:50', '2026-11-30 08:35', 15],
    ['on a half day and over Christmas', '2026-12-24 12:50', '2026-12-28 08:40', 20],
    ['at night', '2026-11-23 20:00', '2026-11-24 06:00', 0],
  ])('%s is counted', (_what, from, to, minutes) => {
    expect(workingMinutes(desk, when(from), when(to))).toBe(minutes);
  });

  it('is what a clock would count that runs only while it is open', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 3 * 24 * 60 }), (from, length) => {
        let counted = 0;
        for (let minute = 0; minute < length; minute += 1)
          if (isOpen(desk, from + minute * MINUTE)) counted += 1;
        expect(workingMinutes(desk, from, from + length * MINUTE)).toBe(counted);
      }),
      { numRuns: 100 },
    );
  });

  it('has passed at the first moment at which that many minutes were open', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 60 }), (from, minutes) => {
        const end = afterWorkingMinutes(desk, from, minutes) ?? Number.NaN;
        expect(workingMinutes(desk, from, end)).toBe(minutes);
        expect(workingMinutes(desk, from, end - MINUTE)).toBe(minutes - 1);
      }),
      { numRuns: 300 },
    );
  });

  it('begins on a later day with its opening', () => {
    expect(shown(nextOpening(desk, when('2026-11-23 07:00')) ?? 0)).toBe('2026-11-24 08:30');
    expect(shown(nextOpening(desk, when('2026-11-28 18:00')) ?? 0)).toBe('2026-11-30 08:30');
    fc.assert(
      fc.property(instant, (now) => {
        const next = nextOpening(desk, now) ?? 0;
        expect(isOpen(desk, next) && !isOpen(desk, next - MINUTE)).toBe(true);
        expect(toWall(next, demo.zone).date > toWall(now, demo.zone).date).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('never comes where nobody ever is', () => {
    const shut: DeskHours = { zone: demo.zone, hoursOn: () => null };
    expect(afterWorkingMinutes(shut, when('2026-11-23 10:00'), 3)).toBeNull();
    expect(nextOpening(shut, when('2026-11-23 10:00'))).toBeNull();
  });
});

function when(text: string): number {
  return at(text.slice(0, 10), text.slice(11));
}
