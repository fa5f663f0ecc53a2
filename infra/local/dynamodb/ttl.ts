import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { commit } from './commit.ts';
import { type Item, isItem, pick } from './item.ts';
import { heldItem } from './rehearse.ts';
import type { Store } from './store.ts';
import { type Answer, type Body, ok, serviceError, validationError } from './wire.ts';

/** Which attribute of which table says when an item expires (seconds since 1970). */
export type TtlSettings = {
  get(table: string): string | undefined;
  /** `undefined` switches it off. */
  set(table: string, attribute: string | undefined): void;
  entries(): readonly (readonly [table: string, attribute: string])[];
};

/**
 * The service leaves items alone that expired more than five years ago
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/time-to-live-ttl-before-you-start.html).
 */
const OLDEST_SECONDS = 5 * 365 * 86_400;

const settings = z.record(z.string(), z.string());
const specification = z.object({ AttributeName: z.string().min(1), Enabled: z.boolean() });
const page = z.object({
  Items: z.array(z.custom<Item>(isItem)),
  LastEvaluatedKey: z.custom<Item>(isItem).optional(),
});

/** Keeps the settings in `file`, or without one in this process only. */
export function openTtlSettings(file: string | undefined): TtlSettings {
  const stored: unknown =
    file !== undefined && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const attributes = new Map(Object.entries(settings.parse(stored)));
  return {
    get: (table) => attributes.get(table),
    set(table, attribute) {
      if (attribute === undefined) attributes.delete(table);
      else attributes.set(table, attribute);
      if (file === undefined) return;
      writeFileSync(`${file}.new`, JSON.stringify(Object.fromEntries(attributes)));
      renameSync(`${file}.new`, file);
    },
    entries: () => [...attributes],
  };
}

export async function updateTimeToLive(store: Store, body: Body): Promise<Answer> {
  const table = await store.tables.find(String(body.TableName));
  if (table === undefined) return noTable();
  const parsed = specification.safeParse(body.TimeToLiveSpecification);
  if (!parsed.success) {
    return validationError(`TimeToLiveSpecification is not valid: ${z.prettifyError(parsed.error)}`);
  }
  const { AttributeName, Enabled } = parsed.data;
  const current = store.ttl.get(table.name);
  if (Enabled && current === AttributeName) return validationError('TimeToLive is already enabled');
  if (!Enabled && current === undefined) return validationError('TimeToLive is already disabled');
  if (current !== undefined && current !== AttributeName) {
    return validationError('TimeToLive is active on a different AttributeName');
  }
  store.ttl.set(table.name, Enabled ? AttributeName : undefined);
  return ok({ TimeToLiveSpecification: { AttributeName, Enabled } });
}

export async function describeTimeToLive(store: Store, body: Body): Promise<Answer> {
  const table = await store.tables.find(String(body.TableName));
  if (table === undefined) return noTable();
  const attribute = store.ttl.get(table.name);
  return ok({
    TimeToLiveDescription:
      attribute === undefined
        ? { TimeToLiveStatus: 'DISABLED' }
        : { TimeToLiveStatus: 'ENABLED', AttributeName: attribute },
  });
}

/**
 * Deletes the items whose time has come by the station's clock and returns how many there were. The service promises
 * this only within days, so nothing may depend on it; an item that was renewed meanwhile stays.
 */
export async function sweepExpired(store: Store): Promise<number> {
  let deleted = 0;
  for (const [name, attribute] of store.ttl.entries()) {
    const table = await store.tables.find(name);
    if (table === undefined) continue;
    for (const item of await expiredItems(store, name, attribute)) {
      const key = pick(item, table.keys);
      deleted += await store.gate.write(async () => {
        const before = await heldItem(store.engine, name, key);
        if (before === undefined || before[attribute]?.N !== item[attribute]?.N) return 0;
        const change = { table: name, key, before, after: undefined };
        await commit(store, [change], { durable: false, token: undefined, complete: () => undefined });
        return 1;
      });
    }
  }
  return deleted;
}

async function expiredItems(store: Store, TableName: string, attribute: string): Promise<readonly Item[]> {
  const seconds = store.now() / 1000;
  const found: Item[] = [];
  let start: Item | undefined;
  do {
    const answer = await store.gate.read(() =>
      store.engine.call('Scan', {
        TableName,
        ExclusiveStartKey: start,
        FilterExpression: '#expiry < :now AND #expiry > :oldest',
        ExpressionAttributeNames: { '#expiry': attribute },
        ExpressionAttributeValues: {
          ':now': { N: String(seconds) },
          ':oldest': { N: String(seconds - OLDEST_SECONDS) },
        },
      }),
    );
    const { Items, LastEvaluatedKey } = page.parse(answer.body);
    found.push(...Items);
    start = LastEvaluatedKey;
  } while (start !== undefined);
  return found;
}

function noTable(): Answer {
  return serviceError('ResourceNotFoundException', 'Requested resource not found');
}
