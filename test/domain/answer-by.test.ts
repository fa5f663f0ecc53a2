import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerBy } from '#shared/domain/answer-by.ts';
import { MINUTE, toWall } from '#shared/domain/clock.ts';
import { deskHoursOn } from '#shared/station/hours.ts';
import { at, demo, shown } from '#test/domain/slots/bookings.ts';

const desk = { zone: demo.zone, hoursOn: (date: string) => deskHoursOn(demo, date) };

describe('the time by which a person answers', () => {
  it.each([
    ['in the morning', '2026-11-23', '10:00', '2026-11-23 10:30', true],
    ['at an odd minute, up to the next five', '2026-11-23', '10:01', '2026-11-23 10:35', true],
    ['in the workshop’s break: the desk is there', '2026-11-23', '13:10', '2026-11-23 13:40', true],
    ['at the minute of opening', '2026-11-23', '08:30', '2026-11-23 09:00', true],
    ['a minute before opening', '2026-11-23', '08:29', '2026-11-23 09:00', false],
    ['ten minutes before closing, not later than closing', '2026-11-23', '17:20', '2026-11-23 17:30', true],
    [
      'five minutes before closing: tomorrow, since nobody could',
      '2026-11-23',
      '17:25',
      '2026-11-24 09:00',
      true,
    ],
    ['at the minute of closing', '2026-11-23', '17:30', '2026-11-24 09:00', false],
    ['at night', '2026-11-23', '02:00', '2026-11-23 09:00', false],
    ['late in the evening', '2026-11-23', '23:59', '2026-11-24 09:00', false],
    ['on Friday evening: on Saturday', '2026-11-27', '18:00', '2026-11-28 09:30', false],
    ['on Saturday after hours: on Monday', '2026-11-28', '14:00', '2026-11-30 09:00', false],
    ['on Sunday', '2026-11-29', '12:00', '2026-11-30 09:00', false],
    ['on a half day before it ends', '2026-12-24', '12:40', '2026-12-24 13:00', true],
    [
      'on a half day after it ended, over Christmas and Sunday',
      '2026-12-24',
      '13:00',
      '2026-12-28 09:00',
      false,
    ],
    ['on a holiday', '2027-01-06', '11:00', '2027-01-07 09:00', false],
    ['on the eve of Easter, over Labour Day and Monday', '2027-04-29', '17:45', '2027-05-04 09:00', false],
    ['in the summer closure', '2027-08-10', '11:00', '2027-08-23 09:00', false],
    ['in the night of the clock change', '2027-03-28', '02:30', '2027-03-29 09:00', false],
    ['in the night before the clock goes back', '2026-10-24', '23:00', '2026-10-26 09:00', false],
  ])('%s', (_when, date, time, by, open) => {
    const answer = answerBy(desk, at(date, time));
    expect({ ...answer, by: shown(answer.by) }).toEqual({ by, open });
  });

  it('in the missing hour of a station that opens in it is still a time to come', () => {
    const odd = { zone: 'Europe/Athens', hoursOn: () => ({ open: 170, close: 200 }) };
    const now = Date.parse('2027-03-27T23:00:00Z');
    const { by } = answerBy(odd, now);
    expect(by).toBeGreaterThan(now);
  });

  it('of a station that is closed for months is within a day rather than never', () => {
    const now = at('2026-11-23', '10:00');
    expect(answerBy({ zone: demo.zone, hoursOn: () => null }, now)).toEqual({
      by: now + 24 * 60 * MINUTE,
      open: false,
    });
  });

  it('always lies ahead, within desk hours, on a whole five minutes', () => {
    const minutes = fc.integer({
      min: at('2026-11-01', '00:00') / MINUTE,
      max: at('2027-12-20', '00:00') / MINUTE,
    });
    fc.assert(
      fc.property(minutes, (minute) => {
        const now = minute * MINUTE;
        const { by, open } = answerBy(desk, now);
        const wall = toWall(by, demo.zone);
        const hours = deskHoursOn(demo, wall.date);
        expect(by).toBeGreaterThan(now);
        expect(wall.minute).toBeGreaterThanOrEqual(hours?.open ?? Number.NaN);
        expect(wall.minute).toBeLessThanOrEqual(hours?.close ?? Number.NaN);
        expect(wall.minute % 5).toBe(0);
        const here = toWall(now, demo.zone);
        const today = deskHoursOn(demo, here.date);
        expect(open).toBe(today !== null && here.minute >= today.open && here.minute < today.close);
        const lastMinutes = (today?.close ?? 0) - here.minute < 10;
        if (open && !lastMinutes) expect(by - now).toBeLessThanOrEqual(35 * MINUTE);
      }),
      { numRuns: 2_000 },
    );
  });
});
