import { isSameDay } from '#shared/domain/clock.ts';
import type { Content } from '#shared/domain/content.ts';
import type { Visit } from '#shared/domain/customer.ts';
import type { Facts, Need } from '#shared/domain/facts.ts';
import { say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { lastMoved } from '#shared/domain/visit/promise.ts';
import { isInHouse, type Stage } from '#shared/domain/visit/stage.ts';
import { askCancel } from '../diary/cancel.ts';
import { definePart } from '../part.ts';
import {
  type About,
  type DeskDecision,
  type DeskEvent,
  type DeskTurn,
  reply,
  toast,
  withoutCustomer,
} from '../turn.ts';
import { type VisitAction, visitAction } from './action.ts';
import { addedTo, answeredIntake, fuelTapped, photoAdded, toldNow } from './intake.ts';
import { cameAfterAll, missedVisit, needsOfMissed } from './missed.ts';
import { over } from './over.ts';
import { type Came, readIntake } from './read-intake.ts';
import { needsOfOrders, setStage } from './set.ts';
import { expectedToday, statusCard, visitMeant, whichVisit } from './show.ts';
import { needsOfUndo, undone } from './undo.ts';
import { stageNamed } from './words.ts';

/** Where a visit is: seen, set by one tap or a word, taken back; and the car as it came. */
export const visitPart = definePart<VisitAction>({
  name: 'desk.visit',
  action: visitAction,
  commands: ['status', 'arrived', 'ready'],
  needs: (event, turn) => (turn.about ? needsOf(event, turn.about, turn) : []),
  decide: (event, facts, turn) => {
    const { about } = turn;
    if (!about) return withoutCustomer(event);
    switch (event.kind) {
      case 'content':
        return contentOf(event.content, about, turn);
      case 'command':
        return told(commanded(event, about, facts, turn));
      case 'action':
        return acted(event.action, about, facts, turn);
    }
  },
});

function contentOf(content: Content, about: About, turn: DeskTurn): DeskDecision {
  return answeredIntake(content, about, turn);
}

/** The visit and the stage that a command or button sets; null where it sets none. */
type Setting = { readonly visit: Visit; readonly stage: Stage; readonly came: Came | null };

function settingOf(event: DeskEvent<VisitAction>, about: About, turn: DeskTurn): Setting | null {
  if (event.kind === 'content') return null;
  if (event.kind === 'action') {
    const { action } = event;
    const visit = action.do === 'to' ? visitAt(action, about, turn) : null;
    return action.do === 'to' && visit ? { visit, stage: action.stage, came: null } : null;
  }
  const stage = stageOf(event);
  const meant = visitMeant(about, turn);
  // Who stands at the desk came for the visit of today, not for the one of next week.
  const missed = stage === 'arrived' ? missedVisit(about.customer, null, turn) : null;
  const expected = stage === 'arrived' ? expectedToday(about, turn) : [];
  if (expected.length > 1) return null;
  const visit =
    expected[0] ?? (missed && !isToday(meant, turn) ? missed : 'visit' in meant ? meant.visit : null);
  if (stage === null || visit === null) return null;
  return { visit, stage, came: event.name === 'arrived' ? readIntake(event.words) : null };
}

/** What a command says of the stage; null where it names none. */
function stageOf({ name, words }: Command): Stage | null {
  if (name === 'status') return stageNamed(words);
  return name === 'ready' ? 'ready' : 'arrived';
}

function isToday(meant: ReturnType<typeof visitMeant>, { station, now }: DeskTurn): boolean {
  if (!('visit' in meant)) return false;
  const { start, life } = meant.visit;
  return isInHouse(life.stage) || isSameDay(start, now, station.zone);
}

function visitAt({ visit }: { readonly visit: string }, { customer }: About, turn: DeskTurn): Visit | null {
  return customer.visits.find(({ id }) => id === visit) ?? missedVisit(customer, visit, turn);
}

function needsOf(event: DeskEvent<VisitAction>, about: About, turn: DeskTurn): readonly Need[] {
  if (event.kind === 'action' && event.action.do === 'undo') return needsOfUndo(event.action.before, about);
  const setting = settingOf(event, about, turn);
  if (!setting) return [];
  const { visit, stage } = setting;
  if (visit.life.stage === 'noShow') return needsOfMissed(turn);
  return [
    ...needsOfOrders(about.customer, visit),
    ...(stage === 'noShow' || (stage === 'handedBack' && lastMoved(visit, 'ready') !== null)
      ? [{ kind: 'days', dates: visit.dates } as const]
      : []),
  ];
}

type Command = Extract<DeskEvent<VisitAction>, { kind: 'command' }>;

function commanded(event: Command, about: About, facts: Facts, turn: DeskTurn): DeskDecision {
  const setting = settingOf(event, about, turn);
  if (setting) return set(setting, about, facts, turn);
  const meant = visitMeant(about, turn);
  const expected = stageOf(event) === 'arrived' ? expectedToday(about, turn) : [];
  if (expected.length > 1) return whichVisit(expected, about);
  if (!('visit' in meant)) return meant.ask;
  return event.words === '' ? reply(statusCard(meant.visit, about)) : reply(say(phrase('stageHow')));
}

function set({ visit, stage, came }: Setting, about: About, facts: Facts, turn: DeskTurn): DeskDecision {
  switch (stage) {
    case 'cancelled':
      return visit.life.stage === 'booked' ? askCancel(about, visit) : refusedHere(visit, stage);
    case 'handedBack':
    case 'noShow':
      return over(visit, stage, about, facts, turn);
    case 'arrived':
      if (came && isInHouse(visit.life.stage)) return addedTo(visit, came, about, turn);
      return visit.life.stage === 'noShow'
        ? cameAfterAll(visit, about, facts, turn, came)
        : setStage(visit, stage, about, facts, turn, came);
    case 'booked':
    case 'checking':
    case 'answer':
    case 'parts':
    case 'working':
    case 'quality':
    case 'ready':
      return setStage(visit, stage, about, facts, turn);
  }
}

function refusedHere({ life }: Visit, to: Stage): DeskDecision {
  return toast(phrase('stageRefused', { from: life.stage, to, why: 'order' }));
}

/** A command has no button whose answer could say it. */
function told(decision: DeskDecision): DeskDecision {
  const { toast: words, ...rest } = decision;
  if (!words) return rest;
  return { ...rest, say: [...rest.say, { to: 'here', priority: 'answer', message: say(words) }] };
}

function acted(asked: VisitAction, about: About, facts: Facts, turn: DeskTurn): DeskDecision {
  if (asked.do === 'status') {
    const meant = visitMeant(about, turn);
    return 'visit' in meant ? reply(statusCard(meant.visit, about)) : meant.ask;
  }
  if (asked.do === 'undo') return undone(asked.before, asked.at, about, facts, turn);
  const visit = visitAt(asked, about, turn);
  if (!visit) return toast(phrase('stageIntakeGone'));
  switch (asked.do) {
    case 'show':
      return reply(statusCard(visit, about));
    case 'to':
      return set({ visit, stage: asked.stage, came: null }, about, facts, turn);
    case 'fuel':
      return fuelTapped(visit, asked.fuel, about, turn);
    case 'tell':
      return toldNow(visit, about, turn);
    case 'photo':
      return photoAdded(visit, asked.key, asked.card, about, turn);
  }
}
