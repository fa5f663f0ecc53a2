import { type Instant, MINUTE } from '#shared/domain/clock.ts';
import type { Stay, Visit } from '#shared/domain/customer.ts';
import { type Day, withoutJob } from '#shared/domain/day.ts';
import { applyChanges, confirmJobs, datesOf, holdJobs } from '#shared/domain/slots/hold.ts';
import { planAt } from '#shared/domain/slots/search.ts';
import type { Slot } from '#shared/domain/slots/types.ts';
import type { Station } from '#shared/station/schema.ts';
import { byDate, type Calendar } from '../booking/day-changes.ts';
import { comingUntil } from './late.ts';

/**
 * Whether a visit still fits when its owner comes late, and what becomes of its work then. Pure: the days of the visit are given.
 */

export type Placed =
  /** Within the grace: nothing moves. */
  | { readonly kind: 'held' }
  /** The work is placed anew; `visit` has its jobs' dates and the promise that goes with them. */
  | { readonly kind: 'placed'; readonly visit: Visit; readonly calendar: Calendar }
  /** Not as it was agreed. `next`: when the bay or the technician is needed for somebody else. */
  | { readonly kind: 'needed'; readonly next: Instant | null; readonly ifLeft: Instant | null };

type Around = { readonly station: Station; readonly now: Instant };

/** `by`: when they come. `stay`: how they stay then, as agreed or the car left after all. */
export function placeLate(
  visit: Visit,
  by: Instant,
  stay: Stay,
  days: readonly Day[],
  around: Around,
): Placed {
  const isAgreed = stay === visit.stay;
  if (isAgreed && by <= comingUntil({ ...visit, life: { ...visit.life, coming: null } }, around.station))
    return { kind: 'held' };
  const free = days.map((day) => withoutJob(day, visit.id));
  const anew = placedAnew(visit, by, stay, { before: days, after: free }, around);
  if (anew) return anew;
  const left = stay === 'wait' ? slotOf(visit, by, 'leave', free, around) : null;
  return {
    kind: 'needed',
    next: neededAt(visit, by, days, around.now),
    ifLeft: left?.modes.leave?.readyBy ?? null,
  };
}

/** The work of a visit from `by` on, on days in which it takes no place; null: it does not fit. */
export function placedAnew(
  visit: Visit,
  by: Instant,
  stay: Stay,
  { before, after: free }: Calendar,
  around: Around,
): Extract<Placed, { readonly kind: 'placed' }> | null {
  const slot = slotOf(visit, by, stay, free, around);
  const plan = slot?.modes[stay];
  if (!slot || !plan) return null;
  const only: Slot = { ...slot, modes: { [stay]: plan } };
  if (datesOf(only).some((date) => !free.some((day) => day.date === date))) return null;
  const { changes } = holdJobs(only, visit.id, around.now + MINUTE);
  const done = confirmJobs(applyChanges(free, changes, around.now), visit.id, stay, around.now);
  if (done.kind !== 'booked') return null;
  const dates = done.days
    .filter(({ jobs }) => jobs.some(({ id }) => id === visit.id))
    .map(({ date }) => date);
  // An owner who comes late is not promised more than before.
  const readyBy = Math.max(visit.readyBy, plan.readyBy);
  return {
    kind: 'placed',
    visit: { ...visit, stay, readyBy, dates },
    calendar: { before, after: done.days },
  };
}

/** By the desk's rules: what was sold is sold, and soft limits were kept when it was. */
function slotOf(
  visit: Visit,
  by: Instant,
  stay: Stay,
  free: readonly Day[],
  { station, now }: Around,
): Slot | null {
  const wish = { services: visit.services, mode: stay, by: 'desk' } as const;
  const slot = planAt(station, byDate(free), wish, by, Math.min(now, by));
  return 'kind' in slot ? null : slot;
}

/** The next work of others on the visit's bay or by its technician, where this work would run into it from `by` on. */
function neededAt(visit: Visit, by: Instant, days: readonly Day[], now: Instant): Instant | null {
  const jobs = days
    .flatMap((day) => day.jobs)
    .filter(({ holdUntil }) => holdUntil === null || holdUntil > now);
  const own = jobs.filter(({ id }) => id === visit.id);
  const takes = Math.max(...own.map(({ end }) => end)) - Math.min(...own.map(({ start }) => start));
  const starts = jobs
    .filter((job) => job.id !== visit.id && job.start < by + takes)
    .filter((job) =>
      own.some(
        ({ bay, technician, start }) =>
          job.start >= start && (job.bay === bay || (technician !== '' && job.technician === technician)),
      ),
    )
    .map(({ start }) => start);
  return starts.length > 0 ? Math.min(...starts) : null;
}
