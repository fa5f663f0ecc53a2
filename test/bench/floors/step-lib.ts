import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { botToken, isTelegram, stub, updateOf } from './webhook.ts';

const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const TableName = process.env.TABLE_NAME ?? '';

/**
 * Floor: the least a conversation's step can be with AWS's document client. One state is read and put back under a
 * condition, one message with two buttons is sent by fetch. No transcript, no outbox, no lease, no words of a language.
 */
export async function handler(event: APIGatewayProxyEventV2) {
  if (!isTelegram(event)) return { statusCode: 401 };
  const { update_id: lastUpdate, message } = updateOf(event);
  const Key = { pk: `F#${message.chat.id}`, sk: 'state' };
  const { Item } = await client.send(new GetCommand({ TableName, Key }));
  const count = Number(Item?.count ?? 0) + 1;
  const context = { car: 'Octavia 2018', plate: 'ABC-4821', wish: message.text };
  await client.send(
    new PutCommand({
      TableName,
      Item: { ...Key, step: 'time', count, context, lastUpdate, expiresAt: message.date + 86_400 },
      ConditionExpression: 'attribute_not_exists(pk) OR lastUpdate < :last',
      ExpressionAttributeValues: { ':last': lastUpdate },
    }),
  );
  const sent = await fetch(`${stub}/bot${botToken}/sendMessage`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      chat_id: message.chat.id,
      text: `Step ${count}. When would you like to come?`,
      reply_markup: {
        inline_keyboard: [
          [
            { text: 'Tue 10:00', callback_data: 'a' },
            { text: 'Tue 14:30', callback_data: 'b' },
          ],
        ],
      },
    }),
  });
  await sent.json();
  return { statusCode: 200 };
}
