import type { Customer } from '#shared/domain/customer.ts';
import type { Known } from '#shared/domain/stripped.ts';
import type { Station } from '#shared/station/schema.ts';

type Theirs = Pick<Customer, 'name' | 'approver' | 'approvesFor' | 'vehicles'>;

/** Whose names and cars are taken out of words: the customer's, of those who decide with them, and of everybody who works here. */
export function knownOf(customer: Theirs, station: Pick<Station, 'advisors' | 'technicians'>): Known {
  const { name, approver, approvesFor, vehicles } = customer;
  const staff = [...station.advisors, ...station.technicians].flatMap((one) => Object.values(one.name));
  const others = [...(approver ? [approver] : []), ...approvesFor].map((one) => one.name);
  return { names: [name, ...others, ...staff], cars: vehicles.map(({ label }) => label) };
}
