import { addDays, type Instant, type LocalDate, MINUTE, toWall } from '#shared/domain/clock.ts';
import type { Day } from '#shared/domain/day.ts';
import type { Change } from '#shared/domain/facts.ts';
import { applyChanges, datesOf, holdJobs, releaseHold } from '#shared/domain/slots/hold.ts';
import { moreTimes, planAt } from '#shared/domain/slots/search.ts';
import type { Wish } from '#shared/domain/slots/types.ts';
import {
  type Kept,
  type Round,
  type Wait,
  type Waitlist,
  wants,
  withOffered,
  withoutPast,
} from '#shared/domain/waitlist.ts';
import type { Station } from '#shared/station/schema.ts';
import { byDate } from '../booking/day-changes.ts';
import { freedPrefix } from './freed.ts';
import { heldIn } from './held.ts';

/**
 * Who is asked next: the first of the list whom a free time suits gets it held in the day, as any chosen time is held, so that
 * nobody else can win it meanwhile. Pure.
 */

export type Standing = { readonly list: Waitlist; readonly days: readonly Day[] };

/** `now`, and the id of whatever this step creates. */
export type Around = { readonly station: Station; readonly now: Instant; readonly id: string };

/** What follows: the list and the days as they are now, and the timers beside them. */
export type Next = Standing & { readonly changes: readonly Change[]; readonly kept: Kept | null };

/** The tick that brings the word to them comes within two minutes; the time is theirs for the whole span after that. */
const onTheWay = 2 * MINUTE;

export function askNext(standing: Standing, round: Round, around: Around): Next {
  const { station, now } = around;
  const today = toWall(now, station.zone).date;
  const list = withoutPast(standing.list, today, now);
  const dates = round.dates.filter((date) => date >= today);
  for (const wait of list.waits) {
    const isAsked = round.passed.includes(wait.id) || list.offered.some((one) => one.wait === wait.id);
    const found = isAsked ? null : suits(wait, { ...round, dates }, standing.days, around);
    if (found) return keptFor(wait, found, { list, days: standing.days }, { ...round, dates }, around);
  }
  const over: Standing = { list, days: standing.days };
  const rest = { ...round, dates };
  return { ...over, changes: [...againLater(rest, around), ...onceLetGo(over, rest, around)], kept: null };
}

/** What is only held was hidden from who is left on the list: it is looked at when the first such hold runs out. */
function onceLetGo({ list, days }: Standing, round: Round, { now, id }: Around): readonly Change[] {
  const { dates, span, passed } = round;
  const waits = list.waits.filter(
    (one) => !passed.includes(one.id) && dates.some((date) => wants(one, date)),
  );
  const [first] = heldIn(
    days.filter(({ date }) => dates.includes(date)),
    now,
  ).filter(({ from, to }) => span === null || (from < span.to && to > span.from));
  if (waits.length === 0 || first === undefined) return [];
  const data: Round = { dates, span, passed, again: null, slept: [] };
  return [{ kind: 'timer', key: `${freedPrefix}${id}.held`, dueAt: first.until, data }];
}

/** Those who only slept are asked after all when the first of them is awake. */
function againLater({ dates, span, passed, again, slept }: Round, { id }: Around): readonly Change[] {
  if (again === null || dates.length === 0) return [];
  const data: Round = {
    dates,
    span,
    passed: passed.filter((one) => !slept.includes(one)),
    again: null,
    slept: [],
  };
  return [{ kind: 'timer', key: `${freedPrefix}${id}`, dueAt: again, data }];
}

/** The id under which the time is held and booked: a visit that is moved keeps its own. */
export function holdId({ id, moving }: Wait): string {
  return moving ?? id;
}

export function wishOf({ services, moving }: Wait): Wish {
  return { services, mode: 'any', ...(moving === null ? {} : { excluding: moving }) };
}

/** More starts than a day has. */
const everyTime = { times: 300, days: 1 };

/** The first time on one of these days that they want and were not shown before. */
function suits(
  wait: Wait,
  { dates, span }: Round,
  days: readonly Day[],
  { station, now }: Around,
): Instant | null {
  const read = byDate(days);
  for (const date of dates.filter((one) => wants(wait, one))) {
    const wish = { ...wishOf(wait), days: [date] };
    const [first] = moreTimes(station, read, wish, now, wait.shown, everyTime).filter(
      (slot) => slot.date === date && isFreed(slot.start, wait, span),
    );
    if (first) return first.start;
  }
  return null;
}

/** Whoever waits for one day takes any time on it; whoever takes any day was shown what else is free. */
function isFreed(start: Instant, { date }: Wait, span: Round['span']): boolean {
  return date !== null || span === null || (start >= span.from && start < span.to);
}

function keptFor(wait: Wait, start: Instant, { list, days }: Standing, round: Round, around: Around): Next {
  const { station, now } = around;
  const slot = planAt(station, byDate(days), wishOf(wait), start, now);
  const read = new Set(days.map(({ date }) => date));
  if ('kind' in slot || datesOf(slot).some((date) => !read.has(date)))
    return askNext({ list, days }, { ...round, passed: [...round.passed, wait.id] }, around);
  const until = now + station.rules.visits.offerHold * MINUTE + onTheWay;
  const { modes, changes: held } = holdJobs(slot, holdId(wait), until);
  const ready = (mode: 'wait' | 'leave') =>
    modes.includes(mode) ? (slot.modes[mode]?.readyBy ?? null) : null;
  const kept: Kept = {
    wait: wait.id,
    start,
    until,
    dates: held.map(({ date }) => date),
    readyIfWaiting: ready('wait'),
    readyIfLeft: ready('leave'),
    round,
  };
  return {
    list: withOffered(list, { wait: wait.id, start, until, kept: { ...kept, until: until - onTheWay } }),
    days: applyChanges(days, held, now),
    changes: [{ kind: 'timer', key: offerKey(wait.id), dueAt: now, data: kept, chat: wait.chat }],
    kept,
  };
}

/** When it is to be offered, at whoever waits. */
export function offerKey(wait: string): string {
  return `waitlist#offer#${wait}`;
}

/** When it is not kept any more. */
export function overKey(wait: string): string {
  return `waitlist#over#${wait}`;
}

/** When the last day that they wait for is over. */
export function pastKey(wait: string): string {
  return `waitlist#past#${wait}`;
}

/** The days without what was held. */
export function givenBack(days: readonly Day[], wait: Wait | undefined, kept: Kept): readonly Day[] {
  return releaseHold(days, wait ? holdId(wait) : kept.wait);
}

/** Days that work begun on these reaches into: the longest work of the station, over a weekend. */
export function reached(dates: readonly LocalDate[], { services }: Station): readonly LocalDate[] {
  const longest = Math.max(1, ...services.map(({ days }) => days));
  const ahead = longest === 1 ? 1 : longest + 3;
  const all = dates.flatMap((date) => Array.from({ length: ahead }, (_, day) => addDays(date, day)));
  return [...new Set(all)].sort();
}
