import { ConditionalCheckFailedException, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { emptyRoster } from '#shared/domain/group.ts';
import { rosterItem } from '#shared/store/group.ts';

/**
 * The page is in English, so the desk that is played on it speaks English to its advisors, as if each had chosen so with
 * `/language`; who chooses another one later keeps it. `ids`: as ADVISOR_IDS names them.
 */
export async function speakEnglish(
  client: DynamoDBClient,
  table: string,
  ids: readonly string[],
): Promise<void> {
  const languages = Object.fromEntries(ids.map((id) => [id, 'en'] as const));
  try {
    await DynamoDBDocumentClient.from(client).send(
      new PutCommand({
        TableName: table,
        Item: rosterItem({ ...emptyRoster, version: 1, languages }),
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}
