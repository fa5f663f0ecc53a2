import { type LocalDate, weekdayOf } from '#shared/domain/clock.ts';
import type { Station } from './schema.ts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** When people are at the desk on a date, after closures and half days; null when closed. Minutes past midnight. */
export function deskHoursOn(
  station: Pick<Station, 'hours' | 'closed' | 'halfDays'>,
  date: LocalDate,
): { readonly open: number; readonly close: number } | null {
  if (station.closed.some(({ from, to }) => from <= date && date <= to)) return null;
  const weekday = weekdays[weekdayOf(date) - 1];
  const hours = weekday ? station.hours[weekday] : null;
  if (!hours) return null;
  const half = station.halfDays.find((day) => day.date === date);
  return { open: hours.open, close: half ? Math.min(half.close, hours.close) : hours.close };
}
