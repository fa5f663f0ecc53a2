import fc from 'fast-check';
import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { stagePhrases } from '#shared/domain/phrases/stage.ts';
import { stages } from '#shared/domain/visit/stage.ts';

/** Samples and arbitraries of these phrases, for the tests of all texts. */

type Key = {
  [K in keyof typeof stagePhrases]: Record<string, never> extends PhraseArgs[K] ? never : K;
}[keyof typeof stagePhrases];

const start = Date.UTC(2026, 10, 24, 7);
const minute = 60_000;
const hour = 60 * minute;
const car = 'Octavia …4821';
const news = {
  car,
  at: start + 6 * minute,
  start,
  readyBy: start + 8 * hour,
  newsBy: start + 2 * hour,
  mileage: null,
  fuel: null,
  photos: 0,
  cents: null,
  asked: false,
  waits: false,
} as const;
const told = ['now', 'later', 'silent', 'asks', 'reach', 'call'] as const;
const whys = ['already', 'over', 'order'] as const;

export const stageSamples: { readonly [K in Key]: readonly PhraseArgs[K][] } = {
  stageNews: [
    ...stages.map((stage) => ({ ...news, stage })),
    { ...news, stage: 'answer', asked: true },
    { ...news, stage: 'ready', waits: true },
    { ...news, stage: 'arrived', mileage: 84_210, fuel: 4, photos: 6 },
    { ...news, stage: 'ready', cents: 9_600, newsBy: null },
    ...stages.map((stage) => ({ ...news, stage, car: '', readyBy: null, newsBy: null })),
  ],
  stageLate: [{ by: start + hour }],
  stageCardLate: [{ by: start + hour }],
  stageLabelPhotos: [{ count: 1 }, { count: 12 }],
  stageCard: stages.map((stage) => ({ stage, at: start, newsBy: stage === 'arrived' ? start + hour : null })),
  stageAsk: [
    { stage: 'booked', car, at: 0, readyBy: start + 8 * hour, newsBy: null },
    { stage: 'checking', car, at: start, readyBy: start + 8 * hour, newsBy: start + 2 * hour },
  ],
  stageCollect: [{ opens: null }, { opens: start + 14 * hour }],
  stageCollects: [{ car }],
  stageNoVisit: [{ name: 'Anna' }],
  stageSet: told.map((how) => ({ stage: 'ready', car, by: 'maria', told: how })),
  stageNoBay: [{ car, readyBy: start + hour }],
  stageUndone: [{ stage: 'working', car, by: 'maria' }],
  stageRefused: [
    ...whys.map((why) => ({ from: 'booked', to: 'ready', why }) as const),
    { from: 'ready', to: 'parts', why: 'order' },
    { from: 'handedBack', to: 'ready', why: 'over' },
  ],
  stageIntake: [
    { car, mileage: null, fuel: null, photos: 0 },
    { car, mileage: 84_210, fuel: 4, photos: 6 },
  ],
  stageIntakeMany: [{ most: 12 }],
  stageLabelTo: stages.map((stage) => ({ stage })),
  stageLabelFuel: [0, 2, 4, 6, 8].map((fuel) => ({ fuel })),
};

const at = fc.integer({ min: start - 400 * 24 * hour, max: start + 400 * 24 * hour });
const cars = fc.constantFrom('', car, 'Volkswagen …0007');
const stage = fc.constantFrom(...stages);
const by = fc.constantFrom('maria', 'eleni');
const fuel = fc.integer({ min: 0, max: 8 });
const condition = {
  mileage: fc.option(fc.integer({ min: 0, max: 999_999 })),
  fuel: fc.option(fuel),
  photos: fc.integer({ min: 0, max: 12 }),
};

export const stageArgs: { readonly [K in Key]: fc.Arbitrary<PhraseArgs[K]> } = {
  stageNews: fc.record({
    stage,
    car: cars,
    at,
    start: at,
    readyBy: fc.option(at),
    newsBy: fc.option(at),
    ...condition,
    cents: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
    asked: fc.boolean(),
    waits: fc.boolean(),
  }),
  stageLate: fc.record({ by: at }),
  stageCardLate: fc.record({ by: at }),
  stageLabelPhotos: fc.record({ count: fc.integer({ min: 1, max: 12 }) }),
  stageCard: fc.record({ stage, at, newsBy: fc.option(at) }),
  stageAsk: fc.record({ stage, car: cars, at, readyBy: at, newsBy: fc.option(at) }),
  stageCollect: fc.record({ opens: fc.option(at) }),
  stageCollects: fc.record({ car: cars }),
  stageNoVisit: fc.record({ name: fc.constantFrom('Anna', 'Γιώργος', 'Konstantinos Papadopoulos') }),
  stageSet: fc.record({ stage, car: cars, by, told: fc.constantFrom(...told) }),
  stageNoBay: fc.record({ car: cars, readyBy: at }),
  stageUndone: fc.record({ stage, car: cars, by }),
  stageRefused: fc.record({ from: stage, to: stage, why: fc.constantFrom(...whys) }),
  stageIntake: fc.record({ car: cars, ...condition }),
  stageIntakeMany: fc.record({ most: fc.integer({ min: 2, max: 12 }) }),
  stageLabelTo: fc.record({ stage }),
  stageLabelFuel: fc.record({ fuel }),
};
