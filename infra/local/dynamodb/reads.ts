import * as z from 'zod';
import { capacityWanted, consumed, readUnits, type Units } from './capacity.ts';
import { type Item, isItem, itemSize } from './item.ts';
import { heldItem } from './rehearse.ts';
import type { Store } from './store.ts';
import { type Answer, type Body, ok } from './wire.ts';

const item = z.custom<Item>(isItem);
const answeredPage = z.object({ Items: z.array(item) });
const batch = z.object({
  Responses: z.record(z.string(), z.unknown()),
  UnprocessedKeys: z.record(z.string(), z.object({ Keys: z.array(item) })),
});
const batchRequest = z.object({
  RequestItems: z.record(
    z.string(),
    z.object({ Keys: z.array(item), ConsistentRead: z.boolean().nullish() }),
  ),
});

/** What a page is shown as, but not what it costs: a filter and a projection are applied after reading. */
const SHOWN = [
  'FilterExpression',
  'QueryFilter',
  'ScanFilter',
  'ConditionalOperator',
  'ProjectionExpression',
  'AttributesToGet',
  'Select',
];

/** GetItem with the capacity of the whole item, whatever part of it is asked for. */
export async function getItem(store: Store, request: Body): Promise<Answer> {
  return store.gate.read(async () => {
    const answer = await store.engine.call('GetItem', request);
    const key = request.Key;
    if (answer.status !== 200 || capacityWanted(request) === 'NONE' || !isItem(key)) return answer;
    const name = String(request.TableName);
    const held = await heldItem(store.engine, name, key);
    return withCapacity(answer, request, {
      table: readUnits(itemSize(held ?? {}), weight(request)),
      indexes: [],
    });
  });
}

/** BatchGetItem with the capacity of the items it read. */
export async function batchGet(store: Store, request: Body): Promise<Answer> {
  return store.gate.read(async () => {
    const answer = await store.engine.call('BatchGetItem', request);
    const wanted = capacityWanted(request);
    if (answer.status !== 200 || wanted === 'NONE') return answer;
    const { UnprocessedKeys: left } = batch.parse(answer.body);
    const used = [];
    for (const [name, asked] of Object.entries(batchRequest.parse(request).RequestItems)) {
      const unread = new Set(left[name]?.Keys.map((key) => JSON.stringify(key)));
      let units = 0;
      for (const key of asked.Keys.filter((each) => !unread.has(JSON.stringify(each)))) {
        const held = await heldItem(store.engine, name, key);
        units += readUnits(itemSize(held ?? {}), asked.ConsistentRead ? 1 : 0.5);
      }
      used.push(consumed(name, { table: units, indexes: [] }, wanted));
    }
    return ok({ ...answer.body, ConsumedCapacity: used });
  });
}

/**
 * Query and Scan with the capacity of everything they read. A page that was filtered or projected is read once more
 * in full to be weighed; a page without items costs its minimum.
 */
export async function readPage(store: Store, operation: 'Query' | 'Scan', request: Body): Promise<Answer> {
  return store.gate.read(async () => {
    const answer = await store.engine.call(operation, request);
    if (answer.status !== 200 || capacityWanted(request) === 'NONE') return answer;
    const shortened = SHOWN.some((name) => request[name] !== undefined);
    const whole = shortened ? await store.engine.call(operation, wholePageRequest(request)) : answer;
    const bytes = answeredPage.parse(whole.body).Items.reduce((sum, each) => sum + itemSize(each), 0);
    const units = readUnits(bytes, weight(request));
    const table = await store.tables.find(String(request.TableName));
    const index = table?.indexes.find((each) => each.name === request.IndexName);
    return withCapacity(
      answer,
      request,
      index === undefined
        ? { table: units, indexes: [] }
        : { table: 0, indexes: [{ kind: index.kind, name: index.name, units }] },
    );
  });
}

/** The same page as it is stored. Names and values that only the filter used would be refused, so they go too. */
function wholePageRequest(request: Body): Body {
  const kept = Object.entries(request).filter(([name]) => !SHOWN.includes(name));
  const condition = String(request.KeyConditionExpression ?? '');
  const used = (map: unknown) => {
    const entries = Object.entries(z.record(z.string(), z.unknown()).catch({}).parse(map)).filter(([name]) =>
      new RegExp(`${name}(?![A-Za-z0-9_])`).test(condition),
    );
    return entries.length === 0 ? undefined : Object.fromEntries(entries);
  };
  return {
    ...Object.fromEntries(kept),
    ExpressionAttributeNames: used(request.ExpressionAttributeNames),
    ExpressionAttributeValues: used(request.ExpressionAttributeValues),
  };
}

function weight(request: Body): 0.5 | 1 {
  return request.ConsistentRead === true ? 1 : 0.5;
}

function withCapacity(answer: Answer, request: Body, units: Units): Answer {
  const wanted = capacityWanted(request);
  if (wanted === 'NONE') return answer;
  return ok({ ...answer.body, ConsumedCapacity: consumed(String(request.TableName), units, wanted) });
}
