/** Milliseconds since 1970-01-01T00:00Z. What is stored and compared; never shown to people as such. */
export type Instant = number;

/** A day of the station's calendar as `YYYY-MM-DD`. */
export type LocalDate = string;

/** Monday is 1, Sunday is 7, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** What the clock on the wall shows: `minute` counts from 00:00 by that clock, so it jumps on DST days. */
export type Wall = { readonly date: LocalDate; readonly minute: number; readonly weekday: Weekday };

/** One minute in the unit of `Instant`. */
export const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** The wall clock of `zone` (an IANA name) at an instant. Throws RangeError for an unknown zone. */
export function toWall(instant: Instant, zone: string): Wall {
  const local = instant + offsetAt(instant, zone);
  const day = Math.floor(local / DAY);
  return {
    date: dateOfDay(day),
    minute: Math.floor((local - day * DAY) / MINUTE),
    weekday: weekdayOfDay(day),
  };
}

/**
 * The instant at which the wall clock of `zone` shows `minute` minutes past midnight of `date`.
 * In the doubled hour of autumn the earlier of the two; in the missing hour of spring `'gap'`.
 * 1440 means the midnight that ends the day.
 */
export function toInstant(date: LocalDate, minute: number, zone: string): Instant | 'gap' {
  const local = dayNumber(date) * DAY + minute * MINUTE;
  const before = offsetAt(local - DAY, zone);
  const after = offsetAt(local + DAY, zone);
  const earlier = local - Math.max(before, after);
  if (offsetAt(earlier, zone) === local - earlier) return earlier;
  const later = local - Math.min(before, after);
  return offsetAt(later, zone) === local - later ? later : 'gap';
}

/** The same, where a minute that the clocks skip counts as the hour after it. */
export function instantAt(date: LocalDate, minute: number, zone: string): Instant {
  if (minute === 1440) return dayBounds(date, zone).end;
  const instant = toInstant(date, minute, zone);
  return instant === 'gap' ? instantAt(date, minute + 60, zone) : instant;
}

/** Whether two instants lie on one date by the wall clock of a zone. */
export function isSameDay(one: Instant, other: Instant, zone: string): boolean {
  return toWall(one, zone).date === toWall(other, zone).date;
}

/** First instant of a local day and of the day after it: 23, 24 or 25 hours apart. */
export function dayBounds(date: LocalDate, zone: string): { readonly start: Instant; readonly end: Instant } {
  return { start: dayStart(date, zone), end: dayStart(addDays(date, 1), zone) };
}

/** The date `count` days later (earlier when negative). Calendar arithmetic: no zone, no DST. */
export function addDays(date: LocalDate, count: number): LocalDate {
  return dateOfDay(dayNumber(date) + count);
}

/** How many days `to` lies after `from`; negative when it lies before. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The weekday of a date. */
export function weekdayOf(date: LocalDate): Weekday {
  return weekdayOfDay(dayNumber(date));
}

/** True for a real day written `YYYY-MM-DD`; `2027-02-29` is not one. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && dateOfDay(at / DAY) === text;
}

/** True if this platform knows the IANA zone. */
export function isZone(text: string): boolean {
  try {
    formatterFor(text);
    return true;
  } catch {
    return false;
  }
}

/** Minutes past midnight of `HH:MM` (00:00 to 24:00), or null when the text is not a time of day. */
export function parseMinute(text: string): number | null {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text);
  if (match === null) return null;
  const hours = Number(match[1]);
  const minutes = Number(match[2]);
  const total = hours * 60 + minutes;
  return minutes < 60 && total <= 1440 ? total : null;
}

/** `HH:MM` of minutes past midnight, for people and for calendar files. */
export function formatMinute(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

function dayStart(date: LocalDate, zone: string): Instant {
  const midnight = toInstant(date, 0, zone);
  if (midnight !== 'gap') return midnight;
  // Some zones skip midnight itself: the day then starts at the first instant whose date has come.
  let low = dayNumber(date) * DAY - 2 * DAY;
  let high = low + 4 * DAY;
  while (high - low > MINUTE) {
    const middle = Math.floor((low + high) / 2 / MINUTE) * MINUTE;
    if (toWall(middle, zone).date < date) low = middle;
    else high = middle;
  }
  return high;
}

function dayNumber(date: LocalDate): number {
  const at = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(at)) throw new RangeError('A date must be written YYYY-MM-DD');
  return at / DAY;
}

function dateOfDay(day: number): LocalDate {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

const WEEKDAYS = [4, 5, 6, 7, 1, 2, 3] as const; // 1970-01-01 was a Thursday

function weekdayOfDay(day: number): Weekday {
  return WEEKDAYS[((day % 7) + 7) % 7] ?? 4;
}

/**
 * Offsets are remembered per UTC day, with the moment at which the zone changes its clock if it does so that day
 * (no zone does it twice within one): Intl is slow, and a search asks for the same days again and again.
 */
type OffsetDay = { readonly before: number; readonly change: Instant; readonly after: number };
type Zone = { readonly formatter: Intl.DateTimeFormat; readonly days: Map<number, OffsetDay> };

const zones = new Map<string, Zone>();
const MOST_DAYS = 5_000;

function offsetAt(instant: Instant, name: string): number {
  const zone = zoneFor(name);
  const number = Math.floor(instant / DAY);
  let day = zone.days.get(number);
  if (day === undefined) {
    day = offsetsOf(number * DAY, zone.formatter);
    if (zone.days.size >= MOST_DAYS) zone.days.clear();
    zone.days.set(number, day);
  }
  return instant < day.change ? day.before : day.after;
}

function offsetsOf(start: Instant, formatter: Intl.DateTimeFormat): OffsetDay {
  let last = start;
  let change = start + DAY - 1_000;
  const before = exactOffset(last, formatter);
  const after = exactOffset(change, formatter);
  if (before === after) return { before, change: start, after };
  while (change - last > 1_000) {
    const middle = last + Math.floor((change - last) / 2_000) * 1_000;
    if (exactOffset(middle, formatter) === before) last = middle;
    else change = middle;
  }
  return { before, change, after };
}

function exactOffset(instant: Instant, formatter: Intl.DateTimeFormat): number {
  const shown: Record<string, number> = {};
  for (const part of formatter.formatToParts(instant)) shown[part.type] = Number(part.value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown;
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  return local - Math.floor(instant / 1_000) * 1_000;
}

function zoneFor(name: string): Zone {
  let zone = zones.get(name);
  if (zone === undefined) {
    zone = { formatter: formatterFor(name), days: new Map() };
    zones.set(name, zone);
  }
  return zone;
}

function formatterFor(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
}
