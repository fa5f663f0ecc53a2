import fc from 'fast-check';
import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { mediaPhrases } from '#shared/domain/phrases/media.ts';

/** Samples and arbitraries of the phrases about files and the page of a talk, for the tests of all texts. */

type Key = {
  [K in keyof typeof mediaPhrases]: Record<string, never> extends PhraseArgs[K] ? never : K;
}[keyof typeof mediaPhrases];

const whats = ['photo', 'voice', 'video', 'document', 'audio', 'sticker'] as const;
const whys = ['tooLarge', 'gone', 'unknownType', 'damaged', 'unreachable'] as const;
const sizes = { tooLarge: 34_100_000, gone: null, unknownType: 9_000, damaged: 1_500_000, unreachable: null };

export const mediaSamples: { readonly [K in Key]: readonly PhraseArgs[K][] } = {
  mediaMissing: whats.map((what) => ({ what })),
  mediaPending: whats.map((what) => ({ what })),
  mediaFailed: whys.flatMap((why) => [
    { what: 'video', why, bytes: sizes[why], whose: 'customer' },
    { what: 'document', why, bytes: sizes[why], whose: 'ours' },
  ]),
  mediaHistoryTitle: [{ name: 'Nikos' }, { name: '' }],
  mediaHistoryCut: [{ count: 1 }, { count: 2 }, { count: 1000 }],
  mediaHistoryTapped: [{ label: 'OK' }],
  mediaHistoryEdited: [{ text: '140 €' }],
  mediaHistoryFile: [
    ...whats.map((what) => ({ what, name: '' })),
    { what: 'document', name: 'MOT 2026.pdf' },
  ],
};

const what = fc.constantFrom(...whats);

export const mediaArgs: { readonly [K in Key]: fc.Arbitrary<PhraseArgs[K]> } = {
  mediaMissing: fc.record({ what }),
  mediaPending: fc.record({ what }),
  mediaFailed: fc.record({
    what,
    why: fc.constantFrom(...whys),
    bytes: fc.option(fc.integer({ min: 0, max: 200_000_000 })),
    whose: fc.constantFrom('customer', 'ours'),
  }),
  mediaHistoryTitle: fc.record({ name: fc.constantFrom('', 'Nikos', 'Γιώργος') }),
  mediaHistoryCut: fc.record({ count: fc.integer({ min: 1, max: 1000 }) }),
  mediaHistoryTapped: fc.record({ label: fc.constantFrom('OK', '09:00') }),
  mediaHistoryEdited: fc.record({ text: fc.constantFrom('140 €', 'ok') }),
  mediaHistoryFile: fc.record({ what, name: fc.constantFrom('', 'MOT 2026.pdf') }),
};
