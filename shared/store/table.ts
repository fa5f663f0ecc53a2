import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** The one table, its client, and the two indexes. Nothing outside `shared/store` knows DynamoDB. */
export type Table = { readonly client: DynamoDBDocumentClient; readonly name: string };

/** Local index: a destination's rows that still wait to be sent, in order of priority and birth. Read consistently. */
export const waitingIndex = 'waiting';
/** Global index: rows that fall due (timers, and outbox rows nobody sent), by shard and moment. */
export const dueIndex = 'due';

/** An item's key. Every item file builds its own. */
export type Key = { readonly pk: string; readonly sk: string };

/** TTL attribute: epoch seconds. */
export function expiry(now: number, seconds: number): number {
  return Math.floor(now / 1000) + seconds;
}

/** Opens the table. Endpoint, region and credentials come from the environment, as the SDK reads them. */
export function openTable(name: string): Table {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ maxAttempts: 4 }), {
    marshallOptions: { removeUndefinedValues: true },
  });
  return { client, name };
}
