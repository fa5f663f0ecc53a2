import type { Mutant } from './mutants.ts';

/** Bugs that leave somebody driving a car that must not be driven, or alarm a station all day. */
export const dangerMutants: readonly Mutant[] = [
  {
    bug: 'danger typed in Latin letters is read as English only',
    edits: [
      { file: 'shared/text/danger.ts', find: 'if (little.size >= 2 &&', put: 'if (little.size >= 0 &&' },
    ],
    tests: ['test/text/danger.test.ts'],
  },
  {
    bug: 'a new fault in the same sentence as a mended one is not heard',
    edits: [
      {
        file: 'shared/text/danger.ts',
        find: 'return { index: from, 0: sentence.slice(from, end < 0 ? undefined : end) };',
        put: 'return { index: end < from ? 0 : 0, 0: sentence };',
      },
    ],
    tests: ['test/text/danger.test.ts'],
  },
  {
    bug: 'what was mended long ago alarms everybody',
    edits: [{ file: 'shared/text/danger.ts', find: 'past.length === 0\n', put: 'past.length >= 0\n' }],
    tests: ['test/text/danger.test.ts'],
  },
  {
    bug: 'words that only sound like danger are not let be',
    edits: [
      {
        file: 'shared/text/danger.ts',
        find: "without(said, found(said, named('fine')))",
        put: "without(said, found('', named('fine')))",
      },
    ],
    tests: ['test/text/danger.test.ts'],
  },
  {
    bug: 'a word with two letters swapped is not put right',
    edits: [
      {
        file: 'shared/text/danger/spelling.ts',
        find: 'return missing.startsWith(swapped) ?',
        put: "return swapped === '' ?",
      },
    ],
    tests: ['test/text/danger.test.ts'],
  },
  {
    bug: 'the request for the place has no button on Telegram',
    edits: [
      {
        file: 'shared/channels/telegram/keyboard.ts',
        find: '[[{ text: place, request_location: true as const }]]',
        put: '[[{ text: place }]]',
      },
    ],
    tests: ['test/channels/telegram/render.test.ts'],
  },
  {
    bug: 'the request for the place takes away the buttons above it on WhatsApp',
    edits: [
      {
        file: 'shared/channels/whatsapp/pieces.ts',
        find: 'if (last?.under === null)',
        put: 'if (last)',
      },
    ],
    tests: ['test/channels/whatsapp/render.test.ts'],
  },
];
