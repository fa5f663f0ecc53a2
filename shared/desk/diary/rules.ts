import { addDays, type Instant, type LocalDate, MINUTE, toWall } from '#shared/domain/clock.ts';
import type { Stay } from '#shared/domain/customer.ts';
import type { BookingRule } from '#shared/domain/phrases/diary-booking.ts';
import { dates, planAt } from '#shared/domain/slots/search.ts';
import type { Days, Plan as Placed, PlannedJob, Refusal, Slot, Wish } from '#shared/domain/slots/types.ts';
import { workOf } from '#shared/domain/slots/work.ts';
import type { Station } from '#shared/station/schema.ts';
import type { Plan } from './plan.ts';

/** What an advisor asks the calendar for, and what the customer could have asked for themselves. */
export function wishOf({ services, id }: Plan, by: 'customer' | 'desk', mode: Wish['mode'] = 'any'): Wish {
  return { services, mode, by, excluding: id };
}

/** The longest work reaches over so many working days. */
const longestReach = 6;

/** Days to read for the times from the earliest on. */
export function earliestDates(station: Station, plan: Plan, now: Instant): readonly LocalDate[] {
  return dates(station, wishOf(plan, 'desk'), now);
}

/** Days to read for one date, also when the station is closed then. */
export function datesFrom(station: Station, plan: Plan, date: LocalDate, now: Instant): readonly LocalDate[] {
  return [...new Set([date, ...dates(station, wishOf(plan, 'desk'), now, date).slice(0, longestReach)])];
}

/**
 * A start as an advisor may give it away: free by what cannot be in two places at once, or why it is not. Where online
 * booking would have a place for it, it is that place: the work of a car that is left may float past a limit.
 */
export function atDesk(
  station: Station,
  days: Days,
  plan: Plan,
  start: Instant,
  now: Instant,
  stay: Wish['mode'] = 'any',
): Slot | BookingRule {
  const slot = planAt(station, days, wishOf(plan, 'desk', stay), start, now);
  const online = planAt(withWalkIns(station, plan), days, wishOf(plan, 'customer', stay), start, now);
  if ('kind' in online) return 'kind' in slot ? ruleOf(slot, 'desk') : slot;
  return 'kind' in slot ? online : { ...slot, modes: { ...slot.modes, ...online.modes }, together: false };
}

/** The rule of online booking that this start breaks; null: a customer could have chosen it themselves. */
export function brokenRule(
  station: Station,
  days: Days,
  plan: Plan,
  { start, stay }: { readonly start: Instant; readonly stay: Stay | 'any' },
  now: Instant,
): BookingRule | null {
  const slot = planAt(withWalkIns(station, plan), days, wishOf(plan, 'customer', stay), start, now);
  return 'kind' in slot ? ruleOf(slot, 'customer') : null;
}

/** That work is only done at the desk is no rule to set aside; all others are judged as for work that is booked online. */
function withWalkIns(station: Station, { services: wanted }: Plan): Station {
  const isWalkIn = ({ id, booking }: Station['services'][number]) =>
    booking === 'walk-in' && wanted.includes(id);
  if (!station.services.some(isWalkIn)) return station;
  const services = station.services.map((one) =>
    isWalkIn(one) ? { ...one, booking: 'online' as const } : one,
  );
  return { ...station, services };
}

function ruleOf({ kind }: Refusal, by: 'customer' | 'desk'): BookingRule {
  switch (kind) {
    case 'unknown-service':
    case 'not-booked-online':
      return 'online';
    case 'mode-not-possible':
      return 'way';
    case 'separate-visits':
      return 'together';
    case 'too-soon':
      return 'notice';
    case 'too-far':
      return 'horizon';
    case 'day-closed':
      return 'closed';
    case 'not-that-day':
      return 'weekday';
    case 'after-closing':
      return 'hours';
    case 'no-room':
      return by === 'desk' ? 'room' : 'limits';
  }
}

/**
 * A place for work where there is none: on the fitting bay and with the skilled technician who have least to do then, one
 * leg after the other from the start. Nothing else is moved. Null for work of several days, work that nobody does, and
 * what would end on another day.
 */
export function squeezed(
  station: Station,
  days: Days,
  plan: Plan,
  { start, stay }: { readonly start: Instant; readonly stay: Stay },
): Slot | null {
  const work = workOf(station, wishOf(plan, 'desk'));
  if ('kind' in work || work.days > 1) return null;
  const { date } = toWall(start, station.zone);
  const taken = (days.get(date)?.jobs ?? []).filter(({ id }) => id !== plan.id);
  const jobs: PlannedJob[] = [];
  let from = start;
  for (const { tasks, minutes, bays, technicians } of work.legs) {
    const to = from + minutes * MINUTE;
    const busy = (is: (job: (typeof taken)[number]) => boolean) =>
      taken
        .filter(is)
        .reduce((sum, job) => sum + Math.max(0, Math.min(job.end, to) - Math.max(job.start, from)), 0);
    const bay = least(bays, ({ id }) => busy((job) => job.bay === id));
    const technician = least(technicians, ({ id }) => busy((job) => job.technician === id));
    if (!bay || !technician) return null;
    for (const task of tasks) {
      const end = from + task.minutes * MINUTE;
      jobs.push({
        date,
        bay: bay.id,
        technician: technician.id,
        service: task.service.id,
        kind: stay,
        start: from,
        end,
        arrival: start,
        readyBy: end,
      });
      from = end;
    }
  }
  const margin = stay === 'wait' ? station.rules.waitMargin : station.rules.dropOffMargin;
  const readyBy = from + margin * MINUTE;
  if (jobs.length === 0 || toWall(readyBy, station.zone).date !== date) return null;
  const placed: Placed = { jobs: jobs.map((job) => ({ ...job, readyBy })), moved: [], readyBy };
  return { start, date, modes: { [stay]: placed }, together: false };
}

function least<T>(from: readonly T[], load: (one: T) => number): T | undefined {
  return [...from].sort((a, b) => load(a) - load(b))[0];
}

/** The date after another one on which a page of days goes on. */
export function dayAfter(date: LocalDate): LocalDate {
  return addDays(date, 1);
}
