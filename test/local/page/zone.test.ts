import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayLabel,
  dayOf,
  instantOf,
  longDate,
  soonAt,
  timeOf,
  weekdayIn,
} from '#infra/local/page/app/zone.ts';

const ATHENS = 'Europe/Athens';

describe('Station time on the page', () => {
  it.each([
    ['2026-11-24', '09:00', '2026-11-24T07:00:00.000Z', 'in winter'],
    ['2026-07-01', '09:00', '2026-07-01T06:00:00.000Z', 'in summer'],
    ['2027-03-28', '02:59', '2027-03-28T00:59:00.000Z', 'just before the clocks go forward'],
    [
      '2027-03-28',
      '03:30',
      '2027-03-28T01:30:00.000Z',
      'in the hour that is skipped: as far after the change',
    ],
    ['2027-03-28', '04:00', '2027-03-28T01:00:00.000Z', 'just after the clocks went forward'],
    ['2026-10-25', '03:30', '2026-10-25T00:30:00.000Z', 'in the hour that comes twice: the first one'],
    ['2026-10-25', '04:30', '2026-10-25T02:30:00.000Z', 'after the clocks went back'],
  ])('puts %s %s at %s, %s', (day, time, instant) => {
    expect(instantOf(day, time, ATHENS)).toBe(instant);
  });

  it('reads the wall clock back from any instant in any zone', () => {
    const zones = fc.constantFrom(ATHENS, 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC');
    const minutes = fc.integer({ min: Date.UTC(2020, 0) / 60_000, max: Date.UTC(2035, 0) / 60_000 });
    fc.assert(
      fc.property(zones, minutes, (zone, minute) => {
        const instant = new Date(minute * 60_000).toISOString();
        const again = instantOf(dayOf(instant, zone), timeOf(instant, zone), zone);
        expect([dayOf(again, zone), timeOf(again, zone)]).toEqual([
          dayOf(instant, zone),
          timeOf(instant, zone),
        ]);
      }),
    );
  });

  it('heads days as a messenger does', () => {
    expect(dayLabel('2026-11-24', '2026-11-24')).toBe('Today');
    expect(dayLabel('2026-11-30', '2026-12-01')).toBe('Yesterday');
    expect(dayLabel('2026-11-20', '2026-11-24')).toBe('20 November');
    expect(dayLabel('2025-11-20', '2026-11-24')).toBe('20 November 2025');
  });

  it('adds days over the ends of months, years and February', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  });

  it('says midnight as 00, and the date in full', () => {
    expect(timeOf('2026-11-24T22:00:00Z', ATHENS)).toBe('00:00');
    expect(longDate('2026-11-24T22:00:00Z', ATHENS)).toBe('25 November 2026');
    expect(weekdayIn('2026-11-24T22:00:00Z', ATHENS)).toBe('Wednesday, Athens');
    expect(weekdayIn('2026-11-24T22:00:00Z', 'America/New_York')).toBe('Tuesday, New York');
    expect(weekdayIn('2026-11-24T22:00:00Z', 'UTC')).toBe('Tuesday, UTC');
  });

  it.each([
    ['2026-11-23T16:00:00Z', '18:00'],
    ['2026-11-24T11:00:00Z', 'Tue 13:00'],
    ['2026-11-29T22:30:00Z', '30 Nov 00:30'],
    ['2026-12-07T06:30:00Z', '7 Dec 08:30'],
  ])('says of %s from a Monday morning on: %s', (instant, said) => {
    expect(soonAt(instant, '2026-11-23T08:12:00Z', ATHENS)).toBe(said);
  });
});
