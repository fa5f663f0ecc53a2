import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toWall } from '#shared/domain/clock.ts';
import { datesOf } from '#shared/domain/spoken-day.ts';
import { noWish, type SpokenDay, type SpokenWish } from '#shared/domain/understood.ts';
import { at, demo } from '#test/domain/slots/bookings.ts';
import { Town } from './given.ts';
import type { Neighbour } from './neighbour.ts';
import { asks } from './understood.ts';

/** Whatever words say, and wherever a booking stands. */

const services = fc.subarray(
  demo.services.map(({ id }) => id),
  { maxLength: 2 },
);
const day: fc.Arbitrary<SpokenDay> = fc.oneof(
  fc.record({ of: fc.constant('ahead' as const), days: fc.integer({ min: -1, max: 70 }) }),
  fc.record({
    of: fc.constant('weekday' as const),
    day: fc.integer({ min: 1, max: 7 }),
    weeks: fc.integer({ min: 0, max: 2 }),
  }),
  fc.record({
    of: fc.constant('date' as const),
    day: fc.integer({ min: 1, max: 31 }),
    month: fc.option(fc.integer({ min: 1, max: 12 })),
  }),
  fc.record({
    of: fc.constantFrom('week' as const, 'weekend' as const),
    weeks: fc.integer({ min: 0, max: 2 }),
  }),
);
const minute = fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15);
const time = fc.oneof(
  fc.record({ from: fc.option(minute), to: fc.option(minute), at: fc.constant(null) }),
  fc.record({ from: fc.constant(null), to: fc.constant(null), at: minute }),
);
const seldom = <T>(what: fc.Arbitrary<T>) => fc.option(what, { freq: 2 });
const wish: fc.Arbitrary<SpokenWish> = fc
  .record({
    intent: fc.constantFrom('book' as const, null),
    services,
    adds: fc.boolean(),
    otherWork: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
    sameAsLast: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
    car: seldom(
      fc.oneof(
        fc.record({ of: fc.constant('other' as const) }),
        fc.constantFrom('golf', 'шкода', 'bmw', '').map((said) => ({ of: 'said' as const, said })),
      ),
    ),
    days: fc.array(day, { maxLength: 2 }),
    notDays: fc.oneof(
      { weight: 3, arbitrary: fc.constant<SpokenDay[]>([]) },
      { weight: 1, arbitrary: fc.array(day, { maxLength: 2 }) },
    ),
    time: fc.option(time),
    earliest: fc.integer({ min: 0, max: 5 }).map((one) => one === 0),
    otherTimes: fc.integer({ min: 0, max: 5 }).map((one) => one === 0),
    stay: seldom(fc.constantFrom('wait' as const, 'leave' as const)),
    ordinal: seldom(fc.constantFrom(-1, 1, 2, 3, 10)),
  })
  .map((said): SpokenWish => ({ ...noWish, ...said }));

/** A button of the last card, or words. */
const move = fc.oneof(
  { weight: 2, arbitrary: wish.map((said) => ({ says: said })) },
  { weight: 1, arbitrary: fc.nat(9).map((nth) => ({ taps: nth })) },
);
const moments = [at('2026-11-23', '10:00'), at('2026-11-27', '16:55'), at('2026-12-23', '18:30')];

function somebody(now: number, cars: number): Neighbour {
  const person = new Town(now, demo).person();
  const all = [
    { id: 'a', label: 'Skoda Octavia ABC-4821', short: 'Octavia' },
    { id: 'b', label: 'Golf', short: 'Golf' },
  ];
  person.customer = { ...person.customer, vehicles: all.slice(0, cars) };
  person.conversation = { ...person.conversation, greeted: true };
  return person;
}

/** Lines that say why a time is not what was asked, or that others are shown. */
const whys: ReadonlySet<string> = new Set([
  'dayFull',
  'slotGone',
  'slotReplaced',
  'noTimes',
  'separateVisits',
]);

describe('whatever is said, wherever a booking stands', () => {
  it('is answered, books nothing by itself, and is remembered as a state that can be read', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...moments),
        fc.nat(2),
        fc.array(move, { minLength: 1, maxLength: 8 }),
        (now, cars, moves) => {
          const person = somebody(now, cars);
          for (const one of moves) {
            if ('taps' in one) {
              const offer = person.sees[one.taps % Math.max(1, person.sees.length)];
              if (offer) person.tapsOffer(offer);
              continue;
            }
            const before = person.visits;
            asks(person, one.says);
            expect(person.visits).toEqual(before);
            expect(person.quiet !== null || person.told.length > 0).toBe(true);
          }
        },
      ),
      { numRuns: 150, endOnFailure: true },
    );
  }, 60_000);

  it('shows no time that the words exclude without saying why', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...moments),
        wish,
        fc.constantFrom('oil', 'pads', 'annual', 'timing', 'clutch', 'tyres'),
        (now, said, id) => {
          const person = somebody(now, 1);
          const asked = {
            ...said,
            intent: 'book' as const,
            services: [id],
            adds: false,
            otherWork: false,
            car: null,
          };
          asks(person, { ...asked, sameAsLast: false, otherTimes: false, ordinal: null });
          const starts = person.sees.flatMap(({ label }) =>
            label.key === 'labelSlot' ? [label.args.start] : [],
          );
          if (person.heard.some((key) => key.startsWith('wish') || whys.has(key))) return;
          const today = toWall(now, demo.zone).date;
          const not = datesOf(said.notDays, today);
          const days = datesOf(said.days, today).filter((date) => !not.includes(date));
          expect(starts.length).toBeGreaterThan(0);
          for (const start of starts) {
            const wall = toWall(start, demo.zone);
            if (days.length > 0) expect(days).toContain(wall.date);
            expect(not).not.toContain(wall.date);
            if (said.time?.from != null) expect(wall.minute).toBeGreaterThanOrEqual(said.time.from);
            if (said.time?.to != null) expect(wall.minute).toBeLessThan(said.time.to);
          }
          if (said.time?.at != null)
            expect(starts.map((start) => toWall(start, demo.zone).minute)).toContain(said.time.at);
        },
      ),
      { numRuns: 200, endOnFailure: true },
    );
  }, 60_000);
});
