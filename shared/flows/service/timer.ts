import type { Instant } from '#shared/domain/clock.ts';
import type { Customer } from '#shared/domain/customer.ts';
import type { Change } from '#shared/domain/facts.ts';
import type { Station } from '#shared/station/schema.ts';
import { askingMoment } from '../feedback/moment.ts';
import { comingVisit, duesOf } from './due.ts';

/** One timer a car: when its owner hears next of what is due. What that is, is read from their row when it fires. */

const prefix = 'service#';
const DAY = 24 * 60 * 60_000;
/** So long after a visit which was booked already the car is looked at again: it may have been cancelled. */
const afterVisitMs = 7 * DAY;

/** The timer as it has to stand by the person's row as it will be. `chat`: key of the address where it is said. */
export function serviceTimer(
  customer: Customer,
  vehicle: string,
  chat: string,
  station: Station,
  now: Instant,
): Change {
  return timerAt(vehicle, chat, nextMoment(customer, vehicle, station, now));
}

export function timerAt(vehicle: string, chat: string, dueAt: Instant | null): Change {
  const data = dueAt === null ? null : { vehicle };
  return { kind: 'timer', key: `${prefix}${vehicle}`, dueAt, data, chat };
}

/** At an hour at which people are at the desk, never while a visit is coming; null: nothing is ever due of that car. */
export function nextMoment(
  customer: Customer,
  vehicle: string,
  station: Station,
  now: Instant,
): Instant | null {
  const car = customer.vehicles.find(({ id }) => id === vehicle);
  const [first] = car ? duesOf(customer, car, station, now) : [];
  if (!car || !first) return null;
  const coming = comingVisit(customer, car, now);
  const from = coming ? Math.max(first.at, coming.readyBy + afterVisitMs) : first.at;
  return askingMoment(station, Math.max(from, now));
}
