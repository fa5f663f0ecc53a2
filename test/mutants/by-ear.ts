import type { Mutant } from './mutants.ts';

/** Bugs of reading Greek, Latin letters and what is spelled by ear. */

const byEar = 'shared/text/wish/by-ear.ts';
const understood = 'shared/text/wish/understood-of.ts';
const tests = ['test/text/wish/by-ear.test.ts'];

export const byEarMutants: readonly Mutant[] = [
  {
    bug: 'the English "to" is a Russian service beside a word that nobody knows',
    edits: [{ file: byEar, find: 'isBesideEnglish: true', put: 'isBesideEnglish: false' }],
    tests,
  },
  {
    bug: 'a figure that stands for a letter is an hour',
    edits: [{ file: byEar, find: '(figure) => letters[figure] ?? figure', put: '(figure) => figure' }],
    tests,
  },
  {
    bug: 'an h is never an η',
    edits: [
      {
        file: byEar,
        find: "[word, word.replaceAll('h', 'i'), word.replace(/(?<![tcpk])h/g, 'i')]",
        put: '[word]',
      },
    ],
    tests,
  },
  {
    bug: 'brakes on a Thursday fall to the floor',
    edits: [{ file: 'shared/text/danger/sound.ts', find: "  μπτ: 'mpt',\n", put: '' }],
    tests,
  },
  {
    bug: 'a no at the beginning hands the rest to a person',
    edits: [{ file: understood, find: 'isLoneNo(reading.items) ? 1 : 0', put: '0' }],
    tests,
  },
  {
    bug: 'a funeral tomorrow morning is a visit',
    edits: [
      { file: 'shared/text/wish/bearable.ts', find: ' || isOnlyWhen(wish)) return 0;', put: ') return 0;' },
    ],
    tests,
  },
];
