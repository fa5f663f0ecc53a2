import type fc from 'fast-check';
import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { comingPhrases } from '#shared/domain/phrases/coming.ts';

/** Samples and arbitraries of these phrases, for the tests of all texts. */

type Key = {
  [K in keyof typeof comingPhrases]: Record<string, never> extends PhraseArgs[K] ? never : K;
}[keyof typeof comingPhrases];

export const comingSamples: { readonly [K in Key]: readonly PhraseArgs[K][] } = {};

export const comingArgs: { readonly [K in Key]: fc.Arbitrary<PhraseArgs[K]> } = {};
