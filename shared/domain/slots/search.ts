import { type Instant, type LocalDate, MINUTE, toWall } from '../clock.ts';
import { workday } from './calendar.ts';
import { always, closestOn, meets, nearest, noteFor, slotsIn, take } from './choose.ts';
import { bookable, searchDates, wantedDate } from './horizon.ts';
import { judgeOf, newSearch, type Search } from './judge.ts';
import type { Days, Refusal, Slot, SlotStation, Wish } from './types.ts';
import { workOf } from './work.ts';

/**
 * `slots` are in time order. `note` says why they are not what was asked (the wish was after closing, on a closed or a
 * full day, too soon), or, with no slots at all, why there are none.
 */
export type Offers = { readonly slots: readonly Slot[]; readonly note: Refusal | null };

/** A day of "Other day", with its first time. */
export type DayWithRoom = { readonly date: LocalDate; readonly first: Instant };

/** The dates to read for a search, at most 14. `from` starts later than the wish does (paging "Other day"). */
export function dates(
  station: SlotStation,
  wish: Wish,
  now: Instant,
  from?: LocalDate,
): readonly LocalDate[] {
  const work = workOf(station, wish);
  return 'kind' in work ? [] : searchDates(station, work, wish, now, from);
}

/**
 * The two earliest times that fit the wish. A wish for a time of day that its day cannot meet any more (after closing,
 * or full) is answered with the last time of that day before it and the first of the next.
 */
export function offers(station: SlotStation, days: Days, wish: Wish, now: Instant): Offers {
  const search = begin(station, days, wish, now);
  if ('kind' in search) return { slots: [], note: search };
  const wanted = wantedDate(station, wish);
  const all = searchDates(station, search.work, wish, now, undefined);
  if (wanted === undefined) return anyDay(search, all);
  const named = wish.days ?? [wanted];
  const here = all.filter((date) => (wish.days === undefined ? date >= wanted : named.includes(date)));
  const fitting =
    wish.near === undefined ? take(slotsIn(search, here, meets(search)), 2) : nearest(search, wanted);
  const [first] = fitting;
  if (first !== undefined && (first.date === wanted || wish.days !== undefined)) {
    return { slots: fill(search, all, fitting, named), note: null };
  }
  const closest = closestOn(search, wanted);
  const note = noteFor(search, wanted, closest !== null);
  const later = all.filter((date) => date > wanted);
  const asAsked = note.kind === 'after-closing' ? [] : take(slotsIn(search, later, meets(search)), 2);
  const following = asAsked.length > 0 ? asAsked : take(slotsIn(search, later, always), 2);
  const slots = closest === null ? following : [closest, ...following.slice(0, 1)];
  return { slots, note };
}

/** How many times, over how many days with room. */
export type Spread = { readonly times: number; readonly days: number };

/** Times spread evenly over the next days with room, from the wanted day on; `shown` were offered already. */
export function moreTimes(
  station: SlotStation,
  days: Days,
  wish: Wish,
  now: Instant,
  shown: readonly Instant[],
  { times, days: mostDays }: Spread,
): readonly Slot[] {
  const search = begin(station, days, wish, now);
  if ('kind' in search) return [];
  const perDay: (readonly Slot[])[] = [];
  for (const date of searchDates(station, search.work, wish, now, undefined)) {
    const slots = take(
      slotsIn(search, [date], (start) => !shown.includes(start)),
      Number.POSITIVE_INFINITY,
    );
    if (slots.length > 0) perDay.push(slots);
    if (perDay.length === mostDays) break;
  }
  const spread = perDay.flatMap((slots) => evenly(slots, Math.ceil(times / perDay.length)));
  const others = perDay.flat().filter((slot) => !spread.includes(slot));
  return [...spread, ...others].slice(0, times).sort((a, b) => a.start - b.start);
}

/** The first, the last, and what lies evenly between them. */
function evenly(slots: readonly Slot[], most: number): readonly Slot[] {
  if (slots.length <= most) return slots;
  const places = Array.from({ length: most }, (_, place) =>
    Math.round((place * (slots.length - 1)) / (most - 1)),
  );
  return slots.filter((_, index) => places.includes(index));
}

/** The days with room for the work, at most `most`, each with its first time. */
export function daysWithRoom(
  station: SlotStation,
  days: Days,
  wish: Wish,
  now: Instant,
  from?: LocalDate,
  most = 9,
): readonly DayWithRoom[] {
  const search = begin(station, days, wish, now);
  if ('kind' in search) return [];
  const found: DayWithRoom[] = [];
  for (const date of searchDates(station, search.work, wish, now, from)) {
    const [slot] = take(slotsIn(search, [date], always), 1);
    if (slot !== undefined) found.push({ date, first: slot.start });
    if (found.length === most) break;
  }
  return found;
}

/** One start judged again against fresh days: for the hold and for the confirmation. Its date must have been read. */
export function planAt(
  station: SlotStation,
  days: Days,
  wish: Wish,
  start: Instant,
  now: Instant,
): Slot | Refusal {
  const search = begin(station, days, wish, now);
  if ('kind' in search) return search;
  const { date } = toWall(start, station.zone);
  const day = workday(station, date);
  const arrival = day === null ? -1 : (start - day.midnight) / MINUTE;
  const onGrid = wish.by === 'desk' ? Number.isInteger(arrival) : day?.starts.includes(arrival) === true;
  const { first, last } = bookable(station, search.work, wish, now);
  const inReach = date >= first && date <= last;
  const slot = onGrid && inReach ? judgeOf(search, date)?.slotAt(arrival) : null;
  return slot ?? noteFor(search, date, false, start);
}

function begin(station: SlotStation, days: Days, wish: Wish, now: Instant): Search | Refusal {
  const work = workOf(station, wish);
  return 'kind' in work ? work : newSearch({ station, days, wish, work, now });
}

function anyDay(search: Search, all: readonly LocalDate[]): Offers {
  const fitting = take(slotsIn(search, all, meets(search)), 2);
  if (fitting.length > 0) return { slots: fitting, note: null };
  const [earliest] = take(slotsIn(search, all, always), 1);
  const { first } = bookable(search.station, search.work, search.wish, search.now);
  if (earliest === undefined) return { slots: [], note: noteFor(search, all[0] ?? first, false) };
  // A part of the day that this work never meets: the last time of the first day, and the first of the next.
  const last = closestOn(search, earliest.date) ?? earliest;
  const after = all.filter((date) => date > earliest.date);
  return {
    slots: [last, ...take(slotsIn(search, after, always), 1)],
    note: noteFor(search, earliest.date, true),
  };
}

/** Two offers also when the named days hold only one: the second is the first time of another day. */
function fill(
  search: Search,
  all: readonly LocalDate[],
  fitting: readonly Slot[],
  named: readonly LocalDate[],
): readonly Slot[] {
  if (fitting.length >= 2) return fitting;
  const from = fitting[0]?.start ?? 0;
  const later = all.filter((date) => !named.includes(date));
  const [next] = take(
    slotsIn(search, later, (start) => start > from),
    1,
  );
  return next === undefined ? fitting : [...fitting, next];
}
