import { MINUTE } from '#shared/domain/clock.ts';
import { type Customer, openRequests, type Requested, type Visit } from '#shared/domain/customer.ts';
import type { Facts } from '#shared/domain/facts.ts';
import { card, type Option } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { type AnswerPromise, handOver, promiseGiven } from '../call-person.ts';
import { button, type Decision, type Turn } from '../flow.ts';
import { leavingFor } from '../waitlist/leave.ts';
import { type Calendar, dayChanges } from './day-changes.ts';
import type { Draft } from './state.ts';

/**
 * Whoever was expected twice within half a year and did not come has the next visit confirmed by an advisor: it is *requested*, and
 * nobody calls it booked before. Its time is kept meanwhile, as any chosen time is. Pure.
 */

const times = 2;
const within = 183 * 24 * 60 * MINUTE;
/** So long after the promised answer the time is still kept. */
const afterAnswer = 120 * MINUTE;

/** Whether their next visit is confirmed by hand: missed twice within half a year, and none came since. */
export function isByHand({ past }: Pick<Customer, 'past'>, now: number): boolean {
  const came = Math.max(0, ...past.filter(({ stage }) => stage === 'handedBack').map(({ end }) => end));
  const missed = past.filter(({ stage, end }) => stage === 'noShow' && end > Math.max(came, now - within));
  return missed.length >= times;
}

/** `calendar`: as the booking would leave it. A person is called, with one tap that books it. */
export function requestBooking(
  { lines: _lines, ...draft }: Draft,
  { visit, calendar }: { readonly visit: Visit; readonly calendar: Calendar },
  facts: Facts,
  turn: Turn,
): Decision<never> {
  const { customer } = turn;
  const { start, stay, services, vehicle } = visit;
  const promise = promiseGiven(turn);
  const until = Math.min(start, Math.max(promise.by, turn.now) + afterAnswer);
  const left = leavingFor(customer, visit, facts);
  const { by, advisor } = promise;
  const asking: Requested = { id: visit.id, start, car: vehicle.short, advisor, by, until };
  const asked = { name: customer.name, car: vehicle.short, services: [...services], start, stay };
  const called = handOver(
    turn,
    'byHand',
    ({ advisor, by }: AnswerPromise) =>
      card('last', phrase('promiseRequested', { car: vehicle.short, start, advisor, by })),
    '',
    [],
    {
      line: (by) => phrase('promiseDeskRequested', { ...asked, by, until }),
      ways: [[confirmButton(visit, customer)], [offerButton(visit, customer)]],
    },
  );
  // What they add tonight is about the booking: they are told once that it was passed on.
  const { nightTold: _told, ...waits } = called.case ?? {};
  return {
    ...called,
    case: waits,
    next: { kind: 'done' },
    changes: [
      ...dayChanges(heldUntil(calendar, draft.id, until)),
      { kind: 'customer', customer: withRequest(left.customer, asking, turn.now) },
      ...left.changes,
      ...called.changes,
    ],
  };
}

/** The row that remembers what is asked for; requests whose time is kept no longer leave it. */
function withRequest(customer: Customer, asking: Requested, now: number): Customer {
  const others = openRequests(customer, now).filter(({ id }) => id !== asking.id);
  return { ...customer, requested: [...others, asking] };
}

/** Kept in the one way that they chose, and booked by nobody yet. */
function heldUntil({ before, after }: Calendar, id: string, until: number): Calendar {
  const holdUntil = Math.ceil(until / MINUTE) * MINUTE;
  return {
    before,
    after: after.map((day) => ({
      ...day,
      jobs: day.jobs.map((job) => (job.id === id ? { ...job, holdUntil } : job)),
    })),
  };
}

/** Buttons of the desk's own part for bookings, which reads them; the visit gets the number under which its time is kept. */
function confirmButton({ id, start, stay, ...visit }: Visit, customer: Customer): Option {
  const plan = planOf({ ...visit, id }, customer, 'book');
  // It was asked for in time: that the answer takes a while must not make notice too short.
  const data = { do: 'done', ...plan, start, stay, squeezed: false, reason: 'agreed' };
  return button(phrase('promiseLabelConfirm'), { flow: 'desk.diary', data });
}

/** A time beside the one that is kept; what they choose of it is booked at once, since an advisor offered it. */
function offerButton({ services, vehicle }: Visit, customer: Customer): Option {
  const data = { do: 'next', ...planOf({ id: '', services, vehicle }, customer, 'offer') };
  return button(phrase('diaryLabelOtherTimes'), { flow: 'desk.diary', data });
}

function planOf(
  { id, services, vehicle: car }: Pick<Visit, 'id' | 'services' | 'vehicle'>,
  { id: customer, name, phone }: Customer,
  aim: 'book' | 'offer',
) {
  return { aim, id, customer, name, phone: phone ?? '', services, car, walkin: false };
}
