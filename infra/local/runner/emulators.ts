import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type DynamoDb, startDynamoDb } from '../dynamodb/start.ts';
import { startFiles } from '../files/start.ts';
import { openQueues } from '../queues/engine.ts';
import type { QueueEngine } from '../queues/types.ts';
import type { Closers } from './closers.ts';
import { type DueRows, dueRows } from './due-rows.ts';
import type { Judge } from './grants.ts';
import { StartError } from './start-error.ts';
import { provideTable } from './tables.ts';
import { LOCAL_REGION } from './wiring.ts';
import type { Wiring } from './wiring-types.ts';

/** The station's AWS on this machine, with everything the template keeps data in. */
export type Emulators = {
  readonly queues: QueueEngine;
  readonly dynamoDb: DynamoDb;
  readonly rows: DueRows;
  /** To look into the tables, beside the functions. */
  readonly client: DynamoDBClient;
  readonly filesUrl: string;
};

/** Starts them on the data in `dataDir` and creates the tables, queues and buckets that are missing. */
export async function startEmulators(options: {
  readonly wiring: Wiring;
  readonly dataDir: string;
  readonly now: () => number;
  readonly judge: Judge;
  readonly closers: Closers;
}): Promise<Emulators> {
  const { wiring, dataDir, now, judge, closers } = options;
  // First of all: its file is the lock that keeps a second station away from the same data.
  const queues = openQueues({ dataDir, now, queues: wiring.queues });
  closers.add(queues.close);
  const dynamoDb = await startDynamoDb({ dataDir: join(dataDir, 'table'), now }).catch((error: unknown) => {
    throw new StartError(
      `The data in ${dataDir} cannot be opened (${error instanceof Error ? error.message : 'unknown error'}). Start with a new folder, for example DATA_DIR=.station-2, or move the old one away.`,
    );
  });
  closers.add(() => dynamoDb.close());
  const client = new DynamoDBClient({
    endpoint: dynamoDb.endpoint,
    region: LOCAL_REGION,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  closers.add(() => client.destroy());
  for (const table of wiring.tables) await provideTable(client, table);
  const files = await startFiles({ dataDir: join(dataDir, 'files'), buckets: wiring.buckets, now, judge });
  closers.add(files.close);
  return { queues, dynamoDb, client, rows: dueRows(client, wiring.tables), filesUrl: files.url };
}
