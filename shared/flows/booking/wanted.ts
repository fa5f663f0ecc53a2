import { type LocalDate, toWall, weekdayOf } from '#shared/domain/clock.ts';
import { insteadDates } from '#shared/domain/slots/instead.ts';
import { dates } from '#shared/domain/slots/search.ts';
import type { Wish } from '#shared/domain/slots/types.ts';
import { workOf } from '#shared/domain/slots/work.ts';
import { datesOf } from '#shared/domain/spoken-day.ts';
import type { SpokenDay, SpokenWish } from '#shared/domain/understood.ts';
import type { Turn } from '../flow.ts';
import type { Draft, Wanted } from './state.ts';
import { wishOf } from './times.ts';

/** When somebody wants to come, by their words: kept in the draft, and used whenever times are shown. Pure. */

/** Nothing said of the time. */
export const anyTime: Wanted = { dates: [], notDates: [], from: null, to: null, at: null };

/** A weekday that does not suit is left out for so many weeks. */
const weeksAhead = 9;

/** Whether the words say anything about when. */
export function saysWhen({ days, notDays, time, earliest }: SpokenWish): boolean {
  return days.length > 0 || notDays.length > 0 || time !== null || earliest;
}

/** The draft with what was said of the time: what is newly named replaces, all else stays. `on`: the day that they look at. */
export function withWanted(draft: Draft, wish: SpokenWish, on: LocalDate | null, turn: Turn): Draft {
  if (!saysWhen(wish)) return draft;
  const today = toWall(turn.now, turn.station.zone).date;
  const before = wish.earliest ? anyTime : (draft.wanted ?? anyTime);
  const named = sameWeek(wish.days, before.dates, today) ?? datesOf(wish.days, today);
  const not = wish.notDays.flatMap((day) => datesOf(everyWeek(day), today));
  // "Any day but Monday" after "Monday": some other day.
  const left = (wish.days.length > 0 ? named : before.dates).filter((date) => !not.includes(date));
  const isOfThatDay = left.length === 0 && wish.days.length === 0 && wish.time !== null && on !== null;
  const asked = isOfThatDay ? [on] : left;
  const wanted: Wanted = {
    dates: [...asked],
    notDates: [...new Set([...before.notDates, ...not])].filter((date) => !asked.includes(date)),
    ...(wish.time ?? { from: before.from, to: before.to, at: before.at }),
  };
  return { ...draft, wanted };
}

/** "On Tuesday" after "next week" is the Tuesday of that week; null where they do not look at several days with such a one. */
function sameWeek(
  days: readonly SpokenDay[],
  before: readonly LocalDate[],
  today: LocalDate,
): readonly LocalDate[] | null {
  if (before.length < 2 || days.length === 0) return null;
  const found = days.map((day) => {
    if (day.of !== 'weekday' || day.weeks > 0) return undefined;
    return before.find((date) => date > today && weekdayOf(date) === day.day);
  });
  const known = found.filter((date) => date !== undefined);
  return known.length === days.length ? known : null;
}

/** A weekday without a date is every such day. */
function everyWeek(day: SpokenDay): readonly SpokenDay[] {
  if (day.of !== 'weekday' || day.weeks > 0) return [day];
  return [day, ...Array.from({ length: weeksAhead }, (_, week) => ({ ...day, weeks: week + 1 }))];
}

/** The draft without it: what a button shows is what they want now. */
export function withoutWanted({ wanted: _wanted, ...draft }: Draft): Draft {
  return draft;
}

/** What was said, as far as it still lies ahead; null where it leaves everything open. */
export function wantedOf({ wanted }: Draft, { now, station }: Pick<Turn, 'now' | 'station'>): Wanted | null {
  if (!wanted) return null;
  const today = toWall(now, station.zone).date;
  const ahead = { ...wanted, dates: wanted.dates.filter((date) => date >= today) };
  const open = ahead.dates.length + ahead.notDates.length === 0 && !saysHour(ahead);
  return open ? null : ahead;
}

/** Whether some time of day is wanted. */
export function saysHour({ from, to, at }: Wanted): boolean {
  return from !== null || to !== null || at !== null;
}

/** What the calendar is asked for with these words; where the work cannot be done in the way that they said, in any way. */
export function narrowed(
  draft: Draft,
  wanted: Wanted | null,
  turn: Pick<Turn, 'customer' | 'now' | 'station'>,
): Wish {
  const wish = { ...wishOf(draft, turn), mode: draft.stay ?? 'any' } as const;
  const possible = 'kind' in workOf(turn.station, wish) ? { ...wish, mode: 'any' as const } : wish;
  if (wanted === null) return possible;
  const { dates: named, notDates, from, to } = wanted;
  return { ...possible, within: { dates: named, notDates, from, to } };
}

/** The days that are read for it, with those where the nearest are looked for if nothing fits. */
export function wantedDates(draft: Draft, turn: Turn): readonly LocalDate[] {
  const wanted = wantedOf(draft, turn);
  if (wanted === null) return [];
  const { station, now } = turn;
  const wish = narrowed(draft, wanted, turn);
  return [...dates(station, wish, now), ...insteadDates(station, wish, now)];
}
