import { instantAt, type LocalDate } from '#shared/domain/clock.ts';
import { type Day, type Job, liveJobs, PARKING, withJobs } from '#shared/domain/day.ts';
import { deskHoursOn } from '#shared/station/hours.ts';
import type { Station } from '#shared/station/schema.ts';
import type { Span } from './read-time.ts';

/** What is taken out of the calendar: a bay that is being repaired, a person who is away, the whole station. */
export type Blocked =
  | { readonly of: 'bay'; readonly bay: string }
  | { readonly of: 'technician'; readonly technician: string }
  | { readonly of: 'station' };

/** One stretch of one date; `span: null` is the whole day. */
export type BlockOn = { readonly what: Blocked; readonly date: LocalDate; readonly span: Span | null };

/**
 * The jobs that keep it free under one id. The whole station is every bay and every technician: slot search then finds no
 * place, and what is booked stays where it is. Empty where the station is closed that day anyway.
 */
export function blockJobs(station: Station, { what, date, span }: BlockOn, id: string): readonly Job[] {
  const hours = deskHoursOn(station, date);
  if (!hours) return [];
  const from = Math.max(span?.from ?? hours.open, 0);
  const to = Math.min(span?.to ?? hours.close, 1440);
  const [start, end] = [instantAt(date, from, station.zone), instantAt(date, to, station.zone)];
  if (end <= start) return [];
  return takenBy(station, what).map(({ bay, technician }) => ({
    id,
    bay,
    technician,
    service: '',
    kind: 'block',
    start,
    end,
    arrival: start,
    readyBy: end,
    holdUntil: null,
  }));
}

function takenBy(
  { bays, technicians }: Station,
  what: Blocked,
): readonly { readonly bay: string; readonly technician: string }[] {
  switch (what.of) {
    case 'bay':
      return [{ bay: what.bay, technician: '' }];
    case 'technician':
      return [{ bay: '', technician: what.technician }];
    case 'station':
      return [
        ...bays.map(({ id }) => ({ bay: id, technician: '' })),
        ...technicians.map(({ id }) => ({ bay: '', technician: id })),
      ];
  }
}

/** The day with the block in it. */
export function withBlock(station: Station, day: Day, block: BlockOn, id: string): Day {
  return withJobs(day, blockJobs(station, block, id));
}

/** Ids of the visits whose work lies where the block is, in order of their arrival. They are not touched. */
export function affectedBy(day: Day, block: readonly Job[], now: number): readonly string[] {
  const touched = liveJobs(day, now).filter(
    (job) =>
      (job.kind !== 'block' || job.service !== '') &&
      job.bay !== PARKING &&
      block.some((one) => isSamePlace(one, job) && one.start < job.end && job.start < one.end),
  );
  return [...new Set(touched.sort((a, b) => a.arrival - b.arrival).map(({ id }) => id))];
}

function isSamePlace(block: Job, job: Job): boolean {
  return (
    (block.bay !== '' && block.bay === job.bay) ||
    (block.technician !== '' && block.technician === job.technician)
  );
}
