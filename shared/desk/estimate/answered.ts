import type { Facts } from '#shared/domain/facts.ts';
import { type Change, type Need, orderName } from '#shared/domain/facts.ts';
import { answered } from '#shared/domain/order/steps.ts';
import type { About, DeskDecision } from '../turn.ts';

/** Whatever an advisor answers a customer answers the question about their estimate: the reminders go on from then. */

/** Estimates of a customer that wait, where they may have asked about them. `needs`: what is read anyway. */
export function questionNeeds({ customer }: About, needs: readonly Need[]): readonly Need[] {
  const read = new Set(needs.flatMap((need) => (need.kind === 'order' ? [orderName(need)] : [])));
  return customer.orders
    .filter(({ state }) => state === 'asked' || state === 'signing')
    .filter((head) => !read.has(orderName(head)))
    .map(({ of, ref }) => ({ kind: 'order', of, ref }));
}

/** The orders whose question is over, where somebody spoke to the customer. */
export function questionsOver({ changes, spoke }: DeskDecision, { orders }: Facts): readonly Change[] {
  if (!spoke) return [];
  const written = new Set(
    changes.flatMap((change) => (change.kind === 'order' ? [orderName(change.order)] : [])),
  );
  return [...orders.values()].flatMap((order): readonly Change[] => {
    const step = written.has(orderName(order)) ? null : answered(order);
    return step?.kind === 'next' ? [{ kind: 'order', order: step.order }] : [];
  });
}
