import { personPk } from '#shared/store/customer.ts';
import { filesIn } from '#shared/store/erase/sweep.ts';
import { readPartition } from '#shared/store/read.ts';
import type { Table } from '#shared/store/table.ts';

/** Keys of the files that belong to these customers: who approved their costs saw them, but they are not that person's. */
export async function filesOf(customers: readonly string[], table: Table): Promise<ReadonlySet<string>> {
  const keys = new Set<string>();
  for (const customer of customers)
    for (const key of filesIn(await readPartition(table, personPk(customer)))) keys.add(key);
  return keys;
}
