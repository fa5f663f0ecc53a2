import type { Customer, PastVisit, Visit } from '#shared/domain/customer.ts';
import { type Change, type Facts, type Need, orderName } from '#shared/domain/facts.ts';
import type { Order } from '#shared/domain/order/order.ts';
import { start, withOrder } from '#shared/domain/order/steps.ts';
import { card } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { lastMoved } from '#shared/domain/visit/promise.ts';
import { isOver } from '#shared/domain/visit/stage.ts';
import { clockChange, noClock } from '#shared/flows/clock/agenda.ts';
import { bayHeld } from '#shared/flows/clock/bay.ts';
import { noFeedback } from '#shared/flows/feedback/timer.ts';
import { serviceTimer } from '#shared/flows/service/timer.ts';
import { endVisit, overHappened } from '#shared/flows/visit/end.ts';
import { bayFree } from '../diary/free-bay.ts';
import { type About, type DeskDecision, type DeskTurn, toast } from '../turn.ts';
import type { Before } from './action.ts';
import { atDesk, rowWith, statusButton, tellOwner } from './set.ts';

/** So long one tap takes a stage back, while nothing followed it. */
export const undoMs = 10 * 60_000;

/** What has to be read: its orders, and the days on which its bay is held again. */
export function needsOfUndo(
  { visit, works }: Before,
  { customer }: Pick<About, 'customer'>,
): readonly Need[] {
  const orders = works.map(({ of, ref }) => ({ kind: 'order', of, ref }) as const);
  const now = customer.visits.find(({ id }) => id === visit.id);
  // A car that came after all and did not: its place is given back. One that was handed back: its place is taken again.
  const dates = isOver(visit.life.stage)
    ? (now?.dates ?? [])
    : !now && lastMoved(visit, 'ready') !== null
      ? visit.dates
      : [];
  return dates.length > 0 ? [...orders, { kind: 'days', dates }] : orders;
}

/** The visit is where it was; an owner who was told otherwise hears that it is not so. */
export function undone(before: Before, at: number, about: About, facts: Facts, turn: DeskTurn): DeskDecision {
  const { now, by, station } = turn;
  const { customer } = about;
  const { id } = before.visit;
  if (isOver(before.visit.life.stage)) return missedAgain(before.visit, at, about, facts, turn);
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
  const held = past ? bayHeld(back, facts, turn) : { visit: back, changes: [] };
  const row = orders.reduce(withOrder, withKnown(customer, before));
  const news = tellOwner(held.visit, rowWith(row, held.visit), about, turn);
  const words = phrase('stageUndone', { stage: back.life.stage, car: back.vehicle.short, by: by.advisor });
  return {
    changes: [
      ...orders.map((order): Change => ({ kind: 'order', order })),
      ...clockChange(news.visit, { customer: news.customer, station }, now),
      ...held.changes,
      ...(past ? notOver(past, news.visit, news.customer, turn) : []),
    ],
    customer: news.customer,
    say: [...news.say, ...atDesk(card('aside', words, [[statusButton(customer, back)]]), turn)],
  };
}

/** The row before the visit ended: its services were not done yet. */
function withKnown(customer: Customer, { visit, known }: Before): Customer {
  const row = { ...customer, past: customer.past.filter(({ id }) => id !== visit.id) };
  if (!known) return row;
  const others = customer.upkeep.filter((one) => !isServed(one, visit));
  return { ...row, last: known.last, upkeep: [...others, ...known.upkeep] };
}

/** Whether it is about a service of this visit's car that was done in it. */
export function isServed(
  { vehicle, service }: Pick<Customer['upkeep'][number], 'vehicle' | 'service'>,
  visit: Pick<Visit, 'vehicle' | 'services'>,
): boolean {
  return vehicle === visit.vehicle.id && visit.services.includes(service);
}

/** What followed the end of the visit is taken back: the question how it was, the next service, the owner's figures. */
function notOver(
  past: PastVisit,
  visit: Visit,
  customer: Customer,
  { station, now }: DeskTurn,
): readonly Change[] {
  const { chat, vehicle } = past;
  return [
    overHappened(visit, visit.life.stage, null, station, now),
    ...noFeedback(past),
    ...(chat === '' ? [] : [serviceTimer(customer, vehicle.id, chat, station, now)]),
  ];
}

/** Somebody was taken for one who came after all: their visit is over as it was, and the place free. */
function missedAgain(missed: Visit, at: number, about: About, facts: Facts, turn: DeskTurn): DeskDecision {
  const { now, by, station } = turn;
  const visit = about.customer.visits.find(({ id }) => id === missed.id);
  if (visit?.life.since !== at || now - at >= undoMs) return toast(phrase('stageUndoGone'));
  const back: Visit = { ...missed, life: { ...missed.life, told: visit.life.told } };
  const news = tellOwner(back, rowWith(about.customer, back), about, turn);
  const customer = endVisit(news.customer, news.visit, 'noShow', now);
  const words = phrase('stageUndone', { stage: 'noShow', car: back.vehicle.short, by: by.advisor });
  return {
    changes: [
      ...noClock(visit),
      ...bayFree(visit, facts, about, turn),
      overHappened(news.visit, 'noShow', null, station, now),
    ],
    customer,
    say: [...news.say, ...atDesk(card('aside', words), turn)],
  };
}

/** Work as it was before the step; it goes on only if it still may. */
function workedAs(order: Order, work: Order['work']): Order {
  if (work !== 'started') return { ...order, work };
  const still: Order = { ...order, work: 'stopped' };
  const step = start(still, order);
  return step.kind === 'next' ? step.order : still;
}
