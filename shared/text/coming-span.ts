import type { Piece } from './coming-pieces.ts';

/** Spans and times of day as people name them in a message about coming. Pure. */

/** A span of time in minutes: `20 min`, `мин 20`, `half an hour`, `1 hour 15 min`, `2.5 hours`; of `10-15 min` the longer. */
export function spanIn(all: readonly Piece[]): number | null {
  for (const index of all.keys()) {
    const one = spanAt(index, all);
    if (one) return Math.max(one.minutes, spanAt(one.next, all)?.minutes ?? 0);
  }
  return null;
}

type Span = { readonly minutes: number; readonly next: number };

function spanAt(at: number, all: readonly Piece[]): Span | null {
  const piece = all[at];
  if (piece?.is === 'span') return withRest(piece.value, at + 1, all);
  // «на час», «через годину».
  const isOne = all[at - 1]?.is === 'by' || all[at - 1]?.is === 'within';
  if (piece?.is === 'hours' && isOne) return withRest(60, at + 1, all);
  if (piece?.is !== 'number') return null;
  const isHalf = all[at + 1]?.is === 'half';
  const unit = isHalf ? at + 2 : at + 1;
  if (all[unit]?.is === 'hours') return withRest(piece.value * 60 + (isHalf ? 30 : 0), unit + 1, all);
  if (all[unit]?.is === 'minutes') return { minutes: piece.value, next: unit + 1 };
  if (all[unit]?.is === 'number') return null;
  // «минут 20», and with a little word and a range in between: «минут на 10-15».
  let first = at;
  while (all[first - 1]?.is === 'number') first -= 1;
  const isBefore = all[first - 1]?.is === 'minutes' || all[first - 2]?.is === 'minutes';
  return isBefore ? { minutes: piece.value, next: unit } : null;
}

/** Full hours with what follows them: minutes, a quarter, a half, a bare figure (`1h 30`). */
function withRest(minutes: number, from: number, all: readonly Piece[]): Span {
  const alone = { minutes, next: from };
  if (minutes % 60 !== 0) return alone;
  const at = all[from]?.is === 'filler' ? from + 1 : from;
  const [one, unit] = all.slice(at);
  if (one?.is === 'half') return { minutes: minutes + 30, next: at + 1 };
  if (one?.is === 'span' && one.value < 60) return { minutes: minutes + one.value, next: at + 1 };
  if (one?.is !== 'number' || one.value >= 60 || unit?.is === 'hours') return alone;
  if (unit?.is === 'minutes') return { minutes: minutes + one.value, next: at + 2 };
  return at === from && one.value % 5 === 0 ? { minutes: minutes + one.value, next: at + 1 } : alone;
}

/** Hours before this are meant in the afternoon, when a station is open. */
const earliest = 6;

/** A time of day, minutes past midnight: `9:30`, `at 9`, `at 3`. */
export function clockIn(all: readonly Piece[]): number | null {
  for (const [index, piece] of all.entries()) {
    if (piece.is === 'clock') return piece.value;
    const before = all[index - 1]?.is;
    const isAt = before === 'at' || before === 'by';
    if (piece.is !== 'number' || !isAt || piece.value < 1 || piece.value > 22) continue;
    const hour = piece.value < earliest ? piece.value + 12 : piece.value;
    return hour * 60 + (all[index + 1]?.is === 'half' ? 30 : 0);
  }
  return null;
}

/** Minutes without a unit, right behind the word that says "late": `late 20`, `late by 20`. */
export function bareMinutesIn(all: readonly Piece[]): number | null {
  for (const [index, piece] of all.entries()) {
    if (piece.is !== 'number' || piece.value < 5) continue;
    const before = all[index - 1]?.is === 'by' ? all[index - 2] : all[index - 1];
    if (before?.is === 'late') return piece.value;
  }
  return null;
}
