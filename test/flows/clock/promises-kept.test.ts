import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, MINUTE, toWall } from '#shared/domain/clock.ts';
import type { Stage } from '#shared/domain/visit/stage.ts';
import { isUnfinished } from '#shared/domain/visit/stage.ts';
import { loudFrom } from '#shared/flows/automatic.ts';
import { deskHours } from '#shared/flows/baton/timers.ts';
import { workingQuarter } from '#shared/flows/clock/quiet.ts';
import { deskHoursOn } from '#shared/station/hours.ts';
import { at, demo, shown } from '#test/domain/slots/bookings.ts';
import { type Booking, Workday } from './workday.ts';

/** A day jumps from due moment to due moment; a thousand of them, or as many as `PROMISE_DAYS` says. */
const days = Number(process.env.PROMISE_DAYS ?? 1_000);

type Act =
  | { readonly kind: 'stage'; readonly to: Stage }
  | { readonly kind: 'promise'; readonly words: string }
  | { readonly kind: 'late'; readonly minutes: number };
type Plan = {
  readonly booking: Booking;
  /** Minutes after the agreed start. */
  readonly acts: readonly { readonly after: number; readonly act: Act }[];
  /** The tick stands still from so many minutes after the start, for so long. */
  readonly outage: { readonly after: number; readonly minutes: number } | null;
};

const stages = ['checking', 'answer', 'parts', 'working', 'quality', 'ready', 'handedBack'] as const;
const reasons = ['parts', 'found', 'the disc comes at ten', '', 'очередь', 'ανταλλακτικό'];

/** Half days, holidays and both nights on which clocks change lie among them. */
const date = fc.oneof(
  fc.integer({ min: 0, max: 400 }).map((count) => addDays('2026-11-23', count)),
  fc.constantFrom(
    '2026-12-24',
    '2026-12-23',
    '2027-03-26',
    '2027-03-27',
    '2027-10-30',
    '2027-10-29',
    '2026-12-31',
  ),
);
const start = fc
  .record({ date, quarter: fc.integer({ min: 0, max: 31 }) })
  .map(({ date: wanted, quarter }) => {
    let on = wanted;
    while (deskHoursOn(demo, on) === null) on = addDays(on, 1);
    const hours = deskHoursOn(demo, on) ?? { open: 510, close: 1050 };
    const minute = Math.min(hours.open + quarter * 15, hours.close - 45);
    return at(on, '00:00') + minute * MINUTE + shiftOf(on, minute);
  });

/** Noon by the wall clock also where the night had an hour more or less. */
function shiftOf(on: string, minute: number): number {
  const wall = toWall(at(on, '00:00') + minute * MINUTE, demo.zone).minute;
  return (minute - wall) * MINUTE;
}

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('stage' as const), to: fc.constantFrom(...stages) }),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({
        hour: fc.integer({ min: 8, max: 19 }),
        day: fc.constantFrom('', 'tomorrow '),
        why: fc.constantFrom(...reasons),
        of: fc.constantFrom('', '', 'news '),
      })
      .map(({ hour, day, why, of }) => ({ kind: 'promise' as const, words: `${of}${day}${hour}:45 ${why}` })),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 5, max: 60 }).map((minutes) => ({ kind: 'late' as const, minutes })),
  },
);

const quiet = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      { from: 22 * 60, to: 8 * 60 },
      { from: 13 * 60, to: 16 * 60 },
      { from: 9 * 60, to: 18 * 60 },
      { from: 16 * 60, to: 10 * 60 },
      { from: 0, to: 24 * 60 },
    ),
  },
);

const plan: fc.Arbitrary<Plan> = fc
  .record({
    start,
    length: fc.integer({ min: 3, max: 40 }),
    ahead: fc.integer({ min: 1, max: 72 }),
    quietHours: quiet,
    agreed: fc.boolean(),
    came: fc.option(fc.integer({ min: -20, max: 45 }), { freq: 6 }),
    acts: fc.array(fc.record({ after: fc.integer({ min: 1, max: 3_000 }), act }), { maxLength: 8 }),
    outage: fc.option(
      fc.record({ after: fc.integer({ min: -200, max: 900 }), minutes: fc.integer({ min: 1, max: 120 }) }),
    ),
  })
  .map(({ start: begin, length, ahead, quietHours, agreed, came, acts, outage }) => ({
    booking: {
      start: begin,
      readyBy: workingQuarter(deskHours(demo), begin, length * 15) ?? begin,
      quietHours,
      agreed,
      booked: begin - ahead * 60 * MINUTE,
    },
    acts: [
      ...(came === null ? [] : [{ after: came, act: { kind: 'stage', to: 'arrived' } as const }]),
      ...acts,
    ].sort((a, b) => a.after - b.after),
    outage,
  }));

/** Plays a plan for five days: whatever comes first, somebody's act or the next minute in which the tick sees the timer. */
function play({ booking, acts, outage }: Plan): Workday {
  const day = new Workday(booking);
  const end = endOf(booking);
  const left = [...acts];
  for (let steps = 0; steps < 400; steps += 1) {
    const act = left[0] === undefined ? Number.POSITIVE_INFINITY : booking.start + left[0].after * MINUTE;
    const due =
      day.timer === null ? Number.POSITIVE_INFINITY : ticked(Math.max(day.timer, day.now), booking, outage);
    const next = Math.min(act, due);
    if (next > end) return day;
    day.now = next;
    if (due <= act) day.fires();
    else acted(left.shift()?.act, day);
  }
  throw new Error('The clock never comes to rest');
}

const endOf = (booking: Booking) => booking.start + 5 * 24 * 60 * MINUTE;

/** The next full minute, or the one in which the tick is there again. */
function ticked(due: number, { start: begin }: Booking, outage: Plan['outage']): number {
  const minute = Math.ceil(due / MINUTE) * MINUTE;
  if (outage === null) return minute;
  const from = begin + outage.after * MINUTE;
  const to = from + outage.minutes * MINUTE;
  return minute >= from && minute < to ? to : minute;
}

function acted(one: Act | undefined, day: Workday): void {
  if (one?.kind === 'stage') day.goes(one.to);
  if (one?.kind === 'promise') day.promisesAnew(one.words);
  if (one?.kind === 'late') day.comesLate(day.now + one.minutes * MINUTE);
}

const isOut = (from: number, to: number, { booking, outage }: Plan) => {
  if (outage === null) return false;
  const begin = booking.start + outage.after * MINUTE;
  return begin < to && begin + outage.minutes * MINUTE > from;
};

/** The promise that stands when it passes, and what the owner and the desk had heard of it by then. */
function silent(plan: Plan): readonly string[] {
  const day = play(plan);
  return day.promises.flatMap(({ readyBy, since }, index) => {
    // What was promised for the past, or for in a moment, passes before anybody can say a word.
    if (readyBy - since < 3 * MINUTE || readyBy > endOf(plan.booking)) return [];
    const until = day.promises[index + 1]?.since ?? Number.POSITIVE_INFINITY;
    if (until <= readyBy && heardBy(day, readyBy, until)) return [];
    const stage = stageAt(day, readyBy);
    if (until > readyBy && (stage === null || !isUnfinished(stage))) return [];
    const asked = day.told.some(
      ({ to, at: when, key, args }) =>
        to === 'desk' && when >= since && when <= readyBy && asksForCall(key, args),
    );
    if (asked) return [];
    if (isOut(readyBy - 200 * MINUTE, readyBy + MINUTE, plan) && isLate(plan, day, readyBy, since)) return [];
    return [`${shown(readyBy)} (made ${shown(since)}) passed in silence, then ${stage}`];
  });
}

/** While the tick stands still nothing can be said; it is said, or the desk is asked, as soon as it goes on. */
function isLate({ booking, outage }: Plan, day: Workday, by: number, since: number): boolean {
  if (outage === null) return false;
  const end = Math.max(by, booking.start + (outage.after + outage.minutes) * MINUTE) + 2 * MINUTE;
  const stage = stageAt(day, end);
  if (stage === null || !isUnfinished(stage)) return true;
  return day.told.some((one) => one.at >= since && one.at <= end && isHeard(one));
}

/** A word to the owner about the car, by the bot or an advisor, or the desk asked for one. */
function isHeard({ to, key, args }: Workday['told'][number]): boolean {
  if (to === 'customer') return key !== 'reminder' && key !== 'promiseExpected';
  if (key === 'promiseDeskNewsCall') return true;
  const said = JSON.stringify(args);
  // An advisor's new time is known to the desk; the owner hears it when they may be written to.
  return (
    (key === 'promiseDeskWarn' && !said.includes('"call":null')) ||
    (key === 'promiseDeskMoved' && !said.includes('"told":"now"'))
  );
}

/** News that were owed and did not come: nobody heard a word, and nobody was asked to say one. */
function silentNews(plan: Plan): readonly string[] {
  const day = play(plan);
  return day.news.flatMap(({ by, since }) => {
    if (by - since < 3 * MINUTE || by > endOf(plan.booking)) return [];
    const stage = stageAt(day, by);
    if (stage === null || !isUnfinished(stage)) return [];
    // A car that was ready meanwhile, and went back into work, is owed news anew.
    if (day.stages.some((one) => one.at >= since && one.at <= by && one.stage === 'ready')) return [];
    // They come with the word on the promise itself, which is looked at above.
    const stands = day.promises.findLast((one) => one.since <= by);
    if (stands && by >= stands.readyBy - 10 * MINUTE) return [];
    if (day.told.some((one) => one.at >= since && one.at <= by && isHeard(one))) return [];
    if (isOut(by - 200 * MINUTE, by + MINUTE, plan) && isLate(plan, day, by, since)) return [];
    return [`news by ${shown(by)} (owed since ${shown(since)}) did not come, ${stage}`];
  });
}

function heardBy(day: Workday, readyBy: number, moved: number): boolean {
  const told = day
    .of('promiseMoved')
    .some(({ at: when, args, to }) => to === 'customer' && args.from === readyBy && when <= readyBy);
  // An advisor's word waits for the end of quiet hours where the old promise does not pass in them.
  const waits = day
    .of('promiseDeskMoved')
    .some(({ at: when, args }) => when === moved && args.told !== 'now' && args.from === readyBy);
  return told || waits;
}

function asksForCall(key: string, args: unknown): boolean {
  const said = JSON.stringify(args);
  return (
    (key === 'promiseDeskWarn' && said.includes('"of":"ready"') && !said.includes('"call":null')) ||
    (key === 'promiseDeskMoved' && !said.includes('"told":"now"') && !said.includes('"told":"later"'))
  );
}

function stageAt(day: Workday, moment: number): Stage | null {
  return day.stages.findLast((one) => one.at <= moment)?.stage ?? null;
}

/** A car that goes back into work is owed everything anew. */
function timesReady({ stages }: Workday, by: number): number {
  return stages.filter(({ stage, at: when }) => stage === 'ready' && when < by).length;
}

/** A time that an advisor sets anew, be it one that was promised before, is watched anew. */
function timesPromised(day: Workday, by: number): number {
  return day.of('promiseDeskMoved').filter(({ at: when, by: who }) => who === 'person' && when <= by).length;
}

describe('somebody whose quiet hours begin just after their car came', () => {
  it('reads once that it is here; for the news of the morning the desk is asked to call', () => {
    const begin = at('2026-11-23', '08:30');
    const hours = { from: 9 * 60, to: 18 * 60 };
    const booking = { start: begin, readyBy: begin + 225 * MINUTE, quietHours: hours, agreed: true };
    const arrives = { after: 20, act: { kind: 'stage', to: 'arrived' } } as const;
    const day = play({ booking: { ...booking, booked: begin - 60 * MINUTE }, acts: [arrives], outage: null });
    const morning = day.told.filter((one) => one.at >= begin + 20 * MINUTE && one.at < begin + 120 * MINUTE);
    expect(morning.map(({ to, key }) => `${to} ${key}`)).toEqual([
      'customer stageNews',
      'desk promiseDeskNewsCall',
    ]);
  });
});

describe('a thousand random days', () => {
  it('no promise passes in silence: the owner heard, or the desk was asked to call, before', () => {
    fc.assert(
      fc.property(plan, (one) => {
        expect(silent(one)).toEqual([]);
      }),
      { numRuns: days },
    );
  });

  it('no news that are owed stay away: the owner heard of the car, or the desk was asked to call', () => {
    fc.assert(
      fc.property(plan, (one) => {
        expect(silentNews(one)).toEqual([]);
      }),
      { numRuns: days },
    );
  });

  it('nothing is said by itself in quiet hours, nor to who wants to hear only when they ask', () => {
    fc.assert(
      fc.property(plan, (one) => {
        const day = play(one);
        const own = day.told.filter(({ to, by }) => to === 'customer' && by === 'clock');
        const loud = own.filter(({ at: when, key }) => {
          // An advisor's word that waited for the morning is no automatic message, but it waits all the same.
          return (
            loudFrom(day.customer, demo, when) !== when ||
            (!one.booking.agreed && key !== 'promiseMoved' && key !== 'promiseNewsMoved')
          );
        });
        expect(loud.map(({ at: when, key }) => `${key} ${shown(when)}`)).toEqual([]);
      }),
      { numRuns: days },
    );
  });

  it('nothing is said twice', () => {
    fc.assert(
      fc.property(plan, (one) => {
        const day = play(one);
        const names = day.told
          .filter(({ by, key }) => by === 'clock' && key !== 'reminder')
          .map(({ to, key, args, at: when }) =>
            key === 'stageNews'
              ? `${key} ${to} ${when}`
              : `${key} ${to} ${JSON.stringify(args)} ${timesReady(day, when)} ${timesPromised(day, when)}`,
          );
        const twice = names.filter((name, index) => names.indexOf(name) !== index);
        expect(twice).toEqual([]);
        expect(day.of('reminder').length).toBeLessThanOrEqual(2);
        expect(day.of('promiseExpected').length).toBeLessThanOrEqual(1);
      }),
      { numRuns: days },
    );
  });
});
