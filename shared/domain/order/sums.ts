import { fold } from '../fold.ts';
import type { Cents } from '../money.ts';
import type { Estimate, EstimateLine } from './estimate.ts';
import type { Order } from './order.ts';

/** What may be done, and what is planned: the one rule that nobody gets a bill they did not agree to. Pure; cents. */

/** How much may be added to a sum that the owner said yes to by themselves. */
export function riseOf(
  { allowance, asksAlways }: Pick<Order, 'allowance' | 'asksAlways'>,
  base: Cents,
): Cents {
  return allowance && !asksAlways
    ? Math.min(Math.floor((base * allowance.percent) / 100), allowance.cents)
    : 0;
}

/**
 * The most that the work may cost now. The allowance counts from the sum that the owner agreed to by themselves, so rises
 * within it never add up; what they call "not so" is no agreement.
 */
export function ceiling(order: Order): Cents {
  const { agreed } = order;
  if (agreed === null || agreed.confirmed === false) return 0;
  return Math.max(agreed.cents, agreed.base + riseOf(order, agreed.base));
}

/** What an estimate costs at most: each line in its dearest way. */
export function dearest({ lines }: Estimate): Cents {
  return lines.reduce((sum, { options }) => sum + Math.max(...options.map(({ price }) => price)), 0);
}

/** Whether an edition waits for an answer or a signature. */
export function isOpen({ state }: Pick<Order, 'state'>): boolean {
  return state === 'asked' || state === 'signing';
}

/** What is planned: the agreed sum; while an edition waits for its answer, the most that it may come to. */
export function planned(order: Order): Cents {
  const agreed = order.agreed?.cents ?? 0;
  return isOpen(order) && order.estimate ? Math.max(agreed, dearest(order.estimate)) : agreed;
}

/** Whether work may go on now. */
export function mayWork(order: Order): boolean {
  const { agreed, work } = order;
  if (agreed === null || agreed.confirmed === false || work === 'done') return false;
  return planned(order) <= ceiling(order);
}

/** The same order, where work that may not go on any more stands still. */
export function held(order: Order): Order {
  return order.work === 'started' && !mayWork(order) ? { ...order, work: 'stopped' } : order;
}

/** The lines that are agreed, each in the way that was chosen only: what an edition that adds something starts from. */
export function agreedLines({ agreed }: Pick<Order, 'agreed'>): readonly EstimateLine[] {
  if (agreed === null || agreed.confirmed === false) return [];
  return agreed.estimate.lines.flatMap((line): EstimateLine[] => {
    const choice = agreed.choices.find((one) => one.line === line.id);
    const option = choice?.says === 'yes' ? line.options[choice.option] : undefined;
    return option ? [{ ...line, options: [{ ...option, name: nameOf(line, choice?.option) }] }] : [];
  });
}

/** What a line is called in the way that was chosen: `Pads`, or `Brembo (Pads)`. */
export function nameOf({ options: [first, ...others] }: EstimateLine, option = 0): string {
  const chosen = option === 0 ? undefined : others[option - 1];
  return chosen ? `${chosen.name} (${first?.name ?? ''})` : (first?.name ?? '');
}

/** All that a line may be called, folded: by these it is known again in another edition or order. */
export function namesOf(line: EstimateLine): readonly string[] {
  return line.options.flatMap(({ name }, index) => [fold(name), fold(nameOf(line, index))]);
}
