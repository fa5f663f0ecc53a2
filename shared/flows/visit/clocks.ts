import type { Customer } from '#shared/domain/customer.ts';
import type { Change } from '#shared/domain/facts.ts';
import type { Station } from '#shared/station/schema.ts';
import { clockChange } from '../clock/agenda.ts';

/** The clocks of the visits that differ between two rows of a customer. */
export function clocksOf(was: Customer, now: Customer, station: Station, at: number): readonly Change[] {
  return now.visits
    .filter((visit) => was.visits.some((one) => one.id === visit.id && one !== visit))
    .flatMap((visit) => clockChange(visit, { customer: now, station }, at));
}
