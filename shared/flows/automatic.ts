import type { CallReason } from '#shared/domain/call-reason.ts';
import { addDays, toInstant, toWall } from '#shared/domain/clock.ts';
import { hasAgreed, type Purpose } from '#shared/domain/consent.ts';
import type { Customer } from '#shared/domain/customer.ts';
import type { PhraseKey } from '#shared/domain/phrase.ts';
import type { Station } from '#shared/station/schema.ts';

/**
 * The one gate of what is said without being asked: nothing goes out without consent for its purpose, in quiet hours, or above
 * its cap, and what is worth nothing any more is dropped, not piled up.
 */

/**
 * What a timer says to a customer and is no automatic message, since it answers what they did just before: the recap of a report
 * five minutes after their last photo; and that the answer which they were promised takes longer (in quiet hours it waits). Whatever
 * else a timer says goes through the gate; `test/simulation` looks.
 */
export const answersByTimer = ['reportRecap', 'caseLate'] as const satisfies readonly PhraseKey[];

/** An advisor's own words that only waited for the end of quiet hours: a new time that they set at night. */
export const advisorsWordsByTimer = ['promiseMoved'] as const satisfies readonly PhraseKey[];

/**
 * Something to say by itself. `worthUntil`: after this it is of no use (epoch milliseconds). `matters`: what an owner needs most, a
 * car that is ready or a promise with another time; the last messages of a day are kept for it.
 */
export type Automatic = {
  readonly purpose: Purpose;
  readonly worthUntil: number;
  readonly matters?: boolean;
};

/**
 * `go`: it may be sent now, and `customer` is the person's row with that noted, to be written with it. `wait`: not before that
 * moment. `drop`: never, and why.
 */
export type Passage =
  | { readonly kind: 'go'; readonly customer: Customer }
  | { readonly kind: 'wait'; readonly until: number }
  | { readonly kind: 'drop'; readonly why: 'consent' | 'stale' | 'cap' };

type Around = { readonly customer: Customer; readonly station: Station; readonly now: number };

const day = 24 * 60 * 60_000;
/** The caps look back so far; what is older is forgotten. */
const month = 31 * day;

export function passage(
  { purpose, worthUntil, matters = false }: Automatic,
  { customer, station, now }: Around,
): Passage {
  if (!hasAgreed(customer.consents, purpose)) return { kind: 'drop', why: 'consent' };
  const until = loudFrom(customer, station, now);
  if (now >= worthUntil || until >= worthUntil) return { kind: 'drop', why: 'stale' };
  if (until > now) return { kind: 'wait', until };
  if (isCapped(purpose, matters, customer, station, now)) return { kind: 'drop', why: 'cap' };
  const recent = customer.written.filter(({ at }) => at > now - month);
  return { kind: 'go', customer: { ...customer, written: [...recent, { purpose, at: now }] } };
}

/** So many of a day's messages are kept for what matters, at most half of them. */
const kept = 2;

function isCapped(
  purpose: Purpose,
  matters: boolean,
  { written }: Customer,
  { rules }: Station,
  now: number,
): boolean {
  const { visitPerDay, servicePerMonth: service, offersPerMonth: offers } = rules.caps;
  const visit = matters ? visitPerDay : visitPerDay - Math.min(kept, Math.floor(visitPerDay / 2));
  const most = { visit, service, offers }[purpose];
  const span = purpose === 'visit' ? day : month;
  return written.filter((one) => one.purpose === purpose && one.at > now - span).length >= most;
}

/** Why somebody has to call instead, where it may not be said. */
export function reasonToCall(shut: Exclude<Passage, { readonly kind: 'go' }>): CallReason {
  if (shut.kind === 'wait') return 'quiet';
  // What is of no use any more by the time at which it may be said.
  return shut.why === 'stale' ? 'quiet' : shut.why === 'consent' ? 'asks' : 'cap';
}

/** The first moment from `at` on that is not within the person's quiet hours, or the station's where they have none. */
export function loudFrom(
  { quietHours }: Pick<Customer, 'quietHours'>,
  { zone, rules }: Pick<Station, 'zone' | 'rules'>,
  at: number,
): number {
  const { from, to } = quietHours ?? rules.quietHours;
  const { date, minute } = toWall(at, zone);
  const isQuiet = from <= to ? minute >= from && minute < to : minute >= from || minute < to;
  if (!isQuiet) return at;
  const endsOn = minute < to ? date : addDays(date, 1);
  const end = toInstant(endsOn, to, zone);
  // In the hour that the clocks skip it is over as soon as they have; in the one that they show twice, at its second end.
  if (end === 'gap') return afterGap(endsOn, to, zone);
  return end > at ? end : end + hour;
}

const hour = 60 * 60_000;

function afterGap(date: string, minute: number, zone: string): number {
  const later = toInstant(date, minute + 60, zone);
  if (later === 'gap') throw new RangeError(`The clocks of ${zone} skip more than an hour on ${date}`);
  return later;
}

/** The quiet hours in which `at` is, or the next ones: from when until when nothing is said that nobody asked for. */
export function nextQuiet(
  person: Pick<Customer, 'quietHours'>,
  station: Pick<Station, 'zone' | 'rules'>,
  at: number,
): { readonly from: number; readonly until: number } {
  const ends = loudFrom(person, station, at);
  if (ends > at) return { from: at, until: ends };
  const { zone } = station;
  const { from: minute } = person.quietHours ?? station.rules.quietHours;
  const { date } = toWall(at, zone);
  const begins = [date, addDays(date, 1)].map((day) => {
    const begin = toInstant(day, minute, zone);
    return begin === 'gap' ? afterGap(day, minute, zone) : begin;
  });
  const from = begins.find((begin) => begin > at) ?? at + day;
  return { from, until: loudFrom(person, station, from) };
}
