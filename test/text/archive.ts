import type fc from 'fast-check';
import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { archivePhrases } from '#shared/domain/phrases/archive.ts';

/** Samples and arbitraries of these phrases, for the tests of all texts. */

type Key = {
  [K in keyof typeof archivePhrases]: Record<string, never> extends PhraseArgs[K] ? never : K;
}[keyof typeof archivePhrases];

export const archiveSamples: { readonly [K in Key]: readonly PhraseArgs[K][] } = {};

export const archiveArgs: { readonly [K in Key]: fc.Arbitrary<PhraseArgs[K]> } = {};
