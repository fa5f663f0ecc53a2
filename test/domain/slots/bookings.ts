import { addDays, type Instant, MINUTE, parseMinute, toInstant, toWall } from '#shared/domain/clock.ts';
import { type Day, emptyDay, type Job } from '#shared/domain/day.ts';
import { applyChanges, confirmJobs, datesOf, holdJobs, releaseHold } from '#shared/domain/slots/hold.ts';
import { dates, offers, planAt } from '#shared/domain/slots/search.ts';
import type { Mode, Slot, Wish } from '#shared/domain/slots/types.ts';
import { demoStation } from '#shared/station/demo.ts';
import { loadStation } from '#shared/station/load.ts';
import type { Station } from '#shared/station/schema.ts';

/** Aristotelous Auto. Tests begin on Monday 23 November 2026 at 10:00 unless they say otherwise. */
export const demo = loadStation(demoStation);
export const MONDAY = '2026-11-23';
export const TUESDAY = '2026-11-24';
export const WEDNESDAY = '2026-11-25';
export const SATURDAY = '2026-11-28';

/** An instant from what a person would say: a date and 'HH:MM'. */
export function at(date: string, time: string, station: Station = demo): Instant {
  const minute = parseMinute(time);
  const instant = minute === null ? 'gap' : toInstant(date, minute, station.zone);
  if (instant === 'gap') throw new Error(`No such time: ${date} ${time}`);
  return instant;
}

/** What a customer would read: '2026-11-24 09:00'. */
export function shown(instant: Instant, station: Station = demo): string {
  const { date, minute } = toWall(instant, station.zone);
  return `${date} ${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** A station's calendar in memory: as many days as anyone asks for. */
export class Book {
  readonly days = new Map<string, Day>();
  readonly station: Station;
  #next = 1;

  constructor(station: Station = demo) {
    this.station = station;
  }

  /** Only the named days, as the shell would read them. */
  read(names: readonly string[]): ReadonlyMap<string, Day> {
    return new Map(names.map((date) => [date, this.days.get(date) ?? emptyDay(date)]));
  }

  write(days: readonly Day[]): void {
    for (const day of days) this.days.set(day.date, { ...day, version: day.version + 1 });
  }

  add(date: string, ...jobs: readonly Job[]): void {
    const day = this.days.get(date) ?? emptyDay(date);
    this.write([{ ...day, jobs: [...day.jobs, ...jobs] }]);
  }

  offers(wish: Wish, now: Instant) {
    return offers(this.station, this.read(dates(this.station, wish, now)), wish, now);
  }

  /** The starts offered, as shown. */
  times(wish: Wish, now: Instant): readonly string[] {
    return this.offers(wish, now).slots.map((slot) => shown(slot.start, this.station));
  }

  /** A day before and a month after the start are read: more than any work needs. */
  plan(wish: Wish, start: Instant, now: Instant) {
    const { date } = toWall(start, this.station.zone);
    const around = Array.from({ length: 32 }, (_, day) => addDays(date, day - 1));
    return planAt(this.station, this.read(around), wish, start, now);
  }

  hold(slot: Slot, id: string, now: Instant): readonly Mode[] {
    const { modes, changes } = holdJobs(slot, id, now + this.station.rules.hold * MINUTE);
    const names = new Set([...this.days.keys(), ...datesOf(slot)]);
    const free = releaseHold([...this.read([...names]).values()], id);
    this.write(applyChanges(free, changes, now));
    return modes;
  }

  confirm(id: string, mode: Mode, now: Instant) {
    const touched = [...this.days.values()].filter((day) => day.jobs.some((job) => job.id === id));
    const confirmed = confirmJobs(touched, id, mode, now);
    if (confirmed.kind === 'booked') this.write(confirmed.days);
    return confirmed;
  }

  /** Books a start or fails the test; the id is made up. */
  book(wish: Wish, start: Instant, now: Instant, mode?: Mode): string {
    const slot = this.plan(wish, start, now);
    if ('kind' in slot) throw new Error(`Refused: ${slot.kind}`);
    const id = `a${this.#next}`;
    this.#next += 1;
    const [first] = this.hold(slot, id, now);
    const confirmed = this.confirm(id, mode ?? first ?? 'leave', now);
    if (confirmed.kind !== 'booked') throw new Error(`Not booked: ${confirmed.kind}`);
    return id;
  }

  jobsOf(id: string): readonly Job[] {
    return [...this.days.values()].flatMap((day) => day.jobs).filter((job) => job.id === id);
  }
}

/** A stretch the desk keeps free of visits. */
export function block(
  date: string,
  from: string,
  to: string,
  what: { bay?: string; technician?: string },
): Job {
  const start = at(date, from);
  const end = at(date, to);
  return {
    id: `b${from.replace(':', '')}`,
    bay: what.bay ?? '',
    technician: what.technician ?? '',
    service: '',
    kind: 'block',
    start,
    end,
    arrival: start,
    readyBy: end,
    holdUntil: null,
  };
}
