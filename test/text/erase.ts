import type fc from 'fast-check';
import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { erasePhrases } from '#shared/domain/phrases/erase.ts';

/** Samples and arbitraries of these phrases, for the tests of all texts. */

type Key = {
  [K in keyof typeof erasePhrases]: Record<string, never> extends PhraseArgs[K] ? never : K;
}[keyof typeof erasePhrases];

export const eraseSamples: { readonly [K in Key]: readonly PhraseArgs[K][] } = {};

export const eraseArgs: { readonly [K in Key]: fc.Arbitrary<PhraseArgs[K]> } = {};
