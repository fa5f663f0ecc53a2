import { addDays, type Instant, toInstant, toWall } from '#shared/domain/clock.ts';
import type { Customer, PastVisit } from '#shared/domain/customer.ts';
import type { Change } from '#shared/domain/facts.ts';
import { deskHoursOn } from '#shared/station/hours.ts';
import type { Station } from '#shared/station/schema.ts';

/** What is begun when a visit ends: the question how it was, on the next working day. */

const prefix = 'feedback#';
/** A station that is shut for longer in one piece asks nobody any more, in days. */
const farthest = 60;

/** All that follows a visit that is over, to be written with its end; `customer`: the row as it will be. */
export function afterVisit(
  _customer: Customer,
  past: PastVisit,
  station: Station,
  now: Instant,
): readonly Change[] {
  // Who came without a messenger is asked by nobody, and who was not served has nothing to rate.
  if (past.chat === '' || past.stage !== 'handedBack') return [];
  return [feedbackTimer(past, station, now)];
}

/** The timer of the question how a visit was; it lies where the visit was spoken of. Only for visits with a chat. */
export function feedbackTimer(past: PastVisit, station: Station, now: Instant): Change {
  const dueAt = askedAt(station, now);
  const data = dueAt === null ? null : { visit: past.id };
  return { kind: 'timer', key: `${prefix}${past.id}`, dueAt, data, chat: past.chat };
}

/** The hour of the question on the first later day on which the desk is open at that hour; null where none is near. */
export function askedAt(station: Station, now: Instant): Instant | null {
  const minute = station.rules.visits.askHowAt;
  const today = toWall(now, station.zone).date;
  for (let ahead = 1; ahead <= farthest; ahead += 1) {
    const date = addDays(today, ahead);
    const hours = deskHoursOn(station, date);
    if (hours === null || minute < hours.open || minute >= hours.close) continue;
    const at = toInstant(date, minute, station.zone);
    if (at !== 'gap') return at;
  }
  return null;
}
