import { type LocalDate, toWall } from '#shared/domain/clock.ts';
import { upcomingVisits } from '#shared/domain/customer.ts';
import type { Facts, Need } from '#shared/domain/facts.ts';
import { card } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { definePart } from '../part.ts';
import { type About, type DeskDecision, type DeskEvent, type DeskTurn, reply, toast } from '../turn.ts';
import { carCard, visitOf, workCard } from './asks.ts';
import { book } from './book.ts';
import { askCancel, cancel, visitNamed } from './cancel.ts';
import { read, type Written } from './commands.ts';
import { sendOffer } from './offer.ts';
import { type DiaryAction, diaryAction, type Plan, planFor, planOf, planToMove } from './plan.ts';
import { datesFrom } from './rules.ts';
import { confirmCard, datesOfView, moved, otherTimes, ownDay, timesCard } from './times.ts';
import { visitCard } from './visit-card.ts';

/** Offering, booking, moving and cancelling for a customer; and booking those who have no messenger. */
export const diaryPart = definePart<DiaryAction>({
  name: 'desk.diary',
  action: diaryAction,
  commands: ['book', 'walkin', 'move', 'cancel'],
  needs: (event, turn) => {
    const dates = datesFor(event, turn);
    if (dates.length === 0) return [];
    const days: Need = { kind: 'days', dates: [...new Set(dates)].sort() };
    return isOnList(event, turn) ? [days, { kind: 'waitlist' }] : [days];
  },
  decide: (event, facts, turn) => {
    switch (event.kind) {
      case 'content':
        return reply();
      case 'command':
        return written(read(event.name, event.words, turn), facts, turn);
      case 'action':
        return acted(event.action, facts, whomOf(event.action, turn));
    }
  },
});

/** What is booked for somebody of the waiting list may be what they waited for. */
function isOnList(event: DeskEvent<DiaryAction>, { about }: DeskTurn): boolean {
  const books = event.kind === 'action' && (event.action.do === 'stay' || event.action.do === 'done');
  return books && about !== null && about.customer.waits.length > 0;
}

/** A plan for somebody without a messenger is nobody's whose topic it was written in. */
function whomOf(asked: DiaryAction | Plan, turn: DeskTurn): DeskTurn {
  return 'customer' in asked && asked.customer === null ? { ...turn, about: null } : turn;
}

const earliest = { of: 'earliest' } as const;

function acted(asked: DiaryAction, facts: Facts, turn: DeskTurn): DeskDecision {
  const { about } = turn;
  switch (asked.do) {
    case 'leave':
      return reply(card('aside', phrase('diaryLeft')));
    case 'work':
      return reply(workCard(planOf(asked), asked.among, turn));
    case 'next':
      return next(planOf(asked), facts, turn);
    case 'times':
      return reply(timesCard(planOf(asked), asked.view, facts, turn));
    case 'at':
      return reply(confirmCard(planOf(asked), asked.start, facts, turn));
    case 'stay':
      return book(planOf(asked), { ...asked, reason: null }, facts, turn);
    case 'done':
      return book(planOf(asked), asked, facts, turn);
    case 'send':
      return sendOffer(planOf(asked), asked.starts, turn);
    case 'offer':
    case 'book':
      return about ? next(planFor(turn, asked.do), facts, turn) : toast(phrase('relayGone'));
    case 'move':
    case 'cancel':
      return about ? whichVisit(asked.do, about, facts, turn) : toast(phrase('relayGone'));
    case 'visit':
    case 'moveVisit':
    case 'cancelVisit':
    case 'cancelNow':
    case 'offerMove':
      return about ? ofVisit(asked, about, facts, turn) : toast(phrase('relayGone'));
  }
}

/** What is still missing of a plan, in the order in which it is asked. */
function next(plan: Plan, facts: Facts, turn: DeskTurn): DeskDecision {
  if (plan.services.length === 0) return reply(workCard(plan, null, turn));
  const cars = turn.about?.customer.vehicles.length ?? 0;
  if (plan.aim === 'book' && plan.car === null && turn.about && cars > 0)
    return reply(carCard(plan, turn.about.customer));
  return reply(timesCard(plan, earliest, facts, turn));
}

type OfVisit = Extract<DiaryAction, { readonly visit: string }>;

function ofVisit(asked: OfVisit, about: About, facts: Facts, turn: DeskTurn): DeskDecision {
  const visit = visitNamed(about, asked.visit, turn.now);
  if (!visit) return reply(card('aside', phrase('diaryVisitGone')));
  switch (asked.do) {
    case 'visit':
      return reply(visitCard(visit, about, facts, turn));
    case 'cancelVisit':
      return askCancel(about, visit);
    case 'cancelNow':
      return cancel(about, visit, facts, turn);
    case 'moveVisit':
      return reply(timesCard(planToMove(visit, about.customer, 'move'), earliest, facts, turn));
    case 'offerMove':
      return reply(otherTimes(planToMove(visit, about.customer, 'offer'), visit, facts, turn));
  }
}

function whichVisit(what: 'move' | 'cancel', about: About, facts: Facts, turn: DeskTurn): DeskDecision {
  const { customer } = about;
  const then = what === 'move' ? 'moveVisit' : 'cancelVisit';
  const found = visitOf(customer, turn.now, then);
  if (!found) return reply(card('aside', phrase('diaryNoVisits', { name: customer.name })));
  if ('ask' in found) return reply(found.ask);
  return ofVisit({ do: then, customer: customer.id, visit: found.visit.id }, about, facts, turn);
}

/** What a command means; it shows what would be done, and a button does it. */
function written(said: Written, facts: Facts, turn: DeskTurn): DeskDecision {
  const { about } = turn;
  switch (said.kind) {
    case 'problem':
      return reply(card('aside', said.problem));
    case 'which':
      return about ? whichVisit(said.what, about, facts, turn) : reply();
    case 'work':
      return reply(workCard(said.plan, said.among, whomOf(said.plan, turn), said.lead));
    case 'plan':
      return next(said.plan, facts, whomOf(said.plan, turn));
    case 'day':
      return reply(timesCard(said.plan, { of: 'day', date: said.date }, facts, turn));
    case 'at':
      return reply(confirmCard(said.plan, said.start, facts, turn));
  }
}

/** Days that have to be read for what an event leads to. */
function datesFor(event: DeskEvent<DiaryAction>, turn: DeskTurn): readonly LocalDate[] {
  if (event.kind === 'content') return [];
  if (event.kind === 'action') return datesOfAction(event.action, whomOf(event.action, turn));
  const said = read(event.name, event.words, turn);
  switch (said.kind) {
    case 'problem':
    case 'work':
      return [];
    case 'which':
      return datesOfAction({ do: said.what }, turn);
    case 'plan':
      return datesOfView(said.plan, earliest, turn);
    case 'day':
      return datesOfView(said.plan, { of: 'day', date: said.date }, turn);
    case 'at':
      return datesAt(said.plan, said.start, turn);
  }
}

function datesOfAction(asked: DiaryAction, turn: DeskTurn): readonly LocalDate[] {
  switch (asked.do) {
    case 'leave':
    case 'work':
    case 'send':
    case 'offer':
    case 'book':
      return [];
    case 'next':
      return asked.services.length === 0 ? [] : datesOfView(asked, earliest, turn);
    case 'times':
      return datesOfView(asked, asked.view, turn);
    case 'at':
    case 'stay':
    case 'done':
      return datesAt(asked, asked.start, turn);
    case 'move':
    case 'cancel': {
      const visits = turn.about ? upcomingVisits(turn.about.customer, turn.now) : [];
      const [only] = visits;
      const then = asked.do === 'move' ? 'moveVisit' : 'cancelVisit';
      return only && visits.length === 1 && turn.about
        ? datesOfAction({ do: then, customer: turn.about.customer.id, visit: only.id }, turn)
        : [];
    }
    case 'visit':
    case 'cancelNow':
      return (turn.about && visitNamed(turn.about, asked.visit, turn.now)?.dates) ?? [];
    case 'cancelVisit':
      return [];
    case 'moveVisit':
    case 'offerMove': {
      const visit = turn.about && visitNamed(turn.about, asked.visit, turn.now);
      if (!turn.about || !visit) return [];
      const view = asked.do === 'offerMove' ? ownDay(visit, turn) : earliest;
      return datesOfView(planToMove(visit, turn.about.customer, 'move'), view, turn);
    }
  }
}

/** The day itself, the earliest ones for what to say where it has gone, and those of the time that is given up. */
function datesAt(plan: Plan, start: number, turn: DeskTurn): readonly LocalDate[] {
  const { date } = toWall(start, turn.station.zone);
  return [
    ...datesOfView(plan, earliest, turn),
    ...datesFrom(turn.station, plan, date, turn.now),
    ...(moved(plan, turn)?.dates ?? []),
  ];
}
