import { type Booked, bookedOf, type Vehicle } from '#shared/domain/customer.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { readVehicle } from '#shared/domain/vehicle.ts';
import type { FlowEvent, Turn } from '../flow.ts';
import { settingsState } from '../settings/action.ts';
import { movedStay, saidStay } from './cards.ts';
import { type Booking, type BookingAction, type Draft, onlyWay } from './state.ts';
import {
  chosen,
  earliest,
  newDraft,
  ready,
  type Step,
  samePlace,
  type Target,
  to,
  usualCar,
  withCar,
} from './steps.ts';
import { withoutWanted } from './wanted.ts';
import { moveWords, takesWords, wordsTarget } from './words.ts';

export function targetOf(stored: Booking | null, event: FlowEvent<BookingAction>, turn: Turn): Target {
  const state = stored && withVisitAsItIs(stored, turn);
  if (stored && !state && continues(event)) return to(stored.draft, { go: 'past' });
  const target = eventTarget(state, event, turn);
  if (target.draft.offered !== undefined) return target;
  if (books(target) && !target.draft.moving && isFull(turn)) return to(target.draft, { go: 'limit' });
  if (books(target) && target.draft.moving && isLate(target.draft.moving, turn))
    return to(target.draft, { go: 'tooLate' });
  return target;
}

/** A visit that is being moved may have changed meanwhile; null when it is there no more. */
function withVisitAsItIs(state: Booking, { customer }: Turn): Booking | null {
  const { moving } = state.draft;
  if (!moving) return state;
  const visit = customer.visits.find(({ id }) => id === moving.id);
  return visit ? { ...state, draft: { ...state.draft, moving: bookedOf(visit) } } : null;
}

/** Whether an event goes on with the booking in progress; all others begin something of their own. */
function continues(event: FlowEvent<BookingAction>): boolean {
  if (event.kind !== 'action') return false;
  return (
    !choosesAnew(event.action) && !['open', 'anew', 'move', 'moveTo', 'moveWords'].includes(event.action.do)
  );
}

/** Work and cars are chosen for a new visit: a move changes the time alone, whatever older list is tapped meanwhile. */
function choosesAnew(action: BookingAction): boolean {
  return newVisitActions.has(action.do);
}

const newVisitActions: ReadonlySet<BookingAction['do']> = new Set([
  'same',
  'work',
  'notWork',
  'only',
  'allWork',
  'addWork',
  'problem',
  'otherCar',
  'newCar',
  'car',
  'offered',
  'report',
  'listed',
]);

function books({ go }: Target): boolean {
  return !['problem', 'request', 'drop', 'past', 'booked', 'limit', 'tooLate', 'elsewhere'].includes(go);
}

function isFull({ customer, station }: Turn): boolean {
  return customer.visits.length >= station.rules.openBookingsPerPerson;
}

/** Too near to its start to be changed in the chat. */
export function isLate({ start }: Booked, { now, station }: Turn): boolean {
  return start - now < station.rules.changeCutOff * 60_000;
}

function eventTarget(state: Booking | null, event: FlowEvent<BookingAction>, turn: Turn): Target {
  switch (event.kind) {
    case 'action':
      return actionTarget(state, event.action, turn);
    case 'text':
      return state ? textTarget(state, event.text, turn) : opened(turn);
    case 'again':
      return state ? resumed(state, event.because, turn) : opened(turn);
    case 'contact':
    case 'timer':
      return state ? resumed(state, 'returned', turn) : opened(turn);
  }
}

function actionTarget(state: Booking | null, action: BookingAction, turn: Turn): Target {
  const draft = state && !(state.draft.moving && choosesAnew(action)) ? state.draft : newDraft(turn);
  switch (action.do) {
    case 'open':
      return state ? resumed(state, 'returned', turn) : opened(turn);
    case 'anew':
      return opened(turn);
    case 'move':
      return moveTarget(action, turn);
    case 'moveWords': {
      const target = moveTarget({ id: action.id }, turn);
      const draft: Draft = isAskedAfter(turn) ? { ...target.draft, asksAfter: true } : target.draft;
      return target.go === 'times' ? moveWords(draft, action.wish, turn) : target;
    }
    case 'moveTo':
      return moveTo(action, turn);
    case 'offered':
      return offeredTarget(action, turn);
    case 'listed':
      return listedTarget(action, turn);
    case 'report': {
      const vehicle = turn.customer.vehicles.find(({ id }) => id === action.vehicle?.id) ?? action.vehicle;
      const fresh = newDraft(turn);
      const { services, lines } = action;
      const draft = { ...fresh, services, vehicle: vehicle ?? fresh.vehicle, ...(lines ? { lines } : {}) };
      return chosen(draft, turn);
    }
    case 'same': {
      const { last, vehicles } = turn.customer;
      const vehicle = vehicles.find(({ id }) => id === last?.vehicle) ?? draft.vehicle;
      return chosen({ ...draft, services: [...(last?.services ?? [])], vehicle }, turn);
    }
    case 'work':
      return chosen({ ...draft, services: [...new Set([...draft.services, action.id])] }, turn);
    case 'notWork':
      return chosen({ ...draft, services: draft.services.filter((id) => id !== action.id) }, turn);
    case 'only':
      return chosen({ ...draft, services: [action.id] }, turn);
    case 'allWork':
      return to(draft, { go: 'work', all: true });
    case 'addWork':
      return to(draft, { go: 'work', all: false });
    case 'problem':
      return to(draft, { go: 'problem' });
    case 'otherCar':
      return to(draft, { go: turn.customer.vehicles.length > 0 ? 'whichCar' : 'car' });
    case 'newCar':
      return to({ ...draft, vehicle: null }, { go: 'car' });
    case 'car': {
      const vehicle = turn.customer.vehicles.find(({ id }) => id === action.id) ?? null;
      return withCar({ ...draft, vehicle });
    }
    case 'view':
      // The earliest times are those whatever was said before.
      return inside(action.view.of === 'earliest' ? withoutWanted(draft) : draft, turn, {
        go: 'times',
        view: action.view,
      });
    case 'slot':
      return inside(draft, turn, { go: 'hold', start: action.start });
    case 'stay':
      return stayTarget(state, draft, action, turn);
    case 'words':
      return wordsTarget(state, action.wish, turn);
    case 'back':
      return backFrom(state, draft, turn);
    case 'drop':
      return to(draft, { go: 'drop' });
  }
}

function stayTarget(
  state: Booking | null,
  draft: Draft,
  { start, stay }: Extract<BookingAction, { do: 'stay' }>,
  turn: Turn,
): Target {
  if (state?.step === 'stay') {
    // A button of an earlier card named another time than the one that is held now.
    if (state.hold.start !== start) return samePlace(state, turn);
    return to(draft, { go: 'confirm', hold: state.hold, stay });
  }
  // Tapped twice: the first tap has booked it.
  const visit = turn.customer.visits.find((one) => one.start === start);
  if (visit) return to(draft, { go: 'booked', visit });
  return inside(draft, turn, { go: 'times', view: earliest }, [phrase('slotReplaced')]);
}

/** What only a card of a booking in progress offers: where no work is chosen, that booking is over, and its card is told so. */
function inside(draft: Draft, turn: Turn, step: Step, lead: readonly Phrase[] = []): Target {
  if (draft.services.length > 0) return ready(draft, turn, step, lead);
  return to(draft, { go: 'work', all: false }, [phrase('buttonGone')]);
}

/** Where an advisor offered a time, it is kept at once, or as soon as the car is known. */
function offeredTarget(
  { services, vehicle, start }: Extract<BookingAction, { do: 'offered' }>,
  turn: Turn,
): Target {
  const draft = { ...newDraft(turn), services };
  const known = turn.customer.vehicles.find(({ id }) => id === vehicle?.id) ?? vehicle ?? draft.vehicle;
  return ready({ ...draft, vehicle: known, offered: start }, turn, { go: 'hold', start });
}

/** A time kept for whoever waited for it is booked, or the visit moved to it, by that tap. */
function listedTarget(
  { id, services, car, moving, hold, stay }: Extract<BookingAction, { do: 'listed' }>,
  turn: Turn,
): Target {
  if (moving !== null) {
    const { draft, go } = moveTarget({ id: moving }, turn);
    return go === 'times' ? to(draft, { go: 'confirm', hold, stay }) : to(draft, { go: 'past' });
  }
  const { visits, vehicles, waits } = turn.customer;
  // Tapped twice: the first tap has booked it.
  const booked = visits.find((one) => one.id === id || (one.start === hold.start && one.vehicle.id === car));
  const vehicle = vehicles.find((one) => one.id === car) ?? null;
  // Tapped long after they left the list: a visit of that number may have been booked and cancelled since.
  const draft: Draft = { id: waits.includes(id) ? id : turn.id, services, vehicle, moving: null };
  return booked
    ? to(draft, { go: 'booked', visit: booked })
    : ready(draft, turn, { go: 'confirm', hold, stay });
}

function opened(turn: Turn): Target {
  return to(newDraft(turn), { go: 'work', all: false });
}

/** To a time that an advisor offered. */
function moveTo({ id, start }: Extract<BookingAction, { do: 'moveTo' }>, turn: Turn): Target {
  const { draft, go } = moveTarget({ id }, turn);
  return go === 'times' ? to({ ...draft, offered: start }, { go: 'hold', start }) : to(draft, { go: 'past' });
}

function moveTarget({ id, date }: { readonly id: string; readonly date?: string }, turn: Turn): Target {
  const visit = turn.customer.visits.find((one) => one.id === id);
  if (!visit) return to(newDraft(turn), { go: 'past' });
  const draft: Draft = {
    id: visit.id,
    services: visit.services,
    vehicle: visit.vehicle,
    moving: bookedOf(visit),
  };
  return to(draft, { go: 'times', view: date === undefined ? earliest : { of: 'day', date } });
}

/** They are at the phone or the consent, which follow a booking. */
function isAskedAfter({ conversation: { flow } }: Turn): boolean {
  const state = flow?.name === 'settings' ? settingsState.safeParse(flow.state).data : undefined;
  return state?.step === 'phone' || state?.step === 'consent';
}

function backFrom(state: Booking | null, draft: Draft, turn: Turn): Target {
  switch (state?.step) {
    case 'stay':
      return ready(draft, turn, { go: 'times', view: earliest });
    case 'time':
      if (state.view.of !== 'earliest') return to(draft, { go: 'times', view: earliest });
      return draft.moving
        ? to(draft, { go: 'drop' })
        : to({ ...draft, services: [] }, { go: 'work', all: false });
    case 'car':
    case 'whichCar':
    case 'problem':
      return to(
        { ...draft, services: [], vehicle: draft.vehicle ?? usualCar(turn.customer) },
        { go: 'work', all: false },
      );
    case 'work':
      return draft.services.length > 0 ? chosen(draft, turn) : to(draft, { go: 'drop' });
    case undefined:
      return opened(turn);
  }
}

function textTarget(state: Booking, text: string, turn: Turn): Target {
  const { draft } = state;
  const wish = turn.word === null ? (turn.understood?.wish ?? null) : null;
  if (wish && takesWords(state, wish)) return wordsTarget(state, wish, turn);
  if (state.step === 'problem') return to(draft, { go: 'request', text });
  if (state.step === 'stay') return heldAnswer(state, turn);
  const vehicle = turn.word ? 'empty' : readVehicle(text, turn.id);
  if (vehicle === 'tooLong') return to(draft, { go: 'carTooLong' });
  if (vehicle === 'empty') return to(draft, { go: 'car' });
  return withCar({ ...draft, vehicle: knownCar(vehicle, turn) });
}

/** A car that is on file already, typed again, is that car. */
function knownCar(typed: Vehicle, { customer }: Turn): Vehicle {
  const name = ({ label }: Vehicle) => label.toLowerCase();
  return customer.vehicles.find((known) => name(known) === name(typed)) ?? typed;
}

/** A plain yes or no where the card asks one thing. */
function heldAnswer(state: Extract<Booking, { step: 'stay' }>, turn: Turn): Target {
  const stay = stayMeant(state);
  return turn.word === 'yes' && stay
    ? to(state.draft, { go: 'confirm', hold: state.hold, stay })
    : backFrom(state, state.draft, turn);
}

/** What a plain "yes" to the card means: the move, or the one way of staying there is; null where there is a choice. */
export function stayMeant({ draft, hold }: Extract<Booking, { step: 'stay' }>): 'wait' | 'leave' | null {
  return draft.moving
    ? movedStay(draft.moving, hold, draft.stay)
    : (onlyWay(hold) ?? saidStay(draft, hold) ?? null);
}

/** The same place again: with kept answers after days, or with a hint after words that meant nothing here. */
function resumed(state: Booking, because: 'returned' | 'unclear', turn: Turn): Target {
  const unclear = because === 'unclear';
  const place = samePlace(state, turn);
  const { services, vehicle } = state.draft;
  // The card with the times names the work and the car itself.
  const named = place.go === 'times';
  const kept = { services: named ? [] : [...services], car: named ? null : (vehicle?.short ?? null) };
  const lead = unclear ? [phrase('helpInStep')] : services.length > 0 ? [phrase('draftKept', kept)] : [];
  return { ...place, lead: [...lead, ...place.lead], unclear };
}
