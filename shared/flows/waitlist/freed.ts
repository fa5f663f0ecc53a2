import type { LocalDate } from '#shared/domain/clock.ts';
import type { Visit } from '#shared/domain/customer.ts';
import type { Change } from '#shared/domain/facts.ts';

/** Timers of this flow begin so; what was freed is offered when one of them fires. */
export const freedPrefix = 'waitlist#freed#';

/**
 * Something on these station dates is free again: whoever waits for such a time is asked, one person after the other. Put beside the
 * change that frees it, by whatever frees it: a cancelled or moved visit, a bay that is released, a day that opens after all.
 * `visit`: whose time it was; who waits for any day is asked about that time only, not about what was free before.
 * It lies where the step itself is at home; it says nothing to anybody there.
 */
export function freed(
  dates: readonly LocalDate[],
  { now, id }: { readonly now: number; readonly id: string },
  visit: Pick<Visit, 'start' | 'readyBy'> | null = null,
): readonly Change[] {
  if (dates.length === 0) return [];
  const span = visit && { from: visit.start, to: visit.readyBy };
  const on = [...new Set(dates)].sort();
  return [{ kind: 'timer', key: `${freedPrefix}${id}`, dueAt: now, data: { dates: on, span } }];
}
