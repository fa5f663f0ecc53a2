import type fc from 'fast-check';
import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { stagePhrases } from '#shared/domain/phrases/stage.ts';

/** Samples and arbitraries of these phrases, for the tests of all texts. */

type Key = {
  [K in keyof typeof stagePhrases]: Record<string, never> extends PhraseArgs[K] ? never : K;
}[keyof typeof stagePhrases];

export const stageSamples: { readonly [K in Key]: readonly PhraseArgs[K][] } = {};

export const stageArgs: { readonly [K in Key]: fc.Arbitrary<PhraseArgs[K]> } = {};
