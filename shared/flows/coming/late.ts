import { MINUTE } from '#shared/domain/clock.ts';
import type { Visit } from '#shared/domain/customer.ts';
import type { Station } from '#shared/station/schema.ts';

/**
 * Until when the bay is held for a visit that has not come yet (epoch milliseconds): the agreed time and the station's grace, or
 * the grace after the time that its owner named, whichever is later. Asking and releasing count from here.
 */
export function comingUntil({ start, life }: Pick<Visit, 'start' | 'life'>, { rules }: Station): number {
  const grace = rules.visits.lateHold * MINUTE;
  return life.coming?.kind === 'late' ? Math.max(start + grace, life.coming.until) : start + grace;
}

/** By when somebody comes who said that they are late; null: as booked, or they are here. Epoch milliseconds. */
export function lateBy({ start, life: { stage, coming } }: Pick<Visit, 'start' | 'life'>): number | null {
  const isLate = stage === 'booked' && coming?.kind === 'late' && !coming.here;
  return isLate && coming.until > start ? coming.until : null;
}
