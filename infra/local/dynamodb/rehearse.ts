import * as z from 'zod';
import type { Engine } from './engine.ts';
import { type Item, isItem, itemSize, MAX_ITEM_BYTES, pick } from './item.ts';
import { settled, type Table } from './tables.ts';
import { type Answer, type Body, errorMessage, validationError } from './wire.ts';

/** One write to one item, as a single operation or as part of a transaction. */
export type WriteAction = {
  readonly kind: 'Put' | 'Update' | 'Delete' | 'ConditionCheck';
  /** The request of the single operation: TableName, Key or Item, expressions, ReturnValues … */
  readonly request: Body;
};

/** What the action would do: the images around it and dynalite's answer, or why it is refused. */
export type Rehearsal =
  | {
      readonly kind: 'possible';
      readonly key: Item;
      readonly before: Item | undefined;
      readonly after: Item | undefined;
      readonly answer: Answer;
    }
  | { readonly kind: 'refused'; readonly before: Item | undefined; readonly answer: Answer };

/**
 * Tries writes out on a copy: the item as it is goes into an empty table of a second, in-memory engine, the action is
 * carried out there with its own condition, and the result is what the real write will be. So a transaction knows
 * that all its actions are possible, and every image, before the first real item is touched.
 */
export type Rehearse = (table: Table, action: WriteAction) => Promise<Rehearsal>;

const OPERATIONS = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  // A check is a conditional delete that stays on the stage.
  ConditionCheck: 'DeleteItem',
} as const satisfies Record<WriteAction['kind'], string>;

const read = z.object({ Item: z.custom<Item>(isItem).optional() });

/** `engine` holds the data, `stage` is the empty engine used for trying out. The caller holds the gate. */
export function createRehearse(engine: Engine, stage: Engine): Rehearse {
  const staged = new Map<string, Table>();

  async function setUp(table: Table): Promise<void> {
    if (staged.get(table.name) === table) return;
    await stage.call('DeleteTable', { TableName: table.name });
    await settled(stage, table.name, undefined);
    const made = await stage.call('CreateTable', table.creation);
    if (made.status !== 200) throw new Error(`no stage for table ${table.name}: ${errorMessage(made)}`);
    await settled(stage, table.name, 'ACTIVE');
    staged.set(table.name, table);
  }

  return async (table, { kind, request }) => {
    await setUp(table);
    const TableName = table.name;
    const Key = keyOf(table, request);
    const held = await engine.call('GetItem', { TableName, Key, ConsistentRead: true });
    // A key that cannot be read cannot be written either: dynalite words the refusal.
    const before = held.status === 200 ? read.parse(held.body).Item : undefined;
    if (before !== undefined) await stage.call('PutItem', { TableName, Item: before });
    const answer = await stage.call(OPERATIONS[kind], request);
    if (held.status !== 200 && answer.status === 200) {
      throw new Error(`the embedded DynamoDB wrote to ${TableName} what it could not read`);
    }
    const result = await stage.call('GetItem', { TableName, Key, ConsistentRead: true });
    if (result.status !== 200) return { kind: 'refused', before, answer };
    await stage.call('DeleteItem', { TableName, Key });
    if (answer.status !== 200) return { kind: 'refused', before, answer };

    const after = kind === 'ConditionCheck' ? before : read.parse(result.body).Item;
    const fault = after === undefined ? undefined : faultOf(table, kind, after);
    if (fault !== undefined) return { kind: 'refused', before, answer: validationError(fault) };
    return { kind: 'possible', key: Key, before, after, answer };
  };
}

/** The item under this key now; undefined when there is none. The caller holds the gate. */
export async function heldItem(engine: Engine, TableName: string, Key: Item): Promise<Item | undefined> {
  const answer = await engine.call('GetItem', { TableName, Key, ConsistentRead: true });
  return read.parse(answer.body).Item;
}

/** The key of an action: its `Key`, or the key attributes of its `Item`. */
export function keyOf(table: Table, request: Body): Item {
  if (isItem(request.Key)) return request.Key;
  return isItem(request.Item) ? pick(request.Item, table.keys) : {};
}

/** What DynamoDB refuses and dynalite does not: sizes in UTF-8, and empty or mistyped index keys. */
export function faultOf(table: Table, kind: WriteAction['kind'], after: Item): string | undefined {
  const update = kind === 'Update';
  if (itemSize(after) > MAX_ITEM_BYTES) {
    return `Item size ${update ? 'to update ' : ''}has exceeded the maximum allowed size`;
  }
  for (const index of table.indexes) {
    for (const name of index.keys) {
      const value = after[name];
      if (value === undefined) continue;
      if (value.S === '' || value.B === '') {
        const type = value.S === '' ? 'string' : 'binary';
        return update
          ? `One or more parameter values are not valid. The update expression attempted to update a secondary index key to a value that is not supported. The AttributeValue for a key attribute cannot contain an empty ${type} value.`
          : `One or more parameter values are not valid. A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty ${type} value. IndexName: ${index.name}, IndexKey: ${name}`;
      }
      const type = table.types.get(name);
      if (type !== undefined && !(type in value)) {
        return `One or more parameter values were invalid: Type mismatch for Index Key ${name} Expected: ${type} Actual: ${Object.keys(value).join()} IndexName: ${index.name}`;
      }
    }
  }
  return undefined;
}
