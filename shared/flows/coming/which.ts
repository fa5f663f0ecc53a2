import {
  addDays,
  type Instant,
  isSameDay,
  type LocalDate,
  MINUTE,
  toInstant,
  toWall,
  weekdayOf,
} from '#shared/domain/clock.ts';
import { type PastVisit, upcomingVisits, type Visit } from '#shared/domain/customer.ts';
import type { HowLate, NamedDay, Said } from '#shared/domain/said.ts';
import { isDone } from '#shared/domain/visit/life.ts';
import { isInHouse } from '#shared/domain/visit/stage.ts';
import type { Turn } from '../flow.ts';

/** Which visit somebody's words are about, and which day and time they name. Pure. */

type Around = Pick<Turn, 'customer' | 'station' | 'now'>;

/** Reminders of the day before are said at most so long before. */
const reminderMs = 36 * 60 * MINUTE;

/** The visits for which nobody came yet, in order. */
export function bookedVisits({ customer, now }: Pick<Turn, 'customer' | 'now'>): readonly Visit[] {
  return upcomingVisits(customer, now).filter(({ life }) => life.stage === 'booked');
}

/** The next of them; null where there is none. */
export function nextVisit(around: Pick<Turn, 'customer' | 'now'>): Visit | null {
  return bookedVisits(around)[0] ?? null;
}

/** A car of theirs is with us. */
export function isHere({ customer }: Pick<Turn, 'customer'>): boolean {
  return customer.visits.some(({ life }) => isInHouse(life.stage));
}

/** The same, and nothing else is booked. */
export function isHereOnly(around: Pick<Turn, 'customer' | 'now'>): boolean {
  return isHere(around) && bookedVisits(around).length === 0;
}

/** The next visit, where it is today or its reminder was said: words without a question before them are about it. */
export function awaitedVisit({ customer, station, now }: Around): Visit | null {
  const visit = nextVisit({ customer, now });
  if (!visit) return null;
  const isReminded = isDone(visit.life, 'remindDay') && visit.start - now < reminderMs;
  return isReminded || isToday(visit.start, { station, now }) ? visit : null;
}

/** The visit of which they were reminded or asked: a lone yes or no answers that. What nobody asked is not answered by it. */
export function askedVisit({ customer, now }: Pick<Turn, 'customer' | 'now'>): Visit | null {
  const visit = nextVisit({ customer, now });
  const isAsked = ({ start }: Visit) =>
    customer.written.some(({ purpose, at }) => purpose === 'visit' && start - at < reminderMs);
  return visit && isAsked(visit) ? visit : null;
}

/** The visit of today that nobody came to in time; null where there is none, or another one followed it. */
export function missedToday({ customer, station, now }: Around): PastVisit | null {
  const last = customer.past.at(-1);
  if (last?.stage !== 'noShow') return null;
  return isToday(last.end, { station, now }) ? last : null;
}

/** Whether a car of theirs is at the station, awaited or missed today: whatever they write is worth a person's look. */
export function isVisiting(around: Around): boolean {
  return isHere(around) || awaitedVisit(around) !== null || missedToday(around) !== null;
}

/** What words say is about this visit: only "can't" is said days before, "late" the evening before, "I'm here" that day. */
export function meantVisit(said: Said, around: Around): Visit | null {
  const visit = nextVisit(around);
  switch (said.kind) {
    case 'cant':
      return visit;
    case 'late':
      return visit && visit.start - around.now < reminderMs ? visit : null;
    case 'here':
      return visit && isToday(visit.start, around) ? visit : null;
    case 'yes':
    case 'span':
      return awaitedVisit(around);
  }
}

function isToday(at: Instant, { station: { zone }, now }: Pick<Around, 'station' | 'now'>): boolean {
  return isSameDay(at, now, zone);
}

/** Whether "can't" may be about one of several visits: none of them is awaited, or a day of another one is named. */
export function mayBeAnother({ days }: Extract<Said, { kind: 'cant' }>, around: Around): boolean {
  const { station, now } = around;
  const booked = bookedVisits(around);
  const [awaited, today] = [awaitedVisit(around), toWall(now, station.zone).date];
  const named = days.map((day) => dateOf(day, today));
  const others = booked.filter(({ id }) => id !== awaited?.id);
  const isNamed = others.some(({ start }) => named.includes(toWall(start, station.zone).date));
  return booked.length > 1 && (awaited === null || isNamed);
}

/** The first day named that is not the visit's own; null: none was. */
export function otherDay(
  days: readonly NamedDay[],
  visit: Visit,
  { station, now }: Pick<Around, 'station' | 'now'>,
): LocalDate | null {
  const today = toWall(now, station.zone).date;
  const own = toWall(visit.start, station.zone).date;
  return days.map((day) => dateOf(day, today)).find((date) => date !== own) ?? null;
}

/** A weekday is the next one of that name, never today. */
function dateOf(day: NamedDay, today: LocalDate): LocalDate {
  if (day.of === 'ahead') return addDays(today, day.days);
  const ahead = (day.day - weekdayOf(today) + 7) % 7;
  return addDays(today, ahead === 0 ? 7 : ahead);
}

const step = 5 * MINUTE;

/** When they come, in full five minutes; null: not told. At or before the agreed time they are not late. */
export function comesAt(
  how: HowLate,
  visit: Visit,
  { station, now }: Pick<Around, 'station' | 'now'>,
): Instant | null {
  switch (how.of) {
    case 'unknown':
      return null;
    case 'after':
      return rounded(Math.max(visit.start, now) + how.minutes * MINUTE);
    case 'fromNow':
      return rounded(now + how.minutes * MINUTE);
    case 'at':
      return timeOn(visit, how.minute, station.zone);
  }
}

/** A time of day on the day of the visit; null in the hour that the clocks skip. */
export function timeOn(visit: Visit, minute: number, zone: string): Instant | null {
  const at = toInstant(toWall(visit.start, zone).date, minute, zone);
  return at === 'gap' ? null : at;
}

function rounded(at: Instant): Instant {
  return Math.ceil(at / step) * step;
}
