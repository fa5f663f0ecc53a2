import type { Customer } from '#shared/domain/customer.ts';
import type { Change, Facts, Need, Other } from '#shared/domain/facts.ts';
import { card, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { estimateCard } from '../estimate/card.ts';
import { answer, type Decision, type Outgoing, type Turn, toCustomer } from '../flow.ts';
import { act, openOf, type PayerAction } from './action.ts';
import { askedOther, isApproverOf } from './asked.ts';
import { handed, needsOfOrders, waitingAmong } from './orders.ts';
import { about, line, withoutOwner } from './request.ts';

/** Either side can end it at any time: then the customer answers by themselves again. */

type End = Extract<PayerAction, { do: 'askEnd' | 'end' }>;

export function needsOfEnd(asked: End, { customer }: Turn): readonly Need[] {
  const id = asked.of ?? askedOther(customer);
  const people: readonly Need[] = id === null ? [] : [{ kind: 'people', ids: [id] }];
  return asked.do === 'end' ? [...people, ...needsOfOrders(asked.orders)] : people;
}

/** The question first: what follows cannot be taken back by one side alone. */
export function askEnd({ of }: End, facts: Facts, turn: Turn): Decision<never> {
  const { customer } = turn;
  if (of === null) {
    const { approver } = customer;
    if (approver === null) return answer(say(phrase('payerNothing')));
    const name = facts.people.get(approver.customer)?.customer.name ?? approver.name;
    return answer(endCard('owner', name, null, openOf(customer.orders)));
  }
  const owner = facts.people.get(of)?.customer;
  if (!owner || !isApproverOf(customer, owner)) return nothing(of, facts, turn);
  return answer(endCard('approver', owner.name, of, openOf(owner.orders)));
}

function endCard(
  as: 'owner' | 'approver',
  name: string,
  of: string | null,
  orders: ReturnType<typeof openOf>,
) {
  return card('aside', phrase('payerAskEnd', { as, name }), [
    [act(phrase('payerLabelEndYes'), { do: 'end', of, orders })],
    [act(phrase('payerLabelKeep'), of === null ? { do: 'open' } : { do: 'about', of })],
  ]);
}

export function end(asked: Extract<End, { do: 'end' }>, facts: Facts, turn: Turn): Decision<never> {
  return asked.of === null ? endedByOwner(asked, facts, turn) : endedByApprover(asked, facts, turn);
}

type Ending = Extract<End, { do: 'end' }>;

function endedByOwner({ orders }: Ending, facts: Facts, turn: Turn): Decision<never> {
  const { customer: me } = turn;
  const { approver } = me;
  if (approver === null) return answer(say(phrase('payerNothing')));
  const other = facts.people.get(approver.customer);
  const handing = { from: other?.customer ?? me, to: { home: turn.address }, approver: null };
  const waiting = waitingAmong(orders, facts).map((order) => handed(order, handing, turn));
  const told: readonly Outgoing[] = other
    ? [
        about(other, say(phrase('payerEndedFor', { name: me.name }))),
        line(phrase('payerDeskEndedFor', { name: me.name }), other),
      ]
    : [];
  return {
    next: { kind: 'stay' },
    changes: [
      { kind: 'customer', customer: alone(me) },
      ...leaves(other, me),
      ...waiting.flatMap(({ changes }) => changes),
    ],
    say: [
      toCustomer(card('aside', phrase('payerEnded'))),
      ...waiting.map(({ order }) => toCustomer(estimateCard(order, me.name))),
      line(phrase('payerDeskEnded', { name: other?.customer.name ?? approver.name, by: 'owner' })),
      ...told,
    ],
  };
}

function endedByApprover({ of, orders }: Ending, facts: Facts, turn: Turn): Decision<never> {
  const { customer: me } = turn;
  const owner = of === null ? undefined : facts.people.get(of);
  if (!owner || !isApproverOf(me, owner.customer)) return nothing(of ?? '', facts, turn);
  const handing = { from: me, to: owner, approver: null };
  const waiting = waitingAmong(orders, facts).map((order) => handed(order, handing, turn));
  return {
    next: { kind: 'stay' },
    changes: [
      { kind: 'customer', customer: alone(owner.customer) },
      { kind: 'customer', customer: withoutOwner(me, owner.customer) },
      ...waiting.flatMap(({ changes }) => changes),
    ],
    say: [
      toCustomer(card('aside', phrase('payerLeft', { name: owner.customer.name }))),
      about(owner, say(phrase('payerLeftBy', { name: me.name }))),
      ...waiting.map(({ order }) => about(owner, estimateCard(order, owner.customer.name))),
      line(phrase('payerDeskEndedFor', { name: owner.customer.name })),
      line(phrase('payerDeskEnded', { name: me.name, by: 'approver' }), owner),
    ],
  };
}

/** What the other one allowed ends with them. */
function alone(owner: Customer): Customer {
  return { ...owner, approver: null, allowance: null };
}

function leaves(other: Other | undefined, owner: Customer): readonly Change[] {
  return other ? [{ kind: 'customer', customer: withoutOwner(other.customer, owner) }] : [];
}

/** It is over already; what was left of it in this row goes. */
function nothing(of: string, facts: Facts, { customer }: Turn): Decision<never> {
  const owner = facts.people.get(of)?.customer ?? { id: of, formerly: [] };
  const after = withoutOwner(customer, owner);
  return {
    ...answer(say(phrase('payerNothing'))),
    changes:
      after.approvesFor.length === customer.approvesFor.length ? [] : [{ kind: 'customer', customer: after }],
  };
}
