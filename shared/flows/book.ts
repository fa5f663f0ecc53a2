import { maybeCar } from '#shared/domain/car-named.ts';
import { type LocalDate, toWall } from '#shared/domain/clock.ts';
import type { Visit } from '#shared/domain/customer.ts';
import type { Facts, Need } from '#shared/domain/facts.ts';
import { card, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { dates } from '#shared/domain/slots/search.ts';
import { isByHand, requestBooking } from './booking/by-hand.ts';
import {
  bookedCard,
  bookRow,
  calendarFile,
  carCard,
  diagnosticsRow,
  elsewhereRows,
  heldCard,
  problemCard,
  timesCard,
  visitButtons,
  visitText,
  whichCarCard,
  workCard,
} from './booking/cards.ts';
import { bookTime, keepTime, withVisit } from './booking/confirm.ts';
import { type Calendar, calendarOf, dayChanges, daysOf } from './booking/day-changes.ts';
import { noWay } from './booking/said.ts';
import { timesFor } from './booking/shown.ts';
import { type Booking, bookingActionSchema, bookingSchema, type Draft } from './booking/state.ts';
import type { Target } from './booking/steps.ts';
import { stayMeant, targetOf } from './booking/target.ts';
import { wishOf } from './booking/times.ts';
import { wantedDates } from './booking/wanted.ts';
import { elsewhereLines, takesWords } from './booking/words.ts';
import { type AnswerPromise, handOver, limitReached, tooLateToChange } from './call-person.ts';
import { clockChange, noClock } from './clock/agenda.ts';
import { bookedHappened } from './count.ts';
import { answer, button, type Decision, defineFlow, type Turn, toCustomer } from './flow.ts';
import { lookedAt, putOffQuestion } from './payer/put-off.ts';
import { afterBooking } from './settings/phone.ts';
import { freed } from './waitlist/freed.ts';
import { heldIn } from './waitlist/held.ts';
import { leavingFor } from './waitlist/leave.ts';

/** From "Book a visit" to a booked bay, and moving a visit that is booked: work, car, time, wait or leave. */
export const book = defineFlow({
  name: 'book',
  state: bookingSchema,
  action: bookingActionSchema,
  takes: (state, event, { word, understood }) => {
    if (event.kind !== 'text') return false;
    if (word === null && understood?.wish && takesWords(state, understood.wish)) return true;
    if (state.step === 'stay') return word === 'no' || (word === 'yes' && stayMeant(state) !== null);
    if (state.step === 'car') return maybeCar(event.text);
    return state.step === 'problem';
  },
  needs: (state, event, turn) => needsOf(targetOf(state, event, turn), state, turn),
  decide: (state, event, facts, turn) => {
    const target = targetOf(state, event, turn);
    const decision = decideTarget(target, state, facts, turn);
    return target.unclear ? { ...decision, understood: false } : decision;
  },
});

/** Days that are read: for a search, for what is held or booked, and for a hold that is given back. */
function needsOf(target: Target, state: Booking | null, turn: Turn): readonly Need[] {
  const { draft } = target;
  const held = state?.step === 'stay' && target.go !== 'held' ? state.hold.dates : [];
  const booked = target.go === 'confirm' ? [...target.hold.dates, ...(draft.moving?.dates ?? [])] : [];
  const read = [...searched(target, turn), ...held, ...booked];
  const days: readonly Need[] = read.length > 0 ? [{ kind: 'days', dates: [...new Set(read)].sort() }] : [];
  const waits = target.go === 'confirm' && turn.customer.waits.length > 0;
  return waits ? [...days, { kind: 'waitlist' }] : days;
}

/** The longest work reaches over so many working days. */
const longestReach = 6;

/** The earliest days for the two offers, and those of a later day that was chosen by hand. */
function searched(target: Target, turn: Turn): readonly LocalDate[] {
  const { station, now } = turn;
  if (target.go !== 'times' && target.go !== 'hold' && target.go !== 'confirm') return [];
  const wish = wishOf(target.draft, turn);
  const from = (date: LocalDate) => dates(station, wish, now, date);
  const earliest = [...dates(station, wish, now), ...wantedDates(target.draft, turn)];
  if (target.go === 'hold') {
    return [...earliest, ...from(toWall(target.start, station.zone).date).slice(0, longestReach)];
  }
  if (target.go === 'confirm' || target.view.of === 'earliest' || target.view.of === 'more') return earliest;
  if (target.view.of === 'day') return [...earliest, ...from(target.view.date).slice(0, longestReach)];
  return target.view.from ? [...earliest, ...from(target.view.from)] : earliest;
}

function decideTarget(target: Target, state: Booking | null, facts: Facts, turn: Turn): Decision<Booking> {
  const { draft, lead } = target;
  // What was held goes back, also that of a booking which gives way to another one.
  const calendar = calendarOf(facts, draft.id, state?.draft.id ?? draft.id);
  const released = dayChanges(calendar);
  switch (target.go) {
    case 'work':
      return at(
        { step: 'work', draft, all: target.all },
        withLead(workCard(draft, target.all, turn), lead),
        released,
      );
    case 'problem':
      return at({ step: 'problem', draft }, withLead(problemCard(turn), lead), released);
    case 'whichCar':
      return at({ step: 'whichCar', draft }, withLead(whichCarCard(turn.customer.vehicles), lead), released);
    case 'car':
      return at({ step: 'car', draft }, withLead(carCard(), lead), released);
    case 'carTooLong':
      return at({ step: 'car', draft }, carCard(phrase('carTooLong')), released);
    case 'times':
      return showTimes(draft, target.view, lead, calendar, turn);
    case 'hold':
      return hold(draft, target.start, facts, turn);
    case 'held':
      return at(
        { step: 'stay', draft, hold: target.hold },
        withLead(heldCard(draft, target.hold, turn), lead),
        [],
      );
    case 'confirm':
      return confirm(target, facts, turn);
    case 'drop':
      return drop(draft, released);
    case 'request':
      return request(target.text, released, turn);
    case 'booked':
      return answer(
        card(
          'last',
          phrase('visitStatus', visitText(target.visit)),
          visitButtons(target.visit, turn.station),
        ),
      );
    case 'elsewhere':
      return answer(
        say([...lead, ...elsewhereLines(target.services, turn)], elsewhereRows(target.services, state, turn)),
      );
    case 'limit':
    case 'tooLate':
      return toPerson(target.go, released, turn);
    case 'past': {
      const told = answer(say(phrase('visitPast'), bookRow));
      return draft.moving ? { ...told, next: { kind: 'done' }, changes: released } : told;
    }
  }
}

type Changes = Decision<Booking>['changes'];

function at(state: Booking, message: ReturnType<typeof card>, changes: Changes): Decision<Booking> {
  return { next: { kind: 'at', state }, changes, say: [toCustomer(message)] };
}

function withLead(message: ReturnType<typeof card>, lead: Target['lead']): ReturnType<typeof card> {
  return { ...message, text: [...lead, ...message.text] };
}

function showTimes(
  draft: Draft,
  view: Extract<Booking, { step: 'time' }>['view'],
  lead: Target['lead'],
  calendar: Calendar,
  turn: Turn,
): Decision<Booking> {
  const found = timesFor(draft, view, daysOf(calendar), turn);
  const held = heldIn(calendar.after, turn.now);
  // What is not possible is said once, and not that it is noted.
  const isNot = found.lead.some(({ key }) => key === 'wishNoWay');
  const above = isNot ? lead.filter(({ key }) => key !== 'wishHeard') : lead;
  const message = timesCard(draft, found.times, [...above, ...found.lead], held, turn);
  const shown = 'starts' in found.times ? found.times.starts : found.times.dates;
  return at(
    { step: 'time', draft, view: found.times.view, shown: [...shown] },
    message,
    dayChanges(calendar),
  );
}

function hold(draft: Draft, start: number, facts: Facts, turn: Turn): Decision<Booking> {
  const kept = keepTime(draft, start, facts, turn);
  if (!kept) return gone(draft, facts, turn);
  const state: Booking = { step: 'stay', draft, hold: kept.hold };
  const lead = noWay(draft, kept.hold, turn);
  return at(state, withLead(heldCard(draft, kept.hold, turn), lead), dayChanges(kept.calendar));
}

function gone(draft: Draft, facts: Facts, turn: Turn): Decision<Booking> {
  const calendar = calendarOf(facts, draft.id);
  return showTimes(draft, { of: 'earliest' }, [phrase('slotGone')], calendar, turn);
}

function confirm(target: Extract<Target, { go: 'confirm' }>, facts: Facts, turn: Turn): Decision<Booking> {
  const { draft } = target;
  const done = bookTime(draft, target.hold, target.stay, facts, turn);
  if (!done) return gone(draft, facts, turn);
  const { visit, calendar } = done;
  const { station, now } = turn;
  // What an advisor offered is confirmed already.
  if (!draft.moving && draft.offered === undefined && isByHand(turn.customer, now))
    return requestBooking(draft, done, facts, turn);
  const looked = lookedAt(draft.lines ?? [], visit, turn);
  const customer = looked.customer;
  const left = leavingFor(customer, visit, facts);
  const stored = withVisit(left.customer, visit);
  const after = draft.moving && !draft.asksAfter ? null : afterNew(visit, { ...turn, customer });
  // It was booked in another chat of theirs: it is spoken of here from now on.
  const elsewhere = draft.moving && draft.moving.chat !== visit.chat ? noClock(draft.moving) : [];
  return {
    next: after?.next ?? { kind: 'done' },
    changes: [
      ...dayChanges(calendar),
      stored,
      ...left.changes,
      // The old time is free for whoever waits for one.
      ...(draft.moving ? freed(draft.moving.dates, turn, draft.moving) : []),
      { kind: 'agreement', agreed: draft.moving ? 'moved' : 'booked', visit },
      ...(draft.moving ? [] : [bookedHappened(visit, 'customer', turn, draft.words)]),
      ...elsewhere,
      ...clockChange(visit, { customer, station }, now),
    ],
    say: [
      bookedCard(visit, turn, draft.moving ? 'moved' : 'booked'),
      calendarFile(visit),
      ...looked.say,
      ...(after?.ask ?? []),
    ]
      .map(toCustomer)
      .concat(looked.line),
    settings: {
      visitShown: { visit: visit.id, heardAt: turn.conversation.heardAt },
      ...(turn.conversation.workAsked ? { workAsked: { services: [], at: now } } : {}),
    },
  };
}

/** One question at a time: what was put off comes first, and the others follow its answer. */
function afterNew(visit: Visit, turn: Turn): ReturnType<typeof afterBooking> {
  const back = putOffQuestion(turn.customer, visit, turn);
  if (back === null) return afterBooking(turn.customer);
  return { next: { kind: 'hand', flow: 'payer', state: back.state }, ask: [back.ask] };
}

function drop(draft: Draft, released: Changes): Decision<Booking> {
  const text = draft.moving ? phrase('moveDropped', { start: draft.moving.start }) : phrase('draftDropped');
  const message = card('last', text, [[button(phrase('labelMenu'), { flow: 'menu', data: { do: 'open' } })]]);
  return { next: { kind: 'done' }, changes: released, say: [toCustomer(message)] };
}

/** A described problem: a person proposes a time. That is *requested*, never *booked*. */
function request(text: string, released: Changes, turn: Turn): Decision<Booking> {
  const words = ({ advisor, by }: AnswerPromise) =>
    say(phrase('requested', { advisor, by }), diagnosticsRow(turn.station));
  return endedBy(handOver(turn, 'problem', words, text), released);
}

function toPerson(reason: 'limit' | 'tooLate', released: Changes, turn: Turn): Decision<Booking> {
  const words = reason === 'limit' ? limitReached : tooLateToChange;
  return endedBy(
    handOver(turn, reason, (promise) => say(words(turn, promise))),
    released,
  );
}

/** The booking is over, a person goes on; what was held is given back. */
function endedBy(handedOver: Decision<never>, released: Changes): Decision<Booking> {
  return { ...handedOver, next: { kind: 'done' }, changes: [...released, ...handedOver.changes] };
}
