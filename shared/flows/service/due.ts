import { addDays, type Instant, type LocalDate, toInstant, toWall } from '#shared/domain/clock.ts';
import { type Customer, upcomingVisits, type Vehicle, type Visit } from '#shared/domain/customer.ts';
import type { Deferred } from '#shared/domain/order/order.ts';
import type { Upkeep } from '#shared/domain/upkeep.ts';
import type { Again, Station } from '#shared/station/schema.ts';
import { putOffFor } from '../payer/put-off.ts';

/** What is due of a car, and when its owner is to hear of it: services by date or mileage, and what was put off. Pure. */

const DAY = 24 * 60 * 60_000;
/** A service is spoken of so long before its day. */
const aheadDays = 14;
/** Tyres changed in October are not due on the first of November. */
const leastBetweenDays = 60;

/** How much is driven where two readings do not tell it: km a day, and what a rate may be at all. */
const usualRate = 15_000 / 365;
const rates = { least: 1_000 / 365, most: 80_000 / 365 } as const;
/** Readings nearer to each other tell no rate. */
const leastApartMs = 30 * DAY;

/** What was put off is spoken of so long after it was, by how much it matters. */
const putOffDays = { safety: 14, soon: 75, wish: 180 } as const;

/** "About due" is true for half a year; somebody who agrees within that time still hears of it. */
export const worthMs = 180 * DAY;

/** Something to remind of; `at`: not before. */
export type Due =
  | { readonly of: 'service'; readonly at: Instant; readonly upkeep: Upkeep }
  | { readonly of: 'putOff'; readonly at: Instant; readonly item: Deferred };

type Row = Pick<Customer, 'upkeep' | 'deferred' | 'vehicles' | 'visits'>;

/**
 * All that is still to be said about a car, earliest first; of the same day what is about safety first. What was said once is not
 * said again unless they wanted to hear of it later, and what was due long ago is not said any more.
 */
export function duesOf(customer: Customer, car: Vehicle, station: Station, now: Instant): readonly Due[] {
  const services = customer.upkeep
    .filter(({ vehicle, silent }) => vehicle === car.id && silent === undefined)
    .flatMap((upkeep): Due[] => {
      const again = station.services.find(({ id }) => id === upkeep.service)?.again ?? null;
      if (again === null || isSaid(upkeep)) return [];
      const at = upkeep.later ?? dueAt(again, upkeep, rateOf(customer, car), station) - aheadDays * DAY;
      return [{ of: 'service', at, upkeep }];
    });
  const coming = upcomingVisits(customer, now).map(({ id }) => id);
  const putOff = putOffFor(customer, { vehicle: car.id, car: car.short }, now)
    .filter((item) => !item.silent && !isSaid(item) && !coming.some((id) => id === item.visit))
    .map((item): Due => {
      const at = item.later ?? item.at + putOffDays[item.urgency ?? 'wish'] * DAY;
      return { of: 'putOff', at, item };
    });
  return [...putOff, ...services].filter(({ at }) => at + worthMs > now).toSorted((a, b) => a.at - b.at);
}

function isSaid({ told, later }: Pick<Upkeep, 'told' | 'later'>): boolean {
  return told !== undefined && later === undefined;
}

/** A visit of that car which is not over: then nobody is reminded of anything. */
export function comingVisit(
  customer: Customer,
  { id }: Pick<Vehicle, 'id'>,
  now: Instant,
): Visit | undefined {
  return upcomingVisits(customer, now).findLast(({ vehicle }) => vehicle.id === id);
}

/** The day on which a service is due again. `rate`: km a day. */
export function dueAt(
  again: Again,
  { at, km }: Pick<Upkeep, 'at' | 'km'>,
  rate: number,
  { zone }: Pick<Station, 'zone'>,
): Instant {
  const done = toWall(at, zone).date;
  if ('on' in again) return beginning(nextOf(again.on, addDays(done, leastBetweenDays)), zone);
  const byDate = again.months === null ? null : beginning(addMonths(done, again.months), zone);
  // Without a reading the mileage then is not known, but what is driven since is still about the usual.
  const byKm = again.km === null || (km === null && byDate !== null) ? null : at + (again.km / rate) * DAY;
  return Math.min(byDate ?? Number.POSITIVE_INFINITY, byKm ?? Number.POSITIVE_INFINITY);
}

/** Km a day, by the first and the last reading of the car that there are. */
export function rateOf({ upkeep }: Pick<Row, 'upkeep'>, { id, mileage }: Vehicle): number {
  const read = upkeep.flatMap(({ vehicle, at, km }) => (vehicle === id && km !== null ? [{ at, km }] : []));
  const readings = [...read, ...(mileage ? [mileage] : [])].toSorted((a, b) => a.at - b.at);
  const [first, last] = [readings[0], readings.at(-1)];
  if (!first || !last || last.at - first.at < leastApartMs) return usualRate;
  const rate = ((last.km - first.km) / (last.at - first.at)) * DAY;
  // Somebody mistyped a figure: such a rate is no car's.
  return rate < rates.least || rate > rates.most ? usualRate : rate;
}

/** The first of these days of the year on or after a date. */
function nextOf(days: readonly string[], from: LocalDate): LocalDate {
  const year = Number(from.slice(0, 4));
  const all = [year, year + 1].flatMap((one) => days.map((day) => `${one}-${day}`));
  return all.filter((date) => date >= from).toSorted()[0] ?? from;
}

function addMonths(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  // Every month has a 28th.
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, 28))).toISOString().slice(0, 10);
}

function beginning(date: LocalDate, zone: string): Instant {
  const at = toInstant(date, 0, zone);
  return at === 'gap' ? Date.parse(`${date}T00:00:00Z`) : at;
}
