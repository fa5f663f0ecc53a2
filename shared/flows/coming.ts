import * as z from 'zod';
import { MINUTE } from '#shared/domain/clock.ts';
import { type Stay, type Visit, withVisitAs } from '#shared/domain/customer.ts';
import type { Change, Facts, Need } from '#shared/domain/facts.ts';
import { card, type Option, type Say, say } from '#shared/domain/outbound.ts';
import { type Phrase, type PhraseArgs, phrase } from '#shared/domain/phrase.ts';
import type { Said } from '#shared/domain/said.ts';
import type { Life } from '#shared/domain/visit/life.ts';
import { book } from './book.ts';
import { bookRow, visitButtons, visitText } from './booking/cards.ts';
import { dayChanges } from './booking/day-changes.ts';
import { isLate } from './booking/target.ts';
import { handOver, tooLateToChange } from './call-person.ts';
import { clockChange } from './clock/agenda.ts';
import { stageButton } from './clock/desk-ways.ts';
import { type ComingAction, comingActionSchema } from './coming/action.ts';
import { comingUntil } from './coming/late.ts';
import { afterAll } from './coming/missed.ts';
import { placeLate } from './coming/place.ts';
import { comingAct, hereButton, lateButton, lateRow, otherRow } from './coming/ways.ts';
import { comesAt, mayBeAnother, meantVisit, missedToday, otherDay, timeOn } from './coming/which.ts';
import {
  answer,
  type Decision,
  defineFlow,
  type FlowEvent,
  type Outgoing,
  type Turn,
  toCustomer,
  toDesk,
} from './flow.ts';
import { stateIn } from './report/state.ts';
import { statusSay } from './visit/news.ts';
import { visits } from './visits.ts';

/** Coming to a visit, coming late, not coming: by buttons and in people's own words. The desk reads each of it in the topic. */
export const coming = defineFlow({
  name: 'coming',
  state: z.never(),
  action: comingActionSchema,
  takes: () => false,
  needs: (_state, event, turn) => needsOf(event, turn),
  decide: (_state, event, facts, turn) => {
    if (event.kind !== 'action') return answer();
    const { action } = event;
    if (action.do === 'words') return worded(action.text, facts, turn);
    const visit = turn.customer.visits.find(({ id }) => id === action.id);
    if (!visit) {
      const missed = missedToday(turn);
      const isIt = missed?.id === action.id && action.do !== 'cant';
      if (missed && isIt) return afterAll(missed, action.do === 'here', turn);
      return answer(card('aside', phrase('visitPast'), bookRow));
    }
    // The car is here already: where it stands is what there is to say.
    if (visit.life.stage !== 'booked') return answer(statusSay(visit, turn));
    return asked(action, visit, facts, turn);
  },
});

type Asked = Exclude<ComingAction, { do: 'words' }>;

function asked(action: Asked, visit: Visit, facts: Facts, turn: Turn): Decision<never> {
  switch (action.do) {
    case 'yes':
      return isLateAlready(visit, turn) ? comesLate(visit, turn) : comes(visit, turn);
    case 'late':
      return answer(askLate(visit, soon));
    case 'more':
      return answer(askLate(visit, later));
    case 'by': {
      const by = comesAt({ of: 'after', minutes: action.minutes }, visit, turn);
      return by === null ? answer(askLate(visit, soon)) : late(visit, by, visit.stay, facts, turn);
    }
    case 'leave':
      return late(visit, Math.max(action.by, turn.now), 'leave', facts, turn);
    case 'onWay':
      return onWay(visit, turn);
    case 'here':
      return here(visit, turn);
    case 'cant':
      return cannot(visit, null, '', facts, turn);
  }
}

/** The days of the visit, where it has to be seen whether its work still fits. */
function needsOf(event: FlowEvent<ComingAction>, turn: Turn): readonly Need[] {
  if (event.kind !== 'action') return [];
  const { action } = event;
  if (action.do === 'words') {
    const meant = turn.said && meantVisit(turn.said, turn);
    if (!turn.said || !meant) return [];
    const date = turn.said.kind === 'cant' ? otherDay(turn.said.days, meant, turn) : null;
    return date === null ? daysOf(meant) : book.needs(bookingOf(turn), moving(meant, date), turn);
  }
  const visit = turn.customer.visits.find(({ id }) => id === action.id);
  return visit && (action.do === 'by' || action.do === 'leave') ? daysOf(visit) : [];
}

function daysOf({ dates }: Visit): readonly Need[] {
  return dates.length > 0 ? [{ kind: 'days', dates: [...dates] }] : [];
}

/** Words about the next visit; what they do not say clearly a person reads. */
function worded(text: string, facts: Facts, turn: Turn): Decision<never> {
  const { said } = turn;
  const visit = said && meantVisit(said, turn);
  if (!said || !visit) return unread(text, turn);
  switch (said.kind) {
    case 'yes':
      return wordedYes(said, visit, text, facts, turn);
    case 'late': {
      const by = comesAt(said.how, visit, turn);
      // "Late for nine" may name the agreed time.
      const isTold = by !== null && (said.how.of !== 'at' || by > visit.start);
      if (!isTold) return answer(askLate(visit, soon));
      return by <= visit.start ? comes(visit, turn) : late(visit, by, visit.stay, facts, turn);
    }
    case 'cant':
      if (mayBeAnother(said, turn)) return which(facts, turn);
      return cannot(visit, otherDay(said.days, visit, turn), text, facts, turn);
    case 'here':
      return here(visit, turn);
    case 'span': {
      const by = comesAt({ of: 'after', minutes: said.minutes }, visit, turn);
      return by === null ? answer(askLate(visit, soon)) : late(visit, by, visit.stay, facts, turn);
    }
  }
}

/** Several are booked: which of them, before anything is asked about one. */
function which(facts: Facts, turn: Turn): Decision<never> {
  const listed = visits.decide(null, { kind: 'action', action: { do: 'list' } }, facts, turn);
  return listed === 'expired' ? answer() : { ...listed, next: { kind: 'stay' } };
}

function wordedYes(
  { at, days }: Extract<Said, { kind: 'yes' }>,
  visit: Visit,
  text: string,
  facts: Facts,
  turn: Turn,
): Decision<never> {
  // Another day than that of the visit: somebody has to look at it.
  if (otherDay(days, visit, turn) !== null) return unread(text, turn);
  const by = at === null ? null : timeOn(visit, at, turn.station.zone);
  if (by === null) return isLateAlready(visit, turn) ? comesLate(visit, turn) : comes(visit, turn);
  if (by === visit.start) return comes(visit, turn);
  return by > visit.start ? late(visit, by, visit.stay, facts, turn) : unread(text, turn);
}

function unread(text: string, turn: Turn): Decision<never> {
  const told = ({ advisor, by }: { readonly advisor: string; readonly by: number }) =>
    say(phrase('passedOn', { advisor, by }));
  return handOver(turn, 'misunderstood', told, text);
}

function comes(visit: Visit, turn: Turn): Decision<never> {
  const known = withComing(visit, { kind: 'yes', at: turn.now });
  return told(
    known,
    status(known, [phrase('reminderThanks')], turn),
    deskLine(known, 'yes', visit.start),
    turn,
  );
}

/** A later time that they named, and that is still to come: a plain "I'll be there" means that one. */
function isLateAlready({ life }: Visit, { now }: Turn): boolean {
  return life.coming?.kind === 'late' && life.coming.until > now;
}

function comesLate(visit: Visit, { station }: Turn): Decision<never> {
  const by = comingUntil(visit, station);
  const text = phrase('comingHeld', { car: visit.vehicle.short, start: visit.start, by });
  return answer(card('aside', text, [[hereButton(visit.id)]]));
}

/** Thanks, and everything about the visit stays on the card. */
function status(visit: Visit, lead: readonly Phrase[], turn: Turn): Say {
  const rows = [...lateRow(visit, turn), ...visitButtons(visit, turn.station)];
  return card('aside', [...lead, phrase('visitStatus', visitText(visit))], rows);
}

/** Minutes on the buttons: a tap is enough for what is usual, "30 or more" opens the rest. */
const soon = [10, 20, 30] as const;
const later = [30, 45, 60, 90] as const;

function askLate(visit: Visit, choices: readonly number[]): Say {
  const { id, vehicle, start } = visit;
  const rows = choices.map((minutes, index): readonly Option[] => {
    const open = index === choices.length - 1;
    const isMore = open && choices === soon;
    const label = phrase('comingLabelMinutes', { minutes, open: isMore });
    return [comingAct(label, isMore ? { do: 'more', id } : { do: 'by', id, minutes })];
  });
  const text = phrase('comingAskLate', { car: vehicle.short, start });
  return card('aside', text, choices === soon ? rows : [...rows, otherRow(id)]);
}

function late(visit: Visit, by: number, stay: Stay, facts: Facts, turn: Turn): Decision<never> {
  const { id, start, vehicle } = visit;
  const about = { car: vehicle.short, start };
  const placed = placeLate(visit, by, stay, [...facts.days.values()], turn);
  const coming = { kind: 'late', at: turn.now, until: by } as const;
  switch (placed.kind) {
    case 'held': {
      const known = withComing(visit, coming);
      const until = Math.max(by, start + turn.station.rules.visits.lateHold * MINUTE);
      const words = card('aside', phrase('comingHeld', { ...about, by: until }), [[hereButton(id)]]);
      return told(known, words, deskLine(known, 'late', by), turn);
    }
    case 'placed': {
      const known = agreedAnew(visit, withComing(placed.visit, coming));
      const moved = known.readyBy !== visit.readyBy;
      const was = moved ? visit.readyBy : null;
      const words = phrase('comingFits', { ...about, by, readyBy: known.readyBy, moved, was });
      // A promise that went hours later may not suit them any more.
      const rows = [[hereButton(id)], ...(moved ? [otherRow(id)] : [])];
      const decision = told(known, card('aside', words, rows), deskLine(known, 'placed', by), turn);
      const agreed: readonly Change[] =
        known.sequence === visit.sequence ? [] : [{ kind: 'agreement', agreed: 'moved', visit: known }];
      return { ...decision, changes: [...dayChanges(placed.calendar), ...decision.changes, ...agreed] };
    }
    case 'needed': {
      const { next, ifLeft } = placed;
      const leave =
        ifLeft === null
          ? []
          : [[comingAct(phrase('comingLabelLeave', { readyBy: ifLeft }), { do: 'leave', id, by })]];
      const text = phrase('comingNeeded', { ...about, next, readyBy: ifLeft });
      const known = withComing(visit, coming);
      return told(known, card('aside', text, [...leave, otherRow(id)]), deskLine(known, 'needed', by), turn);
    }
  }
}

/** Another promise or another way of staying is agreed anew; the calendar file is of the same number. */
function agreedAnew(before: Visit, visit: Visit): Visit {
  const isSame = before.readyBy === visit.readyBy && before.stay === visit.stay;
  return isSame ? visit : { ...visit, sequence: visit.sequence + 1 };
}

function onWay(visit: Visit, turn: Turn): Decision<never> {
  const by = Math.max(turn.now, visit.start) + turn.station.rules.visits.lateHold * MINUTE;
  const known = withComing(visit, { kind: 'late', at: turn.now, until: by });
  const text = phrase('comingOnWay', { car: visit.vehicle.short, start: visit.start, by });
  const words = card('aside', text, [[hereButton(visit.id)], [lateButton(visit.id)]]);
  return told(known, words, deskLine(known, 'onWay', by), turn);
}

/** Nobody's bay is released while they stand at the desk: so long is enough for an advisor to see it. */
const hereMs = 60 * MINUTE;

function here(visit: Visit, turn: Turn): Decision<never> {
  const known = withComing(visit, { kind: 'late', at: turn.now, until: turn.now + hereMs, here: true });
  const words = card('aside', phrase('comingHere', { car: visit.vehicle.short, start: visit.start }));
  const line = {
    ...deskLine(known, 'here', turn.now),
    options: [[stageButton({ visit, customer: turn.customer }, 'arrived')]],
  };
  return told(known, words, line, turn);
}

/** Not as agreed: the day that they named, or the choice to move or to cancel. Too near to it a person helps. */
function cannot(visit: Visit, date: string | null, text: string, facts: Facts, turn: Turn): Decision<never> {
  if (isLate(visit, turn))
    return handOver(turn, 'tooLate', (promise) => say(tooLateToChange(turn, promise)), text);
  const line = toldDesk(deskLine(visit, 'cant', visit.start), turn);
  if (date === null) {
    const words = phrase('comingCant', { car: visit.vehicle.short, start: visit.start });
    const asked = answer(card('aside', words, [otherRow(visit.id)]));
    return { ...asked, say: [...asked.say, ...line] };
  }
  const moved = book.decide(bookingOf(turn), moving(visit, date), facts, turn);
  if (moved === 'expired') return unread(text, turn);
  const { next } = moved;
  return {
    ...moved,
    next: next.kind === 'at' ? { kind: 'hand', flow: 'book', state: next.state } : next,
    say: [...moved.say, ...line],
  };
}

/** The booking that gives way to it: a time that is kept there goes back. */
function bookingOf({ conversation }: Turn): unknown {
  return stateIn(conversation.flow, 'book');
}

function moving({ id }: Visit, date: string): FlowEvent<unknown> {
  return { kind: 'action', action: { do: 'move', id, date } };
}

function withComing(visit: Visit, coming: Life['coming']): Visit {
  return { ...visit, life: { ...visit.life, coming } };
}

/** What is said to both, and the visit as it is now, with its clock. */
function told(visit: Visit, words: Say, line: Say, turn: Turn): Decision<never> {
  const { station, now } = turn;
  const customer = withVisitAs(turn.customer, visit);
  return {
    next: { kind: 'stay' },
    changes: [{ kind: 'customer', customer }, ...clockChange(visit, { customer, station }, now)],
    say: [toCustomer(words), ...toldDesk(line, turn)],
  };
}

function toldDesk(line: Say, { desk }: Turn): readonly Outgoing[] {
  return desk ? [toDesk(line)] : [];
}

function deskLine(
  { vehicle, start, readyBy }: Visit,
  what: PhraseArgs['comingDesk']['what'],
  by: number,
): Say {
  return say(phrase('comingDesk', { car: vehicle.short, start, what, by, readyBy }));
}
