import { type Customer, customerSchema } from '#shared/domain/customer.ts';
import type { Key } from './table.ts';

/** Everything of one person lies in one partition: profile, visits, agreements, consents, requests. */
export function personPk(customer: string): string {
  return `P#${customer}`;
}

export function customerKey(customer: string): Key {
  return { pk: personPk(customer), sk: 'customer' };
}

export function customerItem(customer: Customer) {
  return { ...customerKey(customer.id), ...customer };
}

export function customerFrom(item: unknown): Customer {
  return customerSchema.parse(item);
}
