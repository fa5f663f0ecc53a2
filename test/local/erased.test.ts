import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateTableCommand,
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startDynamoDb } from '#infra/local/dynamodb/start.ts';
import { openObjectStore } from '#infra/local/files/object-store.ts';
import { openQueues } from '#infra/local/queues/engine.ts';

/** What a local station deleted is in none of its raw files once it stopped. */

const now = () => Date.parse('2026-11-21T10:00:00Z');
const canaries = Array.from(
  { length: 20 },
  (_, index) => `canary-${index}-${'Dimitra'.slice(0, 3 + (index % 4))}`,
);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'station-erased-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function raw(): Promise<string> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(files.map((file) => readFile(file, 'latin1')));
  return texts.join('\n');
}

async function found(): Promise<readonly string[]> {
  const text = await raw();
  return canaries.filter((one) => text.includes(one));
}

it('items of the table are gone from its files, and what stays is still there', async () => {
  const open = async () => {
    const database = await startDynamoDb({ dataDir: folder, now });
    const client = new DynamoDBClient({
      endpoint: database.endpoint,
      region: 'eu-central-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
    return { database, client };
  };
  const first = await open();
  const TableName = 'Station';
  await first.client.send(
    new CreateTableCommand({
      TableName,
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      BillingMode: 'PAY_PER_REQUEST',
    }),
  );
  const put = (pk: string, words: string) =>
    first.client.send(new PutItemCommand({ TableName, Item: { pk: { S: pk }, words: { S: words } } }));
  for (const one of canaries) await put(one, `${one} says it squeaks`);
  await put('stays', 'other words');
  for (const one of canaries)
    await first.client.send(new DeleteItemCommand({ TableName, Key: { pk: { S: one } } }));
  first.client.destroy();
  await first.database.close();
  expect(await found()).toEqual([]);
  const second = await open();
  const { Item } = await second.client.send(new GetItemCommand({ TableName, Key: { pk: { S: 'stays' } } }));
  expect(Item?.words).toEqual({ S: 'other words' });
  second.client.destroy();
  await second.database.close();
});

it('files and messages are gone from theirs', async () => {
  const store = openObjectStore({ dataDir: join(folder, 'files'), buckets: ['files'], now });
  const queues = openQueues({
    dataDir: folder,
    now,
    queues: [
      {
        name: 'inbound.fifo',
        fifo: true,
        contentBasedDeduplication: false,
        deduplicationScope: 'messageGroup',
        delaySeconds: 0,
        maximumMessageBytes: 262_144,
        visibilityTimeoutSeconds: 60,
        redrive: undefined,
      },
    ],
  });
  queues.consume('inbound.fifo');
  for (const one of canaries) {
    store.put('files', `files/${one}`, Buffer.from(`photo of ${one} ${'.'.repeat(9_000)}`), {});
    const ids = { groupId: one, deduplicationId: `${one}/u1`, delaySeconds: undefined };
    queues.send('inbound.fifo', { body: `{"text":"${one}"}`, attributes: {}, ...ids });
  }
  for (const one of canaries) store.remove('files', `files/${one}`);
  for (const message of queues.receive('inbound.fifo', 100, { inWork: true }))
    queues.remove('inbound.fifo', message.receipt);
  store.close();
  queues.close();
  expect(await found()).toEqual([]);
});
