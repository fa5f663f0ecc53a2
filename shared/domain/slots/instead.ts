import { addDays, type Instant, type LocalDate, MINUTE, toWall } from '../clock.ts';
import { minuteOfDay, workday } from './calendar.ts';
import { always, isOpenTime, noteFor, slotsIn, type Test, take } from './choose.ts';
import { bookable, searchDates } from './horizon.ts';
import { newSearch, type Search } from './judge.ts';
import type { Days, Refusal, Slot, SlotStation, Wish, Within } from './types.ts';
import { type Work, workOf } from './work.ts';

/** Why nothing fits what was said: a reason of the calendar, or of the time of day. */
export type Why =
  | Exclude<Refusal, { kind: 'after-closing' }>
  /** `last`: the last time of that day; null where there is none left. */
  | {
      readonly kind: 'after-closing';
      readonly date: LocalDate;
      readonly close: Instant;
      readonly last: Instant | null;
    }
  | { readonly kind: 'before-opening'; readonly open: Instant }
  /** The car has to be there by then. */
  | { readonly kind: 'comes-by'; readonly by: Instant }
  /** There are times that day, at other hours. */
  | { readonly kind: 'part-full'; readonly date: LocalDate }
  | { readonly kind: 'days-full' };

/** The nearest that can be had, in time order, and why it is not what was asked. */
export type Instead = { readonly slots: readonly Slot[]; readonly why: Why };

/** Two times closer together than this would be one offer. Milliseconds. */
export const reallyAnother = 120 * MINUTE;
/** So far before the last day of booking times are looked for, where somebody asks for a day beyond it. */
const lastDays = 7;

/** The dates to read for what `instead` looks at: from the first named day on, or the last that can be booked. */
export function insteadDates(station: SlotStation, wish: Wish, now: Instant): readonly LocalDate[] {
  const work = workOf(station, wish);
  if ('kind' in work) return [];
  return searchDates(station, work, openWish(wish), now, firstNamed(station, work, wish, now));
}

/** For a wish (`within`) that nothing fits: on the named day at another time, then at that time on another day, then whatever is near. */
export function instead(
  station: SlotStation,
  days: Days,
  wish: Wish,
  now: Instant,
  not: readonly Instant[] = [],
): Instead | null {
  const work = workOf(station, wish);
  const { within } = wish;
  if ('kind' in work || !within) return null;
  const search = newSearch({ station, days, wish: openWish(wish), work, now });
  const all = searchDates(station, work, search.wish, now, firstNamed(station, work, wish, now));
  const may: Test = (start) => !not.includes(start);
  const fits: Test = (start) => may(start) && isOpenTime(within, toWall(start, station.zone).minute);
  const [first] = take(slotsIn(search, all, may), 1);
  const named = within.dates.length > 0 ? within.dates : first ? [first.date] : [];
  const here = closest(search, named, within, may);
  const whys = named.map((date) => whyNot(search, date, within, first?.start ?? null, may));
  const why = whys.length > 0 ? oneOf(whys) : noteOf(search, all[0]);
  if (here !== null) {
    const later = all.filter((date) => date > (named.at(-1) ?? ''));
    // After closing the next day begins anew; any other time of day is looked for on other days as well.
    const next = why.kind === 'after-closing' ? [] : take(slotsIn(search, later, fits), 1);
    const other = next.length > 0 ? next : take(slotsIn(search, later, may), 1);
    return { slots: [here, ...other], why };
  }
  const asAsked = apart(slotsIn(search, all, fits));
  return { slots: asAsked.length > 0 ? asAsked : apart(slotsIn(search, all, may)), why };
}

/** What the words say is set aside, but for the days that do not suit. */
function openWish(wish: Wish): Wish {
  return { ...wish, within: { dates: [], notDates: wish.within?.notDates ?? [], from: null, to: null } };
}

function firstNamed(station: SlotStation, work: Work, wish: Wish, now: Instant): LocalDate | undefined {
  const [date] = [...(wish.within?.dates ?? [])].sort();
  if (date === undefined) return undefined;
  const { first, last } = bookable(station, work, wish, now);
  if (date <= last) return date;
  const near = addDays(last, -lastDays);
  return near < first ? first : near;
}

/** The time nearest to the hours that were named, on the first of these days that has any. */
function closest(search: Search, named: readonly LocalDate[], { from, to }: Within, may: Test): Slot | null {
  const away = ({ start }: Slot) => {
    const { minute } = toWall(start, search.station.zone);
    if (from !== null && minute < from) return from - minute;
    return to !== null && minute >= to ? minute - to + 1 : 0;
  };
  for (const date of named) {
    const slots = take(slotsIn(search, [date], may), Number.POSITIVE_INFINITY);
    const [best] = [...slots].sort((a, b) => away(a) - away(b) || a.start - b.start);
    if (best) return best;
  }
  return null;
}

/** Two that are really two: the second some hours later, or else the next one. */
function apart(slots: Iterable<Slot>): readonly Slot[] {
  const found = take(slots, 48);
  const [first, ...rest] = found;
  if (first === undefined) return [];
  const second = rest.find(({ start }) => start - first.start >= reallyAnother) ?? rest[0];
  return second === undefined ? [first] : [first, second];
}

function noteOf(search: Search, date: LocalDate | undefined): Why {
  const { first } = bookable(search.station, search.work, search.wish, search.now);
  return whyOf(noteFor(search, date ?? first, false), null);
}

function whyOf(note: Refusal, last: Instant | null): Why {
  return note.kind === 'after-closing' ? { ...note, last } : note;
}

function whyNot(
  search: Search,
  date: LocalDate,
  { from, to }: Within,
  first: Instant | null,
  may: Test,
): Why {
  const { station, work, now } = search;
  const day = workday(station, date);
  const note = noteFor(search, date, false);
  if (day === null || (note.kind !== 'no-room' && note.kind !== 'after-closing')) return whyOf(note, null);
  const at = (minute: number) => day.midnight + minute * MINUTE;
  const slots = take(slotsIn(search, [date], may), Number.POSITIVE_INFINITY);
  const last = slots.at(-1)?.start ?? null;
  const latest = day.close - (work.days > 1 ? 0 : work.minutes);
  const asked = from === null ? null : minuteOfDay(date, from, station.zone);
  if (from !== null && work.dropOffBy !== null && from > work.dropOffBy) {
    return { kind: 'comes-by', by: at(minuteOfDay(date, work.dropOffBy, station.zone)) };
  }
  if (asked !== null && asked > latest) return { kind: 'after-closing', date, close: at(day.close), last };
  if (to !== null && minuteOfDay(date, to, station.zone) <= day.open) {
    return { kind: 'before-opening', open: at(day.open) };
  }
  // Nothing is taken: it is only too late for that day.
  if (last === null && first !== null && now + work.notice * MINUTE > at(latest)) {
    return { kind: 'too-soon', earliest: toWall(first, station.zone).date };
  }
  return last === null ? { kind: 'no-room', date } : { kind: 'part-full', date };
}

/** Of several days one reason is said: that which holds for all, or that nothing is free on them. */
function oneOf(whys: readonly Why[]): Why {
  const has = (kind: Why['kind']) => whys.find((why) => why.kind === kind);
  if (whys.length === 1 && whys[0]) return whys[0];
  const hours = has('comes-by') ?? has('after-closing') ?? has('before-opening');
  if (hours) return hours;
  if (has('no-room') ?? has('part-full')) return { kind: 'days-full' };
  return (
    has('not-that-day') ?? has('too-soon') ?? has('day-closed') ?? has('too-far') ?? { kind: 'days-full' }
  );
}

/**
 * The two times that lie nearest to a time of day, in time order: of one day, or of the days that come nearest to it. Where that very
 * time is free it stands first, and the other is really another.
 */
export function nearestTo(
  slots: readonly Slot[],
  minute: number,
  zone: string,
  sameDay: boolean,
): readonly Slot[] {
  const away = ({ start }: Slot) => Math.abs(toWall(start, zone).minute - minute);
  const order = (a: Slot, b: Slot) => away(a) - away(b) || a.start - b.start;
  const dates = [...new Set(slots.map(({ date }) => date))];
  const best = dates.flatMap((date) => slots.filter((slot) => slot.date === date).sort(order)[0] ?? []);
  const among = sameDay || best.length < 2 ? slots : best;
  const exact = among === slots ? slots.find((slot) => away(slot) === 0) : undefined;
  if (exact) {
    const others = slots.filter(({ start }) => Math.abs(start - exact.start) >= reallyAnother);
    const [other] = [...others].sort((a, b) => away(a) - away(b) || b.start - a.start);
    const next = other ?? [...slots].sort(order).find((slot) => slot !== exact);
    return next ? [exact, next] : [exact];
  }
  return [...among]
    .sort(order)
    .slice(0, 2)
    .sort((a, b) => a.start - b.start);
}

/** All times within a wish, of at most so many days: from them the nearest are chosen. */
export function timesWithin(
  station: SlotStation,
  days: Days,
  wish: Wish,
  now: Instant,
  most: number,
): readonly Slot[] {
  const work = workOf(station, wish);
  if ('kind' in work) return [];
  const search = newSearch({ station, days, wish, work, now });
  const found: Slot[] = [];
  const dates = new Set<LocalDate>();
  for (const slot of slotsIn(search, searchDates(station, work, wish, now, undefined), always)) {
    if (!dates.has(slot.date) && dates.size === most) break;
    dates.add(slot.date);
    found.push(slot);
  }
  return found;
}
