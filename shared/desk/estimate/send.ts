import type { Customer } from '#shared/domain/customer.ts';
import type { Facts } from '#shared/domain/facts.ts';
import type { Order } from '#shared/domain/order/order.ts';
import {
  answered,
  carryOn,
  ceiling,
  nameOf,
  propose,
  withdraw,
  withOrder,
} from '#shared/domain/order/steps.ts';
import { card, type Outbound, type Say, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { storedPhoto } from '#shared/domain/stored.ts';
import { estimateCard, estimateShown } from '#shared/flows/estimate/card.ts';
import { answeredLines, isProposed, type Proposed } from '#shared/flows/estimate/lines.ts';
import { agreedChange } from '#shared/flows/estimate/recap.ts';
import { estimateTimers, noEstimateTimers } from '#shared/flows/estimate/timers.ts';
import { dealtWith } from '../diary/outcome.ts';
import { type About, type DeskDecision, type DeskSay, type DeskTurn, reply, toast } from '../turn.ts';
import { sentCard } from './preview.ts';
import { refusedToast } from './refused.ts';
import { type Asked, askedOf, toEverybody } from './whose.ts';

/** From the preview to the customer, and back. A button of an older edition does nothing; two taps send once. */

/** The draft goes to whoever is asked; the owner sees it where that is somebody else. */
export function sent(
  order: Order,
  edition: number,
  about: About,
  facts: Facts,
  turn: DeskTurn,
): DeskDecision {
  const { now, by, station } = turn;
  const { blocked } = about.case;
  if (blocked) return toast(phrase('relayShutOut', { by: blocked.by }));
  const asked = askedOf(about, facts, turn);
  const { chat, name } = asked;
  if (chat === null) return toast(phrase('orderNoReach', { name, phone: asked.phone ?? '' }));
  const who = asked.other?.customer.id ?? null;
  const step = propose(order, { edition, at: now, who, allowance: about.customer.allowance });
  if (step.kind === 'refused') return refusedToast(step.why, order);
  const after = step.order;
  if (!isProposed(after)) return refusedToast('older', order);
  return {
    changes: [{ kind: 'order', order: after }, ...estimateTimers(after, { chat, station, now })],
    customer: withOrder(about.customer, after),
    say: [
      { to: 'here', priority: 'answer', message: sentCard(after, after.estimate, by.advisor, name) },
      ...toAsked(after, about, asked),
    ],
    case: dealtWith(about, turn),
    spoke: true,
  };
}

/** Photos of the lines as an album, then the card. Together one row: they come in their order, or wait together. */
function toAsked(order: Proposed, { customer }: About, { other, name }: Asked): readonly DeskSay[] {
  const photos = photosOf(order);
  const to = (message: Outbound): DeskSay => ({ to: 'customer', priority: 'person', message });
  if (other === null) return [...photos, estimateCard(order, name)].map(to);
  const asks: Say = estimateCard(order, name);
  const shows: Say = estimateShown(order, customer.name);
  const forOwner = phrase('payerFor', { name: customer.name });
  const waiting = phrase('payerWaiting', { name });
  return [
    ...[...photos, { ...asks, text: [forOwner, ...asks.text] }].map((one) => ({ ...to(one), of: other })),
    ...[...photos, { ...shows, text: [waiting, ...shows.text] }].map(to),
  ];
}

function photosOf({ ref, estimate }: Proposed): readonly Outbound[] {
  return estimate.lines.flatMap((line) =>
    line.photos.map((key) =>
      storedPhoto({ key }, { caption: `${line.id}. ${nameOf(line)}`, album: `${ref}-${estimate.edition}` }),
    ),
  );
}

/** The draft is dropped. Nobody outside the group saw it. */
export function discarded(order: Order, edition: number, about: About): DeskDecision {
  if (order.draft?.edition !== edition) return refusedToast('older', order);
  const after: Order = { ...order, draft: null };
  return {
    changes: [{ kind: 'order', order: after }],
    customer: withoutEmpty(about, after),
    say: reply(card('aside', phrase('orderDiscarded', { ref: order.ref }))).say,
  };
}

/** An order of which nothing was ever sent leaves no trace on the customer's row. */
function withoutEmpty({ customer }: About, order: Order) {
  const known = withOrder(customer, order);
  const isEmpty = order.estimate === null && order.agreed === null;
  return isEmpty ? { ...known, orders: known.orders.filter(({ ref }) => ref !== order.ref) } : known;
}

/** The open edition is taken back, and everybody who got it is told. */
export function withdrawn(
  order: Order,
  edition: number,
  about: About,
  facts: Facts,
  turn: DeskTurn,
): DeskDecision {
  if (order.estimate?.edition !== edition) return refusedToast('older', order);
  const step = withdraw(order);
  if (step.kind === 'refused') return refusedToast(step.why, order);
  const asked = askedOf(about, facts, turn);
  const { chat } = asked;
  const { ref } = order;
  return {
    changes: [{ kind: 'order', order: step.order }, ...(chat === null ? [] : noEstimateTimers(ref, chat))],
    customer: withOrder(about.customer, step.order),
    say: [
      {
        to: 'here',
        priority: 'answer',
        message: card('aside', phrase('orderWithdrawn', { ref, by: turn.by.advisor })),
      },
      ...toEverybody(say(phrase('estimateOver', { ref, state: 'withdrawn' })), about, asked),
    ],
    spoke: true,
  };
}

/** The draft is done within what the owner allows; they are told the same words that the ledger keeps. */
export function goneOn(
  order: Order,
  edition: number,
  about: About,
  facts: Facts,
  turn: DeskTurn,
): DeskDecision {
  const { now, station, by } = turn;
  const { customer } = about;
  const { signAbove } = station.rules;
  const step = carryOn(order, { edition, at: now, allowance: customer.allowance, signAbove });
  if (step.kind === 'refused') return refusedToast(step.why, order);
  const { order: after } = step;
  const { agreed, ref, car } = after;
  if (agreed === null) return refusedToast('notAgreed', order);
  const asked = askedOf(about, facts, turn);
  const { number, cents, estimate, choices } = agreed;
  const limit = ceiling(after);
  const lines = answeredLines(estimate, choices);
  const { ready } = estimate;
  const words = phrase('orderWithin', {
    ref,
    number,
    by: by.advisor,
    car,
    at: now,
    lines,
    cents,
    limit,
    ready,
  });
  const line = phrase('orderCarriedOn', { ref, number, by: by.advisor, cents, limit });
  return {
    changes: [
      { kind: 'order', order: after },
      ...agreedChange(after, { ...byDesk(customer, turn, asked.language), kind: 'answer' }, [words]),
    ],
    customer: withOrder(customer, after),
    say: [
      { to: 'here', priority: 'answer', message: card('aside', line) },
      ...toEverybody(card('aside', words), about, asked),
    ],
    spoke: true,
  };
}

/** For the ledger: who said it (the owner, or whoever answers in their place), and which advisor wrote it down. */
export function byDesk(
  { id, name }: Pick<Customer, 'id' | 'name'>,
  { by, now }: DeskTurn,
  language: Asked['language'],
) {
  return { who: { customer: id, name }, by: by.advisor, at: now, language, inbound: '' } as const;
}

/** The question about an estimate has its answer: whoever is asked may be reminded again. */
export function questionOver(order: Order): DeskDecision {
  const step = answered(order);
  if (step.kind === 'refused') return refusedToast(step.why, order);
  const line = phrase('orderAnswered', { ref: order.ref });
  return { changes: [{ kind: 'order', order: step.order }], say: [], toast: line };
}
