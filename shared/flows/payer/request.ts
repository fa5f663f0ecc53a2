import { addressKey } from '#shared/domain/address.ts';
import { type Customer, isPerson, type Person } from '#shared/domain/customer.ts';
import {
  type Change,
  type Facts,
  type LinkCode,
  type Need,
  type Other,
  orderName,
} from '#shared/domain/facts.ts';
import { isAt } from '#shared/domain/identity.ts';
import { card, type Say, say } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { digitsFrom } from '#shared/domain/token.ts';
import { answer, type Decision, type Outgoing, type Turn, toCustomer } from '../flow.ts';
import { type Asked, act, openOf, type PayerAction } from './action.ts';
import { isApproverOf } from './asked.ts';
import { cardForApprover, cardForOwner, handed, needsOfOrders, waitingAmong } from './orders.ts';

/** The customer asks somebody else to say yes to costs: by a code that is carried to the other one's own chat. */

/** How long a code can be used. */
const codeHours = 24;

/** A code, and the words to pass on with it. Nothing changes before the other one says yes. */
export function newCode({ token, customer, address, now }: Turn): Decision<never> {
  const digits = digitsFrom(token);
  const made: LinkCode = {
    customer: customer.id,
    address: addressKey(address),
    until: now + codeHours * 60 * 60_000,
    purpose: 'approve',
  };
  const code = `${digits.slice(0, 4)} ${digits.slice(4)}`;
  const forward = phrase('payerForward', { name: customer.name, cars: carsOf(customer), code });
  return {
    // No card: the estimate under which it was asked for stays, with its buttons.
    ...answer(say(phrase('payerCode', { hours: codeHours })), say(forward)),
    changes: [{ kind: 'code', digits, made }],
  };
}

function carsOf({ vehicles }: Customer): string[] {
  return vehicles.map(({ short }) => short).reverse();
}

/**
 * The code came as a message from somebody: they are asked, and nothing is used up yet. `owner`: who made it. What else is in
 * progress goes on; then only the buttons answer.
 */
export function codeTyped(digits: string, owner: Customer, turn: Turn): Decision<never> {
  if (owner.id === turn.customer.id) return answer(say(phrase('payerOwnCode')));
  const asked = questionFor(digits, owner);
  const told = answer(askCard(asked));
  return turn.conversation.flow ? told : { ...told, next: { kind: 'hand', flow: 'payer', state: asked } };
}

/** The question for somebody who is to pay, with everything that waits for the owner's answer now. */
function questionFor(digits: string, owner: Customer): Asked {
  return {
    step: 'asked',
    digits,
    of: owner.id,
    was: owner.approver?.customer ?? null,
    orders: openOf(owner.orders),
    name: owner.name,
    cars: carsOf(owner),
  };
}

export function askCard({ step: _, name, cars, ...request }: Asked, lead: readonly Phrase[] = []): Say {
  return card(
    'aside',
    [...lead, phrase('payerAsk', { name, cars })],
    [
      [
        act(phrase('payerLabelYes'), { do: 'accept', ...request }),
        act(phrase('payerLabelNo'), { do: 'refuse', ...request }),
      ],
    ],
  );
}

type Request = Extract<PayerAction, { do: 'accept' | 'refuse' }>;

export function needsOfRequest({ digits, of, was, orders }: Request): readonly Need[] {
  return [
    { kind: 'code', digits },
    { kind: 'people', ids: was === null ? [of] : [of, was] },
    ...needsOfOrders(orders),
  ];
}

/** Who asked, as they are now; null where the code was used or is over, or they cannot be reached any more. */
function askedBy({ digits, of }: Request, facts: Facts, { now, customer }: Turn): Other | null {
  const code = facts.codes.get(digits);
  const owner = facts.people.get(of);
  if (!code || !owner || code.purpose !== 'approve' || code.until <= now) return null;
  const isTheirs =
    facts.customers.get(code.customer)?.id === owner.customer.id && isAt(owner.customer, code.address);
  return isTheirs && owner.case.blocked === null && owner.customer.id !== customer.id ? owner : null;
}

const endButton = (of: string | null) => [[act(phrase('payerLabelEnd'), { do: 'askEnd', of })]];

/** From now on they answer: both sides and the advisors are told, and what waits for an answer goes to them. */
export function accepted(request: Request, facts: Facts, turn: Turn): Decision<Asked> {
  const owner = askedBy(request, facts, turn);
  if (!owner) return over(say(phrase('payerGone')));
  if (!hasAll(request, owner.customer)) return askedAgain(request, owner.customer, turn);
  const { customer: me } = turn;
  const before = formerly(owner.customer, request, facts, turn);
  const given: Customer = {
    ...owner.customer,
    approver: { customer: me.id, name: me.name },
    // Whoever pays decides what may be done without asking.
    allowance: null,
  };
  const handing = { from: owner.customer, to: { home: turn.address }, approver: me.id };
  const waiting = waitingAmong(request.orders, facts).map((order) => handed(order, handing, turn));
  return {
    next: { kind: 'done' },
    changes: [
      { kind: 'code', digits: request.digits, made: 'used' },
      { kind: 'customer', customer: given },
      { kind: 'customer', customer: withOwner(me, owner.customer) },
      ...before.changes,
      ...waiting.flatMap(({ changes }) => changes),
    ],
    say: [
      toCustomer(
        card('aside', phrase('payerAccepted', { name: owner.customer.name }), endButton(owner.customer.id)),
      ),
      ...waiting.map(({ order }) => toCustomer(cardForApprover(order, owner.customer, me.name))),
      about(owner, card('aside', phrase('payerOn', { name: me.name }), endButton(null))),
      ...waiting.map(({ order }) => about(owner, cardForOwner(order, me, owner.customer.name))),
      line(phrase('payerDeskFor', { name: owner.customer.name })),
      line(phrase('payerDeskAccepted', { name: me.name }), owner),
      ...before.say,
    ],
  };
}

/** Whether the question named every estimate that waits: one that it did not would stay with the owner, who answers no more. */
function hasAll({ orders }: Request, owner: Customer): boolean {
  return openOf(owner.orders).every((open) => orders.some((one) => orderName(one) === orderName(open)));
}

/** An estimate was sent since the question was asked: it is asked once more, and the estimate goes along. */
function askedAgain({ digits }: Request, owner: Customer, { conversation }: Turn): Decision<Asked> {
  const asked = questionFor(digits, owner);
  const told = answer(askCard(asked));
  const isOurs = conversation.flow === null || conversation.flow.name === 'payer';
  return isOurs ? { ...told, next: { kind: 'at', state: asked } } : told;
}

/** Who answered until now does so no more, and is told. */
function formerly(
  owner: Customer,
  { was }: Request,
  facts: Facts,
  { customer }: Turn,
): { readonly changes: readonly Change[]; readonly say: readonly Outgoing[] } {
  const other = was === null ? undefined : facts.people.get(was);
  if (!other || other.customer.id === customer.id || !isApproverOf(other.customer, owner))
    return { changes: [], say: [] };
  return {
    changes: [{ kind: 'customer', customer: withoutOwner(other.customer, owner) }],
    say: [
      about(other, say(phrase('payerEndedFor', { name: owner.name }))),
      line(phrase('payerDeskEndedFor', { name: owner.name }), other),
    ],
  };
}

export function refused(request: Request, facts: Facts, turn: Turn): Decision<never> {
  const owner = askedBy(request, facts, turn);
  if (!owner) return over(say(phrase('payerGone')));
  const { name } = turn.customer;
  return {
    ...over(card('aside', phrase('payerRefused', { name: owner.customer.name }))),
    changes: [{ kind: 'code', digits: request.digits, made: 'used' }],
    say: [
      toCustomer(card('aside', phrase('payerRefused', { name: owner.customer.name }))),
      about(owner, say(phrase('payerRefusedBy', { name }))),
      line(phrase('payerDeskRefused', { name }), owner),
    ],
  };
}

function over(message: Say): Decision<never> {
  return { ...answer(message), next: { kind: 'done' } };
}

/** A customer who answers for `owner` too. */
function withOwner(customer: Customer, owner: Customer): Customer {
  const { approvesFor } = withoutOwner(customer, owner);
  return { ...customer, approvesFor: [...approvesFor, { customer: owner.id, name: owner.name }] };
}

/** A customer who answers for `owner` no more. */
export function withoutOwner(customer: Customer, owner: Person): Customer {
  return { ...customer, approvesFor: customer.approvesFor.filter((one) => !isPerson(one.customer, owner)) };
}

/** Said to somebody else at their home. */
export function about(other: Other, message: Say): Outgoing {
  return { ...toCustomer(message), of: other };
}

/** A line in a topic: the reader's own, or that of somebody else. */
export function line(words: Phrase, other?: Other): Outgoing {
  return { to: 'desk', priority: 'answer', message: say(words), ...(other ? { of: other } : {}) };
}
