import type { CaseChange } from '#shared/domain/case.ts';
import { type Change, type Facts, orderName } from '#shared/domain/facts.ts';
import type { Turn } from './flow.ts';

/** What one step's earlier calls made of the person and of what was read, for the next of them. Pure. */

/** What an earlier call of the same step changed is so for the next one. */
export function asItIs(turn: Turn, changes: readonly Change[], desk: CaseChange): Turn {
  const customers = changes.flatMap((change) => (change.kind === 'customer' ? [change.customer] : []));
  const customer = customers.findLast(({ id }) => id === turn.customer.id) ?? turn.customer;
  return { ...turn, customer, case: { ...turn.case, ...desk } };
}

/** What was read, with what earlier calls of the step wrote: a photo, a question or a time kept just before a tap is not forgotten. */
export function factsNow(facts: Facts, changes: readonly Change[]): Facts {
  const days = new Map(facts.days);
  const reports = new Map(facts.reports);
  const orders = new Map(facts.orders);
  for (const change of changes) {
    if (change.kind === 'day') days.set(change.day.date, change.day);
    if (change.kind === 'report') reports.set(change.report.id, change.report);
    if (change.kind === 'order') orders.set(orderName(change.order), change.order);
  }
  return { ...facts, days, reports, orders };
}
