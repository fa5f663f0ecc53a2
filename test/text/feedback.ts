import type fc from 'fast-check';
import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { feedbackPhrases } from '#shared/domain/phrases/feedback.ts';

/** Samples and arbitraries of these phrases, for the tests of all texts. */

type Key = {
  [K in keyof typeof feedbackPhrases]: Record<string, never> extends PhraseArgs[K] ? never : K;
}[keyof typeof feedbackPhrases];

export const feedbackSamples: { readonly [K in Key]: readonly PhraseArgs[K][] } = {};

export const feedbackArgs: { readonly [K in Key]: fc.Arbitrary<PhraseArgs[K]> } = {};
