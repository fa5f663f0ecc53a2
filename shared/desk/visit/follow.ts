import type { Facts } from '#shared/domain/facts.ts';
import { clocksOf } from '#shared/flows/visit/clocks.ts';
import { liveSays } from '#shared/flows/visit/live.ts';
import { followOrders, steppedIn } from '#shared/flows/visit/orders.ts';
import type { DeskSetting } from '../known.ts';
import type { About, DeskDecision, DeskSay } from '../turn.ts';

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
  return { ...decision, customer, changes: [...others, ...clocksOf(row, customer, station, now)] };
}

/** The decision with what its customer has on their screen about their cars, where that can change. */
export function withLive<D extends DeskDecision>(
  decision: D,
  about: About | null,
  { station, now }: Pick<DeskSetting, 'station' | 'now'>,
): D {
  const { customer } = decision;
  if (!customer || !about?.home || about.editableMs === null || customer.id !== about.customer.id)
    return decision;
  const said = decision.say.flatMap(({ to, of, message }) => (to === 'customer' && !of ? [message] : []));
  const live = liveSays(about.customer, customer, said, { station, at: now });
  const say = live.map((message): DeskSay => ({ to: 'customer', priority: 'mirror', message }));
  return { ...decision, say: [...decision.say, ...say] };
}
