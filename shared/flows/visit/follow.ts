import { type Customer, isPerson } from '#shared/domain/customer.ts';
import type { Change, Facts } from '#shared/domain/facts.ts';
import type { Outgoing, Turn } from '../flow.ts';
import { clocksOf } from './clocks.ts';
import { liveSays } from './live.ts';
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

/**
 * What this person, and whoever else the step is about, have on their screens about their cars; the sender leaves out where nothing
 * can change. `changes`: all that the step writes.
 */
export function liveOutgoing(
  changes: readonly Change[],
  say: readonly Outgoing[],
  facts: Facts,
  { customer: own, station, now, canEdit }: Turn,
): readonly Outgoing[] {
  const others = [...facts.people.values()].filter(({ customer }) => customer.id !== own.id);
  return changes.flatMap((change): readonly Outgoing[] => {
    if (change.kind !== 'customer') return [];
    const { customer } = change;
    const of = others.find((one) => one.customer.id === customer.id);
    if (of === undefined && (customer.id !== own.id || !canEdit)) return [];
    const said = say.flatMap((one) =>
      one.to === 'customer' && one.of?.customer.id === of?.customer.id ? [one.message] : [],
    );
    const live = liveSays(of?.customer ?? own, customer, said, { station, at: now });
    return live.map((message) => ({
      to: 'customer',
      priority: 'mirror',
      message,
      ...(of ? { of: { ...of, customer } } : {}),
    }));
  });
}
