import { addDays, dayBounds, type LocalDate, MINUTE, toInstant, toWall } from '#shared/domain/clock.ts';
import type { Customer } from '#shared/domain/customer.ts';
import { type Day, type Job, liveJobs, PARKING } from '#shared/domain/day.ts';
import type { Facts } from '#shared/domain/facts.ts';
import { card, type Option, type Say } from '#shared/domain/outbound.ts';
import { type Phrase, type PhraseArgs, phrase } from '#shared/domain/phrase.ts';
import { workday } from '#shared/domain/slots/calendar.ts';
import { deskHoursOn } from '#shared/station/hours.ts';
import type { DeskTurn } from '../turn.ts';
import type { Blocked } from './blocks.ts';
import { freeLines } from './free.ts';
import { pairs } from './pairs.ts';
import { diaryButton } from './plan.ts';
import type { BlockWish } from './read-block.ts';

/** The day as the paper diary showed it: who comes when, to which bay, to whom, and what is blocked. */
export function dayView(
  date: LocalDate,
  facts: Facts,
  { station, now }: Pick<DeskTurn, 'station' | 'now'>,
  half: Half | null = null,
): Say {
  const day = facts.days.get(date) ?? { date, version: 0, jobs: [] };
  const jobs = liveJobs(day, now);
  const hours = deskHoursOn(station, date);
  const visits = visitsOf(jobs);
  const head = phrase('diaryDay', {
    date,
    closed: hours === null,
    visits: visits.length,
    full: fullness(day, jobs, station),
  });
  const lines = [
    ...visits.map((visit) => ({
      at: visit[0].start,
      line: visitLine(visit, facts.visits, hoursOf(date, hours, station)),
    })),
    ...blocksOf(jobs).map((block) => ({ at: block[0].start, line: blockedLine(block, station) })),
  ].sort((a, b) => a.at - b.at);
  const part = lines.length > mostLines ? (half ?? 'morning') : null;
  const noon = noonOf(date, station);
  const isShown = (at: number) => part === null || at < noon === (part === 'morning');
  const those = lines.filter(({ at }) => isShown(at)).map(({ line }) => line);
  const doors = visits.filter(([{ start }]) => isShown(start)).flatMap((visit) => door(visit, facts.visits));
  const text = [
    head,
    ...(part === null ? [] : [phrase('diaryHalf', { half: part })]),
    ...(those.length > 0 ? those : [phrase('diaryEmpty')]),
    ...(hours === null ? [] : freeLines(station, date, jobs)),
  ];
  const blocks = blocksOf(jobs).filter(([{ start }]) => isShown(start));
  return card('aside', text, [
    ...pairs(doors).slice(0, mostDoors / 2),
    ...pairs(blocks.slice(0, mostBlocks).map((block) => unblock(block, date, station))),
    ...(part === null ? [] : [[otherHalf(date, part)]]),
    turnPage(date),
  ]);
}

export type Half = 'morning' | 'afternoon';

/** A message holds 4,096 units: https://core.telegram.org/bots/api#sendmessage. With more lines than these a day is shown by halves. */
const mostLines = 18;

function noonOf(date: LocalDate, station: DeskTurn['station']): number {
  const day = workday(station, date);
  return day ? day.midnight + day.noon * MINUTE : dayBounds(date, station.zone).start + 12 * 60 * MINUTE;
}

function otherHalf(date: LocalDate, shown: Half): Option {
  const half: Half = shown === 'morning' ? 'afternoon' : 'morning';
  return {
    kind: 'act',
    label: phrase('diaryLabelHalf', { half }),
    action: { flow: 'desk.calendar', data: { do: 'day', date, half } },
  };
}

/** Jobs of one visit or one block, never empty, in the order of the day. */
type Group = readonly [Job, ...Job[]];

function grouped(jobs: readonly Job[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const job of [...jobs].sort((a, b) => a.start - b.start)) {
    const group = groups.get(job.id);
    groups.set(job.id, group ? [...group, job] : [job]);
  }
  return [...groups.values()];
}

function visitsOf(jobs: readonly Job[]): readonly Group[] {
  return grouped(jobs.filter((job) => job.bay !== PARKING && (job.kind !== 'block' || job.service !== '')));
}

function blocksOf(jobs: readonly Job[]): readonly Group[] {
  return grouped(jobs.filter((job) => job.kind === 'block' && job.service === ''));
}

/** Buttons that one message may have, with room for the pages: https://core.telegram.org/bots/api#inlinekeyboardmarkup */
const mostDoors = 80;

const mostBlocks = 8;

/** Takes a block out of this day. */
function unblock(group: Group, date: LocalDate, { zone }: DeskTurn['station']): Option {
  const [{ id, bay, technician, start, end }] = group;
  const what: Blocked =
    group.length > 1 ? { of: 'station' } : bay === '' ? { of: 'technician', technician } : { of: 'bay', bay };
  const span = { from: toWall(start, zone).minute, to: toWall(end, zone).minute || 1440 };
  const wish: BlockWish = { what, from: date, to: date, span, reason: '' };
  return {
    kind: 'act',
    label: phrase('diaryLabelUnblock', { id: group.length > 1 ? '' : bay || technician }),
    action: { flow: 'desk.calendar', data: { do: 'unblock', id, wish } },
  };
}

/** Opens a visit; a time that somebody is just choosing is nobody's visit yet. */
function door([first]: Group, owners: Owners): readonly Option[] {
  const owner = owners.get(first.id);
  if (!owner?.visits.some(({ id }) => id === first.id)) return [];
  const label = phrase('diaryLabelVisit', { start: first.arrival, name: owner.name });
  return [diaryButton(label, { do: 'visit', customer: owner.id, visit: first.id })];
}

/** What is known of a visit without its jobs: whose it is. */
type Owners = Facts['visits'];

function visitLine(group: Group, owners: Owners, open: Bounds | null): Phrase<'diaryVisit'> {
  const { ref, ...rest } = visitArgs(group, owners);
  const [first] = group;
  const odd = open === null || group.some(({ start, end }) => start < open.from || end > open.to);
  return phrase('diaryVisit', {
    ref,
    ...rest,
    readyBy: Math.max(...group.map(({ readyBy }) => readyBy)),
    stay: first.kind === 'leave' ? 'leave' : 'wait',
    held: first.holdUntil !== null,
    odd,
  });
}

/** A visit as a line names it; also for those that a block touches. */
export function visitArgs(group: Group, owners: Owners): PhraseArgs['diaryAffected'] {
  const [first] = group;
  const owner = owners.get(first.id);
  return {
    ref: first.id,
    start: Math.min(...group.map(({ arrival }) => arrival)),
    services: servicesOf(group, owner),
    name: owner?.name ?? '',
    car: owner?.visits.find(({ id }) => id === first.id)?.vehicle.short ?? '',
    bay: [...new Set(group.map(({ bay }) => bay))].filter(Boolean).join('+'),
    technician: first.technician,
  };
}

/** The jobs of a visit carry what is done on their bay; the customer's own row names all of it. */
function servicesOf(group: Group, owner: Customer | undefined): string[] {
  const [first] = group;
  const booked = owner?.visits.find(({ id }) => id === first.id)?.services;
  return [...(booked ?? new Set(group.map(({ service }) => service)))];
}

export function jobsOf(day: Day, id: string): Group | null {
  const [first, ...others] = day.jobs.filter((job) => job.id === id && job.bay !== PARKING);
  return first ? [first, ...others] : null;
}

function blockedLine(group: Group, { bays, technicians }: DeskTurn['station']): Phrase<'diaryBlocked'> {
  const names = (of: 'bay' | 'technician') => [...new Set(group.map((job) => job[of]))].filter(Boolean);
  const isWhole = names('bay').length === bays.length && names('technician').length === technicians.length;
  return phrase('diaryBlocked', {
    from: Math.min(...group.map(({ start }) => start)),
    to: Math.max(...group.map(({ end }) => end)),
    ...(isWhole ? { bays: [], people: [] } : { bays: names('bay'), people: names('technician') }),
  });
}

type Bounds = { readonly from: number; readonly to: number };

function hoursOf(
  date: LocalDate,
  hours: { readonly open: number; readonly close: number } | null,
  { zone }: DeskTurn['station'],
): Bounds | null {
  if (!hours) return null;
  const at = (minute: number, otherwise: number) => {
    const instant = toInstant(date, minute, zone);
    return instant === 'gap' ? otherwise : instant;
  };
  const { start, end } = dayBounds(date, zone);
  return { from: at(hours.open, start), to: at(hours.close, end) };
}

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** Per cent of the minutes that technicians are there which have work or an absence in them. */
function fullness({ date }: Day, jobs: readonly Job[], { technicians }: DeskTurn['station']): number {
  const weekday = weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? 'sun';
  const there = technicians.reduce((sum, { shifts }) => {
    const shift = shifts[weekday];
    return sum + (shift ? shift.to - shift.from : 0);
  }, 0);
  const taken = jobs
    .filter(({ technician }) => technician !== '')
    .reduce((sum, { start, end }) => sum + (end - start) / MINUTE, 0);
  return there === 0 ? 0 : Math.min(100, Math.round((taken / there) * 100));
}

function turnPage(date: LocalDate): readonly Option[] {
  const [before, after] = [addDays(date, -1), addDays(date, 1)];
  return [
    {
      kind: 'act',
      label: phrase('diaryLabelBefore', { date: before }),
      action: { flow: 'desk.calendar', data: { do: 'day', date: before } },
    },
    {
      kind: 'act',
      label: phrase('diaryLabelAfter', { date: after }),
      action: { flow: 'desk.calendar', data: { do: 'day', date: after } },
    },
  ];
}
