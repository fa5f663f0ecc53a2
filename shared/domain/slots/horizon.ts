import { addDays, type Instant, type LocalDate, MINUTE, toWall } from '../clock.ts';
import { nextOpenDate } from './calendar.ts';
import { takesWork, workDates } from './several-days.ts';
import type { SlotStation, Wish } from './types.ts';
import type { Work } from './work.ts';

/** How many days one search reads at most. */
export const MOST_DATES = 14;

/** The first date that notice and parts allow, and the last that the station opens for booking. */
export function bookable(
  station: SlotStation,
  work: Work,
  wish: Wish,
  now: Instant,
): { readonly first: LocalDate; readonly last: LocalDate } {
  const today = toWall(now, station.zone).date;
  const last = addDays(today, wish.by === 'desk' ? 370 : station.rules.horizonDays);
  const asked = askedAt(wish, now);
  let parts = toWall(asked, station.zone).date;
  for (let day = 0; day < work.partsLeadDays; day += 1) parts = nextOpenDate(station, parts) ?? last;
  const noticed = toWall(asked + work.notice * MINUTE, station.zone).date;
  return { first: laterOf(today, laterOf(parts, noticed)), last };
}

/** The instant from which notice counts. */
export function askedAt(wish: Wish, now: Instant): Instant {
  return Math.min(now, wish.askedAt ?? now);
}

/** The date the customer named, by whatever means; undefined when they named none. */
export function wantedDate(station: SlotStation, wish: Wish): LocalDate | undefined {
  const [day] = [...(wish.days ?? [])].sort();
  if (day !== undefined) return day;
  const named = wish.near ?? wish.notBefore;
  return named === undefined ? undefined : toWall(named, station.zone).date;
}

/**
 * The dates a search looks at, earliest first: days on which the work is done, from the wanted or the first possible
 * one, with the days that work begun on them reaches into. At most `MOST_DATES`.
 */
export function searchDates(
  station: SlotStation,
  work: Work,
  wish: Wish,
  now: Instant,
  from: LocalDate | undefined,
): readonly LocalDate[] {
  const { first, last } = bookable(station, work, wish, now);
  const named = wish.within?.dates ?? [];
  if (from === undefined && named.length > 0) {
    return reading(station, work, named.filter((date) => date >= first && date <= last).sort());
  }
  const wanted = from ?? wantedDate(station, wish) ?? first;
  const dates = new Set<LocalDate>();
  let date = laterOf(wanted, first);
  for (; date <= last && dates.size < MOST_DATES; date = addDays(date, 1)) {
    if (!takesWork(station, work, date)) continue;
    const reached = datesOfWork(station, work, date);
    const more = reached.filter((one) => !dates.has(one));
    if (dates.size + more.length > MOST_DATES) break;
    for (const one of more) dates.add(one);
  }
  for (const day of wish.days ?? []) {
    if (dates.size >= MOST_DATES) break;
    if (day >= first && day <= last && takesWork(station, work, day)) dates.add(day);
  }
  return [...dates].sort();
}

/** The named days on which the work is done, with those that it reaches into. */
function reading(station: SlotStation, work: Work, named: readonly LocalDate[]): readonly LocalDate[] {
  const dates = new Set<LocalDate>();
  for (const date of named) {
    if (dates.size >= MOST_DATES || !takesWork(station, work, date)) continue;
    for (const one of datesOfWork(station, work, date)) dates.add(one);
  }
  return [...dates].sort();
}

/** All dates between the first and the last day of the work: nights need a parking place also on closed days. */
function datesOfWork(station: SlotStation, work: Work, date: LocalDate): readonly LocalDate[] {
  const days = workDates(station, work, date);
  const end = days?.[days.length - 1] ?? date;
  const dates: LocalDate[] = [];
  for (let one = date; one <= end; one = addDays(one, 1)) dates.push(one);
  return dates;
}

function laterOf(one: LocalDate, other: LocalDate): LocalDate {
  const [, later = one] = [one, other].sort();
  return later;
}
