import { addDays, MINUTE, toInstant, toWall } from '#shared/domain/clock.ts';
import { hasAgreed } from '#shared/domain/consent.ts';
import type { Visit } from '#shared/domain/customer.ts';
import { isDone, withDone } from '#shared/domain/visit/life.ts';
import type { Station } from '#shared/station/schema.ts';
import { loudFrom } from '../automatic.ts';
import { comingUntil, lateBy } from '../coming/late.ts';
import { askedAt } from './done.ts';
import type { AgendaSetting, Due } from './due.ts';
import { isLoud, loudUpTo } from './quiet.ts';

/** Before the car comes: the reminders, the question where it is, the bay that is free again. */

/** A visit booked later than so long before it starts needs no reminder of the day before. */
const tooFreshMs = 18 * 60 * MINUTE;
/** The second reminder, for who has not said that they come; nobody is reminded of what they booked just now. */
const soonMs = 2 * 60 * MINUTE;
/** Two reminders do not come closer to each other than this. */
const apartMs = 4 * 60 * MINUTE;

export function beforeComing(visit: Visit, setting: AgendaSetting): readonly Due[] {
  if (visit.life.stage !== 'booked') return [];
  return [...remindDay(visit, setting), ...remindSoon(visit, setting), ...notThere(visit, setting)];
}

/** The evening before, for those who want to be reminded; later where they sleep by then, earlier where that is too late. */
function remindDay(visit: Visit, { customer, station }: AgendaSetting): readonly Due[] {
  if (isDone(visit.life, 'remindDay') || !hasAgreed(customer.consents, 'visit')) return [];
  const planned = remindDayAt(visit, station);
  if (planned === null) return [];
  const late = loudFrom(customer, station, planned);
  return [{ what: 'remindDay', at: late < visit.start ? late : loudUpTo(customer, station, planned) }];
}

/** Two hours before, to who has not answered; what would fall into their quiet hours is not said at all. */
function remindSoon(visit: Visit, { customer, station }: AgendaSetting): readonly Due[] {
  const { life, start } = visit;
  const at = start - soonMs;
  if (isDone(life, 'remindSoon') || life.coming !== null) return [];
  if (!hasAgreed(customer.consents, 'visit') || !isLoud(customer, station, at)) return [];
  const planned = remindDayAt(visit, station);
  const isNear = planned !== null && at - loudFrom(customer, station, planned) < apartMs;
  return isNear ? [] : [{ what: 'remindSoon', at }];
}

/** A visit that is only booked is gone with the time at which its car was to be ready; it is ended before that. */
const lastMs = 10 * MINUTE;

/** The last moment at which a visit ends to which nobody came. */
export function latestRelease({ readyBy }: Pick<Visit, 'readyBy'>): number {
  return readyBy - lastMs;
}

/**
 * The agreed time has passed and nobody said a word; then the bay is free for others. Counted from when it was held, and never to
 * the minute: the time that somebody named has the same grace as the agreed one. Who could not be asked keeps the bay until an
 * advisor says otherwise.
 */
function notThere(visit: Visit, { station }: AgendaSetting): readonly Due[] {
  const { askAfter, releaseAfter, lateHold } = station.rules.visits;
  const answerMs = (releaseAfter - askAfter) * MINUTE;
  const asked = askedAt(visit.life);
  const named = (lateBy(visit) ?? visit.start) + lateHold * MINUTE;
  const ask = Math.max(visit.start + askAfter * MINUTE, named, comingUntil(visit, station));
  const release = Math.max(visit.start, ask - askAfter * MINUTE) + releaseAfter * MINUTE;
  return [
    ...(isDone(visit.life, 'noShowAsk') ? [] : [{ what: 'noShowAsk', at: ask } as const]),
    { what: 'release', at: Math.max(release, ask, asked === null ? latestRelease(visit) : asked + answerMs) },
  ];
}

function remindDayAt({ start }: Visit, station: Station): number | null {
  const { date } = toWall(start, station.zone);
  const at = toInstant(addDays(date, -1), station.rules.visits.remindAt, station.zone);
  return at === 'gap' ? null : at;
}

/** The visit as it is booked or agreed to now: reminders whose moment has passed, or is too near, are not made up for. */
export function withoutPastReminders(visit: Visit, station: Station, now: number): Visit {
  const at = remindDayAt(visit, station);
  const isFresh = at === null || at <= now || visit.start - now <= tooFreshMs;
  const isSoon = visit.start - now <= 2 * soonMs;
  const day = isFresh ? withDone(visit.life, 'remindDay') : visit.life;
  return { ...visit, life: isSoon ? withDone(day, 'remindSoon') : day };
}
