import { type LocalDate, weekdayOf } from '#shared/domain/clock.ts';
import type { Station } from './schema.ts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

type Calendar = Pick<Station, 'hours' | 'closed' | 'halfDays'>;

/** When people are at the desk on a date, after closures and half days; null when closed. Minutes past midnight. */
export function deskHoursOn(
  station: Calendar,
  date: LocalDate,
): { readonly open: number; readonly close: number } | null {
  const day = dayOn(station, date);
  return day && { open: day.open, close: day.close };
}

/** The same with the workshop's break and what alone is done that day; `short`: the station closes earlier than usual. */
export function dayOn(
  station: Calendar,
  date: LocalDate,
): (NonNullable<Station['hours']['mon']> & { readonly short: boolean }) | null {
  if (station.closed.some(({ from, to }) => from <= date && date <= to)) return null;
  const weekday = weekdays[weekdayOf(date) - 1];
  const hours = weekday ? station.hours[weekday] : null;
  if (!hours) return null;
  const half = station.halfDays.find((day) => day.date === date);
  const close = half ? Math.min(half.close, hours.close) : hours.close;
  return { ...hours, close, short: close < hours.close };
}
