import * as z from 'zod';
import { type Address, addressKey } from '#shared/domain/address.ts';
import { type Customer, type Visit, visitSchema } from '#shared/domain/customer.ts';
import { withoutJob } from '#shared/domain/day.ts';
import type { Facts, Need } from '#shared/domain/facts.ts';
import { addressesOf } from '#shared/domain/identity.ts';
import { card, say, withNotice } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { dates } from '#shared/domain/slots/search.ts';
import { bookedCard, bookRow, calendarFile, visitButtons, visitText } from './booking/cards.ts';
import { bookTime, withVisit } from './booking/confirm.ts';
import { dayChanges } from './booking/day-changes.ts';
import { noReminder, reminderChange } from './booking/reminder.ts';
import type { Draft } from './booking/state.ts';
import { isLate } from './booking/target.ts';
import { wishOf } from './booking/times.ts';
import { handOver, limitReached, tooLateToChange } from './call-person.ts';
import { answer, button, type Decision, defineFlow, type FlowEvent, type Turn, toCustomer } from './flow.ts';

const action = z.discriminatedUnion('do', [
  z.object({ do: z.literal('list') }),
  z.object({ do: z.literal('show'), id: z.string() }),
  z.object({ do: z.literal('cancel'), id: z.string() }),
  /** Takes a cancellation back; the button carries the visit, since nothing else does any more. */
  z.object({ do: z.literal('undo'), visit: visitSchema }),
  z.object({ do: z.literal('coming'), id: z.string() }),
]);
type VisitAction = z.infer<typeof action>;

/** What a reminder's timer carries; a visit that was moved since has another start and gets no old reminder. */
const reminderData = z.object({ visit: z.string(), start: z.number() });

/** Booked visits: where they stand, cancelling and taking that back, the reminder of the day before. */
export const visits = defineFlow({
  name: 'visits',
  state: z.never(),
  action,
  takes: () => false,
  timers: true,
  needs: (_state, event, turn) => needsOf(event, turn),
  decide: (_state, event, facts, turn) => {
    if (event.kind === 'timer') return remind(event.key, event.data, turn);
    const asked: VisitAction = event.kind === 'action' ? event.action : { do: 'list' };
    switch (asked.do) {
      case 'list':
        return list(turn);
      case 'show':
        return withVisitOf(asked.id, turn, (visit) => answer(status(visit, turn)));
      case 'cancel':
        return withVisitOf(asked.id, turn, (visit) => cancel(visit, facts, turn));
      case 'undo':
        return undo(asked.visit, facts, turn);
      case 'coming':
        return withVisitOf(asked.id, turn, (visit) => answer(thanks(visit, turn)));
    }
  },
});

function needsOf(event: FlowEvent<VisitAction>, { customer, station, now }: Turn): readonly Need[] {
  if (event.kind !== 'action') return [];
  if (event.action.do === 'cancel') {
    const { id } = event.action;
    const visit = customer.visits.find((one) => one.id === id);
    return visit ? [{ kind: 'days', dates: visit.dates }] : [];
  }
  if (event.action.do !== 'undo') return [];
  const { visit } = event.action;
  return [
    { kind: 'days', dates: [...new Set([...visit.dates, ...dates(station, wishOf(draftOf(visit)), now)])] },
  ];
}

function list(turn: Turn): Decision<never> {
  const { visits } = turn.customer;
  const [only] = visits;
  if (!only) return answer(card('aside', phrase('noVisits'), bookRow));
  if (visits.length === 1) return answer(status(only, turn));
  const rows = visits.map(({ id, start, vehicle }) => [
    button(phrase('labelVisit', { start, car: vehicle.short }), { flow: 'visits', data: { do: 'show', id } }),
  ]);
  return answer(card('aside', phrase('visitsList', { count: visits.length }), rows));
}

function status(visit: Visit, { station }: Turn) {
  return card('aside', phrase('visitStatus', visitText(visit)), visitButtons(visit, station));
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

/** Asks nothing: the bay is free at once, and one tap takes it back while it still is. */
function cancel(visit: Visit, facts: Facts, turn: Turn): Decision<never> {
  const { customer } = turn;
  if (isLate(visit, turn)) return tooLate(turn);
  const before = [...facts.days.values()];
  const after = before.map((day) => withoutJob(day, visit.id));
  const gone = { ...visit, sequence: visit.sequence + 1 };
  const visits = customer.visits.filter(({ id }) => id !== visit.id);
  const text = phrase('cancelled', { ref: visit.id, start: visit.start, car: visit.vehicle.short });
  const undoing = button(phrase('labelUndo'), { flow: 'visits', data: { do: 'undo', visit: gone } });
  return {
    ...answer(card('aside', text, [[undoing], ...bookRow])),
    changes: [
      ...dayChanges({ before, after }),
      { kind: 'customer', customer: { ...customer, visits } },
      { kind: 'agreement', agreed: 'cancelled', visit: gone },
      noReminder(visit),
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
  return {
    ...answer(bookedCard(visit, turn, 'cancelUndone'), calendarFile(visit)),
    changes: [
      ...dayChanges(back.calendar),
      withVisit(customer, visit),
      { kind: 'agreement', agreed: 'booked', visit },
      reminderChange(visit, customer.consent, station, now),
    ],
  };
}

/** Another of the person's chats speaks of this visit: there its reminder is. */
function isSaidElsewhere({ chat }: Visit, customer: Customer, address: Address): boolean {
  return chat !== '' && chat !== addressKey(address) && addressesOf(customer).includes(chat);
}

/** The day before, once, and only for those who want it. The timer is used up in the same transaction. */
function remind(key: string, data: unknown, { customer, address }: Turn): Decision<never> {
  const used = { kind: 'timer', key, dueAt: null, data: null } as const;
  const due = reminderData.safeParse(data).data;
  const visit = customer.visits.find(({ id, start }) => id === due?.visit && start === due.start);
  if (!visit || customer.consent?.visit !== true || isSaidElsewhere(visit, customer, address))
    return { next: { kind: 'stay' }, changes: [used], say: [] };
  const { id } = visit;
  const message = say(phrase('reminder', visitText(visit)), [
    [button(phrase('labelComing'), { flow: 'visits', data: { do: 'coming', id } })],
    [
      button(phrase('labelMove'), { flow: 'book', data: { do: 'move', id } }),
      button(phrase('labelCancelVisit'), { flow: 'visits', data: { do: 'cancel', id } }),
    ],
  ]);
  const short = { kind: 'reminder', start: visit.start, car: visit.vehicle.short } as const;
  const told = withNotice({ ...message, card: 'aside' }, short);
  return { next: { kind: 'stay' }, changes: [used], say: [toCustomer(told)] };
}
