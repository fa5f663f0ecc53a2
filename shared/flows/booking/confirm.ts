import { addressKey } from '#shared/domain/address.ts';
import { MINUTE } from '#shared/domain/clock.ts';
import { type Customer, mostVehicles, type Vehicle, type Visit } from '#shared/domain/customer.ts';
import type { Day } from '#shared/domain/day.ts';
import type { Change, Facts } from '#shared/domain/facts.ts';
import { applyChanges, confirmJobs, datesOf, holdJobs, releaseHold } from '#shared/domain/slots/hold.ts';
import { isWithUs } from '#shared/domain/slots/judge.ts';
import { planAt } from '#shared/domain/slots/search.ts';
import type { Wish } from '#shared/domain/slots/types.ts';
import { freshLife } from '#shared/domain/visit/life.ts';
import { withoutPastReminders } from '../clock/agenda.ts';
import type { Turn } from '../flow.ts';
import { byDate, type Calendar, calendarOf, daysOf } from './day-changes.ts';
import type { Draft, Hold } from './state.ts';
import { wishOf } from './times.ts';

/** A time that could be chosen when it was shown can be chosen still, although its notice ran short meanwhile. */
const whileReading = 15 * MINUTE;
/** A hold that ran out is judged by the notice it had for so long. */
const afterHold = 60 * MINUTE;

/** When the held time was asked for; a time that was booked before (`until` is 0) had all the notice it needs. */
function askedAt({ until }: Hold, { station, now }: Turn): number {
  return until === 0 ? 0 : Math.max(until - station.rules.hold * MINUTE - whileReading, now - afterHold);
}

/** The bay is kept: the hold as the conversation remembers it, and the calendar with it. Null when the time has gone. */
export function keepTime(
  draft: Draft,
  start: number,
  facts: Facts,
  turn: Turn,
): { readonly hold: Hold; readonly calendar: Calendar } | null {
  const { station, now } = turn;
  const calendar = calendarOf(facts, draft.id);
  const wish = { ...wishOf(draft, turn), askedAt: now - whileReading };
  const slot = planAt(station, daysOf(calendar), wish, start, now);
  if ('kind' in slot) return null;
  const until = now + station.rules.hold * 60_000;
  const { modes, changes } = holdJobs(slot, draft.id, until);
  const after = applyChanges(calendar.after, changes, now);
  const ready = (mode: 'wait' | 'leave') =>
    modes.includes(mode) ? (slot.modes[mode]?.readyBy ?? null) : null;
  const hold: Hold = {
    start: slot.start,
    until,
    dates: changes.map(({ date }) => date),
    readyIfWaiting: ready('wait'),
    readyIfLeft: ready('leave'),
  };
  return { hold, calendar: { before: calendar.before, after } };
}

/**
 * Turns the hold into a visit. A hold that ran out is no harm while the time is still free; only if it went to somebody
 * else, or cannot be done that way any more, the answer is null.
 */
export function bookTime(
  draft: Draft,
  hold: Hold,
  stay: 'wait' | 'leave',
  facts: Facts,
  turn: Turn,
): { readonly visit: Visit; readonly calendar: Calendar } | null {
  const before = [...facts.days.values()];
  const vehicle = draft.vehicle;
  if (!vehicle) return null;
  const readyBy = stay === 'wait' ? hold.readyIfWaiting : hold.readyIfLeft;
  const held = confirmJobs(before, draft.id, stay, turn.now);
  const wish = wishOf(draft, turn);
  // The same car may have been booked otherwise since the time was held.
  if (held.kind === 'booked' && readyBy !== null && !isWithUs(wish, hold.start, readyBy)) {
    return {
      visit: visitOf(draft, { vehicle, stay, start: hold.start, readyBy }, held.days, turn),
      calendar: { before, after: held.days },
    };
  }
  return held.kind === 'mode-not-held'
    ? null
    : bookFresh(draft, vehicle, stay, hold.start, before, { ...wish, askedAt: askedAt(hold, turn) }, turn);
}

function bookFresh(
  draft: Draft,
  vehicle: Vehicle,
  stay: 'wait' | 'leave',
  start: number,
  before: readonly Day[],
  wish: Wish,
  turn: Turn,
) {
  const { station, now } = turn;
  // A hold of another time under the same id must not be taken for the one that is made here.
  const free = releaseHold(before, draft.id);
  const days = byDate(free);
  const slot = planAt(station, days, { ...wish, mode: stay }, start, now);
  const plan = 'kind' in slot ? undefined : slot.modes[stay];
  if ('kind' in slot || !plan || datesOf(slot).some((date) => !days.has(date))) return null;
  const { changes } = holdJobs(slot, draft.id, now + 60_000);
  const confirmed = confirmJobs(applyChanges(free, changes, now), draft.id, stay, now);
  if (confirmed.kind !== 'booked') return null;
  const visit = visitOf(draft, { vehicle, stay, start, readyBy: plan.readyBy }, confirmed.days, turn);
  return { visit, calendar: { before, after: confirmed.days } };
}

function visitOf(
  { id, services, moving }: Draft,
  agreed: Pick<Visit, 'vehicle' | 'stay' | 'start' | 'readyBy'>,
  days: readonly Day[],
  { address, station, now }: Turn,
): Visit {
  const dates = days.filter((day) => day.jobs.some((job) => job.id === id)).map(({ date }) => date);
  const sequence = (moving?.sequence ?? 0) + 1;
  const visit = { id, services, ...agreed, sequence, dates, chat: addressKey(address), life: freshLife };
  return withoutPastReminders(visit, station, now);
}

/** The person's own row with the visit in it, earliest first, and the car where it is new. */
export function withVisit(customer: Customer, visit: Visit): Change {
  return { kind: 'customer', customer: customerWith(customer, visit) };
}

/** The same as a row; a car that nobody named is not kept. */
export function customerWith(customer: Customer, visit: Visit): Customer {
  const visits = [...customer.visits.filter(({ id }) => id !== visit.id), visit].sort(
    (a, b) => a.start - b.start,
  );
  const others = customer.vehicles.filter(({ id }) => id !== visit.vehicle.id);
  const named = visit.vehicle.label === '' ? [] : [visit.vehicle];
  // What was asked for that car is answered by it.
  const requested = customer.requested.filter(({ car }) => car !== visit.vehicle.short);
  return { ...customer, visits, requested, vehicles: [...others, ...named].slice(-mostVehicles) };
}
