import type { Instant } from '#shared/domain/clock.ts';
import type { Customer, PastVisit } from '#shared/domain/customer.ts';
import type { Change } from '#shared/domain/facts.ts';
import type { Station } from '#shared/station/schema.ts';
import { serviceTimer } from '../service/timer.ts';
import { nextAskingDay } from './moment.ts';

/** What is begun when a visit ends: the question how it was, and the reminder of what is due next of that car. */

const prefix = 'feedback#';

/** All that follows a visit that is over, to be written with its end; `customer`: the row as it will be. */
export function afterVisit(
  customer: Customer,
  past: PastVisit,
  station: Station,
  now: Instant,
): readonly Change[] {
  // Who came without a messenger is asked by nobody, and who was not served has nothing to rate.
  if (past.chat === '' || past.stage !== 'handedBack') return [];
  return [
    feedbackTimer(past, nextAskingDay(station, now)),
    serviceTimer(customer, past.vehicle.id, past.chat, station, now),
  ];
}

/** Nobody is asked how a visit was that goes on after all. */
export function noFeedback(past: PastVisit): readonly Change[] {
  return past.chat === '' ? [] : [feedbackTimer(past, null)];
}

/** The timer of the question how a visit was; it lies where the visit was spoken of. */
function feedbackTimer({ id, chat }: PastVisit, dueAt: Instant | null): Change {
  const data = dueAt === null ? null : { visit: id };
  return { kind: 'timer', key: `${prefix}${id}`, dueAt, data, chat };
}
