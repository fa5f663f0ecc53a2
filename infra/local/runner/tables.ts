import {
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceNotFoundException,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { StartError } from './start-error.ts';
import type { IndexWiring, TableWiring } from './wiring-types.ts';

/**
 * Creates a table as the template describes it, or finds it from an earlier start. Throws a StartError when the data on
 * disk has other keys or indexes than the template: an emulator cannot change them afterwards.
 */
export async function provideTable(client: DynamoDBClient, table: TableWiring): Promise<void> {
  const existing = await client
    .send(new DescribeTableCommand({ TableName: table.name }))
    .catch((error: unknown) => {
      if (error instanceof ResourceNotFoundException) return undefined;
      throw error;
    });
  if (existing?.Table !== undefined) {
    const found = existing.Table;
    const names = (indexes: readonly { readonly IndexName?: string | undefined }[]) =>
      indexes
        .map(({ IndexName }) => IndexName)
        .sort()
        .join(', ');
    const same =
      names(found.GlobalSecondaryIndexes ?? []) === names(table.globalIndexes) &&
      names(found.LocalSecondaryIndexes ?? []) === names(table.localIndexes);
    if (same) return;
    throw new StartError(
      `The data on this machine was written by another version of the station: its table has other indexes. Start with a new folder, for example DATA_DIR=.station-2, or move the old one away.`,
    );
  }
  await client.send(
    new CreateTableCommand({
      TableName: table.name,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [...table.keys],
      AttributeDefinitions: [...table.attributes],
      ...(table.globalIndexes.length === 0
        ? {}
        : { GlobalSecondaryIndexes: table.globalIndexes.map(indexInput) }),
      ...(table.localIndexes.length === 0
        ? {}
        : { LocalSecondaryIndexes: table.localIndexes.map(indexInput) }),
    }),
  );
  if (table.timeToLive === undefined) return;
  await client.send(
    new UpdateTimeToLiveCommand({
      TableName: table.name,
      TimeToLiveSpecification: { AttributeName: table.timeToLive, Enabled: true },
    }),
  );
}

function indexInput({ IndexName, KeySchema, Projection }: IndexWiring) {
  const { ProjectionType, NonKeyAttributes } = Projection;
  return {
    IndexName,
    KeySchema: [...KeySchema],
    Projection: {
      ProjectionType,
      ...(NonKeyAttributes === undefined ? {} : { NonKeyAttributes: [...NonKeyAttributes] }),
    },
  };
}
