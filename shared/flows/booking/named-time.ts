import { type Instant, type LocalDate, toWall } from '#shared/domain/clock.ts';
import { datesOf } from '#shared/domain/spoken-day.ts';
import type { SpokenWish } from '#shared/domain/understood.ts';
import type { Turn } from '../flow.ts';
import type { Booking } from './state.ts';

/** Which of the times, or days, on the card words name: by place ("the second one"), by the hour, or by hour and day. */
export type NamedTime =
  | { readonly kind: 'start'; readonly start: Instant }
  | { readonly kind: 'day'; readonly date: LocalDate }
  /** It could be two of them, or the place is none of the card's. */
  | { readonly kind: 'several' }
  | { readonly kind: 'none' };

const none: NamedTime = { kind: 'none' };

export function namedTime(
  { shown = [], view }: Extract<Booking, { step: 'time' }>,
  wish: SpokenWish,
  turn: Turn,
): NamedTime {
  if (wants(wish)) return none;
  const { ordinal, time } = wish;
  const today = toWall(turn.now, turn.station.zone).date;
  const named = datesOf(wish.days, today);
  const nth = ordinal === null ? undefined : shown.at(ordinal > 0 ? ordinal - 1 : ordinal);
  if (view.of === 'days') {
    const dates = named.length > 0 ? named : typeof nth === 'string' ? [nth] : [];
    const [date] = dates;
    return dates.length === 1 && date !== undefined && time === null ? { kind: 'day', date } : none;
  }
  const starts = shown.filter((one) => typeof one === 'number');
  const wall = (start: Instant) => toWall(start, turn.station.zone);
  const onDay = (start: Instant) => named.length === 0 || named.includes(wall(start).date);
  const byHour =
    time?.at == null ? [] : starts.filter((start) => wall(start).minute === time.at && onDay(start));
  const byPlace = typeof nth === 'number' && onDay(nth) ? [nth] : [];
  const all = [...new Set([...byPlace, ...byHour])];
  const [start] = all;
  if (all.length > 1) return { kind: 'several' };
  if (start !== undefined) return { kind: 'start', start };
  return ordinal !== null && time === null && named.length === 0 ? { kind: 'several' } : none;
}

/** More than one of what is shown is asked for. */
function wants(wish: SpokenWish): boolean {
  const { services, otherWork, sameAsLast, car, notDays, earliest, otherTimes, time } = wish;
  const isRange = time !== null && (time.from !== null || time.to !== null);
  const other = otherWork || sameAsLast || earliest || otherTimes || isRange;
  return other || services.length > 0 || car !== null || notDays.length > 0;
}
