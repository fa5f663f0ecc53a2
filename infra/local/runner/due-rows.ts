import {
  type AttributeValue,
  BatchGetItemCommand,
  type DynamoDBClient,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { dueShards } from '#shared/store/due.ts';
import { outboxPk } from '#shared/store/outbox-key.ts';
import { dueIndex, type Key } from '#shared/store/table.ts';
import type { TableWiring } from './wiring-types.ts';

/** A row of the table that something has to be done about at `at` (station milliseconds). */
export type DueRow = { readonly key: string; readonly at: number };

/** A row with its table and key, to be looked at. `at`: station milliseconds. */
export type NextRow = { readonly table: string; readonly row: Key; readonly at: number };

/** The rows of the table's index `due`: timers, and outbox rows that are not sent yet. */
export type DueRows = {
  /** The earliest row due at or before `until` that is not among `except`. */
  readonly first: (until: number, except: ReadonlySet<string>) => Promise<DueRow | undefined>;
  /** The first row that falls due after that moment; undefined where none ever does. */
  readonly nextAfter: (moment: number) => Promise<NextRow | undefined>;
  /** All rows due at or before `until`. */
  readonly all: (until: number) => Promise<readonly DueRow[]>;
  /** Messages in the outbox that still wait to be sent, for whatever reason but one: what waits until its person writes is at rest. */
  readonly unsent: () => Promise<number>;
};

/** Reads the rows of every table that has the index; a table without it has none. */
export function dueRows(client: DynamoDBClient, tables: readonly TableWiring[]): DueRows {
  const names = tables
    .filter((table) => table.globalIndexes.some(({ IndexName }) => IndexName === dueIndex))
    .map(({ name }) => name);
  const shards = names.flatMap((table) => dueShards.map((shard) => ({ table, shard })));

  async function* rowsOf({ table, shard }: { table: string; shard: string }, until: number, after = 0) {
    let from: Record<string, AttributeValue> | undefined;
    do {
      const page = await client.send(
        new QueryCommand({
          TableName: table,
          IndexName: dueIndex,
          KeyConditionExpression: 'dueShard = :shard AND dueAt BETWEEN :from AND :until',
          ExpressionAttributeValues: {
            ':shard': { S: shard },
            ':from': { N: String(after) },
            ':until': { N: String(until) },
          },
          Limit: 200,
          ...(from === undefined ? {} : { ExclusiveStartKey: from }),
        }),
      );
      for (const item of page.Items ?? []) {
        const { pk, sk, dueAt } = row.parse(item);
        yield { pk: pk.S, sk: sk.S, key: `${pk.S}|${sk.S}|${dueAt.N}`, at: dueAt.N };
      }
      from = page.LastEvaluatedKey;
    } while (from !== undefined);
  }

  return {
    first: async (until, except) => {
      const firsts = await Promise.all(
        shards.map(async (shard) => {
          for await (const found of rowsOf(shard, until)) if (!except.has(found.key)) return found;
          return undefined;
        }),
      );
      return firsts
        .filter((found) => found !== undefined)
        .sort((a, b) => a.at - b.at)
        .at(0);
    },
    nextAfter: async (moment) => {
      const firsts = await Promise.all(
        shards.map(async (shard) => {
          for await (const { pk, sk, at } of rowsOf(shard, Number.MAX_SAFE_INTEGER, moment + 1))
            return { table: shard.table, row: { pk, sk }, at };
          return undefined;
        }),
      );
      return firsts
        .filter((found) => found !== undefined)
        .sort((a, b) => a.at - b.at)
        .at(0);
    },
    all: async (until) => {
      const found: DueRow[] = [];
      for (const shard of shards) for await (const one of rowsOf(shard, until)) found.push(one);
      return found;
    },
    unsent: async () => {
      let count = 0;
      for (const shard of shards) {
        const waiting: RawKey[] = [];
        for await (const { pk, sk } of rowsOf(shard, Number.MAX_SAFE_INTEGER))
          if (pk.startsWith(outboxPk(''))) waiting.push({ pk: { S: pk }, sk: { S: sk } });
        count += waiting.length - (await held(client, shard.table, waiting));
      }
      return count;
    },
  };
}

type RawKey = { readonly pk: { readonly S: string }; readonly sk: { readonly S: string } };

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html */
const MOST_AT_ONCE = 100;

/** How many of these rows wait until their person writes. */
async function held(client: DynamoDBClient, table: string, keys: readonly RawKey[]): Promise<number> {
  let count = 0;
  for (let from = 0; from < keys.length; from += MOST_AT_ONCE) {
    const Keys = keys.slice(from, from + MOST_AT_ONCE);
    const { Responses } = await client.send(
      new BatchGetItemCommand({ RequestItems: { [table]: { Keys, ProjectionExpression: 'heldFor' } } }),
    );
    count += (Responses?.[table] ?? []).filter(({ heldFor }) => heldFor?.N !== undefined).length;
  }
  return count;
}

const row = z.object({
  pk: z.object({ S: z.string() }),
  sk: z.object({ S: z.string() }),
  dueAt: z.object({ N: z.coerce.number() }),
});
