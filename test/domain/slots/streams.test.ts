import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Instant, MINUTE, toWall } from '#shared/domain/clock.ts';
import type { Job } from '#shared/domain/day.ts';
import { releaseHold } from '#shared/domain/slots/hold.ts';
import { dates, moreTimes } from '#shared/domain/slots/search.ts';
import type { Slot, Wish } from '#shared/domain/slots/types.ts';
import { violations } from '#shared/domain/slots/violations.ts';
import { Book } from './bookings.ts';
import { type Setting, settings } from './stations.ts';

/** One thing that happens; numbers pick among what is there at that moment. */
type Step =
  | { readonly kind: 'book'; readonly wish: WishPick; readonly pick: number; readonly end: Ending }
  | {
      readonly kind: 'move';
      readonly visit: number;
      readonly wish: WishPick;
      readonly pick: number;
      readonly end: Ending;
    }
  | { readonly kind: 'cancel'; readonly visit: number }
  | { readonly kind: 'time passes'; readonly minutes: number };
type Ending = 'wait' | 'leave' | 'forgotten' | 'let go';
type WishPick = {
  readonly services: readonly number[];
  readonly mode: Wish['mode'];
  readonly day: number | null;
  readonly part: Wish['partOfDay'] | null;
};

const wish: fc.Arbitrary<WishPick> = fc.record({
  services: fc.array(fc.nat(30), { minLength: 1, maxLength: 3 }),
  mode: fc.constantFrom('any', 'any', 'wait', 'leave'),
  day: fc.option(fc.nat(4), { freq: 4 }),
  part: fc.option(fc.constantFrom('morning', 'afternoon', 'evening'), { freq: 1 }),
});
const end: fc.Arbitrary<Ending> = fc.constantFrom('wait', 'leave', 'leave', 'wait', 'forgotten', 'let go');
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('book' as const), wish, pick: fc.nat(40), end }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      visit: fc.nat(50),
      wish,
      pick: fc.nat(40),
      end,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cancel' as const), visit: fc.nat(50) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('time passes' as const), minutes: fc.nat(90) }) },
);

/** How often what happened, over all streams: a stream that books nothing proves nothing. */
const seen = { booked: 0, moved: 0, replaced: 0, refused: 0, forgotten: 0 };

describe('any stream of requests', () => {
  it.each(settings)(
    'breaks no rule of the station: $name',
    (setting) => {
      fc.assert(
        fc.property(fc.array(step, { minLength: 20, maxLength: 50 }), (steps) => live(setting, steps)),
        // Long streams take minutes to shrink; the seed and path that are printed replay the failure as it was.
        { numRuns: Math.ceil(1_000 / settings.length), endOnFailure: true },
      );
    },
    120_000,
  );

  it('has booked, moved, refused, forgotten, and made room by placing others anew', () => {
    expect(seen.booked).toBeGreaterThan(2_000);
    expect(Math.min(seen.moved, seen.refused, seen.forgotten, seen.replaced)).toBeGreaterThan(50);
  });
});

function live({ station, from }: Setting, steps: readonly Step[]): void {
  const book = new Book(station);
  const visits: { readonly id: string; readonly start: Instant }[] = [];
  let now = Date.parse(from);
  for (const [index, what] of steps.entries()) {
    now += MINUTE / 4;
    switch (what.kind) {
      case 'time passes':
        now += what.minutes * MINUTE;
        break;
      case 'cancel': {
        const [gone] = visits.splice(what.visit % Math.max(1, visits.length), 1);
        for (const day of book.days.values()) {
          book.write([{ ...day, jobs: day.jobs.filter((job) => job.id !== gone?.id) }]);
        }
        break;
      }
      case 'book':
      case 'move': {
        const at = what.kind === 'move' ? what.visit % Math.max(1, visits.length) : -1;
        const moving = visits[at];
        if (what.kind === 'move' && moving === undefined) break;
        const id = moving?.id ?? `v${index}`;
        const asked = wishOf(station, what.wish, now, moving?.id);
        const slot = choose(book, asked, what.pick, now);
        if (slot === null) {
          seen.refused += 1;
          break;
        }
        expect(slot.start).toBeGreaterThanOrEqual(now + noticeOf(station, asked) * MINUTE);
        const before = jobsById(book);
        const modes = book.hold(slot, id, now);
        promisesKept(before, jobsById(book), id);
        check(book, now);
        if (what.end === 'let go') book.write(releaseHold([...book.days.values()], id));
        if (what.end === 'forgotten') seen.forgotten += 1;
        if (what.end === 'let go' || what.end === 'forgotten') break;
        const mode = modes.includes(what.end) ? what.end : (modes[0] ?? 'leave');
        expect(book.confirm(id, mode, now + 9 * MINUTE).kind).toBe('booked');
        if (at >= 0) {
          visits.splice(at, 1);
          seen.moved += 1;
        }
        visits.push({ id, start: slot.start });
        seen.booked += 1;
        break;
      }
    }
    check(book, now);
  }
}

function choose(book: Book, asked: Wish, pick: number, now: Instant): Slot | null {
  const days = book.read(dates(book.station, asked, now));
  const { slots } = book.offers(asked, now);
  const more =
    pick % 3 === 0
      ? moreTimes(
          book.station,
          days,
          asked,
          now,
          slots.map((slot) => slot.start),
          { times: 6, days: 3 },
        )
      : [];
  const shown = [...slots, ...more];
  const times = shown.map((slot) => slot.start);
  expect(new Set(times).size).toBe(times.length);
  expect([...slots].sort((a, b) => a.start - b.start)).toEqual(slots);
  const chosen = shown[pick % Math.max(1, shown.length)];
  if (chosen === undefined) return null;
  const again = book.plan(asked, chosen.start, now);
  if ('kind' in again) throw new Error(`Offered and then refused: ${again.kind}`);
  return again;
}

function wishOf(
  { services, zone }: Setting['station'],
  pick: WishPick,
  now: Instant,
  excluding?: string,
): Wish {
  const ids = new Set(pick.services.map((index) => services[index % services.length]?.id ?? ''));
  const today = toWall(now, zone).date;
  return {
    services: [...ids].filter((id) => services.some((one) => one.id === id && one.booking === 'online')),
    mode: pick.mode,
    ...(pick.day === null ? {} : { days: [addDays(today, pick.day)] }),
    ...(pick.part === null || pick.part === undefined ? {} : { partOfDay: pick.part }),
    ...(excluding === undefined ? {} : { excluding }),
  };
}

function noticeOf({ services }: Setting['station'], { services: asked }: Wish): number {
  return Math.max(
    ...services.filter((service) => asked.includes(service.id)).map((service) => service.notice),
  );
}

function check(book: Book, now: Instant): void {
  expect(violations(book.station, [...book.days.values()], now)).toEqual([]);
}

function jobsById(book: Book): ReadonlyMap<string, readonly Job[]> {
  const jobs = [...book.days.values()].flatMap((day) => day.jobs).filter((job) => job.holdUntil === null);
  return Map.groupBy(jobs, (job) => job.id);
}

/** Nobody else's visit disappears, changes its arrival or its promise, or moves unless the car was left. */
function promisesKept(
  before: ReadonlyMap<string, readonly Job[]>,
  after: ReadonlyMap<string, readonly Job[]>,
  own: string,
): void {
  for (const [id, jobs] of before) {
    if (id === own) continue;
    const now = after.get(id);
    if (JSON.stringify(now) === JSON.stringify(jobs)) continue;
    seen.replaced += 1;
    expect(now?.map(promiseOf)).toEqual(jobs.map(promiseOf));
    expect(jobs.map((job) => job.kind)).toEqual(['leave']);
  }
}

function promiseOf({ arrival, readyBy, service, kind }: Job) {
  return { arrival, readyBy, service, kind };
}
