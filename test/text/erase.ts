import fc from 'fast-check';
import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { erasePhrases } from '#shared/domain/phrases/erase.ts';

/** Samples and arbitraries of these phrases, for the tests of all texts. */

type Key = {
  [K in keyof typeof erasePhrases]: Record<string, never> extends PhraseArgs[K] ? never : K;
}[keyof typeof erasePhrases];

const start = Date.parse('2026-11-24T07:00:00Z');
const later = Date.parse('2026-12-03T12:30:00Z');
const lists = [[], [start], [start, later]];

export const eraseSamples: { readonly [K in Key]: readonly PhraseArgs[K][] } = {
  eraseAsk: lists.flatMap((visits) => [
    { visits, linked: false },
    { visits, linked: true },
  ]),
  eraseInHouse: [
    { car: 'Octavia …4821', readyBy: start },
    { car: '', readyBy: later },
  ],
  eraseAgreed: [
    { ref: 'K7M2QP', car: 'Octavia …4821' },
    { ref: 'K7M2QP', car: '' },
  ],
  eraseDesk: lists.map((visits) => ({ visits })),
};

const at = fc.integer({ min: start, max: later });
const visits = fc.array(at, { maxLength: 2 });
const car = fc.constantFrom('Octavia …4821', 'Mercedes Sprinter …0007', '');

export const eraseArgs: { readonly [K in Key]: fc.Arbitrary<PhraseArgs[K]> } = {
  eraseAsk: fc.record({ visits, linked: fc.boolean() }),
  eraseInHouse: fc.record({ car, readyBy: at }),
  eraseAgreed: fc.record({ ref: fc.constantFrom('K7M2QP', '7K2M4Q'), car }),
  eraseDesk: fc.record({ visits }),
};
