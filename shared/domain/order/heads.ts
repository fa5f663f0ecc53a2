import type { Customer } from '../customer.ts';
import { fold } from '../fold.ts';
import { agreedTotal, priceOf, totalOf } from './estimate.ts';
import { type Deferred, mostDeferred, mostOrders, type Order, type OrderHead } from './order.ts';
import { isOpen, nameOf, namesOf } from './sums.ts';

/** What a customer's own row carries of their orders, so that most steps need not read them. Pure. */

/** An order in short. Its sum: what is asked while an edition is open, else what is agreed, else what was asked. Cents. */
export function headOf(order: Order): OrderHead {
  const { ref, of, car, state, work, estimate, draft, agreed, choices } = order;
  const chosen = state === 'signing' && estimate ? agreedTotal(estimate, choices) : null;
  const asked = estimate ?? draft;
  const cents = !isOpen(order) && agreed ? agreed.cents : asked ? totalOf(asked) : 0;
  return { ref, of, car, state, work, at: asked?.at ?? 0, cents: chosen ?? cents };
}

/** Whether an order is over, as far as the customer's own row goes: nothing is asked, agreed or half done. */
export function isOver({ state, work, agreed, draft }: Order): boolean {
  if (work === 'done') return true;
  if (work !== 'none' || agreed !== null || draft !== null) return false;
  return state === 'declined' || state === 'withdrawn' || state === 'expired';
}

/** What was put off with the last answer, in the way that was looked at. */
export function deferredOf({ ref, vehicle, car, estimate, choices, state, answeredAt }: Order): Deferred[] {
  if (estimate === null || answeredAt === null || (state !== 'agreed' && state !== 'declined')) return [];
  return estimate.lines.flatMap((line): Deferred[] => {
    const choice = choices.find((one) => one.line === line.id);
    if (choice?.says !== 'later') return [];
    const { id, urgency } = line;
    const [name, cents] = [nameOf(line, choice.option), priceOf(line, choice.option)];
    return [{ ref, line: id, name, cents, vehicle, car, urgency, at: answeredAt, silent: false }];
  });
}

/**
 * The order's owner with the order as it is now: its head, and what was put off. What they said yes or no to now, of the same
 * car, is put off no more, whichever order it came from.
 */
export function withOrder(customer: Customer, order: Order): Customer {
  const others = customer.orders.filter(({ ref, of }) => ref !== order.ref || of !== order.of);
  const orders = isOver(order) ? others : [...others, headOf(order)];
  return { ...customer, orders: newest(orders), deferred: deferredWith(customer.deferred, order) };
}

/** The heads that are kept: the ones that were asked last, oldest first. */
export function newest(orders: readonly OrderHead[]): OrderHead[] {
  return [...orders].sort((a, b) => a.at - b.at).slice(-mostOrders);
}

/** What is put off, oldest first, as much of it as is kept: what is about safety goes last. */
export function deferredKept(deferred: readonly Deferred[]): Deferred[] {
  const inOrder = [...deferred].sort((a, b) => a.at - b.at);
  const light = inOrder.filter(({ urgency }) => urgency !== 'safety');
  const tooMany = Math.max(0, inOrder.length - mostDeferred);
  const gone = new Set(
    [...light, ...inOrder.filter(({ urgency }) => urgency === 'safety')].slice(0, tooMany),
  );
  return inOrder.filter((one) => !gone.has(one));
}

function deferredWith(deferred: readonly Deferred[], order: Order): Deferred[] {
  const { ref, vehicle, car, estimate, state } = order;
  if (estimate === null || (state !== 'agreed' && state !== 'declined')) return [...deferred];
  const settled = new Set(estimate.lines.flatMap(namesOf));
  // A car keeps its plate, also where it got another id since two customers became one.
  const isCar = (one: Deferred) => one.car === car || (vehicle !== null && one.vehicle === vehicle);
  const isSettled = (one: Deferred) => one.ref === ref || (isCar(one) && settled.has(fold(one.name)));
  // What the owner said of it since stays with it: the same answer is looked at again whenever work goes on.
  const fresh = deferredOf(order).map((one) => deferred.find((known) => isSameLine(known, one)) ?? one);
  return deferredKept([...deferred.filter((one) => !isSettled(one)), ...fresh]);
}

function isSameLine(known: Deferred, { ref, line, at, name, cents }: Deferred): boolean {
  const isLine = known.ref === ref && known.line === line && known.at === at;
  return isLine && known.name === name && known.cents === cents;
}
