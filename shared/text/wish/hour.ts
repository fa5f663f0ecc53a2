import type { Station } from '#shared/station/schema.ts';
import type { Piece } from './pieces.ts';
import { numberOf, says } from './reading.ts';

/** Hours of the day as people name them. Pure. */

/** An hour that was named: minutes past midnight before anyone asked which half of the day; `isSure`: it can be nothing else. */
export type Hour = {
  readonly minute: number;
  readonly half: HalfDay | null;
  readonly isSure: boolean;
  /** The place behind it. */
  readonly end: number;
};

export type HalfDay = 'am' | 'pm';

/** The hour that is named at a place. */
export function hourAt(at: number, items: readonly Piece[]): Hour | null {
  const bare = bareHourAt(at, items);
  if (!bare) return null;
  const next = items[bare.end];
  const half = says(next, 'am') ? 'am' : says(next, 'pm') ? 'pm' : partOf(next);
  if (half === null) return { ...bare, half };
  const isTold = says(next, 'am', 'pm');
  return { ...bare, half, isSure: bare.isSure || isTold, end: isTold ? bare.end + 1 : bare.end };
}

/** Which half of the day a part of it belongs to. */
export function partOf(piece: Piece | undefined): HalfDay | null {
  if (says(piece, 'morning')) return 'am';
  return says(piece, 'afternoon', 'evening', 'noon') ? 'pm' : null;
}

type Bare = Omit<Hour, 'half'>;

function bareHourAt(at: number, items: readonly Piece[]): Bare | null {
  const piece = items[at];
  if (piece?.figure?.is === 'clock') {
    const end = says(items[at + 1], 'oclock') ? at + 2 : at + 1;
    return { minute: piece.figure.minute, isSure: true, end };
  }
  const shift = shiftOf(piece);
  if (shift !== null) {
    const hour = numberOf(items[at + 1]);
    if (hour === null || hour < 1 || hour > 24) return null;
    const end = says(items[at + 2], 'oclock') ? at + 3 : at + 2;
    return { minute: hour * 60 + shift, isSure: true, end };
  }
  const hour = numberOf(piece);
  // "2 cars" is no time, nor "for two days".
  const next = items[at + 1];
  if (hour === null || says(next, 'car') || (says(next, 'days') && !says(next, 'pm'))) return null;
  if (isJoined(hour))
    return { minute: Math.floor(hour / 100) * 60 + (hour % 100), isSure: false, end: at + 1 };
  if (hour > 24) return null;
  let end = at + 1;
  let isSure = false;
  if (says(items[end], 'oclock')) {
    isSure = true;
    end += 1;
  }
  const more = says(items[end], 'andHalf')
    ? 30
    : says(items[end], 'andQuarter')
      ? 15
      : says(items[end], 'lessQuarter')
        ? -15
        : 0;
  if (more !== 0) return { minute: hour * 60 + more, isSure: true, end: end + 1 };
  const minutes = numberOf(items[end]);
  const isSplit =
    minutes !== null &&
    hour >= 1 &&
    (minutes === 0 ? items[end]?.text === '00' : [15, 20, 30, 40, 45].includes(minutes));
  if (isSplit && minutes !== null && !says(items[end + 1], 'month'))
    return { minute: hour * 60 + minutes, isSure: true, end: end + 1 };
  return { minute: hour * 60, isSure, end };
}

/** `1030`, `930`. */
function isJoined(number: number): boolean {
  return number >= 700 && number < 2000 && number % 100 < 60 && number % 5 === 0;
}

function shiftOf(piece: Piece | undefined): number | null {
  if (says(piece, 'halfPast')) return 30;
  if (says(piece, 'quarterPast')) return 15;
  if (says(piece, 'halfOf')) return -30;
  if (says(piece, 'quarterOf')) return -45;
  return says(piece, 'quarterTo') ? -15 : null;
}

const halfDay = 720;

/** The minute of the day that an hour means at a station: of two halves of the day the one that is nearer to its hours, at worst the later. */
export function minuteOf({ minute, half }: Pick<Hour, 'minute' | 'half'>, station: Station): number {
  if (minute >= 13 * 60) return minute;
  if (half === 'am') return minute;
  const late = minute < halfDay ? minute + halfDay : minute;
  if (half === 'pm') return late;
  return farFrom(minute, station) < farFrom(late, station) ? minute : late;
}

/** Minutes from the widest hours of any day. */
function farFrom(minute: number, station: Station): number {
  const days = Object.values(station.hours).filter((hours) => hours !== null);
  if (days.length === 0) return 0;
  const open = Math.min(...days.map((hours) => hours.open));
  const close = Math.max(...days.map((hours) => hours.close));
  return Math.max(open - minute, minute - close, 0);
}
