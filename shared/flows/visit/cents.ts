import type { Customer, Visit } from '#shared/domain/customer.ts';

/** What was agreed for a visit's car, in cents: of finished work and of what goes on; null where nothing was. */
export function agreedCents(visit: Visit, customer: Customer): number | null {
  const all = (visit.life.cents ?? 0) + (aheadCents(visit, customer) ?? 0);
  return all > 0 ? all : null;
}

/** What of it is agreed and not finished; null where no such work is. */
export function aheadCents({ vehicle }: Visit, { orders }: Customer): number | null {
  const ahead = orders
    .filter(({ car, state }) => car === vehicle.short && state === 'agreed')
    .reduce((sum, { cents }) => sum + cents, 0);
  return ahead > 0 ? ahead : null;
}
