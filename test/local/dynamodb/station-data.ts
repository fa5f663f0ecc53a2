import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { onTestFinished } from 'vitest';
import { type DynamoDb, startDynamoDb } from '#infra/local/dynamodb/start.ts';
import { documentClient } from '#test/helpers/dynamodb.ts';

type Client = ReturnType<typeof documentClient>;
type Row = Record<string, unknown>;

/** What lies in the station's table: the rows, and what each index says the rows are. */
export type Contents = {
  readonly rows: readonly Row[];
  readonly waiting: readonly Row[];
  readonly due: readonly Row[];
};

/** A folder for local data that is gone after the test. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'station-dynamodb-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens the data of a station that has its table, until the end of the test. */
export async function reopen(
  dataDir: string,
  now: () => number = Date.now,
): Promise<{ readonly client: Client; readonly dynamo: DynamoDb; close(): Promise<void> }> {
  const dynamo = await startDynamoDb({ dataDir, now });
  const client = documentClient(dynamo.endpoint, 1);
  let open = true;
  const close = async () => {
    if (!open) return;
    open = false;
    client.destroy();
    await dynamo.close();
  };
  onTestFinished(close);
  return { client, dynamo, close };
}

/** Reads everything, sorted by key, from the table and from both indexes. */
export async function contentsOf(client: Client): Promise<Contents> {
  const scan = async (IndexName?: string) => {
    const answer = await client.send(
      new ScanCommand({ TableName: 'station', ...(IndexName === undefined ? {} : { IndexName }) }),
    );
    return (answer.Items ?? []).toSorted((a, b) => `${a.pk}/${a.sk}`.localeCompare(`${b.pk}/${b.sk}`));
  };
  return { rows: await scan(), waiting: await scan('waiting'), due: await scan('due') };
}

/** What the indexes must hold if they agree with the rows. */
export function indexesOf(rows: readonly Row[]): Omit<Contents, 'rows'> {
  return {
    waiting: rows.filter((row) => row.waiting !== undefined),
    due: rows
      .filter((row) => row.dueShard !== undefined && row.dueAt !== undefined)
      .map(({ pk, sk, dueShard, dueAt }) => ({ pk, sk, dueShard, dueAt })),
  };
}

/** The rows of one partition in their order. */
export async function partition(client: Client, pk: string): Promise<readonly Row[]> {
  const answer = await client.send(
    new QueryCommand({
      TableName: 'station',
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
    }),
  );
  return answer.Items ?? [];
}
