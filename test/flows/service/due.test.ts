import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toWall } from '#shared/domain/clock.ts';
import { newCustomer } from '#shared/domain/customer.ts';
import { type Upkeep, upkeepAfter, upkeepOf } from '#shared/domain/upkeep.ts';
import { dueAt, duesOf, rateOf } from '#shared/flows/service/due.ts';
import { nextMoment } from '#shared/flows/service/timer.ts';
import { deskHoursOn } from '#shared/station/hours.ts';
import { at, demo } from '#test/domain/slots/bookings.ts';
import { octavia } from '../afterwards.ts';

/** When something of a car is due again: by date, by what is driven, or by the season. */

const DAY = 24 * 3_600_000;
const usual = 15_000 / 365;
const done = (date: string, km: number | null = null) => ({ at: at(date, '16:00'), km });
const dateOf = (instant: number) => toWall(instant, demo.zone).date;

describe('a service is due again', () => {
  it.each([
    ['after a year', { months: 12, km: 15_000 }, done('2026-11-23'), usual, '2027-11-23'],
    ['on a day that every month has', { months: 3, km: null }, done('2026-11-30'), usual, '2027-02-28'],
    [
      'earlier for who drives much',
      { months: 12, km: 15_000 },
      done('2026-11-23', 84_210),
      100,
      '2027-04-22',
    ],
    [
      'by the date where the mileage was not read',
      { months: 12, km: 15_000 },
      done('2026-11-23'),
      100,
      '2027-11-23',
    ],
    [
      'by what is usually driven where only that counts',
      { months: null, km: 15_000 },
      done('2026-11-23'),
      usual,
      '2027-11-23',
    ],
    ['in spring after winter tyres', { on: ['04-01', '11-01'] }, done('2026-11-23'), usual, '2027-04-01'],
    [
      'in spring also where winter tyres came early',
      { on: ['04-01', '11-01'] },
      done('2026-10-20'),
      usual,
      '2027-04-01',
    ],
    ['in autumn after summer tyres', { on: ['04-01', '11-01'] }, done('2027-03-20'), usual, '2027-11-01'],
    [
      'in the next year where no day of this one is left',
      { on: ['04-01'] },
      done('2026-11-23'),
      usual,
      '2027-04-01',
    ],
  ] as const)('%s', (_, again, upkeep, rate, date) => {
    const rule = 'on' in again ? { on: [...again.on] } : again;
    expect(dateOf(dueAt(rule, upkeep, rate, demo))).toBe(date);
  });
});

describe('how much is driven', () => {
  const read = (date: string, km: number) => ({ vehicle: 'a', service: 'oil', ...done(date, km) });

  it('follows from the first and the last reading', () => {
    const upkeep = [read('2026-01-10', 50_000), read('2026-06-10', 60_000)];
    const car = { ...octavia, mileage: { km: 74_000, at: at('2027-01-10', '16:00') } };
    expect(rateOf({ upkeep }, car)).toBeCloseTo(24_000 / 365, 5);
  });

  it.each([
    ['one reading', [read('2026-01-10', 50_000)]],
    ['two of the same week', [read('2026-01-10', 50_000), read('2026-01-14', 50_900)]],
    ['a figure that went back', [read('2026-01-10', 50_000), read('2026-06-10', 5_000)]],
    ['a figure too many', [read('2026-01-10', 50_000), read('2026-06-10', 500_000)]],
  ])('is the usual with %s', (_, upkeep) => {
    expect(rateOf({ upkeep }, octavia)).toBe(usual);
  });
});

describe('what was done last', () => {
  it('is kept for each car and service once, and silence stays', () => {
    const first = upkeepAfter([], { services: ['oil', 'annual'], vehicle: 'a', at: 1, km: 10 });
    const quiet = first.map((one) => ({ ...one, silent: true as const, told: 5 }));
    const after = upkeepAfter(quiet, { services: ['oil'], vehicle: 'a', at: 9, km: null });
    expect(after).toEqual([
      { vehicle: 'a', service: 'annual', at: 1, km: 10, silent: true, told: 5 },
      { vehicle: 'a', service: 'oil', at: 9, km: null, silent: true },
    ]);
    expect(upkeepOf([...after, ...first])).toHaveLength(2);
  });

  it('stays silent when two rows become one, whichever of them knows of the later time', () => {
    const of = (one: Partial<Upkeep>): Upkeep => ({ vehicle: 'a', service: 'oil', at: 1, km: null, ...one });
    const [silent, later] = [of({ silent: true, told: 2 }), of({ at: 9 })];
    const kept = [of({ at: 9, silent: true })];
    expect(upkeepOf([silent, later])).toEqual(kept);
    expect(upkeepOf([later, silent])).toEqual(kept);
    expect(upkeepOf([of({ told: 2 }), later])).toEqual([later]);
  });
});

describe('the moment of a reminder', () => {
  const services = fc.subarray(['oil', 'annual', 'tyres', 'clutch'], { minLength: 1 });
  const days = fc.integer({ min: 0, max: 700 });

  it('lies ahead, at eleven on a day with people at the desk, and never while a visit is coming', () => {
    fc.assert(
      fc.property(services, days, days, fc.boolean(), (chosen, ago, ahead, isComing) => {
        const now = at('2027-11-23', '12:00');
        const upkeep = upkeepAfter([], { services: chosen, vehicle: 'a', at: now - ago * DAY, km: null });
        const customer = { ...newCustomer('c', 'Nikos'), vehicles: [octavia], upkeep };
        const dues = duesOf(customer, octavia, demo, now);
        const moment = nextMoment(customer, 'a', demo, now + (isComing ? 0 : ahead));
        if (chosen.every((id) => id === 'clutch')) expect(moment).toBeNull();
        if (moment === null) return;
        const wall = toWall(moment, demo.zone);
        expect(moment).toBeGreaterThanOrEqual(Math.max(now, dues[0]?.at ?? 0));
        expect(wall.minute).toBe(11 * 60);
        expect(deskHoursOn(demo, wall.date)).not.toBeNull();
      }),
    );
  });
});
