import type fc from 'fast-check';
import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { promisePhrases } from '#shared/domain/phrases/promise.ts';

/** Samples and arbitraries of these phrases, for the tests of all texts. */

type Key = {
  [K in keyof typeof promisePhrases]: Record<string, never> extends PhraseArgs[K] ? never : K;
}[keyof typeof promisePhrases];

export const promiseSamples: { readonly [K in Key]: readonly PhraseArgs[K][] } = {};

export const promiseArgs: { readonly [K in Key]: fc.Arbitrary<PhraseArgs[K]> } = {};
