import fc from 'fast-check';
import { alarmNames } from '#shared/domain/alarm.ts';
import type { PhraseArgs } from '#shared/domain/phrase.ts';
import { chartSeries, charts, type digestPhrases } from '#shared/domain/phrases/digest.ts';
import { missTopicSchema } from '#shared/domain/understood.ts';
import { delayReasons } from '#shared/domain/visit/life.ts';
import { ratingReasons } from '#shared/domain/visit/rating.ts';

/** Samples and arbitraries of these phrases, for the tests of all texts. */

type Key = {
  [K in keyof typeof digestPhrases]: Record<string, never> extends PhraseArgs[K] ? never : K;
}[keyof typeof digestPhrases];

const units = ['week', 'month'] as const;
const periods = units.flatMap((unit) =>
  [true, false].map((whole) => ({ unit, from: '2026-11-16', to: '2026-11-22', whole })),
);
const both = [
  { channel: 'telegram', percent: 71 },
  { channel: 'whatsapp', percent: 29 },
];
const sent = [
  { channel: 'whatsapp', count: 412, notices: 37, micros: 8_734_400 },
  { channel: 'telegram', count: 640, notices: 0, micros: 0 },
];

const topics = (['price', 'hours', 'ownParts', 'courtesyCar', 'duration'] as const).map((topic, index) => ({
  topic,
  count: 12 - index,
}));

export const digestSamples: { readonly [K in Key]: readonly PhraseArgs[K][] } = {
  digestTitle: periods,
  digestNothing: periods.slice(0, 1),
  digestAnswers: [
    { count: 12, took: { half: 4, most: 18 }, was: { half: 6, most: 75 } },
    { count: 12, took: { half: 4, most: 18 }, was: null },
    { count: 1, took: null, was: null },
    { count: 3, took: null, was: { half: 6, most: 25 } },
  ],
  digestTalks: [
    { people: 34, was: 29, alone: 62, aloneWas: 58, channels: both },
    { people: 34, was: 2, alone: 62, aloneWas: null, channels: both.slice(0, 1) },
    { people: 3, was: 29, alone: null, aloneWas: 58, channels: [] },
  ],
  digestOpen: [
    { waiting: 2, minutes: 190, missed: 5, missedWas: 3, topics: topics.slice(0, 2) },
    { waiting: 2, minutes: 190, missed: 0, missedWas: 5, topics: [] },
    { waiting: 0, minutes: 0, missed: 0, missedWas: 0, topics: [] },
  ],
  digestAsked: [
    { topics, alone: 85, was: 80, unhelped: topics.slice(1, 2) },
    { topics: topics.slice(0, 2), alone: 100, was: null, unhelped: [] },
    { topics: topics.slice(0, 1), alone: null, was: null, unhelped: [] },
    { topics: [], alone: null, was: null, unhelped: topics.slice(1, 2) },
    ...missTopicSchema.options.map((topic) => ({
      topics: [{ topic, count: 1 }],
      alone: null,
      was: null,
      unhelped: [],
    })),
  ],
  digestVisits: [
    { booked: 21, bookedWas: 18, byDesk: 4, byWords: 6, done: 17, noShow: 1, noShowWas: 2 },
    { booked: 1, bookedWas: 0, byDesk: 0, byWords: 0, done: 0, noShow: 0, noShowWas: 0 },
  ],
  digestPromises: [
    { kept: 15, moved: 1, passed: 1, percent: 88, was: 80, reason: 'parts' },
    { kept: 15, moved: 0, passed: 0, percent: 100, was: null, reason: null },
    { kept: 1, moved: 1, passed: 0, percent: null, was: null, reason: 'longer' },
  ],
  digestRatings: [
    {
      good: 9,
      soso: 1,
      bad: 1,
      percent: 82,
      was: 75,
      reasons: [
        { reason: 'time', count: 2 },
        { reason: 'price', count: 1 },
      ],
    },
    { good: 2, soso: 0, bad: 0, percent: null, was: null, reasons: [] },
  ],
  digestAlarms: [
    { alarms: [{ name: 'oldestMessage', count: 2 }] },
    {
      alarms: [
        { name: 'accountRefused', count: 12 },
        { name: 'tickStopped', count: 2 },
        { name: 'webhookErrors', count: 1 },
      ],
    },
  ],
  digestTone: [
    { all: 3, sent: 1, was: 4 },
    { all: 0, sent: 0, was: 2 },
  ],
  digestModel: [
    { asked: 12, understood: 9, micros: 1_040, was: 8 },
    { asked: 0, understood: 0, micros: 0, was: 3 },
  ],
  digestCost: [
    { channels: sent, aws: 140_000, was: 7_900_000 },
    { channels: [], aws: 120_000, was: 0 },
  ],
  digestBadPeriod: [{ word: 'november', week: '2026-W47', month: '2026-11' }],
  digestPicture: units.flatMap((unit) => [1, 6, 8, 21].map((count) => ({ unit, count }))),
  digestChart: charts.map((of) => ({ of })),
  digestSeries: chartSeries.map((series) => ({ series })),
  digestNoData: (['none', 'few'] as const).map((why) => ({ why })),
};

const few = fc.integer({ min: 0, max: 2_000 });
const percent = fc.integer({ min: 0, max: 100 });
const perhaps = fc.option(percent);
const minutes = fc.integer({ min: 0, max: 3_000 });
const took = fc.option(fc.record({ half: minutes, most: minutes }));
const channel = fc.constantFrom('telegram', 'whatsapp');
const topicCount = fc.record({ topic: fc.constantFrom(...missTopicSchema.options), count: few });
const topicCounts = fc.uniqueArray(topicCount, { selector: ({ topic }) => topic, maxLength: 5 });
const someTopics = topicCounts.filter(({ length }) => length > 0);
const period = fc.constantFrom(...periods);

export const digestArgs: { readonly [K in Key]: fc.Arbitrary<PhraseArgs[K]> } = {
  digestTitle: period,
  digestNothing: period,
  digestAnswers: fc.record({ count: few, took, was: took }),
  digestTalks: fc.record({
    people: few,
    was: few,
    alone: perhaps,
    aloneWas: perhaps,
    channels: fc.array(fc.record({ channel, percent }), { maxLength: 2 }),
  }),
  digestOpen: fc.record({ waiting: few, minutes, missed: few, missedWas: few, topics: topicCounts }),
  digestAsked: fc.record({
    topics: someTopics,
    alone: perhaps,
    was: perhaps,
    unhelped: topicCounts.map((all) => all.slice(0, 2)),
  }),
  digestVisits: fc.record({
    booked: few,
    bookedWas: few,
    byDesk: few,
    byWords: few,
    done: few,
    noShow: few,
    noShowWas: few,
  }),
  digestPromises: fc.record({
    kept: few,
    moved: few,
    passed: few,
    percent: perhaps,
    was: perhaps,
    reason: fc.option(fc.constantFrom(...delayReasons)),
  }),
  digestRatings: fc.record({
    good: few,
    soso: few,
    bad: few,
    percent: perhaps,
    was: perhaps,
    reasons: fc.uniqueArray(fc.record({ reason: fc.constantFrom(...ratingReasons), count: few }), {
      selector: ({ reason }) => reason,
    }),
  }),
  digestAlarms: fc.record({
    alarms: fc.array(
      fc.record({ name: fc.constantFrom(...alarmNames), count: fc.integer({ min: 1, max: 99 }) }),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
  }),
  digestTone: fc.record({ all: few, sent: few, was: few }),
  digestModel: fc.record({
    asked: few,
    understood: few,
    micros: fc.integer({ min: 0, max: 9_000_000 }),
    was: few,
  }),
  digestCost: fc.record({
    channels: fc.uniqueArray(
      fc.record({ channel, count: few, notices: few, micros: fc.integer({ min: 0, max: 90_000_000 }) }),
      { selector: (one) => one.channel },
    ),
    aws: fc.integer({ min: 0, max: 900_000 }),
    was: fc.integer({ min: 0, max: 90_000_000 }),
  }),
  digestBadPeriod: fc.record({
    word: fc.constantFrom('november', '2026-13', 'листопад', 'x'.repeat(60)),
    week: fc.constant('2026-W47'),
    month: fc.constant('2026-11'),
  }),
  digestPicture: fc.record({ unit: fc.constantFrom(...units), count: fc.integer({ min: 1, max: 12 }) }),
  digestChart: fc.record({ of: fc.constantFrom(...charts) }),
  digestSeries: fc.record({ series: fc.constantFrom(...chartSeries) }),
  digestNoData: fc.record({ why: fc.constantFrom('none' as const, 'few' as const) }),
};
