import type { Facts } from '#shared/domain/facts.ts';
import { clocksOf } from '#shared/flows/visit/clocks.ts';
import { followOrders, steppedIn } from '#shared/flows/visit/orders.ts';
import type { DeskSetting } from '../known.ts';
import type { About, DeskDecision } from '../turn.ts';
import { refreshed } from './set.ts';

/** The decision with the visits that its orders move: whoever writes an order need not think of the visit. */
export function withVisits<D extends DeskDecision>(
  decision: D,
  facts: Facts,
  about: About | null,
  by: string | null,
  { station, now }: Pick<DeskSetting, 'station' | 'now'>,
): D {
  const stepped = steppedIn(decision.changes, facts);
  if (!about || stepped.length === 0) return decision;
  const was = about.customer;
  const named = decision.changes.flatMap((one) =>
    one.kind === 'customer' && one.customer.id === was.id ? [one.customer] : [],
  );
  const row = decision.customer ?? named.at(-1) ?? was;
  const customer = followOrders(was, row, stepped, { by, at: now, station });
  if (customer === row) return decision;
  const others = decision.changes.filter((one) => one.kind !== 'customer' || one.customer.id !== was.id);
  const moved = customer.visits.filter((visit) => !row.visits.includes(visit));
  return {
    ...decision,
    customer,
    changes: [...others, ...clocksOf(row, customer, station, now)],
    say: [...decision.say, ...moved.flatMap((visit) => refreshed(visit, customer, about, { station, now }))],
  };
}
