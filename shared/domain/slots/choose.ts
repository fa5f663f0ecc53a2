import { type Instant, type LocalDate, MINUTE, toWall } from '../clock.ts';
import { workday } from './calendar.ts';
import { bookable } from './horizon.ts';
import { judgeOf, type Search } from './judge.ts';
import { takesWork } from './several-days.ts';
import type { PartOfDay, Refusal, Slot, Within } from './types.ts';

/** Judged before the slot is looked for, which costs more. */
export type Test = (start: Instant) => boolean;
/** Any start will do. */
export const always: Test = () => true;

/** The slots of these dates whose start passes the test, in time order, each found only when asked for; within the wish. */
export function* slotsIn(search: Search, among: readonly LocalDate[], test: Test): Generator<Slot> {
  const { within } = search.wish;
  for (const date of among) {
    const judge = within && !isOpenDay(within, date) ? null : judgeOf(search, date);
    if (judge === null) continue;
    for (const arrival of judge.workday.starts) {
      const start = judge.workday.midnight + arrival * MINUTE;
      if (within && !isOpenTime(within, toWall(start, search.station.zone).minute)) continue;
      const slot = test(start) ? judge.slotAt(arrival) : null;
      if (slot !== null) yield slot;
    }
  }
}

function isOpenDay({ dates, notDates }: Within, date: LocalDate): boolean {
  return !notDates.includes(date) && (dates.length === 0 || dates.includes(date));
}

/** `minute` of the day by the wall clock. */
export function isOpenTime({ from, to }: Pick<Within, 'from' | 'to'>, minute: number): boolean {
  return (from === null || minute >= from) && (to === null || minute < to);
}

/** The first of what comes, at most `most`. */
export function take<T>(from: Iterable<T>, most: number): readonly T[] {
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
export function meets({ station, wish }: Search): Test {
  const { notBefore, partOfDay } = wish;
  return (start) => {
    if (notBefore !== undefined && start < notBefore) return false;
    if (partOfDay === undefined) return true;
    const { minute } = toWall(start, station.zone);
    return minute >= PARTS[partOfDay].from && minute < PARTS[partOfDay].to;
  };
}

/** The two times of the wanted day that lie nearest to the named one, in time order; none after the last of the day. */
export function nearest(search: Search, wanted: LocalDate): readonly Slot[] {
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
export function closestOn(search: Search, date: LocalDate): Slot | null {
  const slots = take(slotsIn(search, [date], always), Number.POSITIVE_INFINITY);
  const asked = boundOf(search, date);
  const before = slots.filter((slot) => slot.start < asked);
  return before[before.length - 1] ?? slots[0] ?? null;
}

/** Why the wanted date, or a start on it, cannot be had. */
export function noteFor(search: Search, date: LocalDate, roomBefore: boolean, start?: Instant): Refusal {
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
