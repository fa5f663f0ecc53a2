import * as z from 'zod';
import type { Instant } from '#shared/domain/clock.ts';
import { type Day, liveJobs } from '#shared/domain/day.ts';

/**
 * Times that are only held: somebody is choosing. Most of them are booked a minute later; one that is let go was hidden from whoever
 * looked for a time meanwhile, and is looked at again when the hold runs out. Pure; instants are epoch milliseconds.
 */

/** A time that is held until then, and the station dates on which it lies. */
export const heldSchema = z.object({
  dates: z.array(z.string()),
  from: z.number(),
  to: z.number(),
  until: z.number(),
});
export type Held = z.infer<typeof heldSchema>;

/** Each hold of these days once, the one that runs out first before the others. */
export function heldIn(days: readonly Day[], now: Instant): readonly Held[] {
  const all = new Map<string, Held>();
  for (const day of days)
    for (const { id, start, end, holdUntil } of liveJobs(day, now)) {
      if (holdUntil === null) continue;
      const known = all.get(id);
      const dates = [...new Set([...(known?.dates ?? []), day.date])];
      const [from, to] = [Math.min(known?.from ?? start, start), Math.max(known?.to ?? end, end)];
      all.set(id, { dates, from, to, until: holdUntil });
    }
  return [...all.values()].sort((a, b) => a.until - b.until);
}
