import fc from 'fast-check';
import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { topicPhrases } from '#shared/domain/phrases/topic.ts';

/** Samples and arbitraries of the phrases about topics and the group, for the tests of all texts. */

type Key = Exclude<keyof typeof topicPhrases, 'topicMoved'>;

const troubles = ['topics', 'forum', 'pin'] as const;
const whats = [
  'text',
  'photo',
  'voice',
  'video',
  'videoNote',
  'audio',
  'animation',
  'document',
  'sticker',
  'location',
  'contact',
] as const;
const link = 'https://station.example/h/0123456789abcdef0123456789abcdef';

export const topicSamples: { readonly [K in Key]: readonly PhraseArgs[K][] } = {
  topicTrouble: troubles.map((trouble) => ({ trouble })),
  topicRebuilt: [{ link }],
  topicUnshown: [...whats.map((what) => ({ what, count: 1 })), { what: 'photo', count: 4 }],
};

export const topicArgs: { readonly [K in Key]: fc.Arbitrary<PhraseArgs[K]> } = {
  topicTrouble: fc.record({ trouble: fc.constantFrom(...troubles) }),
  topicRebuilt: fc.record({ link: fc.constant(link) }),
  topicUnshown: fc.record({ what: fc.constantFrom(...whats), count: fc.integer({ min: 1, max: 10 }) }),
};
