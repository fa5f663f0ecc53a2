import type { Mutant } from './mutants.ts';

const answers = ['test/flows/estimate.test.ts'];
const any = ['test/flows/estimate-any.test.ts'];
const time = ['test/flows/estimate-time.test.ts'];
const at = (name: string) => `shared/flows/estimate/${name}.ts`;

/** Bugs of the owner's side of an estimate: sums that nobody saw, agreements that are lost or twice, pressure. */
export const estimateMutants: readonly Mutant[] = [
  {
    bug: 'a confirmation from before agrees to what was chosen since',
    edits: [{ file: at('answer'), find: 'if (said !== saidOf(order.choices)) {', put: 'if (said === "") {' }],
    tests: any,
  },
  {
    bug: '"approve all" takes the way that was tapped on another card, at another sum than it shows',
    edits: [
      {
        file: at('answer'),
        find: 'chooseAll({ ...standing.order, choices: [] }, ',
        put: 'chooseAll(standing.order, ',
      },
    ],
    tests: answers,
  },
  {
    bug: 'a plain yes signs',
    edits: [
      {
        file: at('word-in'),
        find: "if (word !== 'sign') return word;",
        put: "if (word === 'yes' && customer.orders.length > 0) return 'sign';\n  if (word !== 'sign') return word;",
      },
    ],
    tests: answers,
  },
  {
    bug: 'what was agreed is said anew with the texts of the day',
    edits: [
      {
        file: at('quote'),
        find: 'shown.map((one) => verbatim(one.shown)),',
        put: "shown.map((one) => phrase('estimateOver', { ref: one.ref, state: 'agreed' })),",
      },
    ],
    tests: answers,
  },
  {
    bug: 'whoever answers in somebody’s place reads all that was ever agreed with them',
    edits: [
      {
        file: at('quote'),
        find: 'agreements.filter(({ of, who }) => own.includes(of) || own.includes(who.customer))',
        put: 'agreements.filter(({ of }) => of !== own[1])',
      },
    ],
    tests: answers,
  },
  {
    bug: 'people are reminded without their consent',
    edits: [
      {
        file: 'shared/flows/automatic.ts',
        find: "if (!hasAgreed(customer.consents, purpose)) return { kind: 'drop', why: 'consent' };",
        put: '',
      },
    ],
    tests: time,
  },
  {
    bug: 'people are reminded while they wait for an answer to their question',
    edits: [{ file: at('remind'), find: 'return question || waitingSince !== null ||', put: 'return' }],
    tests: time,
  },
  {
    bug: 'the timer of an older edition speaks of the newer one',
    edits: [{ file: at('remind'), find: 'order.estimate.edition !== due.edition || ', put: '' }],
    tests: time,
  },
  {
    bug: 'the time for an earlier answer is promised to a late one',
    edits: [
      {
        file: at('lines'),
        find: 'return answerBy !== null && at > answerBy ? null : ready;',
        put: 'return answerBy !== null && at < 0 ? null : ready;',
      },
    ],
    tests: time,
  },
  {
    bug: 'an answer to an estimate drops the booking that was in progress',
    edits: [
      {
        file: at('answer'),
        find: "return flow !== null && flow.name !== 'estimate';",
        put: "return flow !== null && flow.name === '';",
      },
    ],
    tests: answers,
  },
  {
    bug: 'the recap is not kept in the ledger',
    edits: [{ file: at('answer'), find: '...agreedChange(order, { ...by, kind }, words),', put: '' }],
    tests: answers,
  },
  {
    bug: '"not so" calls nobody',
    edits: [{ file: at('recorded'), find: '    ...called,\n', put: "    next: { kind: 'stay' },\n" }],
    tests: answers,
  },
];
