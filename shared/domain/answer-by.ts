import { addDays, type Instant, type LocalDate, MINUTE, toInstant, toWall } from './clock.ts';

type Hours = { readonly open: number; readonly close: number };
type DeskHours = {
  readonly zone: string;
  /** Desk hours of a date, after closed and half days; null when closed. Minutes past midnight. */
  hoursOn(date: LocalDate): Hours | null;
};

/** Within how many minutes of open time a person answers, and the least of it that still makes a promise. */
const promised = 30;
const least = 10;

/**
 * By when a person answers: half an hour from now while the desk is open (never after closing, and never within its last
 * minutes), else half an hour after it opens next; rounded up to five minutes. `open` says whether the desk is open now.
 */
export function answerBy(desk: DeskHours, now: Instant): { readonly by: Instant; readonly open: boolean } {
  const today = toWall(now, desk.zone);
  const hours = desk.hoursOn(today.date);
  const open = hours !== null && today.minute >= hours.open && today.minute < hours.close;
  if (open && today.minute <= hours.close - least) {
    const by = Math.min(roundUp(today.minute + promised), hours.close);
    return { by: at(today.date, by, desk.zone, now), open: true };
  }
  let date = hours && today.minute < hours.open ? today.date : addDays(today.date, 1);
  for (let ahead = 0; ahead < 60; ahead += 1) {
    const next = desk.hoursOn(date);
    if (next) return { by: at(date, next.open + promised, desk.zone, now), open };
    date = addDays(date, 1);
  }
  return { by: now + 24 * 60 * MINUTE, open: false };
}

function roundUp(minute: number): number {
  return Math.ceil(minute / 5) * 5;
}

function at(date: LocalDate, minute: number, zone: string, fallback: Instant): Instant {
  const instant = toInstant(date, minute, zone);
  return instant === 'gap' ? fallback + promised * MINUTE : instant;
}
