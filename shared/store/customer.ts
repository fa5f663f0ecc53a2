import { type Customer, customerSchema } from '#shared/domain/customer.ts';
import { getOne } from './read.ts';
import type { Key, Table } from './table.ts';

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

/** Customers are merged again now and then, never in a circle: the one that stays was never merged away. */
const mostMerges = 5;

/**
 * The customer of that id, or the one whom they turned out to be; null when there is none. `found`: the row, where it was
 * read already. One read for every merge on the way, and none where there was none.
 */
export async function readCustomer(table: Table, id: string, found?: unknown): Promise<Customer | null> {
  let item = found ?? (await getOne(table, customerKey(id)));
  for (let merges = 0; merges < mostMerges; merges += 1) {
    const customer = item === undefined ? null : customerFrom(item);
    if (customer === null || customer.mergedInto === null) return customer;
    item = await getOne(table, customerKey(customer.mergedInto));
  }
  throw new RangeError(`A customer was merged more than ${mostMerges} times: these rows run in a circle.`);
}
