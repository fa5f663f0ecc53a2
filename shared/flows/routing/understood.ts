import { carsNamed } from '#shared/domain/car-named.ts';
import type { Visit } from '#shared/domain/customer.ts';
import type { Inbound } from '#shared/domain/inbound.ts';
import { isOpen } from '#shared/domain/order/steps.ts';
import {
  type Asked,
  noWish,
  type SpokenDay,
  type SpokenWish,
  type Topic,
  type Understood,
} from '#shared/domain/understood.ts';
import type { Station } from '#shared/station/schema.ts';
import { askedIn } from '../booking/state.ts';
import { saysWhen } from '../booking/wanted.ts';
import { bookedVisits, isHere, isHereOnly, isVisiting } from '../coming/which.ts';
import { awaitsQuestion } from '../estimate/state.ts';
import { awaitsWhy } from '../feedback/heard.ts';
import type { Turn } from '../flow.ts';
import { act, type Call, visitShown, wordCall } from '../meant.ts';
import { askedWork } from '../questions/asked-work.ts';
import type { Word } from '../word.ts';
import { estimateWaits, inProgress, isBookingNow } from './progress.ts';

/**
 * What plain words lead to, once they are understood: an answer from the station's data, times for a visit, or the visit that is
 * meant. They book, move and cancel nothing by themselves. What is not sure here stays a person's, as if it were not understood.
 */

type Heard = {
  readonly word: Word | null;
  readonly conversation: Pick<Turn['conversation'], 'burst' | 'flow'>;
  readonly station: Station;
  understoodOf(text: string, station: Station, asked: Asked): Understood | null;
};

/** Words are understood together with those that were being collected; whatever ends a burst finds what it said. */
export function understoodIn({ event }: Inbound, { word, conversation, station, understoodOf }: Heard) {
  const { burst, flow } = conversation;
  if (event.kind === 'interpreted') return event.understood;
  if (event.kind === 'timer' || event.kind === 'undelivered' || event.kind === 'fetched') return null;
  if (burst !== null && burst.photos.length + burst.others.length > 0) return null;
  const isWhole = event.kind === 'text' && (word === null || isTopic(word));
  const text = isWhole ? withBurst(event.text, burst) : (burst?.words ?? '');
  return text === '' ? null : understoodOf(text, station, askedIn(flow));
}

/** Always-words that name a matter, also in a sentence that may say more of it. */
function isTopic(word: Word): word is 'book' | 'address' | 'hours' {
  return word === 'book' || word === 'address' || word === 'hours';
}

/** "I need an oil change on Friday" is more than "book", "are you open on Friday" more than "hours". */
export function saysMoreThan(word: Word, { understood }: Pick<Turn, 'understood'>): boolean {
  if (understood === null || !isTopic(word)) return false;
  const { wish, asks } = understood;
  const isBare = wish === null || saysNothing(wish);
  return !isBare || asks.some((topic) => topic !== word);
}

/** A message with what was being collected before it. */
export function withBurst(text: string, burst: Turn['conversation']['burst']): string {
  return [burst?.words ?? '', text].filter(Boolean).join('\n');
}

/** What understood words lead to, in their order; null: nothing that is sure enough here. `text`: the words themselves. */
export function understoodCalls(text: string, turn: Turn): readonly Call[] | null {
  const { understood, conversation } = turn;
  if (understood === null || saysElsewhere(turn) || isForPerson(turn)) return null;
  const answers = answersTo(understood, turn);
  if (isQuestion(turn)) return met(answers, turn);
  const { wish } = understood;
  if (wish === null) return null;
  const taken = aboutVisit(wish, turn) ? null : inProgress(conversation, { kind: 'text', text }, turn);
  const wished = taken ?? wishedCall(wish, turn);
  return wished && met([...answers, wished], turn);
}

/** Who writes for the first time and is understood is greeted in a line, and served at once. */
function met(calls: readonly Call[], { conversation }: Turn): readonly Call[] {
  const { greeted, flow, tappedAt } = conversation;
  return greeted || flow !== null || tappedAt > 0 ? calls : [act('menu', { do: 'meet' }), ...calls];
}

/** What is told of the car itself, and what a defect or a work in progress costs, is not for the list of prices. */
const aboutWork: readonly Topic[] = ['price', 'duration'];

/** What is in progress takes the words as they are: a report, a question about an estimate, what went wrong. */
function saysElsewhere(turn: Turn): boolean {
  const { conversation, understood } = turn;
  if (awaitsQuestion(conversation.flow) || awaitsWhy(turn)) return true;
  if (conversation.flow?.name !== 'report') return false;
  const asks = understood?.asks ?? [];
  return !isQuestion(turn) || asks.some((topic) => topic === 'status' || aboutWork.includes(topic));
}

/** It asks only: the work and the days that it names are those of the question. */
export function isQuestion({ understood, conversation }: Turn): boolean {
  if (understood === null || understood.asks.length === 0) return false;
  const { asks, wish } = understood;
  if (wish === null) return true;
  if (wish.intent !== null) return false;
  return conversation.flow?.name !== 'book' || asks.includes('hours') || !answersToo(wish);
}

/** No more than that a visit is wanted. */
function saysNothing(wish: SpokenWish): boolean {
  const { services, sameAsLast, otherWork, days, notDays, adds } = wish;
  const named = [...services, ...days, ...notDays];
  return named.length === 0 && !sameAsLast && !otherWork && !adds && !answersToo(wish);
}

/** "At ten then, and where do I park?": beside the question it says what a booking asks. */
function answersToo({ time, car, stay, ordinal, otherTimes, earliest }: SpokenWish): boolean {
  return time !== null || car !== null || stay !== null || ordinal !== null || otherTimes || earliest;
}

/** Understood, and for a person all the same: it is about the car that is here, about an estimate, or about what is booked. */
export function isForPerson(turn: Turn): boolean {
  const { understood, customer, conversation } = turn;
  if (understood === null) return false;
  const { wish, asks } = understood;
  const isPrice = asks.some((topic) => aboutWork.includes(topic));
  if (isPrice && (isHere(turn) || customer.orders.some(isOpen))) return true;
  const isWaiting = turn.case.waitingSince !== null;
  // What was passed on is what they ask about; "anybody there?" asks for whoever was called.
  if (isWaiting && (isPrice || asks.includes('hours')) && saysNothing(wish ?? noWish)) return true;
  if (wish === null || isQuestion(turn)) return false;
  if (conversation.flow?.name === 'estimate' || estimateWaits(turn)) return true;
  if (isOfWaiting(wish, turn)) return true;
  // The card of a booking that stands there is answered, also while somebody who was called has not come yet.
  if (isBookingNow(turn)) return false;
  if (isWaiting && isOfCall(wish)) return true;
  if (wish.intent === null && (isVisiting(turn) || isWaiting)) return true;
  return wish.intent === 'move' || wish.intent === 'cancel' ? isHereOnly(turn) : isOfVisit(wish, turn);
}

/** Who is on the waiting list was told so below a booking, and writes about that; unless they ask for a visit for this work. */
function isOfWaiting({ intent, services, car }: SpokenWish, { customer }: Turn): boolean {
  return customer.waits.length > 0 && car === null && (intent !== 'book' || services.length === 0);
}

/** More of what a person was called for, or nothing that says which visit is wanted. */
function isOfCall({ adds, services, sameAsLast, days }: SpokenWish): boolean {
  return adds || (services.length === 0 && !sameAsLast && days.length === 0);
}

/** More work for a visit that is booked, or work with no day while a car is here: only an advisor can say. */
function isOfVisit(wish: SpokenWish, turn: Turn): boolean {
  const { visits } = turn.customer;
  if (wish.adds && visits.length > 0) return true;
  const isOther = wish.car?.of === 'other' || wish.days.some((day) => !isToday(day));
  return isHere(turn) && !isOther;
}

function isToday(day: SpokenDay): boolean {
  return day.of === 'ahead' && day.days === 0;
}

function answersTo({ asks, wish }: Understood, turn: Turn): readonly Call[] {
  const topics = asks.filter((topic) => topic !== 'status');
  const about = { services: wish?.services ?? [], days: wish?.days ?? [] };
  return [
    ...(topics.length > 0 ? [act('questions', { ask: 'topics', topics, ...about })] : []),
    ...(asks.includes('status') ? [wordCall('status', turn)] : []),
  ];
}

/** A visit that is booked is meant, and not the booking in progress. */
function aboutVisit({ intent }: SpokenWish, turn: Turn): boolean {
  if (bookedVisits(turn).length === 0) return false;
  if (intent === 'cancel') return true;
  return intent === 'move' && !isBookingNow(turn);
}

function wishedCall(wish: SpokenWish, turn: Turn): Call | null {
  switch (wish.intent) {
    case 'move':
      return moveCall(wish, turn);
    case 'cancel':
      return cancelCall(wish, turn);
    case 'book':
      return isAnyVisit(wish, turn)
        ? act('visits', { do: 'which', wish })
        : act('book', { do: 'words', wish });
    case null: {
      if (isWish(wish, turn)) return act('book', { do: 'words', wish });
      const visit = justBooked(turn);
      return visit && saysWhen(wish) ? act('book', { do: 'moveWords', id: visit.id, wish }) : null;
    }
  }
}

/** "Can we make it Wednesday": the visit that is booked, or one more. */
function isAnyVisit({ services, otherWork, sameAsLast, car, days }: SpokenWish, turn: Turn): boolean {
  const saysWork = services.length > 0 || otherWork || sameAsLast || car !== null;
  return bookedVisits(turn).length > 0 && days.length > 0 && !saysWork;
}

/** At the questions right below a booking a day or an hour is of that visit. */
function justBooked(turn: Turn): Visit | null {
  return turn.conversation.flow?.name === 'settings' ? visitShown(turn) : null;
}

/** Work by its name, or a day where nothing is booked of which it could be: somebody wants to come. A bare figure is neither. */
function isWish({ services, sameAsLast, days }: SpokenWish, turn: Turn): boolean {
  const isNew = turn.customer.visits.length === 0 || askedWork(turn).length > 0;
  return services.length > 0 || sameAsLast || (days.length > 0 && isNew);
}

/** The times of the day that they said, for the visit that they mean; which one is asked where it is not clear. */
function moveCall(wish: SpokenWish, turn: Turn): Call | null {
  if (bookedVisits(turn).length === 0)
    return turn.customer.waits.length > 0 ? null : act('book', { do: 'words', wish });
  const only = visitMeant(wish, turn);
  return only ? act('book', { do: 'moveWords', id: only.id, wish }) : act('visits', { do: 'which', wish });
}

/** Nothing is cancelled by words: the visit is shown, with its button. */
function cancelCall(wish: SpokenWish, turn: Turn): Call {
  const only = visitMeant(wish, turn);
  return only ? act('visits', { do: 'askCancel', id: only.id }) : wordCall('cancel', turn);
}

/** The one visit there is, or the one among several whose car or work they named; null: it is not clear. */
function visitMeant({ intent, car, services }: SpokenWish, turn: Turn): Visit | null {
  const all = bookedVisits(turn);
  const { vehicles, visits } = turn.customer;
  const cars = car?.of === 'said' ? carsNamed(car.said, vehicles).map(({ id }) => id) : [];
  const isNamed = cars.length > 0 || services.length > 0;
  if (!isNamed && visits.length > 1) return null;
  // A question whether it is cancelled names it; what is to be moved is not guessed where other work or another car was named.
  const isOnly = visits.length === 1;
  const isShown = isOnly && intent === 'cancel';
  const meant = all.filter(
    (one) =>
      (isShown || car === null || cars.includes(one.vehicle.id) || (isOnly && cars.length === 0)) &&
      (isShown || services.every((id) => one.services.includes(id))),
  );
  return meant.length === 1 ? (meant[0] ?? null) : null;
}
