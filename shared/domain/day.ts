import { type Instant, type LocalDate, MINUTE } from './clock.ts';

/** `wait`: the customer stays; `leave`: the car is dropped off; `block`: the desk keeps a bay or a person free. */
export type JobKind = 'wait' | 'leave' | 'block';

/**
 * One stretch of work on one bay by one technician, within one station day. A visit may be several jobs under one id:
 * legs on two bays, pieces before and after the break, the days of a long repair, a night on a parking place.
 * Jobs of one id that differ in `kind`, or in being held or booked, are alternatives: only one of them comes true
 * (a hold keeps "wait" and "leave" open; a visit being moved keeps its old time until the new one is sure).
 */
export type Job = {
  /** Appointment or block, at most 8 of [A-Za-z0-9_-]. A hold carries the id of the appointment it will become. */
  readonly id: string;
  /** At most 3 characters; '' when no bay is taken (a technician who is away); PARKING for a night. */
  readonly bay: string;
  /** At most 3 characters; '' when nobody is needed (a bay being repaired, a parked car). */
  readonly technician: string;
  /** At most 6 characters; '' for a block without work. A block with a service is work of the desk (a walk-in). */
  readonly service: string;
  readonly kind: JobKind;
  /** Work is planned from `start` to `end`; whole minutes, as are all instants here. */
  readonly start: Instant;
  readonly end: Instant;
  /** When the customer was asked to come. */
  readonly arrival: Instant;
  /** What was promised: the work of a drop-off may be re-placed until this time, never beyond it. */
  readonly readyBy: Instant;
  /** null once booked. At this instant the hold is over, whether or not anything has deleted it. */
  readonly holdUntil: Instant | null;
};

/** Everything booked, held or blocked on one station day. `version` is the condition of the next write; 0 = never written. */
export type Day = { readonly date: LocalDate; readonly version: number; readonly jobs: readonly Job[] };

/** The same as stored: one short text a job. */
export type EncodedDay = {
  readonly date: LocalDate;
  readonly version: number;
  readonly jobs: readonly string[];
};

/** The pseudo-bay of a car that stays overnight. */
export const PARKING = 'P';

/** The longest encoded job in bytes, with every field at its limit. */
export const JOB_BYTES = 40;

/** A day on which nothing was ever written. */
export function emptyDay(date: LocalDate): Day {
  return { date, version: 0, jobs: [] };
}

/** The jobs that count at `now`: expired holds are left out by comparing times, not by waiting for a deletion. */
export function liveJobs(day: Day, now: Instant): readonly Job[] {
  const isLive = (job: Job) => job.holdUntil === null || job.holdUntil > now;
  return day.jobs.every(isLive) ? day.jobs : day.jobs.filter(isLive);
}

/** The day with these jobs added. The version stays: it is the condition under which the store writes. */
export function withJobs(day: Day, jobs: readonly Job[]): Day {
  return { ...day, jobs: [...day.jobs, ...jobs] };
}

/** The day without any job of this appointment, hold or block. */
export function withoutJob(day: Day, id: string): Day {
  return { ...day, jobs: day.jobs.filter((job) => job.id !== id) };
}

/** Jobs of one id that differ in this are alternatives; only one of them comes true. */
export function variantOf(job: Job): string {
  return `${job.kind} ${job.holdUntil === null ? 'booked' : 'held'}`;
}

/** The stored form of a day: at most `JOB_BYTES` a job. Throws RangeError when a job breaks a limit of `Job`. */
export function encodeDay(day: Day): EncodedDay {
  return { ...day, jobs: day.jobs.map((job) => encodeJob(job, day.date)) };
}

/** The day of a stored form. Throws RangeError when a text was not written by `encodeDay`. */
export function decodeDay(day: EncodedDay): Day {
  return { ...day, jobs: day.jobs.map((text) => decodeJob(text, day.date)) };
}

const SIGNS = { wait: '+', leave: '~', block: '#' } as const satisfies Record<JobKind, string>;
const KINDS: Readonly<Record<string, JobKind>> = { '+': 'wait', '~': 'leave', '#': 'block' };
const JOB =
  /^([\w-]{1,8})\.([\w-]{0,3})\.([\w-]{0,3})\.([\w-]{0,6})([+~#])([0-9a-z]{3})([0-9a-z]{3})([0-9a-z]{3})([0-9a-z]{3})([0-9a-z]{4})?$/;

/**
 * `id.bay.technician.service`, a sign for the kind, then base-36 minutes: start since the earliest midnight that `date`
 * has anywhere on Earth (so no zone is needed to read it), length, start since arrival, end until promise, and for a
 * hold how long before the end of the date's last midnight it ends.
 */
export function encodeJob(job: Job, date: LocalDate): string {
  const base = earliestMidnight(date);
  const text = [
    `${job.id}.${job.bay}.${job.technician}.${job.service}${SIGNS[job.kind]}`,
    digits((job.start - base) / MINUTE, 3),
    digits((job.end - job.start) / MINUTE, 3),
    digits((job.start - job.arrival) / MINUTE, 3),
    digits((job.readyBy - job.end) / MINUTE, 3),
    job.holdUntil === null ? '' : digits((base + HOLD_SPAN - job.holdUntil) / MINUTE, 4),
  ].join('');
  if (!JOB.test(text))
    throw new RangeError('A job has an id, bay, technician or service that is too long to store');
  return text;
}

/** The job of a text written by `encodeJob` for the same date. Throws RangeError for any other text. */
export function decodeJob(text: string, date: LocalDate): Job {
  const match = JOB.exec(text);
  const kind = KINDS[match?.[5] ?? ''];
  if (match === null || kind === undefined) throw new RangeError('A stored job cannot be read');
  const [, id = '', bay = '', technician = '', service = ''] = match;
  const base = earliestMidnight(date);
  const start = base + minutes(match[6]);
  const end = start + minutes(match[7]);
  return {
    id,
    bay,
    technician,
    service,
    kind,
    start,
    end,
    arrival: start - minutes(match[8]),
    readyBy: end + minutes(match[9]),
    holdUntil: match[10] === undefined ? null : base + HOLD_SPAN - minutes(match[10]),
  };
}

/** Local midnight lies between 14 hours before and 12 hours after the UTC one; see the IANA zone database. */
const EARLIEST = 14 * 60 * MINUTE;
const HOLD_SPAN = 4 * 1440 * MINUTE;

function earliestMidnight(date: LocalDate): Instant {
  return Date.parse(`${date}T00:00:00Z`) - EARLIEST;
}

function digits(value: number, width: number): string {
  const text = value.toString(36);
  if (!Number.isInteger(value) || value < 0 || text.length > width) {
    throw new RangeError('A job has a time that is not a whole minute, or lies too far from its day');
  }
  return text.padStart(width, '0');
}

function minutes(text: string | undefined): number {
  return Number.parseInt(text ?? '0', 36) * MINUTE;
}
