import { addDays, MINUTE, toWall } from '#shared/domain/clock.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { workday } from '#shared/domain/slots/calendar.ts';
import { workOf } from '#shared/domain/slots/work.ts';
import type { SpokenWish } from '#shared/domain/understood.ts';
import type { Turn } from '../flow.ts';
import { saidStay } from './cards.ts';
import type { Booking, Draft, Hold } from './state.ts';
import type { Target } from './steps.ts';
import { wishOf } from './times.ts';
import { anyTime, saysHour, saysWhen, wantedOf } from './wanted.ts';

/** What was heard is said where something else is asked: nobody has to wonder whether their words were read. Pure. */

export function withHeard(target: Target, place: Booking | null, wish: SpokenWish, turn: Turn): Target {
  const lead = heard(target, place, wish, turn);
  if (lead.length === 0) return target;
  const above = target.lead.filter(({ key }) => key !== 'helpInStep');
  return { ...target, lead: [...above, ...lead], unclear: false };
}

function heard(target: Target, place: Booking | null, wish: SpokenWish, turn: Turn): readonly Phrase[] {
  const { draft } = target;
  const says = saysWhen(wish) || wish.stay !== null;
  switch (target.go) {
    case 'work':
      return says ? [...closedThen(draft, turn), ...noted({ ...draft, services: [] }, wish, turn)] : [];
    case 'car':
    case 'whichCar': {
      const isWork = wish.services.length > 0 || wish.sameAsLast;
      if (!says && !isWork) return [];
      return [...(says ? closedThen(draft, turn) : []), ...noted(draft, wish, turn)];
    }
    case 'times': {
      // Day and hour stand in the times themselves.
      const isOnlyWay = wish.stay !== null && !saysWhen(wish) && place?.step === 'time';
      return isOnlyWay ? noted({ ...draft, services: [], wanted: anyTime }, wish, turn) : [];
    }
    case 'held':
      return wish.stay === null ? [] : noWay(draft, target.hold, turn);
    default:
      return [];
  }
}

/** All that is known so far of work, time and way. */
function noted(draft: Draft, { earliest }: SpokenWish, turn: Turn): readonly Phrase[] {
  const wanted = wantedOf(draft, turn) ?? anyTime;
  const { from, to, at } = wanted;
  const dates = wanted.dates.filter((date) => workday(turn.station, date) !== null);
  const services = [...draft.services];
  const stay = draft.stay ?? null;
  const isNone = services.length + dates.length === 0 && !saysHour(wanted);
  return isNone && stay === null && !earliest
    ? []
    : [phrase('wishHeard', { services, dates, from, to, at, earliest, stay })];
}

/** What can be told of the wished time without a look at the calendar: that we are closed then. */
function closedThen(draft: Draft, turn: Turn): readonly Phrase[] {
  const { station, now } = turn;
  const wanted = wantedOf(draft, turn);
  if (wanted === null) return [];
  const [date] = wanted.dates;
  if (date !== undefined && wanted.dates.every((one) => workday(station, one) === null))
    return [phrase('wishClosed', { date })];
  const today = toWall(now, station.zone).date;
  const among = date === undefined ? week.map((days) => addDays(today, days)) : wanted.dates;
  const open = among.flatMap((one) => workday(station, one) ?? []);
  const [day] = open;
  const since = wanted.at ?? wanted.from;
  if (day === undefined) return [];
  const last = open.reduce((best, one) => (one.close > best.close ? one : best), day);
  const first = open.reduce((best, one) => (one.open < best.open ? one : best), day);
  if (since !== null && since >= last.close)
    return [phrase('wishCloses', { close: last.midnight + last.close * MINUTE })];
  const isBefore =
    (wanted.at !== null && wanted.at < first.open) || (wanted.to !== null && wanted.to <= first.open);
  return isBefore ? [phrase('wishOpens', { open: first.midnight + first.open * MINUTE })] : [];
}

const week = [0, 1, 2, 3, 4, 5, 6];

/** The way that they said is not possible for the time that is kept, or for the work at all. */
export function noWay(draft: Draft, hold: Hold, turn: Turn): readonly Phrase[] {
  const { stay } = draft;
  if (stay === undefined || saidStay(draft, hold) !== undefined) return [];
  const isNever = 'kind' in workOf(turn.station, { ...wishOf(draft, turn), mode: stay });
  return [phrase('wishNoWay', isNever ? { stay } : { stay, thatTime: true })];
}
