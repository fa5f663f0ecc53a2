import { carsNamed } from '#shared/domain/car-named.ts';
import { type LocalDate, toWall } from '#shared/domain/clock.ts';
import type { Vehicle } from '#shared/domain/customer.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import type { SpokenWish } from '#shared/domain/understood.ts';
import { readVehicle } from '#shared/domain/vehicle.ts';
import type { Turn } from '../flow.ts';
import { askedWork } from '../questions/asked-work.ts';
import { namedTime } from './named-time.ts';
import { withHeard } from './said.ts';
import type { Booking, Draft, Hold, View } from './state.ts';
import { chosen, earliest, newDraft, ready, samePlace, type Target, to, withCar } from './steps.ts';
import { spansOf } from './times.ts';
import { saysWhen, withWanted } from './wanted.ts';

/**
 * Where words lead: what they say goes into the draft, and what is still missing is asked. They lead to times or to a time that is
 * kept at most; what books is a tap, or a plain yes to the card that names all. Pure.
 */
export function wordsTarget(state: Booking | null, said: SpokenWish, turn: Turn): Target {
  const wish = ofTimes(state, said);
  return withHeard(targetOfWords(state, wish, turn), state, wish, turn);
}

function targetOfWords(state: Booking | null, wish: SpokenWish, turn: Turn): Target {
  const place = state && chooses(state.draft, wish) ? null : state;
  const before: Draft = { ...(place ? begun(place.draft, wish) : newDraft(turn)), words: true };
  if (place?.step === 'time') {
    const named = namedTime(place, wish, turn);
    if (named.kind === 'start') return to(withStay(before, wish), { go: 'hold', start: named.start });
    if (named.kind === 'day') return to(before, { go: 'times', view: { of: 'day', date: named.date } });
    if (named.kind === 'several') return to(before, { go: 'times', view: place.view }, [phrase('wishWhich')]);
  }
  if (place?.step === 'stay' && namesHeld(place, wish, turn))
    return samePlace({ ...place, draft: withStay(before, wish) }, turn);
  const { services, elsewhere } = workNamed(withAsked(wish, before, turn), turn);
  if (elsewhere.length > 0 && services.length === 0 && !wish.sameAsLast)
    return to(before, { go: 'elsewhere', services: elsewhere });
  const lead = elsewhere.length > 0 ? elsewhereLines(elsewhere, turn) : [];
  const worked = withWork(before, services, wish, turn);
  const car = carNamed(worked, place, wish, turn);
  const when = withWanted(car.draft, wish, dayOf(place, turn), turn);
  const draft = withStay(asTheirs(when, wish), wish);
  if (car.kind === 'unknown') {
    const several = turn.customer.vehicles.length > 0;
    return to(draft, { go: several ? 'whichCar' : 'car' }, [...lead, ...car.lead]);
  }
  // Who chose nothing of the list tells what is the matter.
  if (wish.otherWork && place?.step === 'work' && draft.services.length === 0)
    return to(draft, { go: 'problem' }, lead);
  if (wish.otherWork) return to(draft, { go: 'work', all: false }, lead);
  if (
    place?.step === 'stay' &&
    isOtherCar(before, draft) &&
    !wish.otherTimes &&
    comesThen(draft, place.hold, turn)
  )
    return to(draft, { go: 'held', hold: place.hold }, lead);
  return nextOf(place, before, draft, wish, lead, turn);
}

/** Who books other work begins anew: how they would stay for the first is not said of the second. */
function begun(draft: Draft, { intent, adds, services }: SpokenWish): Draft {
  const isOther =
    services.length > 0 && draft.services.length > 0 && !services.some((id) => draft.services.includes(id));
  if (intent !== 'book' || adds || !isOther) return draft;
  const { stay: _stay, ...rest } = draft;
  return rest;
}

/** Another car, and nothing else but maybe how they stay. */
function isOtherCar(before: Draft, draft: Draft): boolean {
  const isCar = draft.vehicle !== null && draft.vehicle.id !== before.vehicle?.id;
  return isCar && isSame({ ...before, vehicle: null }, { ...draft, vehicle: null });
}

/** The bay is kept for any car; this one must only not be with us for another visit then. */
function comesThen({ id, vehicle }: Draft, hold: Hold, { customer, now }: Turn): boolean {
  const until = Math.max(hold.start, hold.readyIfLeft ?? 0, hold.readyIfWaiting ?? 0);
  const spans = spansOf({ id, car: vehicle?.id }, customer, now);
  return hold.until > now && spans.every((span) => span.to <= hold.start || span.from >= until);
}

/** Who asked what some work costs, and then says when, means that work. */
function withAsked(wish: SpokenWish, { services, moving }: Draft, turn: Turn): SpokenWish {
  const isOpen = services.length === 0 && moving === null && !wish.sameAsLast && !wish.otherWork;
  return isOpen && wish.services.length === 0 ? { ...wish, services: [...askedWork(turn)] } : wish;
}

/** Where times are shown "the second one" is a time and no other car, "the first one" that time and not the earliest of all. */
function ofTimes(state: Booking | null, wish: SpokenWish): SpokenWish {
  if (state?.step !== 'time' || wish.ordinal === null) return wish;
  return { ...wish, earliest: false, car: wish.car?.of === 'other' ? null : wish.car };
}

/** What is asked, or shown, once the words are in the draft. */
function nextOf(
  place: Booking | null,
  before: Draft,
  draft: Draft,
  wish: SpokenWish,
  lead: readonly Phrase[],
  turn: Turn,
): Target {
  if (place !== null && isSame(before, draft) && !wish.otherTimes) return here(place, draft, turn);
  if (wish.otherTimes) return ready(draft, turn, { go: 'times', view: otherView(place) }, lead);
  // What an advisor offered is kept as soon as the car is known.
  const target = draft.offered !== undefined && draft.vehicle ? withCar(draft) : chosen(draft, turn);
  return { ...target, lead: [...lead, ...target.lead] };
}

/** The day and hour that are kept for them are said once more. */
function namesHeld(
  { draft, hold }: Extract<Booking, { step: 'stay' }>,
  wish: SpokenWish,
  turn: Turn,
): boolean {
  return namedTime({ step: 'time', draft, view: earliest, shown: [hold.start] }, wish, turn).kind === 'start';
}

/** Nothing new was said but, maybe, how they stay: the same card, asked with it. */
function here(place: Booking, draft: Draft, turn: Turn): Target {
  const target = samePlace({ ...place, draft }, turn);
  if (draft.stay !== place.draft.stay) return target;
  return { ...target, lead: [phrase('helpInStep'), ...target.lead], unclear: true };
}

function isSame(before: Draft, draft: Draft): boolean {
  const told = ({ stay: _stay, ...rest }: Draft) => JSON.stringify(rest);
  return told(before) === told(draft);
}

/** A move changes the time alone: other work is another visit. */
function chooses({ moving }: Draft, { services, sameAsLast, otherWork }: SpokenWish): boolean {
  if (moving === null) return false;
  return sameAsLast || otherWork || services.some((id) => !moving.services.includes(id));
}

/** `elsewhere`: work that is not booked in the chat. */
function workNamed({ services }: SpokenWish, { station }: Turn) {
  const isOnline = (id: string) => station.services.some((one) => one.id === id && one.booking === 'online');
  const known = services.filter((id) => station.services.some((one) => one.id === id));
  return {
    services: [...new Set(known.filter(isOnline))],
    elsewhere: [...new Set(known.filter((id) => !isOnline(id)))],
  };
}

/** What of it is come for without an appointment, and what is answered from photos. */
export function elsewhereLines(ids: readonly string[], { station }: Turn): readonly Phrase[] {
  const named = station.services.filter(({ id }) => ids.includes(id));
  return named.map(({ id, booking, priceFrom: fromCents }) =>
    booking === 'remote'
      ? phrase('wishRemote', { services: [id] })
      : phrase('wishWalkIn', { services: [id], fromCents }),
  );
}

function withWork(draft: Draft, services: readonly string[], wish: SpokenWish, { customer }: Turn): Draft {
  if (draft.moving) return draft;
  const last = wish.sameAsLast ? customer.last : null;
  const before = wish.adds ? draft.services : [];
  const named = [...new Set([...before, ...(last?.services ?? []), ...services])];
  const isNamed = services.length > 0 || last !== null;
  const vehicle = customer.vehicles.find(({ id }) => id === last?.vehicle) ?? draft.vehicle;
  return isNamed ? { ...draft, services: named, vehicle } : draft;
}

type CarNamed =
  | { readonly kind: 'known'; readonly draft: Draft }
  | { readonly kind: 'unknown'; readonly draft: Draft; readonly lead: readonly Phrase[] };

function carNamed(draft: Draft, place: Booking | null, { car, ordinal }: SpokenWish, turn: Turn): CarNamed {
  const { vehicles } = turn.customer;
  const known = (vehicle: Vehicle): CarNamed => ({ kind: 'known', draft: { ...draft, vehicle } });
  if (draft.moving) return { kind: 'known', draft };
  if (place?.step === 'whichCar' && ordinal !== null) {
    const nth = vehicles.at(ordinal > 0 ? ordinal - 1 : ordinal);
    if (nth) return known(nth);
  }
  if (car === null) return { kind: 'known', draft };
  const unknown = (...lead: readonly Phrase[]): CarNamed => ({
    kind: 'unknown',
    draft: { ...draft, vehicle: null },
    lead,
  });
  if (car.of === 'other') {
    const others = vehicles.filter(({ id }) => id !== draft.vehicle?.id);
    return others.length === 1 && others[0] ? known(others[0]) : unknown();
  }
  const [found, ...more] = carsNamed(car.said, vehicles);
  if (found) return more.length > 0 ? unknown() : known(found);
  if (vehicles.length > 0) return unknown(phrase('wishWhichCar'));
  const typed = readVehicle(car.said, turn.id);
  return typeof typed === 'string' ? unknown() : known(typed);
}

function withStay(draft: Draft, { stay }: SpokenWish): Draft {
  return stay === null ? draft : { ...draft, stay };
}

/** What an advisor offered is theirs no more, once they want something else. */
function asTheirs({ offered, ...draft }: Draft, wish: SpokenWish): Draft {
  const isElse = saysWhen(wish) || wish.otherTimes || wish.services.length > 0 || wish.sameAsLast;
  return isElse || offered === undefined ? draft : { ...draft, offered };
}

/** The one day that they are looking at: an hour that is named is of that day. */
function dayOf(place: Booking | null, { station }: Turn): LocalDate | null {
  const date = (start: number) => toWall(start, station.zone).date;
  if (place?.step === 'stay') return date(place.hold.start);
  if (place?.step !== 'time') return null;
  if (place.view.of === 'day') return place.view.date;
  const starts = (place.shown ?? []).filter((one) => typeof one === 'number');
  const dates = [...new Set(starts.map(date))];
  return place.view.of === 'earliest' && dates.length === 1 ? (dates[0] ?? null) : null;
}

/** Not those that are shown: more of them, then other days. */
function otherView(place: Booking | null): View {
  if (place?.step !== 'time') return place === null ? earliest : { of: 'more' };
  switch (place.view.of) {
    case 'earliest':
      return { of: 'more' };
    case 'more':
    case 'day':
    case 'days':
      return { of: 'days', from: null };
  }
}

/** A visit that is booked is to be at another time, by what they said. */
export function moveWords(moving: Draft, wish: SpokenWish, turn: Turn): Target {
  const day = moving.moving && toWall(moving.moving.start, turn.station.zone).date;
  const draft = withWanted(moving, wish, day, turn);
  return to(draft, { go: 'times', view: wish.otherTimes ? { of: 'more' } : earliest });
}

/** Whether words answer what a step asks. A fault that is told, and a car that is typed, stay what they are. */
export function takesWords({ step }: Booking, wish: SpokenWish): boolean {
  if (wish.intent === 'cancel') return false;
  // While times are shown, "make it Friday" is about them.
  if (wish.intent === 'move' && step !== 'time' && step !== 'stay') return false;
  const isWork = wish.services.length > 0 || wish.sameAsLast;
  if (step === 'problem') return isWork;
  if (step === 'car')
    return isWork || saysDayOrWay(wish) || wish.car?.of === 'other' || (wish.car === null && isNoCar(wish));
  return true;
}

function saysDayOrWay({ days, earliest, stay }: SpokenWish): boolean {
  return days.length > 0 || earliest || stay !== null;
}

/** "After five", "the second one", "later": said where a car is asked for. A bare figure may be one: it is a place and an hour. */
function isNoCar({ time, ordinal, otherTimes }: SpokenWish): boolean {
  if (otherTimes) return true;
  return time === null ? ordinal !== null && ordinal < 10 : ordinal === null;
}
