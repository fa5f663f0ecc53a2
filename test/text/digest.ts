import type fc from 'fast-check';
import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { digestPhrases } from '#shared/domain/phrases/digest.ts';

/** Samples and arbitraries of these phrases, for the tests of all texts. */

type Key = {
  [K in keyof typeof digestPhrases]: Record<string, never> extends PhraseArgs[K] ? never : K;
}[keyof typeof digestPhrases];

export const digestSamples: { readonly [K in Key]: readonly PhraseArgs[K][] } = {};

export const digestArgs: { readonly [K in Key]: fc.Arbitrary<PhraseArgs[K]> } = {};
