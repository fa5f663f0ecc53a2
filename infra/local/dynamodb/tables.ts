import * as z from 'zod';
import type { Engine } from './engine.ts';
import { type Item, pick } from './item.ts';
import { errorName } from './wire.ts';

/** What the layer must know of a table to judge a write: keys, indexes and the types of both. */
export type Table = {
  readonly name: string;
  readonly keys: readonly string[];
  /** The type (S, N or B) of every attribute that is part of a key. */
  readonly types: ReadonlyMap<string, string>;
  readonly indexes: readonly Index[];
  /** The request that makes the same table elsewhere. */
  readonly creation: Readonly<Record<string, unknown>>;
};

export type Index = {
  readonly name: string;
  readonly kind: 'LocalSecondaryIndexes' | 'GlobalSecondaryIndexes';
  readonly keys: readonly string[];
  /** The attributes an entry holds; undefined means all of them. */
  readonly projected: readonly string[] | undefined;
};

/** The tables of one engine, described once and remembered. */
export type Tables = {
  /** Undefined when there is no such table. */
  find(name: string): Promise<Table | undefined>;
  names(): Promise<readonly string[]>;
  /** To be called when a table was changed or removed. */
  forget(name: string): void;
};

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.string() }));
const indexes = z
  .array(
    z.object({
      IndexName: z.string(),
      KeySchema: keySchema,
      Projection: z.object({
        ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
        NonKeyAttributes: z.array(z.string()).optional(),
      }),
    }),
  )
  .default([]);
const description = z.object({
  Table: z.object({
    TableName: z.string(),
    TableStatus: z.string(),
    KeySchema: keySchema,
    AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.string() })),
    LocalSecondaryIndexes: indexes,
    GlobalSecondaryIndexes: indexes,
  }),
});
const listing = z.object({ TableNames: z.array(z.string()), LastEvaluatedTableName: z.string().optional() });

export function createTables(engine: Engine): Tables {
  const known = new Map<string, Table>();
  return {
    async find(name) {
      const remembered = known.get(name);
      if (remembered !== undefined) return remembered;
      const answer = await engine.call('DescribeTable', { TableName: name });
      if (answer.status !== 200) return undefined;
      const table = readTable(answer.body);
      known.set(name, table);
      return table;
    },
    async names() {
      const names: string[] = [];
      let start: string | undefined;
      do {
        const answer = await engine.call('ListTables', start ? { ExclusiveStartTableName: start } : {});
        const page = listing.parse(answer.body);
        names.push(...page.TableNames);
        start = page.LastEvaluatedTableName;
      } while (start !== undefined);
      return names;
    },
    forget: (name) => known.delete(name),
  };
}

/** `ACTIVE`, `CREATING` … or undefined when there is no such table. */
export async function tableStatus(engine: Engine, name: string): Promise<string | undefined> {
  const answer = await engine.call('DescribeTable', { TableName: name });
  if (errorName(answer) === 'ResourceNotFoundException') return undefined;
  return description.parse(answer.body).Table.TableStatus;
}

/** Waits until a table just asked for (`ACTIVE`) or given up (`undefined`) is so: a few milliseconds. */
export async function settled(engine: Engine, name: string, wanted: 'ACTIVE' | undefined): Promise<void> {
  while ((await tableStatus(engine, name)) !== wanted) {
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

/** The entry an index holds for this item; undefined when the item is not in that (sparse) index. */
export function indexEntry(index: Index, item: Item | undefined): Item | undefined {
  if (item === undefined || index.keys.some((name) => item[name] === undefined)) return undefined;
  return index.projected === undefined ? item : pick(item, index.projected);
}

function readTable(body: unknown): Table {
  const { Table: table } = description.parse(body);
  const keys = names(table.KeySchema);
  const read = (kind: Index['kind']) =>
    table[kind].map((index): Index => {
      const own = names(index.KeySchema);
      const { ProjectionType: projection, NonKeyAttributes: more = [] } = index.Projection;
      return {
        name: index.IndexName,
        kind,
        keys: own,
        projected: projection === 'ALL' ? undefined : [...new Set([...keys, ...own, ...more])],
      };
    });
  return {
    name: table.TableName,
    keys,
    types: new Map(table.AttributeDefinitions.map((each) => [each.AttributeName, each.AttributeType])),
    indexes: [...read('LocalSecondaryIndexes'), ...read('GlobalSecondaryIndexes')],
    creation: {
      TableName: table.TableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: table.KeySchema,
      AttributeDefinitions: table.AttributeDefinitions,
      ...some('LocalSecondaryIndexes', table.LocalSecondaryIndexes),
      ...some('GlobalSecondaryIndexes', table.GlobalSecondaryIndexes),
    },
  };
}

function names(schema: z.infer<typeof keySchema>): readonly string[] {
  return schema.map((key) => key.AttributeName);
}

/** An empty list of indexes is refused where no list is not. */
function some(kind: Index['kind'], list: readonly unknown[]): Record<string, unknown> {
  return list.length === 0 ? {} : { [kind]: list };
}
