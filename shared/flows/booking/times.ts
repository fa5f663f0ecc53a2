import { type Customer, upcomingVisits } from '#shared/domain/customer.ts';
import type { Wish } from '#shared/domain/slots/types.ts';
import type { Turn } from '../flow.ts';
import type { Draft } from './state.ts';

/** What the person asks the calendar for. The same wish gives the same times in every language. */
export function wishOf(draft: Draft, turn: Pick<Turn, 'customer' | 'now'>): Wish {
  const { services, moving } = draft;
  const elsewhere = withUs(draft, turn);
  return { services, mode: 'any', elsewhere, ...(moving ? { excluding: moving.id } : {}) };
}

/**
 * When the car that is meant is with us for other visits: one car is not expected twice at a time. An advisor who offers a time knows
 * what they do.
 */
function withUs({ id, vehicle, offered }: Draft, { customer, now }: Pick<Turn, 'customer' | 'now'>) {
  return offered === undefined ? spansOf({ id, car: vehicle?.id }, customer, now) : [];
}

/** From when to when a car is with us for visits other than this one. */
export function spansOf(
  { id, car }: { readonly id: string; readonly car: string | undefined },
  customer: Customer,
  now: number,
): NonNullable<Wish['elsewhere']> {
  return upcomingVisits(customer, now)
    .filter((one) => one.id !== id && one.vehicle.id === car)
    .map(({ start, readyBy }) => ({ from: start, to: readyBy }));
}
