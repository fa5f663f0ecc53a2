import { describe, expect, it } from 'vitest';
import { deskHoursOn } from '#shared/station/hours.ts';
import { demo } from '#test/domain/slots/bookings.ts';

const hours = (date: string) => {
  const found = deskHoursOn(demo, date);
  return found && [found.open / 60, found.close / 60];
};

describe('the desk', () => {
  it.each([
    ['on a Monday', '2026-11-23', [8.5, 17.5]],
    ['on a Friday', '2026-11-27', [8.5, 17.5]],
    ['on a Saturday', '2026-11-28', [9, 14]],
    ['on a Sunday', '2026-11-29', null],
    ['on a half day', '2026-12-24', [8.5, 13]],
    ['at Christmas', '2026-12-25', null],
    ['on the second day of Christmas, a Saturday', '2026-12-26', null],
    ['on the day after, a Sunday', '2026-12-27', null],
    ['on the first day of the summer closure', '2027-08-09', null],
    ['on its last day', '2027-08-21', null],
    ['on the first Monday after it', '2027-08-23', [8.5, 17.5]],
    ['on the day of the clock change', '2027-03-28', null],
  ])('%s', (_when, date, open) => {
    expect(hours(date)).toEqual(open);
  });

  it('does not stay open longer on a half day than on any other', () => {
    const station = { ...demo, halfDays: [{ date: '2026-11-28', close: 18 * 60 }] };
    expect(deskHoursOn(station, '2026-11-28')?.close).toBe(14 * 60);
  });

  it('is closed on a closed day even if it is called a half day too', () => {
    const station = { ...demo, halfDays: [{ date: '2026-12-25', close: 13 * 60 }] };
    expect(deskHoursOn(station, '2026-12-25')).toBeNull();
  });
});
