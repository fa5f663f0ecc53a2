import type { Mutant } from './mutants.ts';

const lives = ['test/flows/payer-lives.test.ts', 'test/flows/payer.test.ts'];
const chats = ['test/flows/payer.test.ts'];
const back = ['test/flows/payer-put-off.test.ts'];
const asked = 'shared/flows/payer/asked.ts';
const request = 'shared/flows/payer/request.ts';
const end = 'shared/flows/payer/end.ts';
const putOff = 'shared/flows/payer/put-off.ts';

/** Bugs of who pays: a yes to costs by somebody who has no say, or what was put off said at the wrong time. */
export const payerMutants: readonly Mutant[] = [
  {
    bug: 'the driver agrees although somebody else pays',
    edits: [
      {
        file: asked,
        find: "return approver ? { as: 'other', approver } : { as: 'owner' };",
        put: "return { as: 'owner' };",
      },
    ],
    tests: lives,
  },
  {
    bug: 'whoever paid once agrees for ever, as far as their own row goes',
    edits: [
      { file: asked, find: '    isPerson(approver.customer, who) &&\n', put: '' },
      { file: end, find: "{ kind: 'customer', customer: withoutOwner(me, owner.customer) },\n", put: '' },
    ],
    tests: lives,
  },
  {
    bug: 'anybody answers for anybody',
    edits: [
      {
        file: asked,
        find: "return owner && isApproverOf(customer, owner.customer) ? { as: 'approver', owner }",
        put: "return owner ? { as: 'approver', owner }",
      },
    ],
    tests: lives,
  },
  {
    bug: 'a code can be used twice',
    edits: [
      {
        file: request,
        find: "      { kind: 'code', digits: request.digits, made: 'used' },\n      { kind: 'customer', customer: given },",
        put: "      { kind: 'customer', customer: given },",
      },
    ],
    tests: chats,
  },
  {
    bug: 'a code outlives its day in a button that was shown before',
    edits: [{ file: request, find: ' || code.until <= now) return null;', put: ') return null;' }],
    tests: chats,
  },
  {
    bug: 'the one who paid before is not told',
    edits: [{ file: request, find: '      ...before.say,\n', put: '' }],
    tests: chats,
  },
  {
    bug: 'an estimate stays with the one who was asked, who does not answer any more',
    edits: [
      {
        file: 'shared/flows/payer/orders.ts',
        find: 'const asked = askInstead(order, approver);\n  if',
        put: 'const asked = askInstead(order, order.askedWho);\n  if',
      },
    ],
    tests: chats,
  },
  {
    bug: 'the reminder goes to the one who was asked before',
    edits: [
      {
        file: 'shared/flows/payer/orders.ts',
        find: '      ...elsewhere.flatMap((key) => noEstimateTimers(order.ref, key)),\n',
        put: '',
      },
    ],
    tests: chats,
  },
  {
    bug: 'the driver raises the limit that somebody else pays for',
    edits: [
      {
        file: 'shared/flows/payer/limit.ts',
        find: "return approver ? say(phrase('payerOther', { name: approver.customer.name })) : null;",
        put: 'return approver ? null : null;',
      },
    ],
    tests: chats,
  },
  {
    bug: 'a limit from before binds somebody who never agreed to it',
    edits: [{ file: request, find: '    allowance: null,\n', put: '' }],
    tests: chats,
  },
  {
    bug: 'what the owner does not want to hear of comes back',
    edits: [{ file: putOff, find: '!one.silent && one.visit', put: 'one.visit' }],
    tests: back,
  },
  {
    bug: 'what was put off for one car is asked about for another',
    edits: [
      {
        file: putOff,
        find: '.filter((one) => one.vehicle === vehicle || one.car === car || (one.vehicle === null && isOnly))',
        put: '.filter(() => isOnly || true)',
      },
    ],
    tests: back,
  },
  {
    bug: 'what is about safety is not named first',
    edits: [{ file: putOff, find: 'rank(a) - rank(b) || b.at - a.at', put: 'b.at - a.at' }],
    tests: back,
  },
];
