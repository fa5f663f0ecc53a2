import type { Visit } from '#shared/domain/customer.ts';
import { type Change, type Facts, orderName } from '#shared/domain/facts.ts';
import type { Order } from '#shared/domain/order/order.ts';
import { start, withOrder } from '#shared/domain/order/steps.ts';
import { card } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { clockChange } from '#shared/flows/clock/agenda.ts';
import { noFeedback } from '#shared/flows/feedback/timer.ts';
import { type About, type DeskDecision, type DeskTurn, toast } from '../turn.ts';
import type { Before } from './action.ts';
import { atDesk, rowWith, statusButton, tellOwner } from './set.ts';

/** So long one tap takes a stage back, while nothing followed it. */
export const undoMs = 10 * 60_000;

/** The visit is where it was; an owner who was told otherwise hears that it is not so. */
export function undone(before: Before, at: number, about: About, facts: Facts, turn: DeskTurn): DeskDecision {
  const { now, by, station } = turn;
  const { customer } = about;
  const { id } = before.visit;
  const visit = customer.visits.find((one) => one.id === id);
  const past = customer.past.find((one) => one.id === id);
  const isLast = visit ? visit.life.since === at : past?.end === at;
  if (!isLast || now - at >= undoMs) return toast(phrase('stageUndoGone'));
  const orders = before.works.flatMap(({ work, ...of }): Order[] => {
    const order = facts.orders.get(orderName(of));
    return order ? [workedAs(order, work)] : [];
  });
  const told = visit?.life.told ?? (past ? ({ stage: past.stage, at } as const) : before.visit.life.told);
  const back: Visit = { ...before.visit, life: { ...before.visit.life, told } };
  const row = orders.reduce(withOrder, { ...customer, past: customer.past.filter((one) => one.id !== id) });
  const news = tellOwner(back, rowWith(row, back), about, turn);
  const words = phrase('stageUndone', { stage: back.life.stage, car: back.vehicle.short, by: by.advisor });
  return {
    changes: [
      ...orders.map((order): Change => ({ kind: 'order', order })),
      ...clockChange(news.visit, { customer: news.customer, station }, now),
      ...(past ? noFeedback(past) : []),
      ...(about.home ? [] : [{ kind: 'customer', customer: news.customer } as const]),
    ],
    ...(about.home ? { customer: news.customer } : {}),
    say: [...news.say, ...atDesk(card('aside', words, [[statusButton(customer, back)]]), turn)],
  };
}

/** Work as it was before the step; it goes on only if it still may. */
function workedAs(order: Order, work: Order['work']): Order {
  if (work !== 'started') return { ...order, work };
  const still: Order = { ...order, work: 'stopped' };
  const step = start(still, order);
  return step.kind === 'next' ? step.order : still;
}
