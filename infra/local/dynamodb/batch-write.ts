import * as z from 'zod';
import { consumedByTable, writeUnits } from './capacity.ts';
import { commit } from './commit.ts';
import { type Item, isItem, itemText } from './item.ts';
import { keyOf, type WriteAction } from './rehearse.ts';
import type { Store } from './store.ts';
import type { Table } from './tables.ts';
import { type Answer, type Body, ok } from './wire.ts';

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html */
const MAX_ACTIONS = 25;

const item = z.custom<Item>(isItem);
const requestItems = z.record(
  z.string(),
  z.array(
    z.union([
      z.strictObject({ PutRequest: z.looseObject({ Item: item }) }),
      z.strictObject({ DeleteRequest: z.looseObject({ Key: item }) }),
    ]),
  ),
);

type Planned = { readonly table: Table; readonly action: WriteAction };

/**
 * BatchWriteItem: puts and deletes without conditions. Here they happen as one write, which the service does not
 * promise but allows; nothing is ever left unprocessed.
 */
export async function batchWrite(store: Store, body: Body): Promise<Answer> {
  return store.gate.write(async () => {
    const planned = await plan(store, body);
    // Whatever the layer cannot make sense of, dynalite refuses in the service's words.
    if (planned === undefined) return store.engine.call('BatchWriteItem', body);

    const writes = [];
    for (const { table, action } of planned) {
      const rehearsal = await store.rehearse(table, action);
      if (rehearsal.kind === 'refused') return rehearsal.answer;
      writes.push({ table, key: rehearsal.key, before: rehearsal.before, after: rehearsal.after });
    }
    await commit(
      store,
      writes.map((write) => ({ ...write, table: write.table.name })),
      { durable: false, token: undefined, complete: () => undefined },
    );
    const parts = writes.map(({ table, before, after }) => ({
      table: table.name,
      units: writeUnits(table, before, after, 1),
    }));
    return ok({ UnprocessedItems: {}, ...consumedByTable(parts, body) });
  });
}

async function plan(store: Store, body: Body): Promise<readonly Planned[] | undefined> {
  const parsed = requestItems.safeParse(body.RequestItems);
  if (!parsed.success) return undefined;
  const planned: Planned[] = [];
  const seen = new Set<string>();
  for (const [name, requests] of Object.entries(parsed.data)) {
    const table = await store.tables.find(name);
    if (table === undefined || requests.length === 0) return undefined;
    for (const each of requests) {
      const action: WriteAction =
        'PutRequest' in each
          ? { kind: 'Put', request: { TableName: name, Item: each.PutRequest.Item } }
          : { kind: 'Delete', request: { TableName: name, Key: each.DeleteRequest.Key } };
      seen.add(`${name}/${itemText(keyOf(table, action.request))}`);
      planned.push({ table, action });
    }
  }
  const sound = planned.length > 0 && planned.length <= MAX_ACTIONS && seen.size === planned.length;
  return sound ? planned : undefined;
}
