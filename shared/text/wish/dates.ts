import type { SpokenDay } from '#shared/domain/understood.ts';
import type { Piece } from './pieces.ts';
import { areTogether, numberOf, type Reading, saidOf, says, use } from './reading.ts';
import { shutAt } from './times.ts';

/** Days as people name them, and those that they exclude. Pure. */

export type Days = {
  readonly days: readonly SpokenDay[];
  readonly notDays: readonly SpokenDay[];
};

/** A day, where it stands. */
type Place = { readonly day: SpokenDay; readonly at: number; readonly end: number };

/** Reads all days of a message. */
export function daysOf(reading: Reading, asks: readonly boolean[]): Days {
  const { items } = reading;
  const weeks = Math.max(...items.map((_, at) => weeksAt(at, items)?.weeks ?? 0), 0);
  const places: Place[] = [];
  for (let at = 0; at < items.length; at += 1) {
    for (const named of dayAt(at, items, isExcludedFirst(at, items) ? 0 : weeks)) {
      const place = alike(named, places.at(-1));
      places.push(place);
      use(reading, place.at, place.end);
      at = Math.max(at, place.end - 1);
    }
  }
  const not = excluded(places, reading, asks);
  const named = places.filter((place) => !not.has(place));
  return {
    days: unlike(
      precise(named).flatMap((place, index, all) => {
        const span = spanOf(all[index - 1], place, reading) ?? spanOf(place, all[index + 1], reading);
        return span ?? fromOn(place, reading);
      }),
    ),
    notDays: unlike([...not].map(({ day }) => day)),
  };
}

/** "Tuesday I can't, next week then": that Tuesday is of this week. */
function isExcludedFirst(at: number, items: readonly Piece[]): boolean {
  const own = items.filter((piece) => areTogether(piece, items[at]));
  const isTold = items.slice(0, at).some((piece) => says(piece, 'nextWeek'));
  return !isTold && own.some((piece) => says(piece, 'cant')) && !own.some((piece) => says(piece, 'nextWeek'));
}

/** "Next Tuesday or Wednesday": both of next week. */
function alike(place: Place, before: Place | undefined): Place {
  const { day } = place;
  if (day.of !== 'weekday' || before?.day.of !== 'weekday' || before.end !== place.at) return place;
  return { ...place, day: { ...day, weeks: Math.max(day.weeks, before.day.weeks) } };
}

/** Places of the days that begin here: two for "24-25 November". */
function dayAt(at: number, items: readonly Piece[], weeks: number): readonly Place[] {
  const piece = items[at];
  const place = (day: SpokenDay, end = at + 1): readonly Place[] => [{ day, at, end }];
  const ahead = saidOf(piece, 'ahead');
  if (ahead) return place({ of: 'ahead', days: ahead.value });
  const later = weeks || (says(items[at - 1], 'next') ? 1 : 0);
  const weekday = saidOf(piece, 'weekday');
  if (weekday) return place({ of: 'weekday', day: weekday.value, weeks: later });
  if (says(piece, 'weekend')) return place({ of: 'weekend', weeks: later });
  const ofWeek = weeksAt(at, items);
  if (ofWeek) return place({ of: 'week', weeks: ofWeek.weeks }, ofWeek.end);
  const fixed = saidOf(piece, 'holiday');
  if (fixed) return place({ of: 'date', day: fixed.day, month: fixed.month });
  if (says(piece, 'thisWeek')) return place({ of: 'week', weeks: 0 });
  const count = numberOf(items[at + 1]);
  if (says(piece, 'inDays') && count !== null && says(items[at + 2], 'days'))
    return place({ of: 'ahead', days: count }, at + 3);
  return dateAt(at, items);
}

/** "Next week", "in two weeks": how many ahead, and the place behind. Nobody books years ahead. */
function weeksAt(
  at: number,
  items: readonly Piece[],
): { readonly weeks: number; readonly end: number } | null {
  const piece = items[at];
  if (says(piece, 'nextWeek')) return { weeks: 1, end: at + 1 };
  const weeks = numberOf(items[at + 1]);
  const isAhead = says(piece, 'inDays') && weeks !== null && weeks >= 1 && weeks <= 9;
  return isAhead && says(items[at + 2], 'weeks') ? { weeks, end: at + 3 } : null;
}

function dateAt(at: number, items: readonly Piece[]): readonly Place[] {
  const piece = items[at];
  const next = items[at + 1];
  const place = (day: number, month: number | null, end: number): readonly Place[] =>
    day >= 1 && day <= 31 ? [{ day: { of: 'date', day, month }, at, end }] : [];
  const month = saidOf(next, 'month')?.value;
  const { figure } = piece ?? {};
  if (figure?.is === 'date') {
    // "At 10.11" is an hour.
    const isHour =
      figure.clock !== null &&
      says(items[at - 1], 'at') &&
      figure.day >= 7 &&
      figure.day <= 20 &&
      figure.month % 5 === 0;
    return isHour ? [] : place(figure.day, figure.month, withYear(at + 1, items));
  }
  if (figure?.is === 'range' && month !== undefined)
    return [...place(figure.one, month, at + 2), ...place(figure.other, month, at + 2)];
  const day =
    figure?.is === 'dated' ? figure.value : (numberOf(piece) ?? saidOf(piece, 'ordinal')?.value ?? null);
  if (day === null) {
    const told = saidOf(piece, 'month')?.value;
    const of = next?.figure?.is === 'dated' ? next.figure.value : numberOf(next);
    if (told !== undefined && of !== null && areTogether(piece, next))
      return place(of, told, withYear(at + 2, items));
    if (says(piece, 'dayOfMonth') && of !== null) return place(of, null, at + 2);
    return [];
  }
  if (month !== undefined && areTogether(piece, next)) return place(day, month, withYear(at + 2, items));
  if (says(next, 'dayOfMonth')) return place(day, null, at + 2);
  if (figure?.is === 'dated' && (day > 3 || says(items[at - 1], 'at'))) return place(day, null, at + 1);
  const isHour =
    day <= 24 ||
    says(items[at - 1], 'halfPast', 'halfOf', 'quarterTo') ||
    items[at + 1]?.figure?.is === 'number';
  if (figure?.is === 'number' && !isHour && numberOf(items[at - 1]) === null) return place(day, null, at + 1);
  // «двадцать пятое»: no station is asked for that hour in words; half an hour is thirty.
  const told = saidOf(piece, 'number')?.value ?? 0;
  if (told > 20 && told < 32 && told !== 30 && Number.isInteger(told) && numberOf(items[at - 1]) === null)
    return place(day, null, at + 1);
  return [];
}

function withYear(end: number, items: readonly Piece[]): number {
  const year = numberOf(items[end]);
  return year !== null && year >= 2020 && year < 2100 ? end + 1 : end;
}

/** The days that "not" excludes: those behind it; "can't" those before it, else behind. */
function excluded(places: readonly Place[], reading: Reading, asks: readonly boolean[]): ReadonlySet<Place> {
  const { items } = reading;
  const not = new Set<Place>();
  const behind = (at: number) => runOf(places, at, reading);
  // "On Friday I can't before four" excludes no Friday.
  const shut = new Set(items.flatMap((_, at) => placesOf(shutAt(at, items))));
  for (const [at, piece] of items.entries()) {
    if (reading.used.has(at)) continue;
    if (asks[piece.sentence] === true && isOpenQuestion(at, places, reading)) use(reading, at, at + 1);
    else if (says(piece, 'cant')) {
      if (shut.has(at)) continue;
      const isHere = (place: Place) => areTogether(items[place.at], piece);
      const before = places.filter((place) => place.at < at && !not.has(place));
      const here = before.filter(isHere);
      const last = here.length > 0 ? here : behind(at);
      const days = last.length > 0 ? last : before.slice(-1);
      for (const place of days) not.add(place);
      if (days.length > 0) use(reading, at, at + 1);
    } else if (says(piece, 'except')) {
      const days = behind(at);
      for (const place of days) not.add(place);
      if (days.length > 0) use(reading, at, at + 1);
    }
  }
  return not;
}

function placesOf(shut: ReturnType<typeof shutAt>): readonly number[] {
  return shut ? [shut.from, shut.end - 1] : [];
}

/** "And on Wednesday, no?" asks for Wednesday: a "no" behind a day, in a question of nothing but days and hours. */
function isOpenQuestion(at: number, places: readonly Place[], { items }: Reading): boolean {
  const own = items.filter(({ sentence }) => sentence === items[at]?.sentence);
  const here = places.filter((place) => items[place.at]?.sentence === items[at]?.sentence);
  const isBehind = here.length > 0 && here.every((place) => place.at < at);
  const isAll = own.every((piece) => piece.figure !== null || says(piece, ...ofTimes));
  return isBehind && isAll && says(items[at], 'except', 'cant');
}

const ofTimes = [
  'except',
  'cant',
  'asking',
  'book',
  'adds',
  'at',
  'after',
  'before',
  'weekday',
  'ahead',
  'weekend',
  'thisWeek',
  'nextWeek',
  'next',
  'month',
  'number',
  'morning',
  'noon',
  'afternoon',
  'evening',
  'otherTimes',
  'earliest',
] as const;

/** Days that follow a place one after another in its clause, with little words between. */
function runOf(places: readonly Place[], from: number, { items }: Reading): readonly Place[] {
  const run: Place[] = [];
  let at = from + 1;
  for (;;) {
    while (
      areTogether(items[from], items[at]) &&
      says(items[at], 'at', 'next', 'except', 'nextWeek') &&
      !places.some((place) => place.at === at)
    )
      at += 1;
    const place = places.find((each) => each.at === at);
    if (!place || !areTogether(items[from], items[at])) return run;
    run.push(place);
    at = place.end;
  }
}

/** "Friday the 27th" is one day; a week whose day is named is that day. */
function precise(places: readonly Place[]): readonly Place[] {
  const isPrecise = places.some(({ day }) => day.of !== 'week');
  return places.filter((place, index) => {
    if (place.day.of === 'week') return !isPrecise;
    const beside = [places[index - 1], places[index + 1]];
    const isDate = (other: Place | undefined) =>
      other?.day.of === 'date' &&
      ((other.at - place.end <= 1 && other.at >= place.end) || place.at === other.end);
    return !(place.day.of === 'weekday' && beside.some(isDate));
  });
}

/** "From Tuesday to Thursday": these days and those between; where a visit is moved so, only the day that it is moved to. */
function spanOf(
  one: Place | undefined,
  other: Place | undefined,
  { items, used }: Reading,
): readonly SpokenDay[] | null {
  if (one?.day.of !== 'weekday' || other?.day.of !== 'weekday') return null;
  const { day: first, at } = one;
  const isBegun = says(items[at - 1], 'after', 'between', 'move') && areTogether(items[at], items[other.at]);
  const isJoined =
    other.at === one.end ||
    (other.at === one.end + 1 && says(items[one.end], 'before', 'after', 'at', 'inDays'));
  if (!isBegun || !isJoined) return null;
  used.add(at - 1);
  if (other.at > one.end) used.add(one.end);
  const last = other.day;
  if (items.some((piece) => says(piece, 'move')) || last.day <= first.day) return [last];
  return [1, 2, 3, 4, 5, 6, 7]
    .filter((day) => day >= first.day && day <= last.day)
    .map((day) => ({ ...last, day }));
}

/** "After Wednesday": the days of that week behind it. */
function fromOn({ day, at }: Place, reading: Reading): readonly SpokenDay[] {
  const before = reading.items[at - 1];
  // "Wednesday and Thursday": by itself «and» is a bound, between hours.
  const isList = says(before, 'filler') && reading.used.has(at - 2);
  if (isList || reading.used.has(at - 1) || !says(before, 'after', 'before')) return [day];
  use(reading, at - 1, at);
  if (says(before, 'after') && day.of === 'weekday' && day.day < 6)
    return [1, 2, 3, 4, 5, 6].filter((each) => each > day.day).map((each) => ({ ...day, day: each }));
  if (says(before, 'after') && day.of === 'weekend') return [{ of: 'week', weeks: day.weeks + 1 }];
  return [];
}

function unlike(days: readonly SpokenDay[]): readonly SpokenDay[] {
  return [...new Map(days.map((day) => [JSON.stringify(day), day])).values()];
}
