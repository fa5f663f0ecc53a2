import type { Mutant } from './mutants.ts';

const learn = 'shared/desk/say/learn.ts';
const learning = ['test/desk/say/learn.test.ts'];

/** Bugs of what the station learns: figures that tell too much, answers that are offered too soon, too often, or with a name in them. */
export const learningMutants: readonly Mutant[] = [
  {
    bug: 'one customer who is told three times makes a ready answer',
    edits: [
      {
        file: 'shared/domain/replies.ts',
        find: 'one.in !== reply.in && one.at > reply.at - withinMs && areAlike(one.pairs, reply.pairs)',
        put: 'one.at > reply.at - withinMs && areAlike(one.pairs, reply.pairs)',
      },
    ],
    tests: learning,
  },
  {
    bug: 'words that stood in one talk only are offered with the others',
    edits: [{ file: learn, find: 'pair && isCommon(pair)', put: "pair !== '' || isCommon('')" }],
    tests: learning,
  },
  {
    bug: 'the name by which a customer is called stays in what is offered',
    edits: [
      {
        file: 'shared/flows/known.ts',
        find: 'names: [name, ...others, ...staff]',
        put: 'names: [...others, ...staff]',
      },
    ],
    tests: learning,
  },
  {
    bug: 'what a manager was asked about is offered with the next reply again',
    edits: [{ file: learn, find: ' || wasAsked(answers, pairs)', put: '' }],
    tests: learning,
  },
  {
    bug: 'three who write at once are not seen, since nobody looks at the version',
    edits: [
      {
        file: 'shared/store/changes.ts',
        find: 'return putVersion(table, repliesItem(change.bucket, change.replies));',
        put: 'return put(table, repliesItem(change.bucket, change.replies));',
      },
      {
        file: 'shared/store/changes.ts',
        find: 'return putVersion(table, answersItem(change.answers));',
        put: 'return put(table, answersItem(change.answers));',
      },
    ],
    tests: ['test/desk/say/keep.test.ts'],
  },
  {
    bug: 'anybody at the desk keeps answers',
    edits: [
      { file: 'shared/desk/say/keep.ts', find: "turn.by.role !== 'manager'", put: "turn.by.advisor === ''" },
    ],
    tests: ['test/desk/say/keep.test.ts'],
  },
  {
    bug: 'an answer with a gap goes out with the gap',
    edits: [
      {
        file: 'shared/desk/say/part.ts',
        find: "filled.kind === 'missing' || hasGap(answer)) return [];",
        put: "filled.kind === 'missing') return [];",
      },
    ],
    tests: ['test/desk/say/keep.test.ts'],
  },
  {
    bug: 'words that a question takes are met with the same help for ever',
    edits: [
      {
        file: 'shared/flows/routing/heard-twice.ts',
        find: 'understood === false && misses > 0',
        put: 'understood === false && misses > 99',
      },
    ],
    tests: ['test/flows/never-twice.test.ts'],
  },
  {
    bug: 'what was no help counts as answered without a person',
    edits: [
      {
        file: 'shared/domain/digest.ts',
        find: 'Math.max(0, answered.length - unhelped.length)',
        put: 'answered.length',
      },
    ],
    tests: ['test/domain/digest.test.ts'],
  },
];
