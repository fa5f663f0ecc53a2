import { type Customer, isPerson } from '#shared/domain/customer.ts';
import type { Change, Facts } from '#shared/domain/facts.ts';
import type { Outgoing, Turn } from '../flow.ts';
import { openOf } from '../payer/action.ts';
import { end } from '../payer/end.ts';

/** People who had to do with whoever is erased: who answered for their costs, and for whom they answered. Pure. */

type Named = { readonly of: string; readonly ref: string };

/** Estimates of others that wait for this person's answer: they go back to the owners. */
export function openAtOthers({ approvesFor }: Customer, { people }: Facts): Named[] {
  return approvesFor.flatMap(({ customer }) => openOf(people.get(customer)?.customer.orders ?? []));
}

/** What changes for them, and what they are told; no name of who is erased is in it. */
export function endings(
  orders: readonly Named[],
  facts: Facts,
  turn: Turn,
): { readonly changes: readonly Change[]; readonly say: readonly Outgoing[] } {
  const { customer } = turn;
  const nameless = { ...turn, customer: { ...customer, name: '' } };
  const asApprover = customer.approvesFor.map(({ customer: of }) => {
    const owner = facts.people.get(of)?.customer;
    const own = owner ? orders.filter((one) => isPerson(one.of, owner)) : [];
    return end({ do: 'end', of, orders: own }, facts, nameless);
  });
  const asOwner = customer.approver ? [end({ do: 'end', of: null, orders: [] }, facts, nameless)] : [];
  const all = [...asApprover, ...asOwner];
  return {
    changes: all.flatMap(({ changes }) => changes).filter((change) => !isOwn(change, customer)),
    say: all.flatMap(({ say }) => say).filter(({ to, of }) => to === 'customer' && of !== undefined),
  };
}

function isOwn(change: Change, customer: Customer): boolean {
  return change.kind === 'customer' && isPerson(change.customer.id, customer);
}
