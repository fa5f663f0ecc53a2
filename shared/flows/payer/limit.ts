import type { Customer } from '#shared/domain/customer.ts';
import type { Facts, Need } from '#shared/domain/facts.ts';
import type { Allowance } from '#shared/domain/order/order.ts';
import { card, type Say, say } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { aboutOther, answer, type Decision, type Turn, toCustomer, toDesk } from '../flow.ts';
import { act, type PayerAction } from './action.ts';
import { answererOf, askedOther, isApproverOf } from './asked.ts';

/** How much may be added to an agreed sum without asking: what whoever pays allows, and the station asks for nothing more. */

/** 30.00, in the station's currency. */
const most = 3_000;
/** What is offered. Fifty percent are the most that is kept: then the sum alone is the limit. */
const limits = {
  always: { percent: 0, cents: 0 },
  sum: { percent: 50, cents: most },
  percent: { percent: 10, cents: most },
} as const satisfies Record<string, Allowance>;

export const noLimit: Allowance = limits.always;

/** The question; `of`: the customer for whom the reader answers, null: for themselves. */
export function limitCard(of: string | null, text: Phrase = phrase('payerAskLimit')): Say {
  const choice = (label: Phrase, to: keyof typeof limits) => [act(label, { do: 'setLimit', of, to })];
  return card('aside', text, [
    choice(phrase('payerLabelAlways'), 'always'),
    choice(phrase('payerLabelSum', { cents: most }), 'sum'),
    choice(phrase('payerLabelPercent', limits.percent), 'percent'),
  ]);
}

/**
 * Below the first agreement, once in a life: the question, and the owner's row by which it is not asked again. Null where
 * they were asked, or have said it. `of`: the owner, where their approver is asked.
 */
export function offerLimit(
  owner: Customer,
  of: string | null,
): { readonly customer: Customer; readonly ask: Say } | null {
  if (owner.allowance !== null) return null;
  return { customer: { ...owner, allowance: noLimit }, ask: limitCard(of, phrase('payerOfferLimit')) };
}

type SetLimit = Extract<PayerAction, { do: 'setLimit' }>;

export function needsOfLimit({ of }: { readonly of: string | null }, { customer }: Turn): readonly Need[] {
  const id = of ?? askedOther(customer);
  return id === null ? [] : [{ kind: 'people', ids: [id] }];
}

/** Why this reader cannot set the limit of that customer; null where they can. */
export function notTheirLimit(of: string | null, facts: Facts, { customer }: Turn): Say | null {
  if (of === null) {
    const approver = answererOf(customer, facts.people);
    return approver ? say(phrase('payerOther', { name: approver.customer.name })) : null;
  }
  const owner = facts.people.get(of);
  return owner && isApproverOf(customer, owner.customer) ? null : say(phrase('payerNotYours'));
}

export function setLimit({ of, to }: SetLimit, facts: Facts, turn: Turn): Decision<never> {
  const no = notTheirLimit(of, facts, turn);
  if (no) return answer(no);
  const allowance = limits[to];
  const owner = of === null ? undefined : facts.people.get(of);
  const told = say(phrase('payerCard', { name: turn.customer.name, ...allowance }));
  return {
    next: { kind: 'stay' },
    changes: [{ kind: 'customer', customer: { ...(owner?.customer ?? turn.customer), allowance } }],
    say: [
      toCustomer(card('aside', phrase('payerLimitSet', allowance))),
      ...(owner ? [aboutOther(toCustomer(told), owner)] : []),
      aboutOther(toDesk(say(phrase('payerDeskLimit', allowance))), owner),
    ],
  };
}
