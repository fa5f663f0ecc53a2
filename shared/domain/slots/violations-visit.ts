import { MINUTE } from '../clock.ts';
import { type Day, type Job, PARKING, variantOf } from '../day.ts';
import type { SlotService, SlotStation } from './types.ts';
import type { Violation } from './violations.ts';

/** What is wrong with a visit as a whole, over all its jobs and days. */
export function visitViolations(station: SlotStation, days: readonly Day[]): readonly Violation[] {
  const visits = new Map<string, { readonly dates: Set<string>; readonly jobs: Job[] }>();
  for (const day of days) {
    for (const job of day.jobs) {
      if (job.kind === 'block') continue;
      const key = `${job.id} ${variantOf(job)}`;
      const visit = visits.get(key) ?? { dates: new Set<string>(), jobs: [] };
      visit.jobs.push(job);
      if (job.bay !== PARKING) visit.dates.add(day.date);
      visits.set(key, visit);
    }
  }
  const found: Violation[] = [];
  for (const { dates, jobs } of visits.values()) {
    const [date = ''] = dates;
    const ids = [jobs[0]?.id ?? ''];
    for (const rule of rulesBroken(station, dates.size, jobs)) found.push({ rule, date, ids });
  }
  return found;
}

function* rulesBroken(station: SlotStation, dates: number, all: readonly Job[]): Generator<string> {
  const jobs = all.filter((job) => job.bay !== PARKING).sort((a, b) => a.start - b.start);
  const services = new Set(jobs.map((job) => job.service));
  let expectedDays = 1;
  for (const id of services) {
    const service = station.services.find((candidate) => candidate.id === id);
    if (service === undefined) {
      yield 'unknown service';
      continue;
    }
    expectedDays = Math.max(expectedDays, service.days);
    yield* serviceRules(
      station,
      service,
      jobs.filter((job) => job.service === id),
    );
  }
  if (dates !== expectedDays) yield 'wrong number of days';
  if (expectedDays > 1) {
    if (new Set(jobs.map((job) => job.bay)).size > 1) yield 'bay changed between the days';
    if (all.filter((job) => job.bay === PARKING).length < expectedDays - 1) yield 'no place for the night';
  }
  yield* orderRules(station, jobs);
}

function* serviceRules(station: SlotStation, service: SlotService, jobs: readonly Job[]): Generator<string> {
  for (const job of jobs) {
    const bay = station.bays.find((candidate) => candidate.id === job.bay);
    if (!service.legs.some((leg) => bay?.kinds.includes(leg.bay) === true)) yield 'wrong kind of bay';
    const technician = station.technicians.find((candidate) => candidate.id === job.technician);
    if (technician?.skills.includes(service.skill) !== true) yield 'technician without the skill';
    if (job.kind === 'wait' && service.mode === 'leave') yield 'waiting for work that is left';
  }
  const planned = jobs.reduce((sum, job) => sum + (job.end - job.start) / MINUTE, 0);
  const needed = service.legs.reduce((sum, leg) => sum + leg.minutes, 0);
  if (service.days === 1 ? planned !== needed : planned < needed) yield 'wrong length';
  const kinds = service.legs.map((leg) => leg.bay);
  const served = kinds.every((kind) =>
    jobs.some((job) => station.bays.some((bay) => bay.id === job.bay && bay.kinds.includes(kind))),
  );
  if (!served) yield 'leg missing';
}

function* orderRules(station: SlotStation, jobs: readonly Job[]): Generator<string> {
  const { rules } = station;
  const [first] = jobs;
  const last = jobs[jobs.length - 1];
  if (first === undefined || last === undefined) return;
  for (const [index, job] of jobs.entries()) {
    const before = jobs[index - 1];
    if (before === undefined) continue;
    const gap = before.bay === job.bay ? 0 : rules.buffer * MINUTE;
    if (job.start < before.end + gap) yield 'car in two places';
  }
  if (last.end > first.readyBy) yield 'promise too early';
  if (first.kind === 'leave') {
    if (first.start < first.arrival + rules.reception * MINUTE) yield 'work before reception';
    return;
  }
  if (first.start !== first.arrival) yield 'waiting before work';
  const worked = jobs.reduce((sum, job) => sum + (job.end - job.start) / MINUTE, 0);
  if (worked > rules.waitUpTo) yield 'waiting too long';
}
