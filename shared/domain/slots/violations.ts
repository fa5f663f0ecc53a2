import { type Instant, type LocalDate, MINUTE, toWall } from '../clock.ts';
import { type Day, type Job, liveJobs, PARKING, variantOf } from '../day.ts';
import type { SlotStation } from './types.ts';
import { type Bounds, boundsOf, overlap } from './violations-bounds.ts';
import { visitViolations } from './violations-visit.ts';

/** A rule that the written days break, with the appointments concerned. */
export type Violation = { readonly rule: string; readonly date: LocalDate; readonly ids: readonly string[] };

/**
 * Every rule that the days as written break at `now`. It knows nothing of the search: it starts from the jobs and the
 * station's data alone. Tests hold the search against it; the desk is warned by it when hours changed after a booking.
 */
export function violations(station: SlotStation, days: readonly Day[], now: Instant): readonly Violation[] {
  const live = days.map((day) => ({ ...day, jobs: liveJobs(day, now) }));
  return [...live.flatMap((day) => [...dayViolations(station, day)]), ...visitViolations(station, live)];
}

function* dayViolations(station: SlotStation, day: Day): Generator<Violation> {
  const { date } = day;
  const bounds = boundsOf(station, date);
  yield* overlaps(station, day);
  const parked = new Set(day.jobs.filter((job) => job.bay === PARKING).map((job) => job.id));
  if (parked.size > station.parking) yield { rule: 'parking', date, ids: [...parked] };
  for (const job of day.jobs) {
    if (toWall(job.start, station.zone).date !== date)
      yield { rule: 'stored under another date', date, ids: [job.id] };
    if (job.kind === 'block' || job.bay === PARKING) continue;
    if (bounds === null) yield { rule: 'closed day', date, ids: [job.id] };
    else yield* hourViolations(station, bounds, job, date);
  }
  if (bounds !== null) yield* limitViolations(station, bounds, day);
}

/** Two jobs of different visits, or of the same way of doing one visit, on one bay or by one technician at a time. */
function* overlaps(station: SlotStation, { jobs, date }: Day): Generator<Violation> {
  for (const [index, one] of jobs.entries()) {
    for (const other of jobs.slice(index + 1)) {
      const ids = [one.id, other.id];
      if (one.id === other.id && variantOf(one) !== variantOf(other)) continue;
      const margin =
        one.id === other.id || isBlock(one) || isBlock(other) ? 0 : station.rules.buffer * MINUTE;
      if (one.technician !== '' && one.technician === other.technician && overlap(one, other, 0)) {
        yield { rule: 'technician taken twice', date, ids };
      }
      if (one.bay !== '' && one.bay !== PARKING && one.bay === other.bay && overlap(one, other, margin)) {
        yield { rule: 'bay taken twice', date, ids };
      }
    }
  }
}

function* hourViolations(
  station: SlotStation,
  bounds: Bounds,
  job: Job,
  date: LocalDate,
): Generator<Violation> {
  const ids = [job.id];
  if (job.start < bounds.open || job.end > bounds.close) yield { rule: 'outside the hours', date, ids };
  const pause = bounds.break;
  if (pause !== null && job.start < pause.end && job.end > pause.start)
    yield { rule: 'in the break', date, ids };
  const shift = bounds.shifts.get(job.technician);
  if (shift === undefined || job.start < shift.start || job.end > shift.end)
    yield { rule: 'off shift', date, ids };
  if (bounds.only !== null && !bounds.only.includes(job.service))
    yield { rule: 'not on this weekday', date, ids };
  if (job.arrival >= bounds.midnight && (job.arrival < bounds.open || job.arrival >= bounds.close)) {
    yield { rule: 'arrival while closed', date, ids };
  }
  const service = station.services.find((candidate) => candidate.id === job.service);
  const arrived = toWall(job.arrival, station.zone).minute;
  if (service !== undefined && service.dropOffBy !== null && arrived > service.dropOffBy) {
    yield { rule: 'arrival too late for this work', date, ids };
  }
}

function* limitViolations(station: SlotStation, bounds: Bounds, { jobs, date }: Day): Generator<Violation> {
  const { rules } = station;
  const visits = jobs.filter((job) => job.kind !== 'block');
  const arrivals = visits.filter((job) => job.arrival >= bounds.midnight);
  for (const { arrival } of arrivals) {
    const together = arrivals.filter((job) => job.arrival >= arrival && job.arrival < arrival + 30 * MINUTE);
    const ids = distinctIds(together);
    if (ids.length > rules.arrivalsPerHalfHour) yield { rule: 'arrivals', date, ids };
  }
  const waiting = visits.filter((job) => job.kind === 'wait');
  for (const { arrival } of waiting) {
    const ids = distinctIds(waiting.filter((job) => job.arrival <= arrival && arrival < job.readyBy));
    if (ids.length > rules.waitingAtOnce) yield { rule: 'waiting at once', date, ids };
  }
  const diagnostic = station.services.filter((service) => service.diagnostic).map((service) => service.id);
  const diagnoses = jobs.filter((job) => diagnostic.includes(job.service));
  for (const half of [
    diagnoses.filter((job) => job.start < bounds.noon),
    diagnoses.filter((job) => job.start >= bounds.noon),
  ]) {
    const ids = distinctIds(half);
    if (ids.length > rules.diagnosticsPerHalfDay) yield { rule: 'diagnostics', date, ids };
  }
  const work = visits.filter((job) => job.bay !== PARKING);
  const begun = work.filter((job) => job.arrival < bounds.midnight);
  const sold = work.filter((job) => job.arrival >= bounds.midnight);
  const shifts = bounds.shiftMinutes(jobs) * rules.sellableShare;
  // A visit being moved may be in both, and only one comes true: it is counted on either side alone.
  for (const [older, newer] of [
    [without(begun, sold), sold],
    [begun, without(sold, begun)],
  ] as const) {
    const minutes = longest(newer);
    if (minutes > 0 && minutes > (shifts - longest(older)) * rules.onlineShare + 0.001) {
      yield { rule: 'sold too much', date, ids: distinctIds(work) };
    }
  }
}

/** Minutes of work, counting of the ways held for one visit only the longest. */
function longest(jobs: readonly Job[]): number {
  let sum = 0;
  for (const id of distinctIds(jobs)) {
    const own = jobs.filter((job) => job.id === id);
    const lengths = [...new Set(own.map(variantOf))].map((variant) =>
      own.filter((job) => variantOf(job) === variant).reduce((total, job) => total + job.end - job.start, 0),
    );
    sum += Math.max(...lengths);
  }
  return sum / MINUTE;
}

function without(jobs: readonly Job[], others: readonly Job[]): readonly Job[] {
  return jobs.filter((job) => !others.some((other) => other.id === job.id));
}

function distinctIds(jobs: readonly Job[]): readonly string[] {
  return [...new Set(jobs.map((job) => job.id))];
}

function isBlock(job: Job): boolean {
  return job.kind === 'block' && job.service === '';
}
