import type { Order } from './order.ts';
import { next, type OrderStep, refused } from './step.ts';
import { isOpen, mayWork } from './sums.ts';

/** Whether work goes on: an advisor's word, and never beyond what was agreed. Pure. */

/** Work begins, or goes on. `allowance`: what the owner lets us do without asking, as it is now. */
export function start(before: Order, { allowance }: Pick<Order, 'allowance'>): OrderStep {
  const order: Order = { ...before, allowance };
  const { agreed, work } = order;
  if (work === 'done') return refused('done');
  if (work === 'started') return refused('already');
  if (agreed === null) return refused(order.state === 'signing' ? 'sign' : 'notAgreed');
  if (agreed.confirmed === false) return refused('disputed');
  return mayWork(order) ? next(order, { work: 'started' }) : refused('above');
}

/** Work stands still. */
export function stop(order: Order): OrderStep {
  if (order.work === 'started') return next(order, { work: 'stopped' });
  return refused(order.work === 'done' ? 'done' : 'notStarted');
}

/** The work is done: never while an edition waits for its answer, nor against the owner's word. */
export function finish(order: Order): OrderStep {
  const { agreed, work } = order;
  if (work === 'done') return refused('already');
  if (work === 'none') return refused('notStarted');
  if (agreed === null) return refused('notAgreed');
  if (agreed.confirmed === false) return refused('disputed');
  if (isOpen(order)) return refused(mayWork(order) ? 'waits' : 'above');
  return mayWork(order) ? next(order, { work: 'done', draft: null, question: false }) : refused('above');
}
