import type { Visit } from '#shared/domain/customer.ts';
import { withoutJob } from '#shared/domain/day.ts';
import type { Change, Facts } from '#shared/domain/facts.ts';
import { dayChanges } from '#shared/flows/booking/day-changes.ts';
import { freed } from '#shared/flows/waitlist/freed.ts';
import type { About, DeskTurn } from '../turn.ts';

/** The bay is free again for whoever waits for such a time. */
export function bayFree(
  visit: Visit,
  { days }: Facts,
  { home }: Pick<About, 'home'>,
  { now, id }: DeskTurn,
): readonly Change[] {
  const before = [...days.values()].filter(({ date }) => visit.dates.includes(date));
  const after = before.map((day) => withoutJob(day, visit.id));
  const offers = freed(visit.dates, { now, id }, visit).map(
    (change): Change =>
      // A visit without a messenger has no chat whose timer it could be: the group's own is.
      change.kind === 'timer' && home && visit.chat !== '' ? { ...change, chat: visit.chat } : change,
  );
  return [...dayChanges({ before, after }), ...offers];
}
