import { type Customer, isPerson } from '#shared/domain/customer.ts';
import type { Facts, Need, Other } from '#shared/domain/facts.ts';
import { answersFor } from '#shared/domain/identity.ts';
import type { Order } from '#shared/domain/order/order.ts';
import { isOwner } from '#shared/domain/order/steps.ts';

/** Who says yes or no to the costs of a car. Pure; both sides' rows must agree, so that a leftover of one gives nobody a say. */

/** The customer who says yes to costs in this one's place, by id (to be read as `people`); null: they do so themselves. */
export function askedOther(customer: Customer): string | null {
  const { approver } = customer;
  return approver === null || isPerson(approver.customer, customer) ? null : approver.customer;
}

/**
 * The approver as they are now; null where the customer answers by themselves, and where the approver cannot be reached any
 * more, was shut out, or gave it up: then the owner is asked again. `people`: with whom `askedOther` names.
 */
export function answererOf(owner: Customer, people: Facts['people']): Other | null {
  const id = askedOther(owner);
  const other = id === null ? undefined : people.get(id);
  return other && isApproverOf(other.customer, owner) && other.case.blocked === null ? other : null;
}

/** Whether both sides' rows say that `who` answers for `owner`. */
export function isApproverOf(who: Customer, owner: Customer): boolean {
  const { approver } = owner;
  return (
    approver !== null &&
    !isPerson(who.id, owner) &&
    isPerson(approver.customer, who) &&
    answersFor(who, owner)
  );
}

/** What must be read to know whether this customer may answer an estimate of `order`. */
export function needsToAnswer(customer: Customer, order: Pick<Order, 'of'>): readonly Need[] {
  if (!isOwner(order, customer)) return [{ kind: 'people', ids: [order.of] }];
  const id = askedOther(customer);
  return id === null ? [] : [{ kind: 'people', ids: [id] }];
}

/**
 * `owner`: it is their own order, and nobody answers in their place. `approver`: they answer in the place of `owner`.
 * `other`: it is their own order, but `approver` answers. `nobody`: it is none of theirs (any more).
 */
export type Answering =
  | { readonly as: 'owner' }
  | { readonly as: 'approver'; readonly owner: Other }
  | { readonly as: 'other'; readonly approver: Other }
  | { readonly as: 'nobody' };

/** As whom a customer may answer an estimate, by the facts that `needsToAnswer` asked for. */
export function mayAnswer(customer: Customer, order: Pick<Order, 'of'>, people: Facts['people']): Answering {
  if (isOwner(order, customer)) {
    const approver = answererOf(customer, people);
    return approver ? { as: 'other', approver } : { as: 'owner' };
  }
  const owner = people.get(order.of);
  return owner && isApproverOf(customer, owner.customer) ? { as: 'approver', owner } : { as: 'nobody' };
}
