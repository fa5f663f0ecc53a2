import { addDays, type Instant, type LocalDate, MINUTE, toInstant, toWall } from './clock.ts';

/** When the desk is open: its zone, and its hours on a date after closed and half days (minutes past midnight). */
export type DeskHours = {
  readonly zone: string;
  hoursOn(date: LocalDate): { readonly open: number; readonly close: number } | null;
};

/** Longer than a station is shut in one piece, in days. */
const farthest = 400;

/** How many minutes the desk was open between two instants; 0 where the second is not later. Lunch counts: the desk is there. */
export function workingMinutes(desk: DeskHours, from: Instant, to: Instant): number {
  let open = 0;
  for (const { start, end } of stretches(desk, from)) {
    if (start >= to) break;
    open += Math.max(0, Math.min(end, to) - Math.max(start, from));
  }
  return open / MINUTE;
}

/** The instant by which the desk was open for that many minutes since `from`; null where it does not open that long. */
export function afterWorkingMinutes(desk: DeskHours, from: Instant, minutes: number): Instant | null {
  let left = minutes * MINUTE;
  for (const { start, end } of stretches(desk, from)) {
    const begin = Math.max(start, from);
    if (end - begin >= left) return begin + left;
    left -= Math.max(0, end - begin);
  }
  return null;
}

/** When the desk opens next on a later day than that of `now`; null where it never does. */
export function nextOpening(desk: DeskHours, now: Instant): Instant | null {
  const { date } = toWall(now, desk.zone);
  for (const { start, on } of stretches(desk, now)) if (on > date) return start;
  return null;
}

/** When the desk opened on the day of `at`; null where it is shut all that day. */
export function startOfWork({ zone, hoursOn }: DeskHours, at: Instant): Instant | null {
  const { date } = toWall(at, zone);
  const hours = hoursOn(date);
  return hours && instant(date, hours.open, zone);
}

/** When it closes on the day of `at`; null where it is shut all that day. */
export function endOfWork({ zone, hoursOn }: DeskHours, at: Instant): Instant | null {
  const { date } = toWall(at, zone);
  const hours = hoursOn(date);
  return hours && instant(date, hours.close, zone);
}

/** Whether people are at the desk at that instant. */
export function isOpen(desk: DeskHours, now: Instant): boolean {
  const { date, minute } = toWall(now, desk.zone);
  const hours = desk.hoursOn(date);
  return hours !== null && minute >= hours.open && minute < hours.close;
}

/** The stretches of open time that end after `from`, in order. */
function* stretches(
  { zone, hoursOn }: DeskHours,
  from: Instant,
): Generator<{ readonly on: LocalDate; readonly start: Instant; readonly end: Instant }> {
  const first = toWall(from, zone).date;
  for (let ahead = 0; ahead < farthest; ahead += 1) {
    const on = addDays(first, ahead);
    const hours = hoursOn(on);
    if (hours === null) continue;
    const [start, end] = [instant(on, hours.open, zone), instant(on, hours.close, zone)];
    if (end > from && end > start) yield { on, start, end };
  }
}

/** In the hour that is missing in spring the clock shows an hour later. */
function instant(date: LocalDate, minute: number, zone: string): Instant {
  const at = toInstant(date, minute, zone);
  if (at !== 'gap') return at;
  const later = toInstant(date, minute + 60, zone);
  return later === 'gap' ? 0 : later;
}
