import { type LocalDate, MINUTE } from '#shared/domain/clock.ts';
import type { Job } from '#shared/domain/day.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { workday } from '#shared/domain/slots/calendar.ts';
import type { Station } from '#shared/station/schema.ts';

/** Shorter gaps are nobody's work. Minutes. */
const leastGap = 30;

/** For everybody who is there that day: when they have nothing yet, breaks left out. */
export function freeLines(station: Station, date: LocalDate, jobs: readonly Job[]): readonly Phrase[] {
  const day = workday(station, date);
  if (!day) return [];
  const at = (minute: number) => day.midnight + minute * MINUTE;
  return [...day.shifts].map(([technician, shift]) => {
    const own = jobs.filter((job) => job.technician === technician);
    const spans = day.stretches
      .map((stretch) => ({ from: Math.max(stretch.from, shift.from), to: Math.min(stretch.to, shift.to) }))
      .flatMap(({ from, to }) => gaps(at(from), at(to), own));
    return phrase('diaryFree', { technician, spans });
  });
}

type Span = { readonly from: number; readonly to: number };

function gaps(from: number, to: number, jobs: readonly Job[]): Span[] {
  const found: Span[] = [];
  let free = from;
  for (const { start, end } of [...jobs].sort((a, b) => a.start - b.start)) {
    if (Math.min(start, to) - free >= leastGap * MINUTE) found.push({ from: free, to: Math.min(start, to) });
    free = Math.max(free, end);
  }
  return to - free >= leastGap * MINUTE ? [...found, { from: free, to }] : found;
}
