import { hasAgreed } from '#shared/domain/consent.ts';
import type { Customer, Visit } from '#shared/domain/customer.ts';
import type { Change, Facts, Need } from '#shared/domain/facts.ts';
import { orderName } from '#shared/domain/facts.ts';
import type { Order } from '#shared/domain/order/order.ts';
import { withOrder } from '#shared/domain/order/steps.ts';
import { card, type Option, type Say } from '#shared/domain/outbound.ts';
import { type PhraseArgs, phrase } from '#shared/domain/phrase.ts';
import { isDone, type Life, withDone } from '#shared/domain/visit/life.ts';
import type { Stage } from '#shared/domain/visit/stage.ts';
import { customerWith } from '#shared/flows/booking/confirm.ts';
import { clockChange } from '#shared/flows/clock/agenda.ts';
import { stageChange } from '#shared/flows/visit/change.ts';
import { newsOf } from '#shared/flows/visit/news.ts';
import { isOfVisit, worksAt } from '#shared/flows/visit/orders.ts';
import { tellAt, tellName } from '#shared/flows/visit/tell.ts';
import { wayToTopic } from '../diary/outcome.ts';
import { refusedWords } from '../estimate/refused.ts';
import { type About, type DeskDecision, type DeskSay, type DeskTurn, toast } from '../turn.ts';
import { type Before, visitButton } from './action.ts';
import { intakeCard } from './intake-card.ts';
import type { Came } from './read-intake.ts';

/** A visit is set to a stage by an advisor: its orders go with it, its owner is told as they wish, one tap takes it back. */

/** What must be read: the work orders of that car. */
export function needsOfOrders(customer: Customer, visit: Visit): readonly Need[] {
  return customer.orders
    .filter((head) => isOfVisit(head, visit))
    .map(({ of, ref }) => ({ kind: 'order', of, ref }));
}

export function ordersOf(customer: Customer, visit: Visit, { orders }: Facts): readonly Order[] {
  return customer.orders
    .filter((head) => isOfVisit(head, visit))
    .flatMap((head) => orders.get(orderName(head)) ?? []);
}

type Within = Exclude<Stage, 'handedBack' | 'cancelled' | 'noShow'>;

/** `came`: what is known of the car as it came, where it was written with the command. */
export function setStage(
  visit: Visit,
  to: Within,
  about: About,
  facts: Facts,
  turn: DeskTurn,
  came: Came | null = null,
): DeskDecision {
  const { now, station, by } = turn;
  const moved = stageChange(visit, to, { by: by.advisor, at: now, customer: about.customer, station });
  if (moved.kind === 'refused')
    return toast(phrase('stageRefused', { from: visit.life.stage, to, why: moved.why }));
  const works = worksAt(to, ordersOf(about.customer, visit, facts), about.customer);
  if (works.kind === 'refused') return toast(refusedWords(works.why, works.order));
  const set = to === 'arrived' ? withIntake(moved.visit, by.advisor, now, came) : moved.visit;
  const owner = works.orders.reduce(withOrder, rowWith(about.customer, set));
  const counted = { ...set, life: worksCounted(set.life, works.orders) };
  const told = tellOwner(counted, owner, about, turn);
  const before: Before = { visit, works: worksBefore(works.orders, facts) };
  const words = phrase('stageSet', {
    stage: to,
    car: visit.vehicle.short,
    by: by.advisor,
    told: told.told,
  });
  const back = undoButton(about.customer, before, now);
  const shown: Say =
    to === 'arrived'
      ? intakeCard(told.visit, about, [words], [back])
      : card('aside', words, [[statusButton(about.customer, visit), back]]);
  return {
    changes: [
      ...works.orders.map((order): Change => ({ kind: 'order', order })),
      ...clockChange(told.visit, { customer: told.customer, station }, now),
    ],
    customer: told.customer,
    say: [...told.say, ...atDesk(shown, turn)],
  };
}

/** The car with its mileage where that was read. */
function withIntake(visit: Visit, by: string, at: number, came: Came | null): Visit {
  const intake = { at, by, mileage: came?.mileage ?? null, fuel: came?.fuel ?? null, photos: [] };
  const life = { ...visit.life, intake };
  const vehicle =
    intake.mileage === null ? visit.vehicle : { ...visit.vehicle, mileage: { km: intake.mileage, at } };
  return { ...visit, vehicle, life: came === null ? life : withDone(life, 'intake') };
}

/** The row with the visit, and with what was read of its car. */
export function rowWith(customer: Customer, visit: Visit): Customer {
  const known = customer.vehicles.some(({ id }) => id === visit.vehicle.id);
  const row = customerWith(customer, visit);
  // A car that its owner took out of the list does not come back by a visit; what else they asked for is as open as it was.
  return {
    ...row,
    requested: customer.requested,
    vehicles: known ? row.vehicles : customer.vehicles,
  };
}

/** Work of orders as it was before a step. */
export function worksBefore(orders: readonly Order[], facts: Facts): Before['works'] {
  return orders.map(({ of, ref }) => ({
    of,
    ref,
    work: facts.orders.get(orderName({ of, ref }))?.work ?? 'none',
  }));
}

/** The sum of what is done now stays with the visit. */
function worksCounted(life: Life, orders: readonly Order[]): Life {
  const done = orders.filter(({ work, agreed }) => work === 'done' && agreed !== null);
  return done.reduce(
    (known, { ref, agreed }) => ({
      ...withDone(known, `order#${ref}`),
      cents: (known.cents ?? 0) + (agreed?.cents ?? 0),
    }),
    life,
  );
}

export type Told = {
  readonly visit: Visit;
  readonly customer: Customer;
  readonly say: readonly DeskSay[];
  readonly told: PhraseArgs['stageSet']['told'];
};

/** What the owner is told now, and what the advisor hears of that. */
export function tellOwner(
  visit: Visit,
  customer: Customer,
  about: Pick<About, 'home'>,
  turn: Pick<DeskTurn, 'station' | 'now'>,
): Told {
  const { station, now } = turn;
  const row = rowWith(customer, visit);
  if (!about.home) return { visit, customer: row, say: [], told: 'reach' };
  const news = newsOf(visit, row, station, now);
  const told = news.say
    ? 'now'
    : !hasAgreed(row.consents, 'visit')
      ? 'asks'
      : isDone(news.visit.life, tellName(news.visit))
        ? 'call'
        : tellAt(news.visit, { customer: row, station }) === null
          ? 'silent'
          : 'later';
  return {
    visit: news.visit,
    customer: rowWith(news.customer, news.visit),
    say: news.say ? [{ to: 'customer', priority: 'answer', message: news.say }] : [],
    told,
  };
}

/** Where the advisor is, and a line in the customer's topic where that is elsewhere. */
export function atDesk(shown: Say, turn: DeskTurn): readonly DeskSay[] {
  const way = wayToTopic(turn);
  const here: DeskSay = {
    to: 'here',
    priority: 'answer',
    message: { ...shown, options: [...shown.options, ...way.map((row) => [...row])] },
  };
  const isElsewhere = turn.about?.topic != null && turn.about.topic.thread !== turn.thread;
  return isElsewhere
    ? [here, { to: 'topic', priority: 'answer', message: { ...shown, options: [], card: null } }]
    : [here];
}

export function statusButton({ id }: Pick<Customer, 'id'>, visit: Pick<Visit, 'id'>): Option {
  return visitButton(phrase('stageLabelStatus'), { do: 'show', customer: id, visit: visit.id });
}

export function undoButton({ id }: Pick<Customer, 'id'>, before: Before, at: number): Option {
  return visitButton(phrase('stageLabelUndo'), {
    do: 'undo',
    customer: id,
    visit: before.visit.id,
    at,
    before,
  });
}
