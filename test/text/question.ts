import fc from 'fast-check';
import type { PhraseArgs } from '#shared/domain/phrase.ts';
import { type questionPhrases, tellings } from '#shared/domain/phrases/question.ts';
import { topics } from '#shared/domain/understood.ts';
import { answerTopics } from '#shared/station/answers.ts';
import { station } from '#shared/station/station.ts';

/** Samples and arbitraries of these phrases, for the tests of all texts. */

type Key = {
  [K in keyof typeof questionPhrases]: Record<string, never> extends PhraseArgs[K] ? never : K;
}[keyof typeof questionPhrases];

const hour = 60 * 60_000;
/** Tuesday 24 November 2026 in Athens. */
const open = Date.parse('2026-11-24T06:30:00Z');
const close = open + 9 * hour;
const promised = { advisor: 'maria', by: open + 2 * hour };
const ordinary = { hours: { from: open, to: close }, short: false, only: null, pause: null, again: null };
const plain = { ...ordinary, date: '2026-11-24', far: false, bringBy: null };
const pause = { from: open + 4.5 * hour, to: open + 5 * hour };
const work = { services: ['oil'], does: false, cents: 6_500, takes: null, booking: 'online' } as const;
const takes = { minutes: 45, days: 1, stay: 'both' } as const;
const usual = station.services.slice(0, 6).map(({ id, priceFrom, legs }) => ({
  id,
  cents: priceFrom,
  minutes: legs.reduce((sum, leg) => sum + leg.minutes, 0),
}));

export const questionSamples: { readonly [K in Key]: readonly PhraseArgs[K][] } = {
  questionAnswer: answerTopics.map((topic) => ({ topic })),
  questionHoursNow: [
    { open: true, at: close, pause: null },
    { open: true, at: close, pause: pause.to },
    { open: false, at: open + 24 * hour, pause: null },
    { open: false, at: null, pause: null },
  ],
  questionHoursOn: [
    plain,
    { ...plain, pause },
    { ...plain, date: '2026-11-28', only: ['oil', 'tyres', 'punct'] },
    { ...plain, date: '2026-12-24', short: true },
    { ...plain, date: '2027-10-12', far: true },
    { ...plain, bringBy: { services: ['timing'], at: open } },
    { ...plain, date: '2026-12-25', hours: null, again: Date.parse('2026-12-28T06:30:00Z') },
    { ...plain, date: '2026-11-29', hours: null },
  ],
  questionWork: [
    { ...work, services: ['oil'] },
    { ...work, services: ['batt'], cents: 0 },
    { ...work, services: ['oil', 'pads'], cents: 15_500, takes: { ...takes, minutes: 120 } },
    { ...work, services: ['tyres'], does: true, takes: { ...takes, stay: 'wait' } },
    { ...work, services: ['diag'], cents: null, takes: { ...takes, stay: 'leave' } },
    { ...work, services: ['clutch'], does: true, takes: { minutes: 420, days: 2, stay: 'leave' } },
    { ...work, services: ['punct'], does: true, takes, booking: 'walk-in' },
    { ...work, services: ['body'], does: true, cents: 0, booking: 'remote' },
  ],
  questionWhich: tellings.map((tells) => ({ tells, items: usual })),
  questionBring: [{ services: ['oil'] }, { services: ['annual', 'kteo'] }],
  questionPerson: [
    { ...promised, topics: ['towing'] },
    { ...promised, topics: ['price', 'duration'] },
  ],
  questionUnhelped: [promised],
  questionDesk: (['unhelped', 'noAnswer'] as const)
    .flatMap((why) =>
      [[], ['oil', 'pads']].map((services) => ({
        ref: '7K2M4Q',
        name: 'Nikos',
        car: 'Octavia …4821',
        topics: ['price', 'parking'] as const,
        services,
        why,
        by: promised.by,
      })),
    )
    .map((args) => ({ ...args, topics: [...args.topics] })),
  questionStale: [{ topics: ['payment', 'ownParts'], owner: 'maria', since: '2026-11-03' }],
  questionReview: [
    { due: [{ owner: 'maria', topics: ['payment', 'parking'], since: '2026-11-03' }] },
    {
      due: [
        { owner: 'maria', topics: ['payment', 'warranty', 'ownParts'], since: '2026-11-03' },
        { owner: 'eleni', topics: ['bring', 'parking', 'towing', 'courtesyCar'], since: '2026-11-05' },
      ],
    },
  ],
  questionLabelBook: station.services.map(({ id }) => ({ services: [id] })),
  questionLabelTopic: topics.map((topic) => ({ topic })),
};

const instant = fc.integer({ min: open / 60_000, max: open / 60_000 + 400_000 }).map((at) => at * 60_000);
const date = instant.map((at) => new Date(at).toISOString().slice(0, 10));
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const span = fc.record({ from: instant, to: instant });
const services = fc.uniqueArray(fc.constantFrom(...station.services.map(({ id }) => id)), {
  minLength: 1,
  maxLength: 3,
});
const some = fc.uniqueArray(fc.constantFrom(...topics), { minLength: 1, maxLength: 3 });
const advisor = fc.constantFrom('maria', 'eleni', 'Konstantinos');
const cents = maybe(fc.constantFrom(0, 6_500, 20_550, 128_000));
const minutes = fc.integer({ min: 30, max: 420 });
const owner = fc.constantFrom('maria', 'eleni');
const few = fc.uniqueArray(fc.constantFrom(...answerTopics), { minLength: 1, maxLength: 4 });

export const questionArgs: { readonly [K in Key]: fc.Arbitrary<PhraseArgs[K]> } = {
  questionAnswer: fc.constantFrom(...answerTopics).map((topic) => ({ topic })),
  questionHoursNow: fc.record({ open: fc.boolean(), at: maybe(instant), pause: maybe(instant) }),
  questionHoursOn: fc.record({
    date,
    hours: maybe(span),
    short: fc.boolean(),
    only: maybe(fc.constant(['oil', 'tyres', 'punct'])),
    pause: fc.constant(null),
    again: maybe(instant),
    far: fc.boolean(),
    bringBy: maybe(fc.record({ services: fc.constant(['timing']), at: instant })),
  }),
  questionWork: fc.record({
    services,
    does: fc.boolean(),
    cents,
    takes: maybe(
      fc.record({ minutes, days: fc.constantFrom(1, 2, 5), stay: fc.constantFrom('wait', 'leave', 'both') }),
    ),
    booking: fc.constantFrom('online', 'walk-in'),
  }),
  questionWhich: fc.record({
    tells: fc.constantFrom(...tellings),
    items: fc.shuffledSubarray(usual, { minLength: 1 }),
  }),
  questionBring: fc.constantFrom(...questionSamples.questionBring),
  questionPerson: fc.record({ topics: some, advisor, by: instant }),
  questionUnhelped: fc.record({ advisor, by: instant }),
  questionDesk: fc.record({
    ref: fc.constant('7K2M4Q'),
    name: fc.constantFrom('Nikos', 'Олена'),
    car: fc.constantFrom('', 'Octavia …4821'),
    topics: some,
    services: fc.uniqueArray(fc.constantFrom('oil', 'pads', 'clutch'), { maxLength: 3 }),
    why: fc.constantFrom('unhelped', 'noAnswer'),
    by: instant,
  }),
  questionStale: fc.record({ topics: few, owner, since: date }),
  questionReview: fc.record({
    due: fc.uniqueArray(fc.record({ owner, topics: few, since: date }), {
      minLength: 1,
      maxLength: 2,
      selector: (one) => one.owner,
    }),
  }),
  questionLabelBook: fc.record({ services }),
  questionLabelTopic: fc.constantFrom(...topics).map((topic) => ({ topic })),
};
