import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStationTable, documentClient, withTable } from '#test/helpers/dynamodb.ts';
import { capacity } from './contract/capacity.ts';
import { indexes } from './contract/indexes.ts';
import { reading } from './contract/reading.ts';
import { singleWrites } from './contract/single-writes.ts';
import type { Table } from './contract/table.ts';
import { tableSettings } from './contract/table-settings.ts';
import { transactions } from './contract/transactions.ts';
import { findDynamoDbLocal, startDynamoDbLocal } from './dynamodb-local.ts';

type Opened = { readonly client: DynamoDBDocumentClient; close(): Promise<void> };

const TABLE = 'station';

/** The behaviours the station relies on: the same for the embedded engine and for AWS's own. */
function behaviours(start: () => Promise<Opened>): void {
  let opened: Opened | undefined;
  beforeAll(async () => {
    opened = await start();
  });
  afterAll(() => opened?.close());

  const table = (): Table => {
    if (opened === undefined) throw new Error('the engine did not start');
    return { client: opened.client, name: TABLE };
  };
  singleWrites(table);
  transactions(table);
  reading(table);
  indexes(table);
  tableSettings(table);
  capacity(table);
}

describe('the embedded DynamoDB', () => behaviours(() => withTable()));

const local = findDynamoDbLocal();
if (local.kind === 'found') {
  describe("AWS's own DynamoDB Local", () =>
    behaviours(async () => {
      const engine = await startDynamoDbLocal(local.folder);
      const client = documentClient(engine.endpoint);
      await createStationTable(client, TABLE);
      return {
        client,
        async close() {
          client.destroy();
          await engine.close();
        },
      };
    }));
} else {
  console.warn(`The contract is not run on DynamoDB Local: ${local.reason}.`);
  const required = process.env.REQUIRE_DYNAMODB_LOCAL === '1';
  it.skipIf(!required)(`runs on AWS's own DynamoDB Local, but ${local.reason}`, () => {
    expect(local.kind).toBe('found');
  });
}
