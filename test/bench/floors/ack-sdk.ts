import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { isTelegram, queueMessage } from './webhook.ts';

const client = new SQSClient({});

/** Floor: a webhook acknowledged through AWS's own client. */
export async function handler(event: APIGatewayProxyEventV2) {
  if (!isTelegram(event)) return { statusCode: 401 };
  await client.send(new SendMessageCommand(queueMessage(event)));
  return { statusCode: 200 };
}
