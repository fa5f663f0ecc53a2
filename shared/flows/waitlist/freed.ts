import type { LocalDate } from '#shared/domain/clock.ts';
import type { Change } from '#shared/domain/facts.ts';

/** Timers of this flow begin so; what was freed is offered when one of them fires. */
export const freedPrefix = 'waitlist#freed#';

/**
 * Something on these station dates is free again: whoever waits for such a time is asked, one person after the other. Put beside the
 * change that frees it, by whatever frees it: a cancelled or moved visit, a bay that is released, a day that opens after all.
 * It lies where the step itself is at home; it says nothing to anybody there.
 */
export function freed(
  dates: readonly LocalDate[],
  { now, id }: { readonly now: number; readonly id: string },
): readonly Change[] {
  if (dates.length === 0) return [];
  const on = [...new Set(dates)].sort();
  return [{ kind: 'timer', key: `${freedPrefix}${id}`, dueAt: now, data: { dates: on } }];
}
