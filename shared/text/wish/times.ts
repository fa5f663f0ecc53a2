import type { SpokenTime } from '#shared/domain/understood.ts';
import type { Station } from '#shared/station/schema.ts';
import { type HalfDay, type Hour, hourAt, minuteOf, partOf } from './hour.ts';
import type { Piece } from './pieces.ts';
import { areTogether, type Reading, saidOf, says, use } from './reading.ts';

/** When on a day: hours, "after five", parts of a day. Dates are read before this, so that no day is taken for an hour. Pure. */

/** Minutes past midnight; a station's day ends at half past five for who says "afternoon". */
const noon = 12 * 60;
const lunchEnd = 14 * 60;
const dayEnd = 17.5 * 60;
const evening = 17 * 60;

export type Times = {
  readonly time: SpokenTime | null;
  /** The only hour is a bare figure, which may also count what is shown. */
  readonly isBare: boolean;
  /** More was said of hours than can be held apart. */
  readonly isTangled: boolean;
};

type Bounds = { from: number[]; to: number[]; at: number[] };

/** Reads all hours and parts of days of a message. */
export function timesOf(reading: Reading, station: Station): Times {
  const { items, used } = reading;
  const hint = hintOf(items);
  const found: Bounds = { from: [], to: [], at: [] };
  const bares: number[] = [];
  const minute = (hour: Pick<Hour, 'minute' | 'half'>) =>
    minuteOf({ minute: hour.minute, half: hour.half ?? hint }, station);
  for (let at = 0; at < items.length; at += 1) {
    if (used.has(at)) continue;
    const shut = shutAt(at, items);
    if (shut) {
      found[shut.is].push(minute(shut.hour));
      use(reading, shut.from, shut.end);
      at = shut.end - 1;
      continue;
    }
    const piece = items[at];
    const range = piece?.figure?.is === 'range' ? piece.figure : null;
    if (range && range.one < 24 && range.other <= 24) {
      const full = (hour: number) => minute({ minute: hour * 60, half: null });
      addRange(found, full(range.one), full(range.other));
      use(reading, at, at + 1);
      continue;
    }
    const bound = boundAt(at, items);
    const hour = freeHour(bound ? bound.end : at, reading);
    if (bound && hour) {
      const one = minute(hour);
      const second = upTo(hour.end, reading);
      if (bound.is === 'between' || (bound.is === 'from' && second)) {
        const other = second ?? freeHour(hour.end, reading);
        if (other) {
          addRange(found, one, minute(other));
          use(reading, at, other.end);
          at = other.end - 1;
          continue;
        }
      }
      let end = hour.end;
      if (bound.is === 'at') end = addTurned(found, one, end, items);
      else if (bound.is === 'between' && !says(items[at], 'after')) found.at.push(one);
      else {
        found[bound.is === 'to' ? 'to' : 'from'].push(one);
        // "From eleven on."
        if (bound.is !== 'to' && isOrLater(end, items)) end += 1;
      }
      use(reading, at, end);
      at = end - 1;
      continue;
    }
    if (!hour || isOfCar(at, items)) continue;
    const second = upTo(hour.end, reading);
    if (second) {
      addRange(found, minute(hour), minute(second));
      use(reading, at, second.end);
      at = second.end - 1;
    } else if (
      hour.isSure ||
      says(items[hour.end], 'orLater', 'orEarlier') ||
      says(items[at - 1], 'oclock')
    ) {
      const end = addTurned(found, minute(hour), hour.end, items);
      use(reading, at, end);
      at = end - 1;
    } else if (!says(piece, 'filler', 'ordinal')) {
      bares.push(minute(hour));
      found.at.push(minute(hour));
      use(reading, at, hour.end);
      at = hour.end - 1;
    }
  }
  const part = partsOf(reading);
  // "Nine it is, nine."
  const said = { from: [...new Set(found.from)], to: [...new Set(found.to)], at: [...new Set(found.at)] };
  const isBare = new Set(bares).size === 1 && said.at.length === 1;
  const isTangled = said.from.length > 1 || said.to.length > 1 || said.at.length > 1;
  return { time: isTangled ? null : timeIn(said, part), isBare, isTangled };
}

/** Hours that are not possible, before or behind one: it is open from there, or till there. */
type Shut = {
  readonly is: 'from' | 'to';
  readonly hour: Hour;
  readonly from: number;
  readonly end: number;
};

/** "Before four I can't", "до 4 занят", "can't before four". */
export function shutAt(at: number, items: readonly Piece[]): Shut | null {
  const start = says(items[at], 'cant') && areTogether(items[at], items[at + 1]) ? at + 1 : at;
  const bound = boundAt(start, items);
  const hour = bound && hourAt(bound.end, items);
  if (!bound || !hour || (bound.is !== 'to' && bound.is !== 'from')) return null;
  const isBehind = says(items[hour.end], 'cant') && areTogether(items[start], items[hour.end]);
  if (start === at && !isBehind) return null;
  const end = start === at ? hour.end + 1 : hour.end;
  return { is: bound.is === 'to' ? 'from' : 'to', hour, from: at, end };
}

/** A word in front of an hour, and the place behind it. */
function boundAt(
  at: number,
  items: readonly Piece[],
): { readonly is: 'from' | 'to' | 'at' | 'between'; readonly end: number } | null {
  const piece = items[at];
  const is = says(piece, 'between')
    ? 'between'
    : says(piece, 'after')
      ? 'from'
      : says(piece, 'before')
        ? 'to'
        : says(piece, 'at')
          ? 'at'
          : null;
  if (is === null) return null;
  // "After about five", "до часов пяти".
  const next = items[at + 1];
  const isMore = areTogether(piece, next) && says(next, 'at', 'oclock') && !says(next, 'number');
  return { is, end: isMore ? at + 2 : at + 1 };
}

function freeHour(at: number, { items, used }: Reading): Hour | null {
  return used.has(at) ? null : hourAt(at, items);
}

/** The end of "10 to 12". */
function upTo(at: number, reading: Reading): Hour | null {
  const { items, used } = reading;
  if (used.has(at) || !says(items[at], 'before') || !areTogether(items[at - 1], items[at])) return null;
  return freeHour(says(items[at + 1], 'at') ? at + 2 : at + 1, reading);
}

function addRange(found: Bounds, one: number, other: number): void {
  found.from.push(one);
  found.to.push(other > one ? other : other + noon);
}

/** "5 or later" is no time to be at. */
function addTurned(found: Bounds, minute: number, end: number, items: readonly Piece[]): number {
  if (isOrLater(end, items)) found.from.push(minute);
  else if (says(items[end], 'orEarlier')) found.to.push(minute);
  else {
    found.at.push(minute);
    return end;
  }
  return end + 1;
}

/** What stands behind a car's name is of its model or plate: "Golf 6", "Octavia ABC-1000". */
export function isOfCar(at: number, items: readonly Piece[]): boolean {
  const before = items[at - 1];
  if (says(before, 'carName')) return true;
  const isPlate = before !== undefined && before.said.length === 0 && before.text.length <= 3;
  return isPlate && (items[at]?.text.length ?? 0) > 2 && says(items[at - 2], 'carName', 'car');
}

/** "Nine on Tuesday" is not "nine on". */
function isOrLater(at: number, items: readonly Piece[]): boolean {
  const isDay =
    says(items[at], 'at') && says(items[at + 1], 'weekday', 'ahead', 'weekend', 'month', 'number');
  return says(items[at], 'orLater') && !isDay;
}

/** Which half of the day the only part of it that is named belongs to. */
function hintOf(items: readonly Piece[]): HalfDay | null {
  const parts = new Set(items.map(partOf).filter((part) => part !== null));
  return parts.size === 1 ? ([...parts][0] ?? null) : null;
}

type Part = { readonly from: number | null; readonly to: number | null };

const parts = {
  morning: { from: null, to: noon },
  noon: { from: noon, to: lunchEnd },
  afternoon: { from: noon, to: dayEnd },
  evening: { from: evening, to: null },
} as const satisfies Record<string, Part>;

const partNames = ['morning', 'noon', 'afternoon', 'evening'] as const;

/** The part of the day that is meant; null: none, or several. */
function partsOf(reading: Reading): Part | null {
  const { items, used } = reading;
  const found: Part[] = [];
  for (const [at, piece] of items.entries()) {
    const name = partNames.find((each) => saidOf(piece, each));
    // "This afternoon" is a day as well.
    if (!name || (used.has(at) && !says(piece, 'ahead'))) continue;
    // "Afternoon, have you room on Friday?" greets.
    const next = items[at + 1];
    const isGreeting =
      at === 0 && next !== undefined && !areTogether(piece, next) && !piece.text.includes(' ');
    if (isGreeting && !says(next, 'ahead', 'weekday', 'weekend', 'nextWeek', 'thisWeek')) continue;
    const before = items[at - 1];
    const isFree = areTogether(before, piece) && !used.has(at - 1);
    use(reading, at, at + 1);
    if (isFree && says(before, 'before')) {
      found.push({ from: null, to: parts[name].from ?? parts.morning.to });
      use(reading, at - 1, at);
    } else if (isFree && says(before, 'after')) {
      found.push({ from: parts[name].from ?? parts.morning.to, to: null });
      use(reading, at - 1, at);
    } else if (isFree && says(before, 'except', 'cant') && name !== 'noon') {
      found.push(name === 'morning' ? { from: noon, to: null } : { from: null, to: parts[name].from });
      use(reading, at - 1, at);
    } else found.push(parts[name]);
  }
  const [one, ...others] = found;
  if (!one || others.some(({ from, to }) => from !== one.from || to !== one.to)) return null;
  return one;
}

/** Hours that were named count more than the part of the day they lie in. */
function timeIn({ from: [from], to: [to], at: [at] }: Bounds, part: Part | null): SpokenTime | null {
  if (at !== undefined) return { from: from ?? null, to: to ?? null, at };
  const both = { from: from ?? part?.from ?? null, to: to ?? part?.to ?? null };
  const isOpen = both.from === null || both.to === null || both.from < both.to;
  const bounds = isOpen ? both : { from: from ?? null, to: to ?? null };
  return bounds.from === null && bounds.to === null ? null : { ...bounds, at: null };
}
