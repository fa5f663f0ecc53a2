import {
  addDays,
  dayBounds,
  daysBetween,
  type Instant,
  type LocalDate,
  MINUTE,
  toInstant,
  toWall,
  weekdayOf,
} from '../clock.ts';
import type { SlotStation, WeekdayName } from './types.ts';

/** From and to in real minutes since the day's midnight: on DST days not what the clock shows, but what passes. */
export type Stretch = { readonly from: number; readonly to: number };

/** A day on which the station works. All minutes are real minutes since `midnight`. */
export type Workday = {
  readonly date: LocalDate;
  readonly midnight: Instant;
  /** Real length of the day: 1380, 1440 or 1500. */
  readonly length: number;
  readonly open: number;
  readonly close: number;
  /** The opening hours without the break: work never crosses the start of a break. */
  readonly stretches: readonly Stretch[];
  readonly longestStretch: number;
  /** Where the first half-day ends: at the break, or in the middle. */
  readonly noon: number;
  /** Services done that day; null = all. */
  readonly only: readonly string[] | null;
  /** Who works, inside the opening hours. */
  readonly shifts: ReadonlyMap<string, Stretch>;
  /** Arrivals that may be offered. */
  readonly starts: readonly number[];
  /** Starts of work to try for a drop-off: the arrivals' grid and the start of each stretch. */
  readonly grid: readonly number[];
};

/** The station's day, or null when it is closed. Remembered per station, so it costs nothing to ask again. */
export function workday(station: SlotStation, date: LocalDate): Workday | null {
  const known = remembered(station);
  let day = known.get(date);
  if (day === undefined) {
    day = build(station, date);
    if (known.size >= MOST_DAYS) known.clear();
    known.set(date, day);
  }
  return day;
}

/** The next open day after `date`, looked for at most 60 days ahead; null when there is none. */
export function nextOpenDate(station: SlotStation, date: LocalDate): LocalDate | null {
  for (let ahead = 1; ahead <= 60; ahead += 1) {
    const candidate = addDays(date, ahead);
    if (workday(station, candidate) !== null) return candidate;
  }
  return null;
}

/** Real minutes since midnight of a wall-clock time of the day; in the missing hour the first minute after it. */
export function minuteOfDay(date: LocalDate, wallMinute: number, zone: string): number {
  const { start, end } = dayBounds(date, zone);
  if (end - start === 1440 * MINUTE) return wallMinute;
  for (let minute = wallMinute; ; minute += 5) {
    const at = toInstant(date, minute, zone);
    if (at !== 'gap') return (at - start) / MINUTE;
  }
}

const MOST_DAYS = 800;
const NAMES: readonly WeekdayName[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const stations = new WeakMap<SlotStation, Map<LocalDate, Workday | null>>();

function remembered(station: SlotStation): Map<LocalDate, Workday | null> {
  let known = stations.get(station);
  if (known === undefined) {
    known = new Map();
    stations.set(station, known);
  }
  return known;
}

function build(station: SlotStation, date: LocalDate): Workday | null {
  const weekday = NAMES[weekdayOf(date) - 1] ?? 'mon';
  const hours = station.hours[weekday];
  if (hours === null || station.closed.some(({ from, to }) => from <= date && date <= to)) return null;
  const at = (wallMinute: number) => minuteOfDay(date, wallMinute, station.zone);
  const half = station.halfDays.find((candidate) => candidate.date === date);
  const open = at(hours.open);
  const closing = half === undefined ? hours.close : Math.min(half.close, hours.close);
  const close = at(closing);
  if (open >= close) return null;
  const pause = hours.break === null ? null : { from: at(hours.break.from), to: at(hours.break.to) };
  const stretches = stretchesOf(open, close, pause);
  const { start, end } = dayBounds(date, station.zone);
  const shifts = new Map<string, Stretch>();
  for (const { id, shifts: week } of station.technicians) {
    const shift = week[weekday];
    if (shift === null) continue;
    const inside = { from: Math.max(open, at(shift.from)), to: Math.min(close, at(shift.to)) };
    if (inside.from < inside.to) shifts.set(id, inside);
  }
  const starts = startsOf(station, start, open, close);
  return {
    date,
    midnight: start,
    length: (end - start) / MINUTE,
    open,
    close,
    stretches,
    longestStretch: Math.max(...stretches.map((stretch) => stretch.to - stretch.from)),
    noon: pause !== null && pause.from < close ? pause.from : at((hours.open + closing) / 2),
    only: hours.only,
    shifts,
    starts,
    grid: [...new Set([...starts, ...stretches.map((stretch) => stretch.from)])].sort((a, b) => a - b),
  };
}

function stretchesOf(open: number, close: number, pause: Stretch | null): readonly Stretch[] {
  if (pause === null || pause.from >= close) return [{ from: open, to: close }];
  const before = { from: open, to: pause.from };
  return pause.to < close ? [before, { from: pause.to, to: close }] : [before];
}

/** Stepping in real minutes leaves out the missing hour by itself and gives the doubled hour its two starts. */
function startsOf(station: SlotStation, midnight: Instant, open: number, close: number): readonly number[] {
  const { slotStep } = station.rules;
  const starts: number[] = [];
  const unit = slotStep % 15 === 0 ? 15 : 5;
  for (let minute = Math.ceil(open / unit) * unit; minute < close; minute += unit) {
    const shown = toWall(midnight + minute * MINUTE, station.zone).minute;
    if (shown % slotStep === 0) starts.push(minute);
  }
  return starts;
}

/** Whether `later` follows `earlier` closely enough for one job of several days: over a week-end, not over a holiday. */
export function closeTogether(earlier: LocalDate, later: LocalDate): boolean {
  return daysBetween(earlier, later) <= 3;
}
