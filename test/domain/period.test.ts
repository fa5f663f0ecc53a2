import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  datesOf,
  lastWeek,
  nameOf,
  periodBefore,
  readPeriod,
  runUp,
  weekNumber,
  weekSoFar,
} from '#shared/domain/period.ts';

const date = fc
  .integer({ min: 0, max: 365 * 40 })
  .map((days) => Temporal.PlainDate.from('2015-01-01').add({ days }).toString());

describe('a week of the figures', () => {
  it('is numbered as calendars number it, at every turn of a year', () => {
    fc.assert(
      fc.property(date, (today) => {
        const { from } = weekSoFar(today);
        const monday = Temporal.PlainDate.from(from);
        expect(monday.dayOfWeek).toBe(1);
        expect(weekNumber(from)).toEqual({ year: monday.yearOfWeek, week: monday.weekOfYear });
        expect(readPeriod(nameOf({ unit: 'week', from }), today)).toEqual(weekSoFar(today));
      }),
    );
  });

  it.each([
    ['', '2026-11-18', { unit: 'week', from: '2026-11-16', to: '2026-11-19', whole: false }],
    ['', '2026-11-22', { unit: 'week', from: '2026-11-16', to: '2026-11-23', whole: false }],
    ['2026-W46', '2026-11-18', { unit: 'week', from: '2026-11-09', to: '2026-11-16', whole: true }],
    ['2026w46', '2026-11-18', { unit: 'week', from: '2026-11-09', to: '2026-11-16', whole: true }],
    ['2026-10', '2026-11-18', { unit: 'month', from: '2026-10-01', to: '2026-11-01', whole: true }],
    ['2026-11', '2026-11-18', { unit: 'month', from: '2026-11-01', to: '2026-11-19', whole: false }],
    ['2026-12', '2026-11-18', null],
    ['2026-W48', '2026-11-18', null],
    ['2025-W53', '2026-11-18', null],
    ['2026-13', '2026-11-18', null],
    ['november', '2026-11-18', null],
  ])('“%s”, asked for on %s', (words, today, period) => {
    expect(readPeriod(words, today)).toEqual(period);
  });

  it('is compared with as many days of the one before', () => {
    expect(periodBefore(weekSoFar('2026-11-18'))).toMatchObject({ from: '2026-11-09', to: '2026-11-12' });
    expect(periodBefore(lastWeek('2026-11-23'))).toMatchObject({ from: '2026-11-09', to: '2026-11-16' });
    expect(periodBefore({ unit: 'month', from: '2026-03-01', to: '2026-03-31', whole: false })).toMatchObject(
      {
        from: '2026-02-01',
        to: '2026-03-01',
      },
    );
  });

  it('and those before it follow each other without a gap', () => {
    fc.assert(
      fc.property(
        date,
        fc.constantFrom('week', 'month'),
        fc.integer({ min: 1, max: 9 }),
        (today, unit, count) => {
          const last = unit === 'week' ? weekSoFar(today) : readPeriod(today.slice(0, 7), today);
          if (!last) throw new Error('A month of its own day is one');
          const periods = runUp(last, count);
          expect(periods).toHaveLength(count);
          expect(periods.at(-1)).toEqual(last);
          for (const [index, period] of periods.slice(1).entries())
            expect(period.from).toBe(periods[index]?.to);
          expect(datesOf(last).at(-1)).toBe(today);
        },
      ),
    );
  });
});
