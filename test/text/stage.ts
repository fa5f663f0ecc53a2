import fc from 'fast-check';
import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { stagePhrases } from '#shared/domain/phrases/stage.ts';
import { stages } from '#shared/domain/visit/stage.ts';

/** Samples and arbitraries of these phrases, for the tests of all texts. */

type Key = {
  [K in keyof typeof stagePhrases]: Record<string, never> extends PhraseArgs[K] ? never : K;
}[keyof typeof stagePhrases];

const start = Date.UTC(2026, 10, 24, 7);
const hour = 60 * 60_000;
const news = {
  car: 'Octavia …4821',
  at: start + 6 * 60_000,
  start,
  readyBy: start + 8 * hour,
  newsBy: start + 2 * hour,
  mileage: null,
  fuel: null,
  photos: 0,
  cents: null,
} as const;

export const stageSamples: { readonly [K in Key]: readonly PhraseArgs[K][] } = {
  stageNews: [
    ...stages.map((stage) => ({ ...news, stage })),
    { ...news, stage: 'arrived', mileage: 84_210, fuel: 4, photos: 6 },
    { ...news, stage: 'ready', cents: 9_600, newsBy: null },
    ...stages.map((stage) => ({ ...news, stage, car: '', readyBy: null, newsBy: null })),
  ],
  stageLabelPhotos: [{ count: 1 }, { count: 12 }],
};

const at = fc.integer({ min: start - 400 * 24 * hour, max: start + 400 * 24 * hour });
const car = fc.constantFrom('', 'Octavia …4821', 'Volkswagen …0007');

export const stageArgs: { readonly [K in Key]: fc.Arbitrary<PhraseArgs[K]> } = {
  stageNews: fc.record({
    stage: fc.constantFrom(...stages),
    car,
    at,
    start: at,
    readyBy: fc.option(at),
    newsBy: fc.option(at),
    mileage: fc.option(fc.integer({ min: 0, max: 999_999 })),
    fuel: fc.option(fc.integer({ min: 0, max: 8 })),
    photos: fc.integer({ min: 0, max: 12 }),
    cents: fc.option(fc.integer({ min: 1, max: 10_000_00 })),
  }),
  stageLabelPhotos: fc.record({ count: fc.integer({ min: 1, max: 12 }) }),
};
