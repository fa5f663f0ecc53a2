import * as z from 'zod';
import { addDays, type Instant, isDate, MINUTE, toInstant, toWall } from './clock.ts';
import { type DeskHours, isOpen } from './working-time.ts';

/**
 * When a customer wants to be called: at once, or in a part of a day of the station. Written as one word, so that a case
 * and a button can carry it: `now`, `2026-11-24 morning`.
 */
export type CallTime =
  | { readonly kind: 'now' }
  | { readonly kind: 'part'; readonly date: string; readonly part: Part };
const parts = ['morning', 'noon', 'evening'] as const;
export type Part = (typeof parts)[number];

/** Minutes past midnight within which each part of a day lies, as far as the desk is open. */
export const partHours = {
  morning: { from: 0, to: 12 * 60 },
  noon: { from: 12 * 60, to: 17 * 60 },
  evening: { from: 17 * 60, to: 24 * 60 },
} as const satisfies Record<Part, { from: number; to: number }>;

const part = z.enum(parts);

/** Null for a wish in a person's own words. */
export function callTimeOf(when: string): CallTime | null {
  if (when === 'now') return { kind: 'now' };
  const [date = '', name] = when.split(' ');
  const known = part.safeParse(name);
  return known.success && isDate(date) ? { kind: 'part', date, part: known.data } : null;
}

/** More than these no card offers. */
const most = 5;
/** Days looked ahead for an open desk: longer than any summer or winter closure. */
const mostAhead = 60;
/** A part of a day that ends sooner is not offered any more. */
const least = 45;

/** The times that a customer may choose from: now, while the desk is open, then parts of this day and the next ones. */
export function callTimes(desk: DeskHours, now: Instant): readonly string[] {
  const today = toWall(now, desk.zone).date;
  const found: string[] = isOpen(desk, now) ? ['now'] : [];
  for (let ahead = 0; ahead < mostAhead && found.length < most; ahead += 1) {
    const date = addDays(today, ahead);
    for (const name of parts) if (stillAhead(desk, date, name, now)) found.push(`${date} ${name}`);
  }
  return found.slice(0, most);
}

function stillAhead(desk: DeskHours, date: string, name: Part, now: Instant): boolean {
  const hours = desk.hoursOn(date);
  if (hours === null) return false;
  const from = Math.max(hours.open, partHours[name].from);
  const to = Math.min(hours.close, partHours[name].to);
  if (to - from < least) return false;
  const end = toInstant(date, to, desk.zone);
  return end !== 'gap' && end - now >= least * MINUTE;
}

/** From when on the call may come; null for "now" and for own words. */
export function callStart(desk: DeskHours, when: string): Instant | null {
  const time = callTimeOf(when);
  const hours = time?.kind === 'part' ? desk.hoursOn(time.date) : null;
  if (time?.kind !== 'part' || hours === null) return null;
  const start = toInstant(time.date, Math.max(hours.open, partHours[time.part].from), desk.zone);
  return start === 'gap' ? null : start;
}

/** By when the call is due: the end of its part, as far as the desk is open; null for "now" and for own words. */
export function callDue(desk: DeskHours, when: string): Instant | null {
  const time = callTimeOf(when);
  if (time?.kind !== 'part') return null;
  const hours = desk.hoursOn(time.date);
  if (hours === null) return null;
  const end = toInstant(time.date, Math.min(hours.close, partHours[time.part].to), desk.zone);
  return end === 'gap' ? null : end;
}
