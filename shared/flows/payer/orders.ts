import { addressKey } from '#shared/domain/address.ts';
import type { Customer } from '#shared/domain/customer.ts';
import { type Change, type Facts, type Need, orderName } from '#shared/domain/facts.ts';
import { addressesOf } from '#shared/domain/identity.ts';
import { askInstead, isOpen } from '#shared/domain/order/steps.ts';
import type { Say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { estimateCard, estimateShown } from '../estimate/card.ts';
import { isProposed, type Proposed } from '../estimate/lines.ts';
import { estimateTimers, noEstimateTimers } from '../estimate/timers.ts';
import type { Turn } from '../flow.ts';

/** Estimates that wait for an answer while somebody else is to give it from now on. */

type Named = { readonly of: string; readonly ref: string };

export function needsOfOrders(orders: readonly Named[]): readonly Need[] {
  return orders.map(({ of, ref }) => ({ kind: 'order', of, ref }));
}

/** Of those that were named, the ones that still wait. */
export function waitingAmong(orders: readonly Named[], facts: Facts): readonly Proposed[] {
  return orders.flatMap((named) => {
    const order = facts.orders.get(orderName(named));
    return order && isProposed(order) && isOpen(order) ? [order] : [];
  });
}

/** From whom an estimate goes to whom. `approver`: their id, where they answer in the owner's place. */
export type Handing = {
  readonly from: Customer;
  readonly to: { readonly home: Turn['address'] };
  readonly approver: string | null;
};

/** The estimate as it is put to somebody else, with what changes: who is asked, and where its timers lie. */
export function handed(
  order: Proposed,
  { from, to, approver }: Handing,
  { station, now }: Turn,
): { readonly order: Proposed; readonly changes: readonly Change[] } {
  const asked = askInstead(order, approver);
  if (asked.kind === 'refused') return { order, changes: [] };
  const after: Proposed = { ...asked.order, estimate: order.estimate };
  const chat = addressKey(to.home);
  const elsewhere = addressesOf(from).filter((key) => key !== chat);
  return {
    order: after,
    changes: [
      { kind: 'order', order: after },
      ...elsewhere.flatMap((key) => noEstimateTimers(order.ref, key)),
      ...estimateTimers(after, { chat, station, now }),
    ],
  };
}

/** The estimate as an approver gets it: for whom it is, and the ways to answer. */
export function cardForApprover(order: Proposed, owner: Pick<Customer, 'name'>, approver: string): Say {
  const asked = estimateCard(order, approver);
  return { ...asked, text: [phrase('payerFor', { name: owner.name }), ...asked.text] };
}

/** The same as the owner sees it meanwhile: who is asked, and no way to agree. */
export function cardForOwner(order: Proposed, approver: Pick<Customer, 'name'>, owner: string): Say {
  const shown = estimateShown(order, owner);
  return { ...shown, text: [phrase('payerWaiting', { name: approver.name }), ...shown.text] };
}
