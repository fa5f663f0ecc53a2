import type { Mutant } from './mutants.ts';

/** Bugs of the language model: what leaves the station, what is believed, and what becomes of whoever waits. */

const stripped = 'shared/domain/stripped.ts';
const answer = 'functions/interpret/answer.ts';
const words = ['test/domain/stripped.test.ts'];
const answers = ['test/functions/interpret/answer.test.ts'];
const journey = ['test/journey/interpreted.test.ts'];

export const modelMutants: readonly Mutant[] = [
  {
    bug: 'a telephone number leaves the station',
    edits: [{ file: stripped, find: "(isDate(found) ? found : ' [phone] ')", put: '(found)' }],
    tests: words,
  },
  {
    bug: 'a name in another case leaves the station',
    edits: [{ file: stripped, find: 'const longestEnding = 3;', put: 'const longestEnding = 0;' }],
    tests: words,
  },
  {
    bug: 'a date that the model worked out is believed',
    edits: [{ file: answer, find: 'return isWritten && within', put: 'return within' }],
    tests: answers,
  },
  {
    bug: 'a service that the station does not have is believed',
    edits: [{ file: answer, find: 'wish.services.every((id) => known.has(id)) &&', put: '' }],
    tests: answers,
  },
  {
    bug: 'whoever waits for a model that never answers waits for ever',
    edits: [
      {
        file: 'functions/converse/converse.ts',
        find: 'await later.send({ body: JSON.stringify(unanswered(job)), delaySeconds: interpretSeconds });',
        put: '',
      },
    ],
    tests: journey,
    only: 'too slow',
  },
  {
    bug: 'the model is asked again for the second miss, and nobody calls a person',
    edits: [
      {
        file: 'shared/flows/interpret.ts',
        find: "if (meant.kind !== 'calls' || !isFirstMiss(meant.calls)) return null;",
        put: "if (meant.kind !== 'calls') return null;",
      },
    ],
    tests: journey,
    only: 'not believed',
  },
  {
    bug: 'the model is asked without end',
    edits: [
      {
        file: 'shared/store/model-calls.ts',
        find: "const hasLeft = 'attribute_not_exists(calls) OR calls < :most';",
        put: "const hasLeft = 'attribute_not_exists(calls) OR calls < :most OR calls >= :most';",
      },
    ],
    tests: journey,
    only: 'no more often',
  },
];
