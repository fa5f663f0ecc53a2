import { type Customer, upcomingVisits, type Visit } from '#shared/domain/customer.ts';
import { fold } from '#shared/domain/fold.ts';
import type { Estimate } from '#shared/domain/order/estimate.ts';
import type { Deferred } from '#shared/domain/order/order.ts';
import { card, type Say, say } from '#shared/domain/outbound.ts';
import { type Phrase, type PhraseArgs, phrase } from '#shared/domain/phrase.ts';
import { answer, type Decision, type Outgoing, type Turn, toCustomer } from '../flow.ts';
import { afterBooking } from '../settings/phone.ts';
import { act, type PayerAction, type PutOffAsked } from './action.ts';
import { line } from './request.ts';

/** What was put off comes back at the next visit of the same car: as one question, and never as a sum. */

/** What was put off longer ago is forgotten: the car has changed since. */
const rememberedMs = 18 * 30.5 * 24 * 60 * 60_000;
/** So many are named; of more, how many. */
const mostNamed = 3;

type Car = { readonly vehicle: string | null; readonly car: string };
type Items = PhraseArgs['payerPutOff']['items'];

/** What was put off for a car and is still remembered, what is about safety first; also what the owner does not want to hear of. */
export function putOffFor(
  { deferred, vehicles }: Customer,
  { vehicle, car }: Car,
  now: number,
): readonly Deferred[] {
  const isOnly = vehicles.length <= 1;
  return deferred
    .filter(({ at }) => now - at < rememberedMs)
    .filter((one) => one.vehicle === vehicle || one.car === car || (one.vehicle === null && isOnly))
    .toSorted((a, b) => rank(a) - rank(b) || b.at - a.at);
}

const ranks = { safety: 0, soon: 1, wish: 2 } as const;

function rank({ urgency }: Deferred): number {
  return urgency === null ? ranks.wish : ranks[urgency];
}

/** As phrases carry them. */
export function itemsOf(deferred: readonly Deferred[]): Items {
  return deferred.map(({ name, cents, at }) => ({ name, cents, at }));
}

/** What a new visit brings back; null where there is nothing, or it is to be looked at during another visit already. */
export function putOffQuestion(
  customer: Customer,
  visit: Visit,
  { now }: Pick<Turn, 'now'>,
): { readonly state: PutOffAsked; readonly ask: Say } | null {
  const { id, vehicle } = visit;
  const coming = upcomingVisits(customer, now).map((one) => one.id);
  const back = putOffFor(customer, { vehicle: vehicle.id, car: vehicle.short }, now).filter(
    (one) => !one.silent && one.visit !== id && !coming.some((other) => other === one.visit),
  );
  if (back.length === 0) return null;
  const state: PutOffAsked = {
    step: 'putOff',
    visit: id,
    lines: back.map(({ ref, line: number }) => ({ ref, line: number })),
  };
  return { state, ask: putOffCard(state, back, []) };
}

/** What somebody was reminded of and has booked for is looked at during that visit, without being asked about again. */
export function lookedAt(
  lines: Answer['lines'],
  { id }: Pick<Visit, 'id'>,
  { customer }: Pick<Turn, 'customer'>,
): { readonly customer: Customer; readonly say: readonly Say[]; readonly line: readonly Outgoing[] } {
  const chosen = linesOf(customer, { lines });
  if (chosen.length === 0) return { customer, say: [], line: [] };
  const deferred = customer.deferred.map((one) =>
    chosen.includes(one) ? { ...one, visit: id, silent: false } : one,
  );
  const items = itemsOf(chosen.slice(0, mostNamed));
  return {
    customer: { ...customer, deferred },
    say: [say(phrase('payerLook'))],
    line: [line(phrase('payerDeskLook', { ref: id, items }))],
  };
}

/** The question once more; null where nothing of it is left. */
export function putOffAgain(state: PutOffAsked, lead: readonly Phrase[], customer: Customer): Say | null {
  const back = linesOf(customer, state);
  return back.length === 0 ? null : putOffCard(state, back, lead);
}

function putOffCard(
  { step: _, ...of }: PutOffAsked,
  back: readonly Deferred[],
  lead: readonly Phrase[],
): Say {
  const items = itemsOf(back.slice(0, mostNamed));
  const text = phrase('payerPutOff', { items, more: Math.max(0, back.length - mostNamed) });
  return card(
    'aside',
    [...lead, text],
    [
      [
        act(phrase('payerLabelLook'), { do: 'look', ...of }),
        act(phrase('payerLabelNotNow'), { do: 'notNow', ...of }),
      ],
      [act(phrase('payerLabelNever'), { do: 'never', ...of })],
    ],
  );
}

type Answer = Extract<PayerAction, { do: 'look' | 'notNow' | 'never' }>;

function linesOf({ deferred }: Customer, { lines }: Pick<Answer, 'lines'>): readonly Deferred[] {
  return deferred.filter((one) =>
    lines.some(({ ref, line: number }) => one.ref === ref && one.line === number),
  );
}

/** Their word on it. What is looked at stays put off until an estimate answers it. */
export function putOffAnswered(asked: Answer, turn: Turn): Decision<never> {
  const { customer, now } = turn;
  const chosen = linesOf(customer, asked);
  const isComing = upcomingVisits(customer, now).some(({ id }) => id === asked.visit);
  if (asked.do === 'look' && (!isComing || chosen.length === 0))
    return { ...answer(say(phrase('visitPast'))), next: { kind: 'done' } };
  const after: Customer = {
    ...customer,
    deferred: customer.deferred
      .filter(({ at }) => now - at < rememberedMs)
      .map((one) => (chosen.includes(one) ? answered(one, asked, now) : one)),
  };
  const told = card('aside', phrase(words[asked.do]));
  const more = turn.conversation.flow === null || turn.conversation.flow.name === 'payer';
  const follows = more && isComing ? afterBooking(after) : { next: null, ask: [] };
  const items = itemsOf(chosen).slice(0, mostNamed);
  return {
    next: follows.next ?? { kind: 'done' },
    changes: [{ kind: 'customer', customer: after }],
    say: [
      ...[told, ...follows.ask].map(toCustomer),
      ...(asked.do === 'look' ? [line(phrase('payerDeskLook', { ref: asked.visit, items }))] : []),
    ],
  };
}

const words = { look: 'payerLook', notNow: 'payerNotNow', never: 'payerNever' } as const;

/** Who said "not this time" is not reminded of it within weeks. */
const notNowMs = 60 * 24 * 60 * 60_000;

function answered(one: Deferred, { do: said, visit }: Answer, now: number): Deferred {
  const { visit: _, ...rest } = one;
  switch (said) {
    case 'look':
      return { ...rest, visit, silent: false };
    case 'notNow':
      return { ...rest, later: now + notNowMs };
    case 'never':
      return { ...rest, silent: true };
  }
}

/** For an advisor who writes an estimate of that car: what was put off and is not among its lines. */
export function putOffHint(
  customer: Customer,
  car: Car,
  { lines }: Pick<Estimate, 'lines'>,
  now: number,
): readonly Phrase[] {
  const names = new Set(lines.flatMap(({ options }) => options.map(({ name }) => fold(name))));
  const left = putOffFor(customer, car, now).filter(({ name, silent }) => !silent && !names.has(fold(name)));
  const items = itemsOf(left.slice(0, mostNamed));
  return items.length === 0 ? [] : [phrase('payerCardPutOff', { items, more: left.length - items.length })];
}

/** Lines of the pinned card: who answers, what is to be looked at during which visit, and what else was put off. */
export function payerLines(customer: Customer, now: number): readonly Phrase[] {
  const known = customer.deferred.filter(({ at }) => now - at < rememberedMs);
  const visits = upcomingVisits(customer, now);
  const looked = visits.flatMap(({ id }) => {
    const items = itemsOf(known.filter(({ visit }) => visit === id));
    return items.length === 0 ? [] : [phrase('payerCardLook', { ref: id, items: items.slice(0, mostNamed) })];
  });
  const rest = known.filter(({ visit }) => !visits.some(({ id }) => id === visit));
  const items = itemsOf(rest.slice(0, mostNamed));
  const more = Math.max(0, rest.length - mostNamed);
  return [
    ...(customer.approver ? [phrase('payerCardAnswers', { name: customer.approver.name })] : []),
    ...looked,
    ...(items.length > 0 ? [phrase('payerCardPutOff', { items, more })] : []),
  ];
}
