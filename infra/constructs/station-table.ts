import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, type ITable, ProjectionType, Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import type { Config } from '../config.ts';
import { tableIndexes } from '../names.ts';

/**
 * The one table, on demand, restorable, expiring. Two sparse indexes: `waiting` orders the outbox rows of a destination
 * that still wait (read strongly, hence local), `due` finds the timers that fell due, by shard and minute.
 */
export function stationTable(
  scope: Construct,
  id: string,
  { keepData, restorableDays, restoredTable }: Pick<Config, 'keepData' | 'restorableDays' | 'restoredTable'>,
): Pick<ITable, 'tableName' | 'tableArn'> {
  if (restoredTable !== '') return Table.fromTableName(scope, id, restoredTable);
  const table = new Table(scope, id, {
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    sortKey: { name: 'sk', type: AttributeType.STRING },
    billingMode: BillingMode.PAY_PER_REQUEST,
    timeToLiveAttribute: 'expiresAt',
    pointInTimeRecoverySpecification: {
      pointInTimeRecoveryEnabled: true,
      recoveryPeriodInDays: restorableDays,
    },
    deletionProtection: keepData,
    removalPolicy: keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
  table.addLocalSecondaryIndex({
    indexName: tableIndexes.waiting,
    sortKey: { name: 'waiting', type: AttributeType.STRING },
    projectionType: ProjectionType.ALL,
  });
  table.addGlobalSecondaryIndex({
    indexName: tableIndexes.due,
    partitionKey: { name: 'dueShard', type: AttributeType.STRING },
    sortKey: { name: 'dueAt', type: AttributeType.NUMBER },
    projectionType: ProjectionType.KEYS_ONLY,
  });
  return table;
}
