import { addDays, MINUTE, toInstant, toWall } from '#shared/domain/clock.ts';
import type { Customer } from '#shared/domain/customer.ts';
import { afterWorkingMinutes, type DeskHours, endOfWork, isOpen } from '#shared/domain/working-time.ts';
import type { Station } from '#shared/station/schema.ts';
import { loudFrom } from '../automatic.ts';

/** Moments moved to where somebody may be written to, or somebody is at the desk. Instants are epoch milliseconds. */

type Person = Pick<Customer, 'quietHours'>;
type Hours = Pick<Station, 'zone' | 'rules'>;

/** So long before quiet hours begin what would fall into them is said. */
const beforeQuiet = 10 * MINUTE;

export function isLoud(person: Person, station: Hours, at: number): boolean {
  return loudFrom(person, station, at) === at;
}

/** The last moment up to `at` at which the person may be written to: what must be known by then is not put off. */
export function loudUpTo(person: Person, station: Hours, at: number): number {
  if (isLoud(person, station, at)) return at;
  const { from, to } = person.quietHours ?? station.rules.quietHours;
  const { date, minute } = toWall(at, station.zone);
  const began = from > to && minute < to ? addDays(date, -1) : date;
  const begin = toInstant(began, from, station.zone);
  return (begin === 'gap' ? at : begin) - beforeQuiet;
}

/** What is told longer before it is due was not known by then. */
const longestAhead = 3 * 60 * MINUTE;

/**
 * When to tell somebody what they must know by `at`: then, or before their quiet hours begin. Where these are too long for that it
 * stays as it is, and whoever is at the desk has to call.
 */
export function tellingAt(person: Person, station: Hours, at: number): number {
  const loud = loudUpTo(person, station, at);
  return at - loud <= longestAhead && isLoud(person, station, loud) ? loud : at;
}

/** How far back an open desk is looked for, in days. */
const farthest = 30;
/** So long before it closes the desk is still told of what is due in the night. */
const beforeClosing = 30 * MINUTE;

/** The last moment up to `at` at which people are at the desk: they are warned while they can still do something. */
export function openUpTo(desk: DeskHours, at: number): number {
  if (isOpen(desk, at)) return at;
  for (let back = 0; back <= farthest; back += 1) {
    const close = endOfWork(desk, at - back * 24 * 60 * MINUTE);
    if (close !== null && close <= at) return close - beforeClosing;
  }
  return at;
}

const quarter = 15 * MINUTE;

/** That many working minutes after a moment, at a full quarter of an hour; null where the desk does not open any more. */
export function workingQuarter(desk: DeskHours, from: number, minutes: number): number | null {
  const at = afterWorkingMinutes(desk, from, minutes);
  if (at === null) return null;
  const up = Math.ceil(at / quarter) * quarter;
  return isOpen(desk, up) ? up : afterWorkingMinutes(desk, at, 60);
}
