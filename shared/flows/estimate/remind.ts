import { addressKey } from '#shared/domain/address.ts';
import type { Customer } from '#shared/domain/customer.ts';
import { type Change, type Facts, type Need, orderName } from '#shared/domain/facts.ts';
import { totalOf } from '#shared/domain/order/estimate.ts';
import type { Order } from '#shared/domain/order/order.ts';
import { expire, isAsked, isOpen, isOwner, nudged } from '#shared/domain/order/steps.ts';
import { card, type Outbound, say, withNotice } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { isOpen as isDeskOpen } from '#shared/domain/working-time.ts';
import { passage } from '../automatic.ts';
import { deskHours } from '../baton/timers.ts';
import { aboutOther, answer, type Decision, type Turn, toCustomer, toDesk } from '../flow.ts';
import { deskButtons } from './at-desk.ts';
import { askButtons } from './card.ts';
import { isProposed, type Proposed } from './lines.ts';
import { changesOf, needsOf } from './standing.ts';
import { type EstimateTimerData, estimateTimerData, expireKey, nudgeTimer } from './timers.ts';

/** An estimate that nobody answers: one kind word, then a call is asked for; and its end. */

export function needsOfTimer(data: unknown, turn: Turn): readonly Need[] {
  const due = estimateTimerData.safeParse(data).data;
  return due ? needsOf(due, turn) : [];
}

export function timerFired(key: string, data: unknown, facts: Facts, turn: Turn): Decision<never> {
  const used: Change = { kind: 'timer', key, dueAt: null, data: null };
  const due = estimateTimerData.safeParse(data).data;
  const order = due && facts.orders.get(orderName(due));
  if (!due || !order || !isProposed(order) || order.estimate.edition !== due.edition || !isOpen(order))
    return { ...answer(), changes: [used] };
  const decision = decided(key, due, order, facts, turn);
  return { ...decision, changes: [used, ...decision.changes] };
}

function decided(
  key: string,
  due: EstimateTimerData,
  order: Proposed,
  facts: Facts,
  turn: Turn,
): Decision<never> {
  if (key === expireKey(order.ref)) return expired(due, order, facts, turn);
  return due.step === 1 ? nudge(due, order, facts, turn) : asksForCall(due, order, facts, turn);
}

/** One word, to those who want to be written to, while people are there; then the same time once more. */
function nudge(due: EstimateTimerData, order: Proposed, facts: Facts, turn: Turn): Decision<never> {
  const { address, station, now } = turn;
  const again = nudgeTimer({ ...due, step: 2 }, { chat: addressKey(address), station, now });
  const step = mayNudge(order, due, turn) ? nudged(order, now) : null;
  const may = passage({ purpose: 'visit', worthUntil: order.estimate.validUntil }, turn);
  // Not now is not at all: the next timer has an advisor call.
  if (step?.kind !== 'next' || may.kind !== 'go') return { ...answer(), changes: [again] };
  const changes = changesFor(step.order, facts, { ...turn, customer: may.customer });
  return {
    ...answer(),
    changes: [again, ...withRow(may.customer, changes)],
    say: [toCustomer(nudgeWords(order, now))],
  };
}

/** What was written to whoever is asked is noted in their own row, also where that is not the owner's. */
function withRow(customer: Customer, changes: readonly Change[]): readonly Change[] {
  const isThere = changes.some((one) => one.kind === 'customer' && one.customer.id === customer.id);
  return isThere ? changes : [{ kind: 'customer', customer }, ...changes];
}

function mayNudge(order: Order, due: EstimateTimerData, turn: Turn): boolean {
  const { customer, station, now } = turn;
  return isAsked(order, customer) && isDeskOpen(deskHours(station), now) && !isTalking(order, due, turn);
}

/** So long after it was sent an advisor's word belongs to sending it. */
const sendingMs = 60_000;

/** They wait for us, or an advisor wrote since: nobody is reminded in the middle of a talk. */
function isTalking({ question }: Order, { at }: EstimateTimerData, turn: Turn): boolean {
  const { waitingSince, answered } = turn.case;
  return question || waitingSince !== null || (answered?.at ?? 0) > at + sendingMs;
}

function nudgeWords(order: Proposed, now: number): Outbound {
  const { car, estimate } = order;
  const { ready, validUntil } = estimate;
  const answerBy = estimate.answerBy !== null && estimate.answerBy > now ? estimate.answerBy : null;
  const words = phrase('estimateNudge', { car, cents: totalOf(estimate), ready, answerBy });
  return withNotice(
    { ...card('aside', words, askButtons(order)), brief: true },
    { kind: 'estimate', car, until: validUntil },
  );
}

/** In the owner's topic: nobody has answered, please call. */
function asksForCall(due: EstimateTimerData, order: Proposed, facts: Facts, turn: Turn): Decision<never> {
  if (isTalking(order, due, turn)) return answer();
  const { ref, car, estimate } = order;
  const { name, phone } = turn.customer;
  const cents = totalOf(estimate);
  const words = phrase('orderCall', { ref, car, cents, since: due.at, name, phone: phone ?? '' });
  const line = say(words, deskButtons(order, estimate.edition));
  return { ...answer(), say: [aboutOther(toDesk(line), facts.people.get(order.of))] };
}

/** While a question is open it is looked at again. */
const againMs = 24 * 60 * 60_000;

function expired(due: EstimateTimerData, order: Proposed, facts: Facts, turn: Turn): Decision<never> {
  const { now } = turn;
  const key = expireKey(order.ref);
  const step = expire(order, { edition: due.edition, at: now });
  if (step.kind === 'refused')
    return { ...answer(), changes: [{ kind: 'timer', key, dueAt: now + againMs, data: due }] };
  const { ref, car, estimate } = order;
  const line = say(phrase('estimateDeskOver', { ref, car, cents: totalOf(estimate) }));
  return {
    ...answer(),
    changes: changesFor(step.order, facts, turn),
    say: [aboutOther(toDesk(line), facts.people.get(order.of))],
  };
}

/** The owner's row goes along where it is at hand. */
function changesFor(order: Order, { people }: Facts, { customer }: Turn): readonly Change[] {
  const owner = isOwner(order, customer) ? customer : people.get(order.of)?.customer;
  return owner ? changesOf(order, { customer: owner }) : [{ kind: 'order', order }];
}
