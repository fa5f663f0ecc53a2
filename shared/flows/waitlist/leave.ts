import type { Customer, Visit } from '#shared/domain/customer.ts';
import type { Change, Facts } from '#shared/domain/facts.ts';
import { type Wait, type Waitlist, waitsOf, withoutWaits } from '#shared/domain/waitlist.ts';
import { offerKey, overKey, pastKey } from './next.ts';

/** Whoever has what they waited for leaves the list, however they came by it. Pure. */

/** Whether a visit is what somebody waited for: that work on that car, or the visit that they wanted to move. */
export function isMet({ id, services, car, moving }: Wait, visit: Visit): boolean {
  if (id === visit.id || moving === visit.id) return true;
  return moving === null && car === visit.vehicle.id && services.every((one) => visit.services.includes(one));
}

export type Left = { readonly customer: Customer; readonly changes: readonly Change[] };

/** Without these wishes: the customer's row (to be written by whoever asked), the list, and no timer of an offer. */
export function leaving(customer: Customer, list: Waitlist, gone: readonly Wait[]): Left {
  if (gone.length === 0) return { customer, changes: [] };
  const ids = gone.map(({ id }) => id);
  const timers = gone.flatMap(({ id, chat }): Change[] =>
    [offerKey(id), overKey(id), pastKey(id)].map((key) => ({
      kind: 'timer',
      key,
      dueAt: null,
      data: null,
      chat,
    })),
  );
  return {
    customer: { ...customer, waits: customer.waits.filter((id) => !ids.includes(id)) },
    changes: [{ kind: 'waitlist', list: withoutWaits(list, ids) }, ...timers],
  };
}

/** The same, once this visit is booked. */
export function leavingFor(customer: Customer, visit: Visit, { waitlist }: Facts): Left {
  return leaving(
    customer,
    waitlist,
    waitsOf(waitlist, customer).filter((wait) => isMet(wait, visit)),
  );
}
