import { type Instant, type LocalDate, MINUTE, toInstant, toWall } from '#shared/domain/clock.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { workday } from '#shared/domain/slots/calendar.ts';
import { instead, nearestTo, reallyAnother, timesWithin, type Why } from '#shared/domain/slots/instead.ts';
import { daysWithRoom, moreTimes, type Offers, offers } from '#shared/domain/slots/search.ts';
import type { Days, Wish } from '#shared/domain/slots/types.ts';
import { workOf } from '#shared/domain/slots/work.ts';
import type { Turn } from '../flow.ts';
import type { Times } from './cards.ts';
import type { Draft, View, Wanted } from './state.ts';
import { wishOf } from './times.ts';
import { anyTime, narrowed, wantedOf } from './wanted.ts';

type Shown = { readonly times: Times; readonly lead: readonly Phrase[] };

/** The times of a view, and what to say above them when they are not what was asked. */
export function timesFor(draft: Draft, view: View, days: Days, turn: Turn): Shown {
  const { station } = turn;
  const wanted = wantedOf(draft, turn);
  const wish = narrowed(draft, wanted, turn);
  const inThatWay = twoFor(draft, wish, wanted, days, turn);
  const isInThatWay = inThatWay.starts.length > 0 || draft.stay === undefined;
  const two = isInThatWay ? inThatWay : twoFor(draft, { ...wish, mode: 'any' }, wanted, days, turn);
  const lead = [...wayNote(draft, !isInThatWay, turn), ...two.lead];
  const first = { view: { of: 'earliest' }, starts: two.starts, fit: two.fit } as const;
  if (two.starts.length === 0) {
    const note = offers(station, days, wishOf(draft, turn), turn.now);
    return { times: first, lead: [...lead, nothing(note, draft, station.phone)] };
  }
  switch (view.of) {
    case 'earliest':
      return { times: first, lead };
    case 'more': {
      const others = (of: Wish) =>
        spread(of, days, turn, timesAtOnce - 1, [...two.starts, ...already(draft)]);
      const fitting = others(wish);
      // Where the words leave nothing more, more is what lies beside them.
      const starts = fitting.length > 0 ? fitting : others(wishOf(draft, turn));
      return { times: { view, starts }, lead: [] };
    }
    case 'days':
      return { times: daysTimes(draft, wanted, view.from, days, turn), lead: [] };
    case 'day':
      return (
        dayTimes(draft, view, wanted, days, turn) ?? {
          times: first,
          lead: [phrase('dayFull', { date: view.date })],
        }
      );
  }
}

/** The time a visit has already is no choice when it is moved. */
function already({ moving }: Draft): readonly Instant[] {
  return moving ? [moving.start] : [];
}

type Two = {
  readonly starts: readonly Instant[];
  readonly lead: readonly Phrase[];
  /** Whether they are what the words asked for; null where these leave everything open. */
  readonly fit: 'fitting' | 'nearest' | null;
};

/** The two times that fit best; where none does, the nearest and why. */
function twoFor(draft: Draft, wish: Wish, wanted: Wanted | null, days: Days, turn: Turn): Two {
  const { station, now } = turn;
  const own = already(draft);
  const fitting =
    wanted?.at == null
      ? twoOf(startsOf(offers(station, days, wish, now).slots), spread(wish, days, turn, choice, own), own)
      : nearest(wish, wanted.at, own, days, turn);
  if (wanted === null || wanted.at === null) {
    if (fitting.length > 0 || wanted === null) return { starts: fitting, lead: [], fit: wanted && 'fitting' };
  } else if (fitting.length > 0) {
    const exact = fitting.some((start) => minuteOf(start, turn) === wanted.at);
    const lead = exact ? [] : notAt(wanted.at, fitting[0] ?? now, turn);
    return { starts: fitting, lead, fit: exact ? 'fitting' : 'nearest' };
  }
  // A named hour that lies after the last time of the day is as good as "after that hour".
  const late = wanted.at === null ? wish : lateWish(wish, wanted.at);
  const found = instead(station, days, late, now, own);
  const starts = startsOf(found?.slots ?? []);
  return { starts, lead: found && starts.length > 0 ? [...whyLine(found.why, draft)] : [], fit: 'nearest' };
}

function lateWish(wish: Wish, at: number): Wish {
  return wish.within ? { ...wish, within: { ...wish.within, from: at } } : wish;
}

/** Nearest to the hour; none where the days that were named have only earlier times. */
function nearest(
  wish: Wish,
  at: number,
  own: readonly Instant[],
  days: Days,
  turn: Turn,
): readonly Instant[] {
  const { station, now } = turn;
  const all = timesWithin(station, days, wish, now, daysCompared).filter(({ start }) => !own.includes(start));
  const last = Math.max(...all.map(({ start }) => minuteOf(start, turn)));
  if (last < at) return [];
  const isOneDay = wish.within?.dates.length === 1;
  return startsOf(nearestTo(all, at, station.zone, isOneDay));
}

/** So many days are looked at for an hour that was named without a day. */
const daysCompared = 3;

function minuteOf(start: Instant, { station }: Pick<Turn, 'station'>): number {
  return toWall(start, station.zone).minute;
}

function notAt(minute: number, near: Instant, { station }: Turn): readonly Phrase[] {
  const { date } = toWall(near, station.zone);
  const day = workday(station, date);
  const at = toInstant(date, minute, station.zone);
  if (day === null || at === 'gap') return [];
  const open = day.midnight + day.open * MINUTE;
  return [at < open ? phrase('wishOpens', { open }) : phrase('wishNotAt', { at })];
}

/** One short line: why it is not what they asked. */
function whyLine(why: Why, { services: chosen }: Draft): readonly Phrase[] {
  const services = [...chosen];
  switch (why.kind) {
    case 'after-closing':
      return [phrase('wishAfterClosing', { date: why.date, close: why.close, last: why.last, services })];
    case 'before-opening':
      return [phrase('wishOpens', { open: why.open })];
    case 'comes-by':
      return [phrase('wishComesBy', { by: why.by })];
    case 'day-closed':
      return [phrase('wishClosed', { date: why.date })];
    case 'not-that-day':
      return [phrase('wishOnly', { date: why.date, only: [...why.only] })];
    case 'too-far':
      return [phrase('wishTooFar', { last: why.last })];
    case 'too-soon':
      return [phrase('wishTooSoon', { date: why.earliest })];
    case 'no-room':
      return [phrase('dayFull', { date: why.date })];
    case 'part-full':
      return [phrase('wishPartFull', { date: why.date })];
    case 'days-full':
      return [phrase('wishDaysFull')];
    case 'unknown-service':
    case 'not-booked-online':
    case 'mode-not-possible':
    case 'separate-visits':
      return [];
  }
}

/** Work that cannot be done in the way that they said. */
function wayNote(draft: Draft, isFull: boolean, turn: Turn): readonly Phrase[] {
  const { stay } = draft;
  if (stay === undefined) return [];
  const work = workOf(turn.station, { ...wishOf(draft, turn), mode: stay });
  const isNone = isFull || ('kind' in work && work.kind === 'mode-not-possible');
  return isNone ? [phrase('wishNoWay', { stay })] : [];
}

/** With the ways on and back these make ten rows: what a list can show at once; one less where the waiting list stands there too. */
const timesAtOnce = 6;
/** Among so many the second offer is looked for: the beginning, middle and end of three days. */
const choice = 9;

function spread(wish: Wish, days: Days, { station, now }: Turn, times: number, shown: readonly Instant[]) {
  return startsOf(moreTimes(station, days, wish, now, shown, { times, days: 3 }));
}

/** The earliest time, and the next one that is really another, or else the one farthest from it: a quarter of an hour later is no choice. */
function twoOf(
  earliest: readonly number[],
  others: readonly number[],
  already: readonly number[],
): readonly number[] {
  const [first, ...rest] = [...new Set([...earliest, ...others])]
    .filter((start) => !already.includes(start))
    .sort((a, b) => a - b);
  if (first === undefined) return [];
  const second = rest.find((start) => start - first >= reallyAnother) ?? rest.at(-1);
  return second === undefined ? [first] : [first, second];
}

/** Six times over one day, at the hours that they named, or where none is left then, at any. Null: that day has none. */
function dayTimes(
  draft: Draft,
  view: Extract<View, { of: 'day' }>,
  wanted: Wanted | null,
  days: Days,
  turn: Turn,
): Shown | null {
  const open: Wanted = { ...anyTime, dates: [view.date] };
  const asked = { ...open, from: wanted?.from ?? null, to: wanted?.to ?? null };
  const fitting = timesOn(narrowed(draft, asked, turn), view.date, draft, days, turn);
  if (fitting.length > 0) return { times: { view, starts: fitting }, lead: [] };
  const any = timesOn(narrowed(draft, open, turn), view.date, draft, days, turn);
  return any.length > 0
    ? { times: { view, starts: any }, lead: [phrase('wishPartFull', { date: view.date })] }
    : null;
}

/** Work of several days has to see the days that it reaches into; all other work only its own. */
function timesOn(wish: Wish, date: LocalDate, draft: Draft, days: Days, turn: Turn): readonly Instant[] {
  const { station, now } = turn;
  const found = moreTimes(station, days, wish, now, already(draft), { times: timesAtOnce, days: 1 });
  return startsOf(found.filter((slot) => slot.date === date));
}

/** So many days make ten rows, too. */
const daysAtOnce = 7;

/** A page of days with room; past the last one the pages begin again. */
function daysTimes(draft: Draft, wanted: Wanted | null, from: string | null, days: Days, turn: Turn): Times {
  const anyDay = wanted && { ...wanted, dates: [], from: null, to: null };
  const wish = narrowed(draft, anyDay, turn);
  const found = daysWithRoom(turn.station, days, wish, turn.now, from ?? undefined, daysAtOnce);
  if (found.length === 0 && from !== null) return daysTimes(draft, wanted, null, days, turn);
  return { view: { of: 'days', from }, dates: found.map(({ date }) => date) };
}

function startsOf(slots: Offers['slots']): readonly number[] {
  return slots.map(({ start }) => start);
}

/** Never a bare "no": another day, a person and the phone are always there. */
function nothing({ note }: Offers, draft: Draft, phone: string): Phrase {
  const services = [...draft.services];
  return note?.kind === 'separate-visits'
    ? phrase('separateVisits', { services })
    : phrase('noTimes', { services, phone });
}
