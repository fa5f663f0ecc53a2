import type { Customer } from '#shared/domain/customer.ts';
import { type Change, type Facts, type Need, type Other, orderName } from '#shared/domain/facts.ts';
import type { Order } from '#shared/domain/order/order.ts';
import { askInstead, isAsked, isOpen, type Refusal, withOrder } from '#shared/domain/order/steps.ts';
import { card, say } from '#shared/domain/outbound.ts';
import { type PhraseArgs, phrase } from '#shared/domain/phrase.ts';
import { answer, type Decision, type Turn } from '../flow.ts';
import { mayAnswer, needsToAnswer } from '../payer/asked.ts';
import { estimateCard } from './card.ts';
import { isProposed, type Proposed } from './lines.ts';

/** Of which order (and edition) something is. */
export type Where = { readonly of: string; readonly ref: string; readonly edition: number };

/** An order, and somebody who may answer for it: its owner, or the approver in their place (`owner` is then somebody else). */
export type Standing = {
  readonly order: Proposed;
  readonly customer: Customer;
  readonly owner: Other | null;
};

export function needsOf({ of, ref }: Pick<Where, 'of' | 'ref'>, { customer }: Turn): readonly Need[] {
  return [{ kind: 'order', of, ref }, ...needsToAnswer(customer, { of })];
}

/**
 * The order as whoever taps may see it; a decision that says kindly why not, where they may not. `ownerToo`: the owner may,
 * also while somebody else answers in their place.
 */
export function standingOf(
  where: Pick<Where, 'of' | 'ref'>,
  facts: Facts,
  turn: Turn,
  who: 'whoAnswers' | 'ownerToo' = 'whoAnswers',
): Standing | Decision<never> {
  const { customer } = turn;
  const order = facts.orders.get(orderName(where));
  if (!order || !isProposed(order)) return answer(over(where.ref, 'gone'));
  const as = mayAnswer(customer, order, facts.people);
  switch (as.as) {
    case 'owner':
      return { order: putTo(order, customer, null), customer, owner: null };
    case 'approver':
      return { order: putTo(order, customer, customer.id), customer: as.owner.customer, owner: as.owner };
    case 'other':
      if (who === 'ownerToo') return { order, customer, owner: null };
      return answer(say(phrase('payerOther', { name: as.approver.customer.name })));
    case 'nobody':
      return answer(say(phrase('payerNotYours')));
  }
}

export function isStanding(found: Standing | Decision<never>): found is Standing {
  return 'order' in found;
}

/** Whoever answers for the car now is asked, also where another one was when it was sent. */
function putTo(order: Proposed, customer: Customer, who: string | null): Proposed {
  if (!isOpen(order) || isAsked(order, customer)) return order;
  const step = askInstead(order, who);
  return step.kind === 'next' && isProposed(step.order) ? step.order : order;
}

/** The order as it is now, and the owner's row where what it carries of the order is another now. */
export function changesOf(after: Order, { customer }: Pick<Standing, 'customer'>): readonly Change[] {
  const known = withOrder(customer, after);
  const isSame =
    JSON.stringify([known.orders, known.deferred]) === JSON.stringify([customer.orders, customer.deferred]);
  return [
    { kind: 'order', order: after },
    ...(isSame ? [] : [{ kind: 'customer', customer: known } as const]),
  ];
}

/** What is said instead of what was asked for; a card, so that the buttons that mean nothing any more go. */
export function refusal(why: Refusal, { order }: Standing, turn: Turn): Decision<never> {
  switch (why) {
    case 'older':
      return isOpen(order)
        ? answer(say(phrase('estimateNewer')), estimateCard(order, turn.customer.name, turn.now))
        : answer(over(order.ref, overState(order)));
    case 'already':
    case 'done':
    case 'expired':
    case 'notOpen':
      return answer(over(order.ref, why === 'expired' ? 'expired' : overState(order)));
    case 'notTheirs':
      return answer(say(phrase('payerNotYours')));
    case 'noLine':
    case 'unanswered':
    case 'waits':
    case 'question':
    case 'notAgreed':
    case 'disputed':
    case 'above':
    case 'mustAsk':
    case 'options':
    case 'refused':
    case 'sign':
    case 'notStarted':
      return answer(over(order.ref, 'gone'));
  }
}

type Over = PhraseArgs['estimateOver']['state'];

function overState({ state, work }: Order): Over {
  if (work === 'done') return 'agreed';
  switch (state) {
    case 'agreed':
    case 'declined':
    case 'withdrawn':
    case 'expired':
      return state;
    case 'none':
    case 'asked':
    case 'signing':
      return 'gone';
  }
}

function over(ref: string, state: Over) {
  return card('aside', phrase('estimateOver', { ref, state }));
}
