import * as z from 'zod';
import { capacityWanted, consumedByTable, readUnits } from './capacity.ts';
import { type Item, isItem, itemSize } from './item.ts';
import { heldItem } from './rehearse.ts';
import type { Store } from './store.ts';
import { readTransactGet } from './transact-request.ts';
import { type Answer, type Body, ok } from './wire.ts';

const got = z.object({ Item: z.custom<Item>(isItem).optional() });

/** TransactGetItems: up to 100 items as they were at one moment; a missing one is an empty entry. */
export async function transactGet(store: Store, body: Body): Promise<Answer> {
  return store.gate.read(async () => {
    const request = await readTransactGet(store.tables, body);
    if (request.kind === 'refused') return request.answer;
    const responses = [];
    for (const get of request.value) {
      const answer = await store.engine.call('GetItem', { ...get, ConsistentRead: true });
      if (answer.status !== 200) return answer;
      const { Item: item } = got.parse(answer.body);
      responses.push(item === undefined ? {} : { Item: item });
    }
    const used = capacityWanted(body) === 'NONE' ? [] : await weigh(store, request.value);
    return ok({ Responses: responses, ...consumedByTable(used, body) });
  });
}

async function weigh(store: Store, gets: readonly Body[]) {
  const used = [];
  for (const get of gets) {
    const name = String(get.TableName);
    const held = isItem(get.Key) ? await heldItem(store.engine, name, get.Key) : undefined;
    used.push({ table: name, units: { table: readUnits(itemSize(held ?? {}), 2), indexes: [] } });
  }
  return used;
}
