import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BatchWriteCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { unfinished } from '#infra/local/dynamodb/journal.ts';
import { createStationTable } from '#test/helpers/dynamodb.ts';
import { AFTER, BEFORE, halfTransaction } from './kill-plan.ts';
import { contentsOf, dataFolder, indexesOf, reopen } from './station-data.ts';

type Work = (client: Awaited<ReturnType<typeof reopen>>['client']) => Promise<unknown>;

/**
 * Does the work on the rows of the plan and copies the data folder at every turn of the event loop: each copy is what
 * a kill at that moment would have left. Gives the copies that differ.
 */
async function momentsOf(work: Work): Promise<readonly string[]> {
  const folder = dataFolder();
  const copies = dataFolder();
  const { client, close } = await reopen(folder);
  await createStationTable(client, 'station');
  await client.send(
    new BatchWriteCommand({ RequestItems: { station: BEFORE.map((Item) => ({ PutRequest: { Item } })) } }),
  );
  const moments = new Map<string, string>();
  let working = true;
  const copying = (async () => {
    while (working) {
      const copy = join(copies, String(moments.size));
      cpSync(folder, copy, { recursive: true, force: true });
      moments.set(fingerprint(copy), copy);
      await new Promise((resolve) => setImmediate(resolve));
    }
  })();
  await work(client);
  working = false;
  await copying;
  await close();
  return [...moments.values()];
}

function fingerprint(folder: string): string {
  const hash = createHash('sha256');
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) hash.update(entry.name).update(readFileSync(join(entry.parentPath, entry.name)));
  }
  return hash.digest('hex');
}

describe('a kill at any moment', () => {
  it.each<[string, Work, readonly Record<string, unknown>[]]>([
    ['of a transaction', (client) => client.send(new TransactWriteCommand(halfTransaction)), AFTER],
    [
      'of a single write to a row in both indexes',
      (client) =>
        client.send(
          new UpdateCommand({
            TableName: 'station',
            Key: { pk: 'day', sk: '1' },
            UpdateExpression: 'SET dueAt = :at, waiting = :w',
            ExpressionAttributeValues: { ':at': 7, ':w': 'w' },
          }),
        ),
      BEFORE.map((row) => (row.pk === 'day' ? { ...row, dueAt: 7, waiting: 'w' } : row)),
    ],
  ])('%s leaves all of it or nothing, in the table and in both indexes', async (_label, work, after) => {
    const moments = await momentsOf(work);
    let undone = 0;
    for (const moment of moments) {
      const cutOff = unfinished(join(moment, 'undo.journal')) !== undefined;
      if (cutOff) undone += 1;
      const { client, close } = await reopen(moment);
      const { rows, ...indexes } = await contentsOf(client);
      expect(indexes).toEqual(indexesOf(rows));
      if (cutOff) expect(rows).toEqual(BEFORE);
      else expect([BEFORE, after]).toContainEqual(rows);
      await close();
    }
    expect(undone).toBeGreaterThan(2);
  });
});
