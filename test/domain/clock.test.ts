import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayBounds,
  daysBetween,
  formatMinute,
  instantAt,
  isDate,
  isZone,
  parseMinute,
  toInstant,
  toWall,
  weekdayOf,
} from '#shared/domain/clock.ts';

const zones = [
  'Europe/Athens',
  'Europe/Kyiv',
  'America/New_York',
  'America/Santiago',
  'Africa/Casablanca',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Asia/Beirut',
] as const;

const zone = fc.constantFrom(...zones);
const date = fc.integer({ min: 0, max: 365 * 12 }).map((day) => addDays('2022-01-01', day));

/** Half of the dates lie where a zone changes its clock, so that gaps and folds are really met. */
const changes: { readonly zone: string; readonly date: string }[] = zones.flatMap((name) => {
  const found: { zone: string; date: string }[] = [];
  let at: Temporal.ZonedDateTime | null = Temporal.ZonedDateTime.from(`2022-01-01T00:00[${name}]`);
  for (let count = 0; count < 24; count += 1) {
    at = at.getTimeZoneTransition('next');
    if (at === null) break;
    found.push({ zone: name, date: at.toPlainDate().toString() });
    found.push({ zone: name, date: at.toPlainDate().subtract({ days: 1 }).toString() });
  }
  return found;
});
const zonedDate = fc.oneof(fc.record({ zone, date }), fc.constantFrom(...changes));

describe('station time, held against Temporal', () => {
  it('turns wall times into instants in 20,000 cases: gaps refused, the earlier of two, in 8 zones', () => {
    let gaps = 0;
    let folds = 0;
    fc.assert(
      fc.property(zonedDate, fc.integer({ min: 0, max: 1439 }), (where, minute) => {
        const plain = Temporal.PlainDate.from(where.date).toPlainDateTime({
          hour: Math.floor(minute / 60),
          minute: minute % 60,
        });
        const earlier = plain.toZonedDateTime(where.zone, { disambiguation: 'earlier' });
        const later = plain.toZonedDateTime(where.zone, { disambiguation: 'later' });
        const gap = !earlier.toPlainDateTime().equals(plain);
        if (gap) gaps += 1;
        else if (earlier.epochMilliseconds !== later.epochMilliseconds) folds += 1;
        expect(toInstant(where.date, minute, where.zone)).toBe(gap ? 'gap' : earlier.epochMilliseconds);
      }),
      { numRuns: 20_000 },
    );
    expect(gaps).toBeGreaterThan(50);
    expect(folds).toBeGreaterThan(50);
  });

  it('takes a minute that the clocks skip for the hour after it, where it is asked to', () => {
    expect(instantAt('2027-03-28', 190, 'Europe/Athens')).toBe(toInstant('2027-03-28', 250, 'Europe/Athens'));
    expect(instantAt('2027-03-28', 170, 'Europe/Athens')).toBe(toInstant('2027-03-28', 170, 'Europe/Athens'));
    expect(instantAt('2027-03-28', 1440, 'Europe/Athens')).toBe(toInstant('2027-03-29', 0, 'Europe/Athens'));
  });

  it('reads the wall clock of any instant as Temporal does', () => {
    fc.assert(
      fc.property(zonedDate, fc.integer({ min: -1500, max: 1500 }), (where, offset) => {
        const midnight = Temporal.PlainDate.from(where.date).toZonedDateTime(where.zone);
        const at = midnight.add({ minutes: offset });
        expect(toWall(at.epochMilliseconds, where.zone)).toEqual({
          date: at.toPlainDate().toString(),
          minute: at.hour * 60 + at.minute,
          weekday: at.dayOfWeek,
        });
      }),
      { numRuns: 5_000 },
    );
  });

  it('knows where each local day begins and ends, also where midnight itself is skipped', () => {
    fc.assert(
      fc.property(zonedDate, (where) => {
        const day = Temporal.PlainDate.from(where.date);
        expect(dayBounds(where.date, where.zone)).toEqual({
          start: day.toZonedDateTime(where.zone).epochMilliseconds,
          end: day.add({ days: 1 }).toZonedDateTime(where.zone).epochMilliseconds,
        });
      }),
      { numRuns: 5_000 },
    );
  });

  it('counts days and weekdays without any zone', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -800, max: 800 }), (from, count) => {
        const day = Temporal.PlainDate.from(from);
        expect(addDays(from, count)).toBe(day.add({ days: count }).toString());
        expect(daysBetween(from, addDays(from, count))).toBe(count);
        expect(weekdayOf(from)).toBe(day.dayOfWeek);
      }),
    );
  });
});

describe('the clock changes of Athens and Kyiv', () => {
  it.each([
    ['the missing hour of Kyiv', '2026-03-29', 210, 'Europe/Kyiv', 'gap'],
    ['the doubled hour of Kyiv', '2026-10-25', 210, 'Europe/Kyiv', Date.UTC(2026, 9, 25, 0, 30)],
    ['the missing hour of Athens', '2027-03-28', 180, 'Europe/Athens', 'gap'],
    ['opening time after it', '2027-03-28', 510, 'Europe/Athens', Date.UTC(2027, 2, 28, 5, 30)],
    ['the midnight that ends a day', '2026-11-24', 1440, 'Europe/Athens', Date.UTC(2026, 10, 24, 22)],
  ] as const)('%s', (_, day, minute, name, expected) => {
    expect(toInstant(day, minute, name)).toBe(expected);
  });

  it.each(['UTC', 'America/New_York', 'Pacific/Auckland'])(
    'does not depend on a process clock set to %s',
    (TZ) => {
      const script = `
      import { dayBounds, toInstant, toWall } from '#shared/domain/clock.ts';
      const day = '2026-10-25';
      console.log(JSON.stringify([
        dayBounds(day, 'Europe/Kyiv'), toInstant(day, 210, 'Europe/Kyiv'), toInstant('2026-03-29', 210, 'Europe/Kyiv'),
        toWall(Date.UTC(2026, 9, 25, 1, 30), 'Europe/Kyiv'),
      ]));`;
      const printed = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
        env: { ...process.env, TZ },
        encoding: 'utf8',
      });
      expect(JSON.parse(printed)).toEqual([
        { start: Date.UTC(2026, 9, 24, 21), end: Date.UTC(2026, 9, 25, 22) },
        Date.UTC(2026, 9, 25, 0, 30),
        'gap',
        { date: '2026-10-25', minute: 210, weekday: 7 },
      ]);
    },
  );
});

describe('times and dates as people write them', () => {
  it.each([
    ['08:30', 510],
    ['8:30', 510],
    ['24:00', 1440],
    ['24:01', null],
    ['12:60', null],
    ['noon', null],
    ['', null],
  ])('reads %j', (text, minute) => {
    expect(parseMinute(text)).toBe(minute);
  });

  it('writes a minute as it was read', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1440 }), (minute) => {
        expect(parseMinute(formatMinute(minute))).toBe(minute);
      }),
    );
  });

  it.each([
    ['2028-02-29', true],
    ['2027-02-29', false],
    ['2027-13-01', false],
    ['27-01-01', false],
    ['2027-1-1', false],
  ])('takes %s for a day: %s', (text, real) => {
    expect(isDate(text)).toBe(real);
  });

  it('refuses dates and zones that do not exist', () => {
    expect(() => weekdayOf('someday')).toThrow(RangeError);
    expect(isZone('Europe/Athens')).toBe(true);
    expect(isZone('Europe/Atlantis')).toBe(false);
  });
});
