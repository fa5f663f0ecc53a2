import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { promisePart } from '#shared/desk/promise/part.ts';
import { visitPart } from '#shared/desk/visit/part.ts';
import { MINUTE } from '#shared/domain/clock.ts';
import type { Visit } from '#shared/domain/customer.ts';
import { type Day, emptyDay, type Job } from '#shared/domain/day.ts';
import { freshLife, withStage } from '#shared/domain/visit/life.ts';
import { bayHeld, heldDates } from '#shared/flows/clock/bay.ts';
import { Counter } from '#test/desk/diary/counter.ts';
import { at, demo, TUESDAY } from '#test/domain/slots/bookings.ts';

/** A promise that was moved, and the bay on which the car stands. */

const WEDNESDAY = '2026-11-25';
const car = { id: 'car', label: 'Octavia ABC-4821', short: 'Octavia …4821' };

function job(id: string, date: string, from: string, to: string, more: Partial<Job> = {}): Job {
  const [start, end] = [at(date, from), at(date, to)];
  return {
    id,
    bay: 'B1',
    technician: 'T1',
    service: 'oil',
    kind: 'leave',
    start,
    end,
    arrival: start,
    readyBy: end,
    holdUntil: null,
    ...more,
  };
}

const now = at(TUESDAY, '10:30');
const visit: Visit = {
  id: 'VISIT1',
  start: at(TUESDAY, '10:00'),
  readyBy: at(TUESDAY, '11:30'),
  services: ['oil'],
  vehicle: car,
  stay: 'leave',
  sequence: 1,
  dates: [TUESDAY],
  chat: 'telegram/4242/501/',
  life: withStage(freshLife, 'working', at(TUESDAY, '10:05'), 'eleni'),
};
const own = job('VISIT1', TUESDAY, '10:00', '11:00');

/** What is held for the car beyond its work, once the promise stands for `to`. */
function held(to: number, others: readonly Job[] = [], of: Visit = visit): readonly string[] {
  const moved = { ...of, readyBy: to };
  const dates = heldDates(of, to, { station: demo, now });
  const days = new Map<string, Day>(
    dates.map((date) => [date, { ...emptyDay(date), jobs: jobsOn(date, others) }]),
  );
  const { changes } = bayHeld(moved, { days }, { station: demo, now });
  return changes.flatMap((change) => (change.kind === 'day' ? piecesOf(change.day) : []));
}

function jobsOn(date: string, others: readonly Job[]): readonly Job[] {
  return [own, ...others].filter(({ start }) =>
    new Date(start + 2 * 60 * MINUTE).toISOString().startsWith(date),
  );
}

function piecesOf({ date, jobs }: Day): readonly string[] {
  const clock = (instant: number) => new Date(instant + 2 * 60 * MINUTE).toISOString().slice(11, 16);
  return jobs
    .filter(({ id, technician }) => id === 'VISIT1' && technician === '')
    .map(({ bay, start, end }) => `${bay} ${date} ${clock(start)}-${clock(end)}`);
}

describe('a bay whose car takes longer', () => {
  it('is held until the new time', () => {
    expect(held(at(TUESDAY, '13:00'))).toEqual(['B1 2026-11-24 11:00-13:00']);
  });

  it('is held for the rest of today, and tomorrow until the new time', () => {
    expect(held(at(WEDNESDAY, '12:00'))).toEqual(['B1 2026-11-24 11:00-17:30', 'B1 2026-11-25 08:30-12:00']);
  });

  it('is held only up to what is booked there already', () => {
    const other = job('OTHER1', TUESDAY, '14:00', '15:00');
    expect(held(at(TUESDAY, '16:00'), [other])).toEqual(['B1 2026-11-24 11:00-13:45']);
    expect(held(at(TUESDAY, '16:00'), [{ ...other, bay: 'B2' }])).toEqual(['B1 2026-11-24 11:00-16:00']);
  });

  it('is held no longer than its work where the car is ready in time, or is not here', () => {
    expect(held(at(TUESDAY, '10:45'))).toEqual([]);
    const ready = { ...visit, life: withStage(visit.life, 'ready', now, 'eleni') };
    expect(held(at(WEDNESDAY, '12:00'), [], ready)).toEqual([]);
  });

  it('is never taken twice, whatever else is booked and however often the promise is moved', () => {
    const quarter = fc.integer({ min: 0, max: 35 });
    const other = fc.record({ day: fc.boolean(), from: quarter, length: fc.integer({ min: 1, max: 8 }) });
    fc.assert(
      fc.property(
        fc.array(other, { maxLength: 4 }),
        fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 3 }),
        (others, moves) => {
          let days: readonly Day[] = [TUESDAY, WEDNESDAY].map((date) => {
            const booked = others
              .filter(({ day }) => day === (date === TUESDAY))
              .map(({ from, length }, index) => {
                const start = at(date, '08:30') + from * 15 * MINUTE;
                return { ...own, id: `OTHER${index}`, start, end: start + length * 15 * MINUTE };
              });
            return { ...emptyDay(date), jobs: date === TUESDAY ? [own, ...booked] : booked };
          });
          for (const move of moves) {
            const moved = { ...visit, readyBy: now + move * 15 * MINUTE };
            const read = new Map(days.map((day) => [day.date, day]));
            const { changes } = bayHeld(moved, { days: read }, { station: demo, now });
            days = days.map(
              (day) =>
                changes.flatMap((one) =>
                  one.kind === 'day' && one.day.date === day.date ? [one.day] : [],
                )[0] ?? day,
            );
          }
          const all = days.flatMap(({ jobs }) => jobs);
          const pieces = all.filter(({ id, technician }) => id === 'VISIT1' && technician === '');
          for (const piece of pieces)
            for (const one of all)
              if (one !== piece) expect(one.start < piece.end && piece.start < one.end).toBe(false);
          expect(pieces.length).toBeLessThanOrEqual(2);
        },
      ),
    );
  });

  it('is held by /promise, and free again when the car has gone', () => {
    const counter = new Counter(now);
    counter.days.set(TUESDAY, { ...emptyDay(TUESDAY), jobs: [own] });
    counter.customer = { ...counter.customer, visits: [visit] };
    counter.says('promise', 'tomorrow 12:00 parts', 'topic', promisePart);
    expect([...counter.days.values()].flatMap(piecesOf)).toEqual([
      'B1 2026-11-24 11:00-17:30',
      'B1 2026-11-25 08:30-12:00',
    ]);
    expect(counter.customer.visits[0]?.dates).toEqual([TUESDAY, WEDNESDAY]);
    counter.now += 3 * 60 * MINUTE;
    counter.says('status', 'handed back', 'topic', visitPart);
    expect(counter.customer.visits).toEqual([]);
    expect([...counter.days.values()].flatMap(piecesOf)).toEqual([]);
    expect(counter.days.get(TUESDAY)?.jobs).toHaveLength(1);
  });
});
