import type { Mutant } from './mutants.ts';

/** Bugs of plain words: what they book, cancel or answer where they should not, and what is forgotten on the way. */

const understood = 'shared/flows/routing/understood.ts';
const flows = ['words', 'words-booked', 'words-visit'].map((name) => `test/flows/${name}.test.ts`);

export const wordMutants: readonly Mutant[] = [
  {
    bug: 'what is said of the car that is here books another visit',
    edits: [{ file: understood, find: 'return isHere(turn) && !isOther;', put: 'return false;' }],
    tests: flows,
  },
  {
    bug: 'a price is quoted from the list while the work on the car is still being looked at',
    edits: [
      {
        file: understood,
        find: 'if (isPrice && (isHere(turn) || customer.orders.some(isOpen))) return true;',
        put: 'if (isPrice && customer.orders.length > 9 && customer.orders.some(isOpen)) return true;',
      },
    ],
    tests: flows,
  },
  {
    bug: 'words alone cancel a visit',
    edits: [
      { file: understood, find: "{ do: 'askCancel', id: only.id }", put: "{ do: 'cancel', id: only.id }" },
    ],
    tests: flows,
  },
  {
    bug: 'a stranger who says what they want is only greeted',
    edits: [
      {
        file: understood,
        find: "[act('menu', { do: 'meet' }), ...calls]",
        put: "[act('menu', { do: 'start', source: '' })].concat(calls.slice(9))",
      },
    ],
    tests: flows,
  },
  {
    bug: 'the new time is forgotten while somebody says which visit it is for',
    edits: [
      {
        file: 'shared/flows/visits.ts',
        find: "data: { do: 'moveWords', id, wish },",
        put: "data: { do: 'move', id, date: wish.stay ?? undefined },",
      },
    ],
    tests: flows,
  },
  {
    bug: 'one sentence in three messages is understood in thirds',
    edits: [
      {
        file: understood,
        find: "return [burst?.words ?? '', text].filter(Boolean).join('\\n');",
        put: "return [burst === null ? '' : '', text].filter(Boolean).join('\\n');",
      },
    ],
    tests: flows,
  },
  {
    bug: 'what is told in a report is answered and not passed on',
    edits: [
      {
        file: understood,
        find: "if (conversation.flow?.name !== 'report') return false;",
        put: "if (conversation.flow?.name !== 'reports') return false;",
      },
    ],
    tests: flows,
  },
  {
    bug: 'a question asked beside an estimate’s own question is answered by the bot',
    edits: [
      {
        file: understood,
        find: 'if (awaitsQuestion(conversation.flow) || awaitsWhy(turn)) return true;',
        put: 'if (awaitsWhy(turn)) return true;',
      },
    ],
    tests: ['test/flows/words-beside.test.ts'],
  },
  {
    bug: 'danger in a sentence that is understood otherwise is booked for tomorrow',
    edits: [
      {
        file: 'shared/flows/route.ts',
        find: 'const first = urgent(event, turn);',
        put: 'const first = turn.understood === null ? urgent(event, turn) : null;',
      },
    ],
    tests: flows,
  },
  {
    bug: 'the bot answers while a person has the talk, where it knows the words',
    edits: [
      {
        file: 'shared/flows/route.ts',
        find: 'if (word !== null && alwaysAnswered.includes(word)) return null;',
        put: 'if (turn.understood !== null || (word !== null && alwaysAnswered.includes(word))) return null;',
      },
    ],
    tests: flows,
  },
  {
    bug: 'a time that is kept is nobody’s once words move the visit that is booked',
    edits: [
      {
        file: 'shared/flows/coming.ts',
        find: 'book.decide(bookingOf(turn), moving(visit, date), facts, turn)',
        put: 'book.decide(null, moving(visit, date), facts, turn)',
      },
    ],
    tests: ['test/flows/old-buttons.test.ts'],
  },
  {
    bug: 'a plain yes to "shall it be cancelled" says that they come',
    edits: [
      {
        file: 'shared/flows/routing/text.ts',
        find: 'const isMeant = word === null ? null : cancelAnswer(word, turn);',
        put: 'const isMeant = word === null ? null : null;',
      },
    ],
    tests: flows,
  },
];
