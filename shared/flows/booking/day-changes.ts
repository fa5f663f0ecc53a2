import type { Day } from '#shared/domain/day.ts';
import type { Change, Facts } from '#shared/domain/facts.ts';
import { releaseHold } from '#shared/domain/slots/hold.ts';
import type { Days } from '#shared/domain/slots/types.ts';

/** The station's days as they were read, and as they would be after what this turn does to them. */
export type Calendar = { readonly before: readonly Day[]; readonly after: readonly Day[] };

/** The days that were read, with the holds of these drafts already given back (in memory; written with the rest). */
export function calendarOf(facts: Facts, ...draftIds: readonly string[]): Calendar {
  const before = [...facts.days.values()];
  return { before, after: draftIds.reduce(releaseHold, before) };
}

export function daysOf({ after }: Calendar): Days {
  return byDate(after);
}

export function byDate(days: readonly Day[]): ReadonlyMap<string, Day> {
  return new Map(days.map((day) => [day.date, day]));
}

/** The writes that turn `before` into `after`: only days whose jobs really changed. */
export function dayChanges({ before, after }: Calendar): readonly Change[] {
  return after.flatMap((day, index): readonly Change[] =>
    sameJobs(before[index], day) ? [] : [{ kind: 'day', day }],
  );
}

function sameJobs(before: Day | undefined, after: Day): boolean {
  return (
    before !== undefined &&
    before.jobs.length === after.jobs.length &&
    before.jobs.every((job, index) => job === after.jobs[index])
  );
}
