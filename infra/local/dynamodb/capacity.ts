import { type Item, itemSize, itemText } from './item.ts';
import { type Index, indexEntry, type Table } from './tables.ts';
import type { Body } from './wire.ts';

/** Capacity units used on one table and, by name, on its indexes. */
export type Units = {
  readonly table: number;
  readonly indexes: readonly {
    readonly kind: Index['kind'];
    readonly name: string;
    readonly units: number;
  }[];
};

/**
 * What a request asks for in `ReturnConsumedCapacity`: nothing, the sum, or the sum and its parts.
 * Units follow https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html
 */
export function capacityWanted(request: Body): 'NONE' | 'TOTAL' | 'INDEXES' {
  const wanted = request.ReturnConsumedCapacity;
  return wanted === 'TOTAL' || wanted === 'INDEXES' ? wanted : 'NONE';
}

/**
 * One unit a KB for the larger of the two images, and for each index entry that is added, removed or changed; an
 * entry that moves is removed and added. A transaction prepares and commits: `times` 2, indexes included, as
 * DynamoDB Local counts it.
 */
export function writeUnits(
  table: Table,
  before: Item | undefined,
  after: Item | undefined,
  times: 1 | 2,
): Units {
  return {
    table: times * Math.max(1, writeKilobytes(before), writeKilobytes(after)),
    indexes: table.indexes.flatMap((index) => {
      const units = entryUnits(index, indexEntry(index, before), indexEntry(index, after));
      return units === 0 ? [] : [{ kind: index.kind, name: index.name, units: times * units }];
    }),
  };
}

/** One unit for each 4 KB begun of what was read; half when eventually consistent, twice in a transaction. */
export function readUnits(bytes: number, weight: 0.5 | 1 | 2): number {
  return weight * Math.max(1, Math.ceil(bytes / 4096));
}

export function addUnits(all: readonly Units[]): Units {
  const indexes = new Map<string, Units['indexes'][number]>();
  for (const each of all.flatMap((units) => units.indexes)) {
    const sum = indexes.get(each.name);
    indexes.set(each.name, { ...each, units: each.units + (sum?.units ?? 0) });
  }
  return { table: all.reduce((sum, units) => sum + units.table, 0), indexes: [...indexes.values()] };
}

/** The `ConsumedCapacity` of one table as the answer carries it. */
export function consumed(tableName: string, units: Units, wanted: 'TOTAL' | 'INDEXES'): Body {
  const total = units.table + units.indexes.reduce((sum, index) => sum + index.units, 0);
  if (wanted === 'TOTAL') return { TableName: tableName, CapacityUnits: total };
  return {
    TableName: tableName,
    CapacityUnits: total,
    Table: { CapacityUnits: units.table },
    ...byIndex('LocalSecondaryIndexes', units),
    ...byIndex('GlobalSecondaryIndexes', units),
  };
}

/** `ConsumedCapacity` of an operation over several tables: a list, one entry a table. */
export function consumedByTable(
  parts: readonly { readonly table: string; readonly units: Units }[],
  request: Body,
): Body {
  const wanted = capacityWanted(request);
  if (wanted === 'NONE') return {};
  const byTable = Map.groupBy(parts, (part) => part.table);
  return {
    ConsumedCapacity: [...byTable].map(([name, own]) =>
      consumed(name, addUnits(own.map((part) => part.units)), wanted),
    ),
  };
}

function byIndex(kind: Index['kind'], units: Units): Body {
  const own = units.indexes.filter((index) => index.kind === kind);
  if (own.length === 0) return {};
  return { [kind]: Object.fromEntries(own.map(({ name, units: used }) => [name, { CapacityUnits: used }])) };
}

function entryUnits(index: Index, before: Item | undefined, after: Item | undefined): number {
  if (before === undefined || after === undefined) return writeKilobytes(before) + writeKilobytes(after);
  if (itemText(before) === itemText(after)) return 0;
  const moved = index.keys.some(
    (key) => itemText({ key: before[key] ?? {} }) !== itemText({ key: after[key] ?? {} }),
  );
  return moved
    ? writeKilobytes(before) + writeKilobytes(after)
    : Math.max(writeKilobytes(before), writeKilobytes(after));
}

function writeKilobytes(item: Item | undefined): number {
  return item === undefined ? 0 : Math.ceil(itemSize(item) / 1024);
}
