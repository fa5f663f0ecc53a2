import type fc from 'fast-check';
import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { ownPhrases } from '#shared/domain/phrases/own.ts';

/** Samples and arbitraries of these phrases, for the tests of all texts. */

type Key = {
  [K in keyof typeof ownPhrases]: Record<string, never> extends PhraseArgs[K] ? never : K;
}[keyof typeof ownPhrases];

export const ownSamples: { readonly [K in Key]: readonly PhraseArgs[K][] } = {};

export const ownArgs: { readonly [K in Key]: fc.Arbitrary<PhraseArgs[K]> } = {};
