import fc from 'fast-check';
import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { comingPhrases } from '#shared/domain/phrases/coming.ts';

/** Samples and arbitraries of these phrases, for the tests of all texts. */

type Key = {
  [K in keyof typeof comingPhrases]: Record<string, never> extends PhraseArgs[K] ? never : K;
}[keyof typeof comingPhrases];

const start = Date.parse('2026-11-24T07:00:00Z');
const hour = 60 * 60_000;
const visit = { car: 'Octavia …4821', start };
const by = start + hour / 2;
const whats = [
  'yes',
  'late',
  'placed',
  'needed',
  'onWay',
  'here',
  'cant',
  'hereAfter',
  'onWayAfter',
] as const;
const wishes = [
  { services: ['oil'], car: 'Octavia …4821', date: '2026-11-27', until: '2026-11-27' },
  { services: ['annual', 'pads'], car: '', date: null, until: '2026-12-05' },
];
const offer = { services: ['oil'], car: 'Octavia …4821', start, from: null, until: start - 20 * hour };

export const comingSamples: { readonly [K in Key]: readonly PhraseArgs[K][] } = {
  comingAskLate: [visit],
  comingHeld: [{ ...visit, by }],
  comingFits: [start + 2 * hour, null].flatMap((was) =>
    [true, false].map((moved) => ({ ...visit, by, readyBy: start + 3 * hour, moved, was })),
  ),
  comingNeeded: [null, start + 2 * hour].flatMap((next) =>
    [null, start + 8 * hour].map((readyBy) => ({ ...visit, next, readyBy })),
  ),
  comingOnWay: [{ ...visit, by }],
  comingHere: [visit, { ...visit, car: '' }],
  comingCant: [visit],
  comingDesk: whats.map((what) => ({ ...visit, what, by, readyBy: start + 3 * hour })),
  waitlistJoined: wishes.map((wish) => ({ ...wish, minutes: 15 })),
  waitlistMost: [{ count: 3 }],
  waitlistOffer: [
    { ...offer, readyIfLeft: start + 3 * hour, readyIfWaiting: start + hour },
    { ...offer, from: start + 72 * hour, readyIfLeft: null, readyIfWaiting: start + hour },
    { ...offer, readyIfLeft: start + 3 * hour, readyIfWaiting: null },
  ],
  waitlistEntry: wishes.flatMap((wish) => [0, 2].map((number) => ({ ...wish, number }))),
  waitlistLeft: wishes,
  waitlistCard: [1, 2, 3].map((count) => ({ count })),
  comingLabelMinutes: [
    { minutes: 10, open: false },
    { minutes: 30, open: true },
    { minutes: 60, open: true },
  ],
  comingLabelLeave: [{ readyBy: start + 8 * hour }],
  waitlistLabelLeave: [{ number: 0 }, { number: 3 }],
};

const instant = fc.integer({ min: start, max: start + 300 * 24 * hour });
const maybe = fc.option(instant, { nil: null });
const aVisit = { car: fc.constantFrom('', 'Octavia …4821'), start: instant };
const services = fc.subarray(['oil', 'annual', 'pads'], { minLength: 1, maxLength: 2 });
const date = fc.constantFrom('2026-11-24', '2026-12-31', '2027-03-28');
const aWish = {
  services,
  car: fc.constantFrom('', 'Octavia …4821'),
  date: fc.option(date, { nil: null }),
  until: date,
};
const minutes = fc.integer({ min: 5, max: 90 });

export const comingArgs: { readonly [K in Key]: fc.Arbitrary<PhraseArgs[K]> } = {
  comingAskLate: fc.record(aVisit),
  comingHeld: fc.record({ ...aVisit, by: instant }),
  comingFits: fc.record({ ...aVisit, by: instant, readyBy: instant, moved: fc.boolean(), was: maybe }),
  comingNeeded: fc.record({ ...aVisit, next: maybe, readyBy: maybe }),
  comingOnWay: fc.record({ ...aVisit, by: instant }),
  comingHere: fc.record(aVisit),
  comingCant: fc.record(aVisit),
  comingDesk: fc.record({ ...aVisit, what: fc.constantFrom(...whats), by: instant, readyBy: instant }),
  waitlistJoined: fc.record({ ...aWish, minutes }),
  waitlistMost: fc.record({ count: fc.integer({ min: 1, max: 9 }) }),
  waitlistOffer: fc.record({
    services,
    car: aWish.car,
    start: instant,
    from: maybe,
    until: instant,
    readyIfLeft: maybe,
    readyIfWaiting: maybe,
  }),
  waitlistEntry: fc.record({ ...aWish, number: fc.integer({ min: 0, max: 3 }) }),
  waitlistLeft: fc.record(aWish),
  waitlistCard: fc.record({ count: fc.integer({ min: 1, max: 3 }) }),
  comingLabelMinutes: fc.record({ minutes: fc.constantFrom(10, 20, 30, 45, 60), open: fc.boolean() }),
  comingLabelLeave: fc.record({ readyBy: instant }),
  waitlistLabelLeave: fc.record({ number: fc.integer({ min: 0, max: 3 }) }),
};
