import { type Customer, isPerson, type Visit } from '#shared/domain/customer.ts';
import { type Change, type Facts, orderName } from '#shared/domain/facts.ts';
import type { Order, OrderHead } from '#shared/domain/order/order.ts';
import { finish, isOpen, type Refusal, start, stop } from '#shared/domain/order/steps.ts';
import { isDone, withDone, withStage } from '#shared/domain/visit/life.ts';
import { isInHouse, isUnfinished, type Stage } from '#shared/domain/visit/stage.ts';
import type { Station } from '#shared/station/schema.ts';
import { toldNow } from '../clock/news-by.ts';

/**
 * Work orders and stages go together: work that begins is the stage `working`, an estimate that waits is the stage `answer`, and
 * no stage leads to work that costs more than was agreed. Pure; instants are epoch milliseconds.
 */

/** Whether an order, or what the customer's row carries of it, is for the car of this visit. */
export function isOfVisit(
  order: Pick<OrderHead, 'car'> & Partial<Pick<Order, 'visit' | 'vehicle'>>,
  visit: Visit,
): boolean {
  if (order.visit === visit.id) return true;
  return order.car === '' ? order.vehicle === visit.vehicle.id : order.car === visit.vehicle.short;
}

/** The orders that a stage changes, as they are then; or the one that is in its way. */
export type Works =
  | { readonly kind: 'ok'; readonly orders: readonly Order[] }
  | { readonly kind: 'refused'; readonly why: Refusal; readonly order: Order };

/** What becomes of the orders of a visit that goes to a stage. `orders`: those of its car that are not over. */
export function worksAt(
  to: Stage,
  orders: readonly Order[],
  { allowance }: Pick<Customer, 'allowance'>,
): Works {
  const now = orders.map((order): Order => ({ ...order, allowance }));
  switch (to) {
    case 'working':
      return begun(now);
    case 'quality':
    case 'ready':
      return ended(now);
    case 'handedBack':
      return { kind: 'ok', orders: now.filter(isUnderWay).flatMap((order) => ordersOf(finish(order))) };
    case 'arrived':
    case 'checking':
    case 'answer':
    case 'parts':
      return {
        kind: 'ok',
        orders: now.filter(({ work }) => work === 'started').flatMap((order) => ordersOf(stop(order))),
      };
    case 'booked':
    case 'cancelled':
    case 'noShow':
      return { kind: 'ok', orders: [] };
  }
}

function ordersOf(step: ReturnType<typeof start>): readonly Order[] {
  return step.kind === 'next' ? [step.order] : [];
}

function isUnderWay({ work }: Order): boolean {
  return work === 'started' || work === 'stopped';
}

/** Nothing of it is to be done: it was refused as a whole, taken back, or nobody answered. */
function isNoWork({ agreed, draft, state }: Order): boolean {
  return agreed === null && draft === null && state !== 'none' && !isOpen({ state });
}

/** Work on all that is agreed begins. What is only asked about stays undone, and where nothing else is there, work is refused. */
function begun(orders: readonly Order[]): Works {
  const begins: Order[] = [];
  let waits: Works | null = null;
  for (const order of orders) {
    if (order.work === 'done' || isNoWork(order)) continue;
    const step = start(order.work === 'started' ? { ...order, work: 'stopped' } : order, order);
    if (step.kind === 'next') begins.push(step.order);
    else if (step.why === 'notAgreed') waits = { kind: 'refused', why: step.why, order };
    else return { kind: 'refused', why: step.why, order };
  }
  return waits !== null && begins.length === 0 ? waits : { kind: 'ok', orders: begins };
}

/** The agreed work is done, also where nobody said that it began. */
function ended(orders: readonly Order[]): Works {
  const done: Order[] = [];
  for (const order of orders) {
    if (order.work === 'done' || order.agreed === null) continue;
    const step = finish(order.work === 'none' ? { ...order, work: 'stopped' } : order);
    if (step.kind === 'refused') return { kind: 'refused', why: step.why, order };
    done.push(step.order);
  }
  return { kind: 'ok', orders: done };
}

/** An order before and after a step; before null: it is new. */
export type Stepped = { readonly before: Order | null; readonly after: Order };

/**
 * The owner's row where steps of orders move the visit that they are of: an estimate that goes out, its answer, work that
 * begins, stands still, is done. A step that set the stage itself has said all. `was`: the row before the step.
 */
export function followOrders(
  was: Customer,
  now: Customer,
  stepped: readonly Stepped[],
  step: Step,
): Customer {
  let visits = now.visits;
  for (const { before, after } of stepped) {
    if (!isPerson(after.of, now)) continue;
    visits = visits.map((visit) => {
      if (!isInHouse(visit.life.stage) || !isOfVisit(after, visit)) return visit;
      const counted = withCents(visit, before, after);
      const isSet = was.visits.some(({ id, life }) => id === visit.id && life.stage !== visit.life.stage);
      const to = isSet ? null : stageAfter(visit, before, after, now);
      if (to !== null) return withFollowed(counted, to, step);
      // Already waiting for an answer by hand: the estimate that goes out now says so.
      const isTold = visit.life.stage === 'answer' && asksAnew(before, after);
      return isTold ? toldNow(counted, 'answer', step.station, step.at) : counted;
    });
  }
  return visits === now.visits || visits.every((visit, index) => visit === now.visits[index])
    ? now
    : { ...now, visits };
}

type Step = { readonly by: string | null; readonly at: number; readonly station: Station };

/** The estimate itself is what the owner is told. */
function withFollowed(visit: Visit, to: Stage, { by, at, station }: Step): Visit {
  const next: Visit = { ...visit, life: withStage(visit.life, to, at, by) };
  return to === 'answer' ? toldNow(next, to, station, at) : next;
}

/** The sum of finished work stays with the visit, since the order leaves the customer's row. */
function withCents(visit: Visit, before: Order | null, { ref, work, agreed }: Order): Visit {
  const name = `order#${ref}`;
  if (work !== 'done' || before?.work === 'done' || agreed === null || isDone(visit.life, name)) return visit;
  const cents = (visit.life.cents ?? 0) + agreed.cents;
  return { ...visit, life: { ...withDone(visit.life, name), cents } };
}

/** Where the visit goes by a step of its order; null: it stays. */
function stageAfter(
  { life: { stage } }: Visit,
  before: Order | null,
  after: Order,
  { orders }: Customer,
): Stage | null {
  const to = asksAnew(before, after)
    ? 'answer'
    : (workStage(before, after, orders) ?? backTo(stage, before, after));
  if (to === null || to === stage) return null;
  // A car that is finished is touched again only by work.
  return isUnfinished(stage) || (stage === 'ready' && to === 'working') ? to : null;
}

function asksAnew(before: Order | null, after: Order): boolean {
  if (!isOpen(after)) return false;
  return before === null || !isOpen(before) || before.estimate?.edition !== after.estimate?.edition;
}

/** Work begins or is done; as long as another order of that car goes on, the car is in work. */
function workStage(before: Order | null, after: Order, orders: readonly OrderHead[]): Stage | null {
  if (before?.work === after.work) return null;
  if (after.work === 'started') return 'working';
  const isOther = orders.some(
    ({ ref, car, work }) => ref !== after.ref && car === after.car && work === 'started',
  );
  return after.work === 'done' && !isOther ? 'quality' : null;
}

/** The answer came, or work stands still: what comes next is looked at again. */
function backTo(stage: Stage, before: Order | null, after: Order): Stage | null {
  if (stage === 'answer' && before !== null && isOpen(before) && !isOpen(after))
    return after.work === 'started' ? 'working' : 'checking';
  return stage === 'working' && before?.work === 'started' && after.work === 'stopped' ? 'checking' : null;
}

/** What was read of the orders that changes write. */
export function steppedIn(changes: readonly Change[], { orders }: Pick<Facts, 'orders'>): readonly Stepped[] {
  return changes.flatMap((change) =>
    change.kind === 'order'
      ? [{ before: orders.get(orderName(change.order)) ?? null, after: change.order }]
      : [],
  );
}
