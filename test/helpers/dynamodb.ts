import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DynamoDBClient,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { OnStep } from '#infra/local/dynamodb/commit.ts';
import { type DynamoDb, startDynamoDb } from '#infra/local/dynamodb/start.ts';

/** The station's table in an embedded DynamoDB, and what a test needs to use it. */
export type TestTable = {
  /** `http://127.0.0.1:<port>`, for code that makes its own client. */
  readonly endpoint: string;
  /** Leaves out attributes that are undefined, as the station's own client does. */
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  /** The database itself: conflict mode and the sweep of expired items. */
  readonly dynamo: DynamoDb;
  close(): Promise<void>;
};

/**
 * Starts an embedded DynamoDB of its own, in memory unless `dataDir` is given, with the empty table of the station.
 * Takes about 30 ms; `close` it in `afterEach` or `afterAll`. `now` is the clock of the sweep, in milliseconds;
 * `onStep` is told of every step within a write.
 */
export async function withTable(
  options: { readonly dataDir?: string; readonly now?: () => number; readonly onStep?: OnStep } = {},
): Promise<TestTable> {
  const { dataDir, now = Date.now, onStep } = options;
  const dynamo = await startDynamoDb({ dataDir, now, ...(onStep === undefined ? {} : { onStep }) });
  const client = documentClient(dynamo.endpoint);
  const tableName = 'station';
  await createStationTable(client, tableName);
  return {
    endpoint: dynamo.endpoint,
    client,
    tableName,
    dynamo,
    async close() {
      client.destroy();
      await dynamo.close();
    },
  };
}

/**
 * A document client for an endpoint on this machine; its keys are made up, as the region is. `maxAttempts` 1 shows a
 * fault of the server at once.
 */
export function documentClient(endpoint: string, maxAttempts = 3): DynamoDBDocumentClient {
  const client = new DynamoDBClient({
    endpoint,
    maxAttempts,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}

/** Creates the station's table with its indexes and its time to live. */
export async function createStationTable(client: DynamoDBDocumentClient, tableName: string): Promise<void> {
  await client.send(new CreateTableCommand(stationTable(tableName)));
  await client.send(
    new UpdateTimeToLiveCommand({
      TableName: tableName,
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    }),
  );
}

function stationTable(TableName: string): CreateTableCommandInput {
  return {
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [
      { AttributeName: 'pk', AttributeType: 'S' },
      { AttributeName: 'sk', AttributeType: 'S' },
      { AttributeName: 'waiting', AttributeType: 'S' },
      { AttributeName: 'dueShard', AttributeType: 'S' },
      { AttributeName: 'dueAt', AttributeType: 'N' },
    ],
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    LocalSecondaryIndexes: [
      {
        IndexName: 'waiting',
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'waiting', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'ALL' },
      },
    ],
    GlobalSecondaryIndexes: [
      {
        IndexName: 'due',
        KeySchema: [
          { AttributeName: 'dueShard', KeyType: 'HASH' },
          { AttributeName: 'dueAt', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      },
    ],
  };
}
