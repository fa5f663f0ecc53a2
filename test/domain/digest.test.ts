import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alarmNames } from '#shared/domain/alarm.ts';
import { type Counted, figuresOf, type HappenedAt, percentOf } from '#shared/domain/digest.ts';
import type { Happened } from '#shared/domain/happened.ts';
import { delayReasons } from '#shared/domain/visit/life.ts';
import { marks, ratingReasons } from '#shared/domain/visit/rating.ts';

/** The owner's figures, held to a count by hand: slow, one question at a time. */

const channel = fc.constantFrom('telegram', 'whatsapp');
const moved = fc.record({ reason: fc.constantFrom(...delayReasons), toldBefore: fc.boolean() });
const happened: fc.Arbitrary<Happened> = fc.oneof(
  fc.record({ what: fc.constant('wrote' as const), channel }),
  fc.record({ what: fc.constant('called' as const) }),
  fc.record({
    what: fc.constant('answered' as const),
    minutes: fc.integer({ min: 0, max: 90 }),
    first: fc.boolean(),
  }),
  fc.record({
    what: fc.constant('missed' as const),
    language: fc.constantFrom('en' as const, 'el' as const),
    topic: fc.constantFrom('price' as const, 'hours' as const, 'visit' as const, 'other' as const),
  }),
  fc.record({
    what: fc.constant('asked' as const),
    topics: fc.uniqueArray(fc.constantFrom('price' as const, 'hours' as const, 'parking' as const), {
      minLength: 1,
    }),
    by: fc.constantFrom('bot' as const, 'person' as const),
  }),
  fc.record({
    what: fc.constant('unhelped' as const),
    topic: fc.constantFrom('price' as const, 'parking' as const),
  }),
  fc.record({
    what: fc.constant('booked' as const),
    channel,
    by: fc.constantFrom('customer' as const, 'desk' as const),
    words: fc.boolean(),
  }),
  fc.record({
    what: fc.constant('over' as const),
    visit: fc.uuid(),
    stage: fc.constantFrom('handedBack' as const, 'noShow' as const, 'cancelled' as const),
    start: fc.constant(0),
    services: fc.constant<string[]>([]),
    promised: fc.integer({ min: 0, max: 5 }),
    ready: fc.option(fc.integer({ min: 0, max: 5 })),
    moved: fc.array(moved, { maxLength: 2 }),
    cents: fc.constant(null),
  }),
  fc.record({
    what: fc.constant('rated' as const),
    mark: fc.constantFrom(...marks),
    reasons: fc.array(fc.constantFrom(...ratingReasons), { maxLength: 3 }),
  }),
  fc.record({ what: fc.constant('held' as const), sent: fc.boolean() }),
  fc.record({
    what: fc.constant('interpreted' as const),
    understood: fc.boolean(),
    micros: fc.integer({ min: 0, max: 9_000 }),
  }),
  fc.record({ what: fc.constant('alarm' as const), name: fc.constantFrom(...alarmNames) }),
  fc.record({
    what: fc.constant('sent' as const),
    channel,
    messages: fc.integer({ min: 1, max: 4 }),
    notices: fc.integer({ min: 0, max: 1 }),
    micros: fc.integer({ min: 0, max: 90_000 }),
    times: fc.constantFrom(1, 16),
  }),
);
const rows: fc.Arbitrary<readonly HappenedAt[]> = fc.array(
  fc.record({ happened, at: fc.integer({ min: 0, max: 5 }) }),
  { maxLength: 60 },
);

function total(counted: readonly Counted[]): number {
  return counted.reduce((sum, { count }) => sum + count, 0);
}

/** The least of the values that so many of a hundred do not exceed, found by trying each. */
function least(values: readonly number[], percent: number): number {
  const fits = values.filter(
    (one) => values.filter((other) => other <= one).length * 100 >= percent * values.length,
  );
  return fits.length === 0 ? 0 : Math.min(...fits);
}

describe('the figures of a period', () => {
  it('are what one counts by hand', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const figures = figuresOf(all);
        let [people, firsts, noShows, kept, told, passed, sent, micros] = [0, 0, 0, 0, 0, 0, 0, 0];
        let [questions, answered, byWords, calls] = [0, 0, 0, 0];
        const minutes: number[] = [];
        for (const { happened: one, at } of all) {
          if (one.what === 'wrote') people += 1;
          if (one.what === 'called') calls += 1;
          if (one.what === 'answered' && one.first) {
            firsts += 1;
            minutes.push(one.minutes);
          }
          if (one.what === 'over' && one.stage === 'noShow') noShows += 1;
          if (one.what === 'over' && one.stage === 'handedBack') {
            const ready = one.ready === null ? at : one.ready;
            if (ready <= one.promised) kept += 1;
            else if (one.moved.length > 0 && !one.moved.some(({ toldBefore }) => !toldBefore)) told += 1;
            else passed += 1;
          }
          if (one.what === 'asked') {
            questions += one.topics.length;
            if (one.by === 'bot') answered += one.topics.length;
          }
          if (one.what === 'unhelped') answered -= 1;
          // Words that were not understood were a question where they name what is asked.
          if (one.what === 'missed' && (one.topic === 'price' || one.topic === 'hours')) questions += 1;
          if (one.what === 'booked' && one.words) byWords += 1;
          if (one.what === 'sent') {
            sent += one.messages * one.times;
            micros += one.micros * one.times;
          }
        }
        expect(figures.people).toBe(people);
        const { all: asked, alone } = figures.questions;
        expect([asked, alone]).toEqual([questions, Math.max(0, answered)]);
        expect(figures.booked.byWords).toBe(byWords);
        expect(total(figures.missed.topics)).toBe(figures.missed.all);
        for (const { name, count } of figures.questions.topics)
          expect(count).toBe(
            all.filter(({ happened: one }) => one.what === 'asked' && one.topics.some((of) => of === name))
              .length,
          );
        for (const { name, count } of figures.missed.topics)
          expect(count).toBe(
            all.filter(({ happened: one }) => one.what === 'missed' && one.topic === name).length,
          );
        const wanted = calls > firsts ? calls : firsts;
        expect(figures.alone).toBe(people > wanted ? people - wanted : 0);
        expect(figures.answers).toEqual({
          count: firsts,
          median: least(minutes, 50),
          most: least(minutes, 90),
        });
        expect(figures.visits.noShow).toBe(noShows);
        expect(figures.promises).toEqual({ kept, moved: told, passed });
        expect([figures.sent.messages, figures.sent.micros]).toEqual([sent, micros]);
        const shares = figures.channels.reduce((sum, { count }) => sum + count, 0);
        expect(shares).toBe(people);
        for (const mark of marks)
          expect(figures.ratings[mark]).toBe(
            all.filter(({ happened: one }) => one.what === 'rated' && one.mark === mark).length,
          );
        for (const name of alarmNames)
          expect(figures.alarms.find((one) => one.name === name)?.count ?? 0).toBe(
            all.filter(({ happened: one }) => one.what === 'alarm' && one.name === name).length,
          );
        for (const { name, count } of figures.reasons)
          expect(count).toBe(
            all.filter(({ happened: one }) => one.what === 'rated' && one.reasons.includes(name)).length,
          );
      }),
    );
  });

  it('do not depend on the order in which things were written down', () => {
    fc.assert(
      fc.property(rows, (all) => {
        expect(figuresOf([...all].reverse())).toEqual(figuresOf(all));
      }),
    );
  });

  it('do not count as helped by the bot who waits for a person still', () => {
    const wrote: HappenedAt = { happened: { what: 'wrote', channel: 'telegram' }, at: 0 };
    const called: HappenedAt = { happened: { what: 'called' }, at: 0 };
    expect(figuresOf([wrote, wrote, wrote, wrote, wrote, called, called]).alone).toBe(3);
  });

  it('say nothing by a share of fewer than five', () => {
    expect([percentOf(2, 4), percentOf(4, 5), percentOf(0, 0)]).toEqual([null, 80, null]);
  });
});
