import type { Customer, Visit } from '#shared/domain/customer.ts';

/** What was agreed for a visit's car, in cents: of finished work and of what goes on; null where nothing was. */
export function agreedCents(visit: Visit, customer: Customer): number | null {
  const running = customer.orders
    .filter(({ car, state }) => car === visit.vehicle.short && state === 'agreed')
    .reduce((sum, { cents }) => sum + cents, 0);
  const all = (visit.life.cents ?? 0) + running;
  return all > 0 ? all : null;
}
