import { type Customer, isPerson } from '#shared/domain/customer.ts';
import type { Change, Facts } from '#shared/domain/facts.ts';
import type { Turn } from '../flow.ts';
import { clocksOf } from './clocks.ts';
import { followOrders, steppedIn } from './orders.ts';

/** The changes of a step with the visits that its orders move, also those of an owner in whose place somebody answers. */
export function withVisits(
  changes: readonly Change[],
  facts: Facts,
  { customer, station, now }: Pick<Turn, 'customer' | 'station' | 'now'>,
): readonly Change[] {
  const stepped = steppedIn(changes, facts);
  if (stepped.length === 0) return changes;
  const owners = [customer, ...[...facts.people.values()].map((other) => other.customer)];
  return stepped.reduce((all, step) => {
    const was = owners.find((one) => isPerson(step.after.of, one));
    return was ? moved(all, was, step, { station, now }) : all;
  }, changes);
}

function moved(
  changes: readonly Change[],
  was: Customer,
  step: ReturnType<typeof steppedIn>[number],
  { station, now }: Pick<Turn, 'station' | 'now'>,
): readonly Change[] {
  const at = changes.findLastIndex((one) => one.kind === 'customer' && one.customer.id === was.id);
  const found = changes[at];
  const row = found?.kind === 'customer' ? found.customer : was;
  const customer = followOrders(was, row, [step], { by: null, at: now, station });
  if (customer === row) return changes;
  const written: Change =
    found?.kind === 'customer' ? { ...found, customer } : { kind: 'customer', customer };
  const others = changes.filter((_one, index) => index !== at);
  return [...others, written, ...clocksOf(row, customer, station, now)];
}
