import type { Mutant } from './mutants.ts';

const any = ['test/domain/order/any-sequence.test.ts'];
const steps = ['test/domain/order/steps.test.ts'];
const answer = 'shared/domain/order/answer.ts';
const propose = 'shared/domain/order/propose.ts';
const sums = 'shared/domain/order/sums.ts';

/** Bugs of the work order: each is a bill that somebody did not agree to. The first ones must fall to any sequence of acts. */
export const orderMutants: readonly Mutant[] = [
  {
    bug: 'rises within the allowance add up',
    edits: [
      {
        file: answer,
        find: "case 'allowance':\n      return agreed?.base ?? 0;",
        put: "case 'allowance':\n      return cents;",
      },
    ],
    tests: any,
  },
  {
    bug: 'an agreement by phone raises what may be done without asking before the owner confirmed it',
    edits: [{ file: answer, find: 'return Math.min(agreed?.base ?? 0, cents);', put: 'return cents;' }],
    tests: any,
  },
  {
    bug: 'a new edition above the agreed sum lets the work go on',
    edits: [{ file: propose, find: 'return next(held(asked));', put: 'return next(asked);' }],
    tests: any,
  },
  {
    bug: 'work is begun by an advisor while an edition above the agreed sum is open',
    edits: [
      {
        file: 'shared/domain/order/work.ts',
        find: "return mayWork(order) ? next(order, { work: 'started' }) : refused('above');",
        put: "return next(order, { work: 'started' });",
      },
    ],
    tests: any,
  },
  {
    bug: 'an open edition is counted in its cheapest way',
    edits: [{ file: sums, find: 'sum + Math.max(', put: 'sum + Math.min(' }],
    tests: any,
  },
  {
    bug: 'a button of an older edition agrees to the one that stands',
    edits: [
      { file: propose, find: 'if (estimate?.edition !== edition) return', put: 'if (!estimate) return' },
    ],
    tests: any,
  },
  {
    bug: 'the button of a draft that was corrected sends the correction',
    edits: [{ file: propose, find: "if (draft.edition !== edition) return refused('older');", put: '' }],
    tests: any,
  },
  {
    bug: 'the driver answers what their approver was asked',
    edits: [{ file: answer, find: "if (!isAsked(order, who)) return 'notTheirs';", put: '' }],
    tests: any,
  },
  {
    bug: 'work goes on after the owner said that the agreement is not so',
    edits: [
      {
        file: sums,
        find: 'if (agreed === null || agreed.confirmed === false || work',
        put: 'if (agreed === null || work',
      },
      {
        file: sums,
        find: 'if (agreed === null || agreed.confirmed === false) return 0;',
        put: 'if (agreed === null) return 0;',
      },
    ],
    tests: any,
  },
  {
    bug: 'an estimate can be agreed to after its time',
    edits: [
      {
        file: answer,
        find: "at >= order.estimate.validUntil && !order.question ? 'expired' : null",
        put: "at < 0 ? 'expired' : null",
      },
    ],
    tests: any,
  },
  {
    bug: 'what the owner put off is done within the allowance',
    edits: [{ file: answer, find: '(order.agreed?.refused ?? [])', put: '[]' }],
    tests: steps,
  },
  {
    bug: 'a sum above the limit of the station is agreed to by phone',
    edits: [
      { file: answer, find: "if (how === 'phone' && signAbove", put: "if (how !== 'phone' && signAbove" },
    ],
    tests: any,
  },
  {
    bug: 'refusing everything leaves the older agreement in force',
    edits: [{ file: answer, find: '    agreed: null,\n', put: '' }],
    tests: any,
  },
  {
    bug: 'whoever takes their allowance back does not stop what goes on by it',
    edits: [
      { file: propose, find: 'next(held({ ...order, allowance }))', put: 'next({ ...order, allowance })' },
    ],
    tests: any,
  },
  {
    bug: 'an estimate with an open question runs out while it waits for a signature',
    edits: [
      {
        file: answer,
        find: "next(order, { state: 'signing' })",
        put: "next(order, { state: 'signing', question: false })",
      },
    ],
    tests: steps,
  },
];
