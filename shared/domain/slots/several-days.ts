import { addDays, dayBounds, type Instant, type LocalDate, MINUTE } from '../clock.ts';
import { type Day, liveJobs, PARKING } from '../day.ts';
import { type Budget, budgetOf, parkedIn, within } from './budget.ts';
import { closeTogether, nextOpenDate, type Stretch, workday } from './calendar.ts';
import { type DayLoad, isFree, loadOf, NOTHING } from './load.ts';
import type { Days, Plan, PlannedJob, SlotStation, Wish } from './types.ts';
import type { Leg, Work } from './work.ts';

/** The first day as judged already, and what to read the others with. */
export type FirstDay = {
  readonly station: SlotStation;
  readonly days: Days;
  readonly now: Instant;
  readonly wish: Wish;
  readonly load: DayLoad;
  readonly budget: Budget;
};

/** The days on which work of several days that begins on `first` is done; null when a holiday would tear it apart. */
export function workDates(station: SlotStation, work: Work, first: LocalDate): readonly LocalDate[] | null {
  const dates = [first];
  let last = first;
  while (dates.length < work.days) {
    let next = nextOpenDate(station, last);
    while (next !== null && !takesWork(station, work, next) && closeTogether(last, next)) {
      next = nextOpenDate(station, next);
    }
    if (next === null || !closeTogether(last, next)) return null;
    dates.push(next);
    last = next;
  }
  return dates;
}

/** Whether all services of the work are done on that date. */
export function takesWork(station: SlotStation, work: Work, date: LocalDate): boolean {
  const day = workday(station, date);
  if (day === null) return false;
  const { only } = day;
  return only === null || work.services.every((service) => only.includes(service.id));
}

/**
 * Plans drop-offs that begin on one day, by arrival: one bay and one technician, from reception to closing on the first
 * day, all day on the others, and a parking place for the nights between. Each day must give its share of the work.
 * What the later days allow is found out once, whatever the arrival.
 */
export function severalDaysPlanner(first: FirstDay, work: Work, leg: Leg): (arrival: number) => Plan | null {
  const dates = workDates(first.station, work, first.load.workday.date) ?? [];
  const share = work.minutes / work.days;
  const later = dates.slice(1).map((date) => partOf(first, date, 0));
  const rest = later.filter(
    (part) => part !== null && part.minutes >= share && affordable(part, true, first),
  );
  const nights = nightsOf(first, dates);
  if (dates.length === 0 || rest.length < later.length || nights === null) return () => null;
  const parts = rest.filter((part) => part !== null);
  const { buffer } = first.station.rules;
  const bays = leg.bays.filter(({ id }) => parts.every((part) => bayFree(part, id, buffer)));
  const people = byPreference(leg, first.wish).filter(({ id }) =>
    parts.every((part) => personFree(part, id)),
  );
  const service = work.services.find((one) => one.days === work.days)?.id ?? '';
  const readyBy = closeOf(parts[parts.length - 1] ?? first);
  return (arrival) => {
    if (bays.length === 0 || people.length === 0) return null;
    const begin = partOf(first, first.load.workday.date, arrival + first.station.rules.reception);
    if (begin === null || begin.minutes < share || !affordable(begin, false, first)) return null;
    const bay = bays.find(({ id }) => bayFree(begin, id, buffer));
    const person = people.find(({ id }) => personFree(begin, id));
    if (bay === undefined || person === undefined) return null;
    const start = first.load.workday.midnight + arrival * MINUTE;
    const shared = { service, kind: 'leave', arrival: start, readyBy } as const;
    const jobs: PlannedJob[] = [begin, ...parts].flatMap(({ load, spans }) =>
      spans.map((span) => ({
        ...shared,
        date: load.workday.date,
        bay: bay.id,
        technician: person.id,
        start: load.workday.midnight + span.from * MINUTE,
        end: load.workday.midnight + span.to * MINUTE,
      })),
    );
    const parked = nights.map((night) => ({ ...shared, ...night, bay: PARKING, technician: '' }));
    return { jobs: [...jobs, ...parked], moved: [], readyBy };
  };
}

/** One of the days: the stretches reserved on it. */
type Part = {
  readonly load: DayLoad;
  readonly budget: Budget;
  readonly spans: readonly Stretch[];
  readonly minutes: number;
};

function partOf(first: FirstDay, date: LocalDate, earliest: number): Part | null {
  const day = workday(first.station, date);
  const read = first.days.get(date);
  if (day === null || read === undefined) return null;
  const own = date === first.load.workday.date;
  const load = own ? first.load : loadOf(day, read, first.now, first.wish.excluding);
  const spans = day.stretches
    .map((stretch) => ({ from: Math.max(stretch.from, earliest), to: stretch.to }))
    .filter((span) => span.from < span.to);
  const budget = own ? first.budget : budgetOf(first.station, day, load.jobs);
  return { load, budget, spans, minutes: spans.reduce((sum, span) => sum + span.to - span.from, 0) };
}

function affordable(part: Part, later: boolean, { station, wish }: FirstDay): boolean {
  if (wish.by === 'desk') return true;
  const { minutesSold, minutesForSale } = part.budget;
  if (!later) return minutesSold + part.minutes <= minutesForSale;
  return minutesSold <= minutesForSale - part.minutes * station.rules.onlineShare;
}

function bayFree(part: Part, id: string, buffer: number): boolean {
  const taken = part.load.bays.get(id) ?? NOTHING;
  return part.spans.every((span) => isFree(taken, span.from, span.to, buffer));
}

function personFree(part: Part, id: string): boolean {
  const shift = part.load.workday.shifts.get(id);
  if (shift === undefined) return false;
  const taken = part.load.technicians.get(id) ?? NOTHING;
  return part.spans.every((span) => {
    return within([shift], span) === span.to - span.from && isFree(taken, span.from, span.to, 0);
  });
}

function byPreference(leg: Leg, wish: Wish): Leg['technicians'] {
  const preferred = leg.technicians.filter((person) => person.id === wish.preferTechnician);
  return [...preferred, ...leg.technicians.filter((person) => person.id !== wish.preferTechnician)];
}

type Night = { readonly date: LocalDate; readonly start: Instant; readonly end: Instant };

/** A parking place from closing to midnight on each day of work but the last, and all day on the days between. */
function nightsOf(first: FirstDay, dates: readonly LocalDate[]): readonly Night[] | null {
  const { station, days, now, wish } = first;
  const last = dates[dates.length - 1] ?? '';
  const nights: Night[] = [];
  for (let date = dates[0] ?? last; date < last; date = addDays(date, 1)) {
    const read: Day | undefined = days.get(date);
    if (read === undefined) return null;
    const others = liveJobs(read, now).filter((job) => job.id !== wish.excluding);
    if (parkedIn(others) >= station.parking) return null;
    const { start, end } = dayBounds(date, station.zone);
    const day = dates.includes(date) ? workday(station, date) : null;
    // A station that never closes parks for the last minute: the place is what counts.
    const closed = day === null ? start : Math.min(day.midnight + day.close * MINUTE, end - MINUTE);
    nights.push({ date, start: closed, end });
  }
  return nights;
}

function closeOf({ load }: Pick<Part, 'load'>): Instant {
  return load.workday.midnight + load.workday.close * MINUTE;
}
