import { isSameDay, MINUTE, toWall } from '#shared/domain/clock.ts';
import type { Customer, Visit } from '#shared/domain/customer.ts';
import type { Change, Facts, Need } from '#shared/domain/facts.ts';
import { say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { freshLife, withStage } from '#shared/domain/visit/life.ts';
import { dayChanges } from '#shared/flows/booking/day-changes.ts';
import { nextReady } from '#shared/flows/clock/ready.ts';
import { placedAnew } from '#shared/flows/coming/place.ts';
import { overHappened } from '#shared/flows/visit/end.ts';
import type { About, DeskDecision, DeskTurn } from '../turn.ts';
import type { Came } from './read-intake.ts';
import { atDesk, setStage } from './set.ts';

/** Somebody comes after all, on the day on which their bay was given free: the car is taken in, and has a bay where one is free. */

type Around = Pick<DeskTurn, 'station' | 'now'>;

/** The visit of today to which nobody came, as it was; `id` null: the latest one. Null: there is none. */
export function missedVisit({ past }: Customer, id: string | null, { station, now }: Around): Visit | null {
  const found = past.findLast((one) => one.stage === 'noShow' && (id === null || one.id === id));
  if (!found?.missed || !isSameDay(found.end, now, station.zone)) return null;
  const { start, services, vehicle, chat, missed, end } = found;
  const life = withStage(freshLife, 'noShow', end, null);
  return { id: found.id, start, services, vehicle, chat, ...missed, dates: [], life };
}

/** The day on which a bay is looked for. */
export function needsOfMissed({ station, now }: Around): readonly Need[] {
  return [{ kind: 'days', dates: [toWall(now, station.zone).date] }];
}

export function cameAfterAll(
  missed: Visit,
  about: About,
  facts: Facts,
  turn: DeskTurn,
  came: Came | null,
): DeskDecision {
  const { visit, changes, isFree } = placed(missed, facts, turn);
  const customer = { ...about.customer, past: about.customer.past.filter(({ id }) => id !== visit.id) };
  const decision = setStage(visit, 'arrived', { ...about, customer }, facts, turn, came);
  const none = say(phrase('stageNoBay', { car: visit.vehicle.short, readyBy: visit.readyBy }));
  return {
    ...decision,
    changes: [...decision.changes, ...changes, overHappened(visit, 'arrived', null, turn.station, turn.now)],
    say: [...decision.say, ...(isFree ? [] : atDesk(none, turn))],
  };
}

/** A promise nearer than this is none for a car that has just come. */
const leastMs = 30 * MINUTE;

function placed(
  missed: Visit,
  { days }: Facts,
  { station, now }: Around,
): { readonly visit: Visit; readonly changes: readonly Change[]; readonly isFree: boolean } {
  const free = [...days.values()];
  const from = Math.floor(now / MINUTE) * MINUTE;
  const anew = placedAnew(missed, from, missed.stay, { before: free, after: free }, { station, now });
  if (anew) return { visit: anew.visit, changes: dayChanges(anew.calendar), isFree: true };
  const readyBy = missed.readyBy - now >= leastMs ? missed.readyBy : nextReady(missed, station, now);
  return { visit: { ...missed, readyBy }, changes: [], isFree: false };
}
