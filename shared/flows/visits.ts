import * as z from 'zod';
import { openRequests, type Visit, visitSchema, withVisitAs } from '#shared/domain/customer.ts';
import { withoutJob } from '#shared/domain/day.ts';
import type { Facts, Need } from '#shared/domain/facts.ts';
import { card, say } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { dates } from '#shared/domain/slots/search.ts';
import { type SpokenWish, spokenWishSchema } from '#shared/domain/understood.ts';
import { isDone, withDone } from '#shared/domain/visit/life.ts';
import { afterWorkingMinutes, isOpen } from '#shared/domain/working-time.ts';
import { deskHours } from './baton/timers.ts';
import { bookedCard, bookRow, calendarFile, visitButtons, visitText } from './booking/cards.ts';
import { bookTime, customerWith } from './booking/confirm.ts';
import { dayChanges } from './booking/day-changes.ts';
import type { Draft } from './booking/state.ts';
import { isLate } from './booking/target.ts';
import { wishOf } from './booking/times.ts';
import { handOver, limitReached, promiseGiven, tooLateToChange } from './call-person.ts';
import { clockChange, noClock } from './clock/agenda.ts';
import { toldNow } from './clock/news-by.ts';
import { lateBy } from './coming/late.ts';
import { lateRow } from './coming/ways.ts';
import { bookedVisits } from './coming/which.ts';
import { answer, button, type Decision, defineFlow, type FlowEvent, type Turn, toDesk } from './flow.ts';
import { endVisit, visitOver } from './visit/end.ts';
import { conditionPhotos, pastText, statusSay } from './visit/news.ts';
import { shownName, tellAt } from './visit/tell.ts';
import { freed } from './waitlist/freed.ts';
import { waitlistRow } from './waitlist/ways.ts';

const action = z.discriminatedUnion('do', [
  z.object({ do: z.literal('list') }),
  z.object({ do: z.literal('show'), id: z.string() }),
  z.object({ do: z.literal('cancel'), id: z.string() }),
  /** They wrote that it is to be cancelled: one tap does it. */
  z.object({ do: z.literal('askCancel'), id: z.string() }),
  /** Which of several is to be at the time that they said. */
  z.object({ do: z.literal('which'), wish: spokenWishSchema }),
  /** Takes a cancellation back; the button carries the visit, since nothing else does any more. */
  z.object({ do: z.literal('undo'), visit: visitSchema }),
  z.object({ do: z.literal('coming'), id: z.string() }),
  /** Photos of the car as it came. */
  z.object({ do: z.literal('photos'), id: z.string() }),
  /** They are on the way to collect it. */
  z.object({ do: z.literal('collect'), id: z.string() }),
]);
type VisitAction = z.infer<typeof action>;

/** Booked visits: where they stand, cancelling and taking that back. */
export const visits = defineFlow({
  name: 'visits',
  state: z.never(),
  action,
  takes: () => false,
  needs: (_state, event, turn) => needsOf(event, turn),
  decide: (_state, event, facts, turn) => {
    const asked: VisitAction = event.kind === 'action' ? event.action : { do: 'list' };
    switch (asked.do) {
      case 'list':
        return list(turn);
      case 'show':
        return withVisitOf(asked.id, turn, (visit) => shown(visit, turn));
      case 'cancel':
        return withVisitOf(asked.id, turn, (visit) => cancel(visit, facts, turn));
      case 'askCancel':
        return withVisitOf(asked.id, turn, (visit) => asksCancel(visit, turn));
      case 'which':
        return which(asked.wish, turn);
      case 'photos':
        return withVisitOf(asked.id, turn, (visit) => answer(...conditionPhotos(visit)));
      case 'collect':
        return withVisitOf(asked.id, turn, (visit) => collects(visit, turn));
      case 'undo':
        return undo(asked.visit, facts, turn);
      case 'coming':
        return withVisitOf(asked.id, turn, (visit) => answer(thanks(visit, turn)));
    }
  },
});

function needsOf(event: FlowEvent<VisitAction>, turn: Turn): readonly Need[] {
  const { customer, station, now } = turn;
  if (event.kind !== 'action') return [];
  if (event.action.do === 'cancel') {
    const { id } = event.action;
    const visit = customer.visits.find((one) => one.id === id);
    return visit ? [{ kind: 'days', dates: visit.dates }] : [];
  }
  if (event.action.do !== 'undo') return [];
  const { visit } = event.action;
  const read = [...visit.dates, ...dates(station, wishOf(draftOf(visit), turn), now)];
  return [{ kind: 'days', dates: [...new Set(read)] }];
}

function list(turn: Turn): Decision<never> {
  const { visits } = turn.customer;
  const [only] = visits;
  const requests = requestLines(turn);
  if (!only && requests.length > 0) return answer(card('aside', requests, waitlistRow(turn.customer)));
  if (!only)
    return answer(
      lately(turn) ?? card('aside', phrase('noVisits'), [...bookRow, ...waitlistRow(turn.customer)]),
    );
  if (visits.length === 1 && requests.length === 0) return shown(only, turn);
  const rows = visits.map(({ id, start, vehicle }) => [
    button(phrase('labelVisit', { start, car: vehicle.short }), { flow: 'visits', data: { do: 'show', id } }),
  ]);
  return answer(
    card(
      'aside',
      [phrase('visitsList', { count: visits.length }), ...requests],
      [...rows, ...waitlistRow(turn.customer)],
    ),
  );
}

/** Which visit is to be at another time, or whether it is one more: what they said of the time goes with the tap. */
function which(wish: SpokenWish, turn: Turn): Decision<never> {
  const booked = bookedVisits(turn);
  const rows = booked.map(({ id, start, vehicle }) => [
    button(phrase('labelVisit', { start, car: vehicle.short }), {
      flow: 'book',
      data: { do: 'moveWords', id, wish },
    }),
  ]);
  const { services } = wish;
  const label = services.length > 0 ? phrase('questionLabelBook', { services }) : phrase('labelBook');
  const another = button(label, { flow: 'book', data: { do: 'words', wish: { ...wish, intent: 'book' } } });
  // "Can you put the tyres on Friday": no visit that is booked is for them.
  const isOther = wish.services.some((id) => !booked.some(({ services }) => services.includes(id)));
  const more = wish.intent === 'move' && !isOther ? [] : [[another]];
  return answer(card('aside', phrase('visitsList', { count: booked.length }), [...rows, ...more]));
}

/** The visit by all its names, and the button: words alone cancel nothing, be it a plain yes to this. */
function asksCancel(visit: Visit, turn: Turn): Decision<never> {
  const shown = status(visit, turn);
  if (visit.life.stage !== 'booked') return answer(shown);
  const asked = answer({ ...shown, text: [...shown.text, phrase('visitCancelAsk')] });
  return {
    ...asked,
    settings: { cancelAsked: { visit: visit.id, heardAt: turn.conversation.heardAt } },
  };
}

/** What an advisor is about to confirm: its time, and by when. A promise that has passed is not said again. */
function requestLines(turn: Turn): readonly Phrase[] {
  return openRequests(turn.customer, turn.now).map(({ start, car, advisor, by }) =>
    phrase('promiseRequested', { start, car, advisor, by: by > turn.now ? by : promiseGiven(turn).by }),
  );
}

/** Where the car is, at any hour: what is so since when, what comes next, by when, what is needed. */
function status(visit: Visit, turn: Turn) {
  const { station } = turn;
  return visit.life.stage === 'booked'
    ? card(
        'aside',
        [phrase('visitStatus', visitText(visit)), ...lateLine(visit)],
        [...lateRow(visit, turn), ...visitButtons(visit, station), ...waitlistRow(turn.customer)],
      )
    : statusSay(visit, turn);
}

function lateLine(visit: Visit): readonly Phrase[] {
  const by = lateBy(visit);
  return by === null ? [] : [phrase('stageLate', { by })];
}

/** The same as an answer: what was to be told of it within minutes is told by that, and not once more. */
function shown(visit: Visit, turn: Turn): Decision<never> {
  const { station, now } = turn;
  const { life } = visit;
  const { heardAt } = turn.conversation;
  if (life.stage === 'booked')
    return { ...answer(status(visit, turn)), settings: { visitShown: { visit: visit.id, heardAt } } };
  if (tellAt(visit, turn) === null) return answer(status(visit, turn));
  // The car as it came is still being written down: with that the arrival is told all the same.
  const isRead = life.stage !== 'arrived' || isDone(life, 'intake');
  const known = isRead
    ? toldNow(visit, life.stage, station, now)
    : { ...visit, life: withDone(life, shownName(visit)) };
  const customer = withVisitAs(turn.customer, known);
  return {
    ...answer(status(known, turn)),
    changes: [{ kind: 'customer', customer }, ...clockChange(known, { customer, station }, now)],
  };
}

/** Thanks, and everything about the visit stays on the card. */
function thanks(visit: Visit, turn: Turn) {
  const shown = status(visit, turn);
  return { ...shown, text: [phrase('reminderThanks'), ...shown.text] };
}

function withVisitOf(id: string, turn: Turn, then: (visit: Visit) => Decision<never>): Decision<never> {
  const visit = turn.customer.visits.find((one) => one.id === id);
  return visit ? then(visit) : answer(card('aside', phrase('visitPast'), bookRow));
}

/** Somebody who asks soon after the keys were handed back hears that, and since when. */
function lately({ customer: { past }, now }: Turn) {
  const last = past.at(-1);
  return last && now - last.end < latelyMs ? card('aside', pastText(last), bookRow) : null;
}

const latelyMs = 2 * 24 * 60 * 60_000;

/** They set off for a car that is ready: the desk sees it; who would stand before a closed door hears when it opens. */
function collects(visit: Visit, turn: Turn): Decision<never> {
  if (visit.life.stage !== 'ready') return answer(status(visit, turn));
  const told = toDesk(say(phrase('stageCollects', { car: visit.vehicle.short })));
  const desk = deskHours(turn.station);
  const opens = isOpen(desk, turn.now) ? null : afterWorkingMinutes(desk, turn.now, 0);
  const thanks = answer(card('aside', phrase('stageCollect', { opens })));
  return { ...thanks, say: [...thanks.say, told] };
}

/** Asks nothing: the bay is free at once, and one tap takes it back while it still is. */
function cancel(visit: Visit, facts: Facts, turn: Turn): Decision<never> {
  const { customer, station, now } = turn;
  // An old button: the car is here.
  if (visit.life.stage !== 'booked') return answer(status(visit, turn));
  if (isLate(visit, turn)) return tooLate(turn);
  const before = [...facts.days.values()];
  const after = before.map((day) => withoutJob(day, visit.id));
  const gone = { ...visit, sequence: visit.sequence + 1 };
  const text = phrase('cancelled', { ref: visit.id, start: visit.start, car: visit.vehicle.short });
  const undoing = button(phrase('labelUndo'), { flow: 'visits', data: { do: 'undo', visit: gone } });
  return {
    ...answer(card('aside', text, [[undoing], ...bookRow])),
    changes: [
      ...dayChanges({ before, after }),
      { kind: 'customer', customer: endVisit(customer, visit, 'cancelled', now) },
      { kind: 'agreement', agreed: 'cancelled', visit: gone },
      ...visitOver(customer, visit, 'cancelled', null, station, now),
      ...noClock(visit),
      ...freed(visit.dates, turn, visit),
    ],
  };
}

function tooLate(turn: Turn): Decision<never> {
  return handOver(turn, 'tooLate', (promise) => say(tooLateToChange(turn, promise)));
}

function tooMany(turn: Turn): Decision<never> {
  return handOver(turn, 'limit', (promise) => card('aside', limitReached(turn, promise)));
}

/** The cancelled visit as a draft for the same time; the old id stays its reference. */
function draftOf(visit: Visit): Draft {
  return { id: visit.id, services: visit.services, vehicle: visit.vehicle, moving: null };
}

function undo(cancelled: Visit, facts: Facts, turn: Turn): Decision<never> {
  const { customer, station, now } = turn;
  if (customer.visits.some(({ id }) => id === cancelled.id)) return list(turn);
  if (customer.visits.length >= station.rules.openBookingsPerPerson) return tooMany(turn);
  const hold = { start: cancelled.start, until: 0, dates: [], readyIfWaiting: null, readyIfLeft: null };
  const back = bookTime(draftOf(cancelled), hold, cancelled.stay, facts, turn);
  if (!back) return answer(card('aside', phrase('cancelUndoGone'), bookRow));
  // An old button may know an old number; the customer's version is above every one that was given so far.
  const visit = { ...back.visit, sequence: Math.max(cancelled.sequence, customer.version) + 1 };
  const past = customer.past.filter(({ id }) => id !== cancelled.id);
  const stored = { ...customerWith(customer, visit), past };
  return {
    ...answer(bookedCard(visit, turn, 'cancelUndone'), calendarFile(visit)),
    changes: [
      ...dayChanges(back.calendar),
      { kind: 'customer', customer: stored },
      { kind: 'agreement', agreed: 'booked', visit },
      ...clockChange(visit, { customer: stored, station }, now),
    ],
  };
}
