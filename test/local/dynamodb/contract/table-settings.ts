import {
  CreateTableCommand,
  DeleteTableCommand,
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  ListTablesCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { failureOf, freshPlace, type Table } from './table.ts';

/** Tables and their time to live. */
export function tableSettings(table: () => Table): void {
  const create = (TableName: string, AttributeType: 'S' | 'N') =>
    table().client.send(
      new CreateTableCommand({
        TableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType }],
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      }),
    );
  const setTtl = (TableName: string, AttributeName: string, Enabled: boolean) =>
    table().client.send(
      new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification: { AttributeName, Enabled } }),
    );
  const ttlOf = async (TableName: string) =>
    (await table().client.send(new DescribeTimeToLiveCommand({ TableName }))).TimeToLiveDescription;

  describe('a table', () => {
    it('describes its keys and indexes', async () => {
      const { Table: described } = await table().client.send(
        new DescribeTableCommand({ TableName: table().name }),
      );
      expect(described).toMatchObject({
        TableStatus: 'ACTIVE',
        KeySchema: [{ AttributeName: 'pk' }, { AttributeName: 'sk' }],
        LocalSecondaryIndexes: [{ IndexName: 'waiting', Projection: { ProjectionType: 'ALL' } }],
        GlobalSecondaryIndexes: [{ IndexName: 'due', Projection: { ProjectionType: 'KEYS_ONLY' } }],
      });
    });

    it('may be keyed by a number, and 1.0 is the same key as 1', async () => {
      const TableName = freshPlace();
      await create(TableName, 'N');
      await table().client.send(new PutCommand({ TableName, Item: { id: 1, text: 'one' } }));
      const { Item } = await table().client.send(new GetCommand({ TableName, Key: { id: 1.0 } }));
      expect(Item).toEqual({ id: 1, text: 'one' });
      expect(
        await failureOf(table().client.send(new GetCommand({ TableName, Key: { id: '1' } }))),
      ).toMatchObject({ name: 'ValidationException' });
    });

    it('is there until it is deleted, and may then be made anew with other keys', async () => {
      const TableName = freshPlace();
      await create(TableName, 'S');
      expect(await failureOf(create(TableName, 'S'))).toMatchObject({ name: 'ResourceInUseException' });
      await table().client.send(new PutCommand({ TableName, Item: { id: 'a' } }));
      await table().client.send(new DeleteTableCommand({ TableName }));
      const { TableNames } = await table().client.send(new ListTablesCommand({}));
      expect(TableNames).toContain(table().name);
      expect(TableNames).not.toContain(TableName);
      await create(TableName, 'N');
      await table().client.send(new PutCommand({ TableName, Item: { id: 5 } }));
      const { Item } = await table().client.send(new GetCommand({ TableName, Key: { id: 5 } }));
      expect(Item).toEqual({ id: 5 });
    });

    it('knows which attribute is its time to live', async () => {
      const TableName = freshPlace();
      await create(TableName, 'S');
      expect(await ttlOf(TableName)).toEqual({ TimeToLiveStatus: 'DISABLED' });
      await setTtl(TableName, 'expiresAt', true);
      expect(await ttlOf(TableName)).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'expiresAt' });
      for (const attribute of ['expiresAt', 'other']) {
        expect(await failureOf(setTtl(TableName, attribute, true))).toMatchObject({
          name: 'ValidationException',
        });
      }
      await setTtl(TableName, 'expiresAt', false);
      expect(await failureOf(setTtl(TableName, 'expiresAt', false))).toMatchObject({
        name: 'ValidationException',
      });
      expect(await failureOf(setTtl('elsewhere', 'expiresAt', true))).toMatchObject({
        name: 'ResourceNotFoundException',
      });
    });

    it('says clearly what this engine does not do', async () => {
      const failure = await failureOf(
        table().client.send(new DescribeContinuousBackupsCommand({ TableName: table().name })),
      );
      expect(failure).toMatchObject({ name: 'UnknownOperationException' });
    });
  });
}
