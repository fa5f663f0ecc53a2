import { addDays, daysBetween, instantAt, type LocalDate, toWall } from '#shared/domain/clock.ts';
import { type Day, liveJobs } from '#shared/domain/day.ts';
import type { Facts } from '#shared/domain/facts.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { datesOf } from '#shared/domain/spoken-day.ts';
import type { SpokenDay } from '#shared/domain/understood.ts';
import { dayOn } from '#shared/station/hours.ts';
import type { Station } from '#shared/station/schema.ts';
import type { Turn } from '../flow.ts';

/** When the station is open: now, or on the days that were named. What advisors closed (`/closed`) is closed here, too. */

type Around = Pick<Turn, 'station' | 'now'>;

/** More days than these are answered with the usual hours and what changes of them. */
const mostDays = 2;

/** How far a day is looked for on which the station opens again, and how many such days are read. */
const farthest = 60;
const opened = 3;

/** The dates that were asked for; none: in general, or more of them than an answer holds. */
function datesAsked(days: readonly SpokenDay[], { station, now }: Around): readonly LocalDate[] {
  const dates = datesOf(days, toWall(now, station.zone).date);
  return dates.length > mostDays ? [] : dates;
}

/** The days that are read for it: those asked for, today, and the next ones on which it usually opens. */
export function datesRead(days: readonly SpokenDay[], around: Around): readonly LocalDate[] {
  const today = toWall(around.now, around.station.zone).date;
  const dates = [today, ...datesAsked(days, around)];
  return [...new Set(dates.flatMap((date) => [date, ...nextOpen(date, around.station)]))].sort();
}

export function hoursText(
  days: readonly SpokenDay[],
  services: readonly string[],
  facts: Facts,
  turn: Around,
): readonly Phrase[] {
  const today = toWall(turn.now, turn.station.zone).date;
  const dates = datesAsked(days, turn);
  if (dates.length === 0) return [nowOpen(facts, turn), phrase('hours')];
  return dates.flatMap((date) => {
    const on = onDate(date, services, facts, turn);
    return date === today && on.args.hours !== null ? [nowOpen(facts, turn), on] : [on];
  });
}

/** Whether it is open on each day that was asked for; false where none was. */
export function isOpenOn(days: readonly SpokenDay[], facts: Facts, turn: Around): boolean {
  const dates = datesAsked(days, turn);
  return dates.length > 0 && dates.every((date) => openOn(date, facts, turn) !== null);
}

function nowOpen(facts: Facts, turn: Around): Phrase {
  const { station, now } = turn;
  const today = toWall(now, station.zone).date;
  const open = openOn(today, facts, turn);
  if (open === null || now >= open.to)
    return phrase('questionHoursNow', { open: false, at: opensAfter(today, facts, turn), pause: null });
  if (now < open.from) return phrase('questionHoursNow', { open: false, at: open.from, pause: null });
  const pause = open.pause && open.pause.from <= now && now < open.pause.to ? open.pause.to : null;
  return phrase('questionHoursNow', { open: true, at: open.to, pause });
}

function onDate(
  date: LocalDate,
  services: readonly string[],
  facts: Facts,
  turn: Around,
): Phrase<'questionHoursOn'> {
  const { station, now } = turn;
  const open = openOn(date, facts, turn);
  const today = toWall(now, station.zone).date;
  return phrase('questionHoursOn', {
    date,
    hours: open && { from: open.from, to: open.to },
    short: open?.short ?? false,
    only: open?.only ?? null,
    pause: open?.pause ?? null,
    again: open ? null : opensAfter(date, facts, turn),
    far: daysBetween(today, date) > station.rules.horizonDays,
    bringBy: open && bringBy(date, services, station),
  });
}

type Open = {
  readonly from: number;
  readonly to: number;
  readonly short: boolean;
  readonly only: string[] | null;
  readonly pause: { readonly from: number; readonly to: number } | null;
};

function openOn(date: LocalDate, facts: Facts, { station, now }: Around): Open | null {
  const usual = dayOn(station, date);
  if (usual === null) return null;
  const at = (minute: number) => instantAt(date, minute, station.zone);
  const hours = { from: at(usual.open), to: at(usual.close) };
  const shut = shutOn(facts.days.get(date), station, now);
  const from = shut && shut.start <= hours.from ? Math.min(shut.end, hours.to) : hours.from;
  const to = shut && shut.end >= hours.to ? Math.max(shut.start, from) : hours.to;
  if (to <= from) return null;
  const pause = usual.break && { from: at(usual.break.from), to: at(usual.break.to) };
  return {
    from,
    to,
    short: usual.short || from > hours.from || to < hours.to,
    only: usual.only,
    pause: pause && pause.to < to && pause.from > from ? pause : null,
  };
}

/** The stretch for which advisors closed the whole station: every bay and everybody is taken under one id. */
function shutOn(day: Day | undefined, { bays, technicians }: Station, now: number) {
  const blocks = day
    ? liveJobs(day, now).filter(({ kind, service }) => kind === 'block' && service === '')
    : [];
  const whole = [...new Set(blocks.map(({ id }) => id))]
    .map((id) => blocks.filter((job) => job.id === id))
    .find(
      (jobs) =>
        bays.every((bay) => jobs.some((job) => job.bay === bay.id)) &&
        technicians.every((person) => jobs.some((job) => job.technician === person.id)),
    );
  return whole?.[0] ?? null;
}

function opensAfter(date: LocalDate, facts: Facts, turn: Around): number | null {
  for (const next of nextOpen(date, turn.station)) {
    const open = openOn(next, facts, turn);
    if (open) return open.from;
  }
  return null;
}

/** The next dates on which the station opens by its data. */
function nextOpen(date: LocalDate, station: Station): readonly LocalDate[] {
  const dates = Array.from({ length: farthest }, (_, ahead) => addDays(date, ahead + 1));
  return dates.filter((one) => dayOn(station, one) !== null).slice(0, opened);
}

/** Work that needs the whole day begins in the morning. */
function bringBy(date: LocalDate, ids: readonly string[], station: Station) {
  const early = station.services.filter(({ id, dropOffBy }) => ids.includes(id) && dropOffBy !== null);
  const first = Math.min(...early.flatMap(({ dropOffBy }) => (dropOffBy === null ? [] : [dropOffBy])));
  if (early.length === 0) return null;
  return { services: early.map(({ id }) => id), at: instantAt(date, first, station.zone) };
}
