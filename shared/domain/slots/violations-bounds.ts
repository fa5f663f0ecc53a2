import { dayBounds, type Instant, type LocalDate, MINUTE, toInstant, weekdayOf } from '../clock.ts';
import type { Job } from '../day.ts';
import type { SlotStation } from './types.ts';

type Interval = { readonly start: Instant; readonly end: Instant };

/** The hours of one date as instants, worked out for the checker alone and not with the search's calendar. */
export type Bounds = {
  readonly midnight: Instant;
  readonly open: Instant;
  readonly close: Instant;
  readonly break: Interval | null;
  readonly noon: Instant;
  readonly only: readonly string[] | null;
  readonly shifts: ReadonlyMap<string, Interval>;
  /** Minutes that can be worked that day: shifts without the break and without the time people are away. */
  readonly shiftMinutes: (jobs: readonly Job[]) => number;
};

/** null when the station is closed on that date. */
export function boundsOf(station: SlotStation, date: LocalDate): Bounds | null {
  const weekday = (['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const)[weekdayOf(date) - 1];
  const hours = weekday === undefined ? null : station.hours[weekday];
  if (weekday === undefined || hours === null) return null;
  if (station.closed.some((closure) => date >= closure.from && date <= closure.to)) return null;
  const closeMinute = Math.min(
    hours.close,
    ...station.halfDays.filter((half) => half.date === date).map((half) => half.close),
  );
  const at = (minute: number) => clockOf(date, minute, station.zone);
  const open = at(hours.open);
  const close = at(closeMinute);
  const pause =
    hours.break === null || hours.break.from >= closeMinute
      ? null
      : { start: at(hours.break.from), end: at(hours.break.to) };
  const shifts = new Map<string, Interval>();
  for (const technician of station.technicians) {
    const shift = technician.shifts[weekday];
    if (shift !== null) shifts.set(technician.id, { start: at(shift.from), end: at(shift.to) });
  }
  return {
    midnight: dayBounds(date, station.zone).start,
    open,
    close,
    break: pause,
    noon: pause?.start ?? at((hours.open + closeMinute) / 2),
    only: hours.only,
    shifts,
    shiftMinutes: (jobs) => {
      const away = jobs.filter((job) => job.kind === 'block' && job.service === '' && job.technician !== '');
      let sum = 0;
      for (const [id, shift] of shifts) {
        const on = { start: Math.max(open, shift.start), end: Math.min(close, shift.end) };
        const own = away.filter((job) => job.technician === id);
        const off = [...own, ...(pause === null ? [] : [pause])].sort((a, b) => a.start - b.start);
        let at = on.start;
        for (const { start, end } of off) {
          sum += Math.max(0, Math.min(start, on.end) - at) / MINUTE;
          at = Math.max(at, end);
        }
        sum += Math.max(0, on.end - at) / MINUTE;
      }
      return sum;
    },
  };
}

/** True if two intervals overlap, or come closer than `margin` milliseconds. */
export function overlap(one: Interval, other: Interval, margin: number): boolean {
  return one.start < other.end + margin && other.start < one.end + margin;
}

function clockOf(date: LocalDate, minute: number, zone: string): Instant {
  const instant = toInstant(date, minute, zone);
  return instant === 'gap' ? clockOf(date, minute + 1, zone) : instant;
}
