import { type Instant, type LocalDate, MINUTE, toWall } from '../clock.ts';
import { workday } from './calendar.ts';
import { bookable, searchDates, wantedDate } from './horizon.ts';
import { judgeOf, MOST_TRIES, type Search } from './judge.ts';
import { takesWork } from './several-days.ts';
import type { Days, PartOfDay, Refusal, Slot, SlotStation, Wish } from './types.ts';
import { type Work, workOf } from './work.ts';

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

/** Nine times over three days with room, from the wanted day on; `shown` were offered already. */
export function moreTimes(
  station: SlotStation,
  days: Days,
  wish: Wish,
  now: Instant,
  shown: readonly Instant[] = [],
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
    if (perDay.length === 3) break;
  }
  const spread = perDay.flatMap((slots) => [
    ...new Set([slots[0], slots[(slots.length - 1) >> 1], slots[slots.length - 1]]),
  ]);
  const others = perDay.flat().filter((slot) => !spread.includes(slot));
  return [...spread, ...others]
    .filter((slot) => slot !== undefined)
    .slice(0, 9)
    .sort((a, b) => a.start - b.start);
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
  const work: Work | Refusal = workOf(station, wish);
  return 'kind' in work ? work : { station, days, wish, work, now, tries: { left: MOST_TRIES } };
}

/** Judged before the slot is looked for, which costs more. */
type Test = (start: Instant) => boolean;
const always: Test = () => true;

function anyDay(search: Search, all: readonly LocalDate[]): Offers {
  const fitting = take(slotsIn(search, all, meets(search)), 2);
  if (fitting.length > 0) return { slots: fitting, note: null };
  const [earliest] = take(slotsIn(search, all, always), 1);
  const { first } = bookable(search.station, search.work, search.wish, search.now);
  if (earliest === undefined) return { slots: [], note: noteFor(search, all[0] ?? first, false) };
  // A part of the day that this work never meets: the last time of the first day, and the first of the next.
  const last = closestOn(search, earliest.date) ?? earliest;
  const later = take(
    slotsIn(
      search,
      all.filter((date) => date > earliest.date),
      always,
    ),
    1,
  );
  return { slots: [last, ...later], note: noteFor(search, earliest.date, true) };
}

function* slotsIn(search: Search, among: readonly LocalDate[], test: Test): Generator<Slot> {
  for (const date of among) {
    const judge = judgeOf(search, date);
    if (judge === null) continue;
    for (const arrival of judge.workday.starts) {
      const start = judge.workday.midnight + arrival * MINUTE;
      const slot = test(start) ? judge.slotAt(arrival) : null;
      if (slot !== null) yield slot;
    }
  }
}

function take<T>(from: Iterable<T>, most: number): readonly T[] {
  const taken: T[] = [];
  for (const item of from) {
    taken.push(item);
    if (taken.length >= most) break;
  }
  return taken;
}

const PARTS = {
  morning: { from: 0, to: 720 },
  afternoon: { from: 720, to: 1440 },
  evening: { from: 1020, to: 1440 },
} as const satisfies Record<PartOfDay, { readonly from: number; readonly to: number }>;

/** Whether a slot is as late in the day, and in the part of the day, as asked. */
function meets({ station, wish }: Search): Test {
  const { notBefore, partOfDay } = wish;
  return (start) => {
    if (notBefore !== undefined && start < notBefore) return false;
    if (partOfDay === undefined) return true;
    const { minute } = toWall(start, station.zone);
    return minute >= PARTS[partOfDay].from && minute < PARTS[partOfDay].to;
  };
}

/** The two times of the wanted day that lie nearest to the named one, in time order; none after the last of the day. */
function nearest(search: Search, wanted: LocalDate): readonly Slot[] {
  const { near = 0 } = search.wish;
  const slots = take(slotsIn(search, [wanted], meets(search)), Number.POSITIVE_INFINITY);
  const last = slots[slots.length - 1];
  if (last === undefined || last.start < near) return [];
  return [...slots]
    .sort((a, b) => Math.abs(a.start - near) - Math.abs(b.start - near) || a.start - b.start)
    .slice(0, 2)
    .sort((a, b) => a.start - b.start);
}

/** The time of a day that lies closest to what it cannot give: the last before it, or else the first after it. */
function closestOn(search: Search, date: LocalDate): Slot | null {
  const slots = take(slotsIn(search, [date], always), Number.POSITIVE_INFINITY);
  const asked = boundOf(search, date);
  const before = slots.filter((slot) => slot.start < asked);
  return before[before.length - 1] ?? slots[0] ?? null;
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

/** Why the wanted date, or a start on it, cannot be had. */
function noteFor(search: Search, date: LocalDate, roomBefore: boolean, start?: Instant): Refusal {
  const { station, work, wish, now } = search;
  const { first, last } = bookable(station, work, wish, now);
  const day = workday(station, date);
  if (date > last) return { kind: 'too-far', last };
  if (day === null) return { kind: 'day-closed', date };
  if (!takesWork(station, work, date)) return { kind: 'not-that-day', date, only: day.only ?? [] };
  if (date < first || (start !== undefined && start < now + work.notice * MINUTE)) {
    return { kind: 'too-soon', earliest: first };
  }
  const close = day.midnight + day.close * MINUTE;
  const asked = start ?? boundOf(search, date);
  const latestWork = close - (work.days > 1 ? 0 : work.minutes * MINUTE);
  if (asked > latestWork || (roomBefore && asked > close)) return { kind: 'after-closing', date, close };
  return { kind: 'no-room', date };
}

/** The time of day that was asked for, as an instant of the date. */
function boundOf({ station, wish }: Search, date: LocalDate): Instant {
  const midnight = workday(station, date)?.midnight ?? 0;
  const part = wish.partOfDay === undefined ? 0 : PARTS[wish.partOfDay].from;
  return Math.max(wish.near ?? 0, wish.notBefore ?? 0, midnight + part * MINUTE);
}
