import type { Table } from '#shared/store/table.ts';
import { withTable } from '#test/helpers/dynamodb.ts';
import { memoryTable } from '#test/helpers/memory-table.ts';

/** A table to hold the store to, and how to end it. */
export type Opened = Table & { close(): Promise<void> };

/**
 * The two tables that tests run on. Both must pass everything in this folder: that is what makes a run on the table in
 * memory worth as much as one on a real engine.
 */
export const tables: readonly (readonly [string, () => Promise<Opened>])[] = [
  [
    'the embedded DynamoDB',
    async () => {
      const { client, tableName, close } = await withTable();
      return { client, name: tableName, close };
    },
  ],
  ['the table in memory', async () => ({ ...memoryTable(), close: async () => undefined })],
];
