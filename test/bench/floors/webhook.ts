import { timingSafeEqual } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** What every floor shares: the cheapest reading of a webhook. A floor trusts what it gets, since checking costs. */

export const botToken = '4242:bench-token-that-opens-nothing';
export const webhookSecret = 'bench-secret';
const expected = Buffer.from(webhookSecret);

/** Where the stub listens: one address for SQS, DynamoDB and Telegram. */
export const stub = process.env.AWS_ENDPOINT_URL ?? '';

export type Update = {
  readonly update_id: number;
  readonly message: {
    readonly chat: { readonly id: number };
    readonly date: number;
    readonly text: string;
  };
};

export function isTelegram(event: APIGatewayProxyEventV2): boolean {
  const given = Buffer.from(event.headers['x-telegram-bot-api-secret-token'] ?? '');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

export function updateOf(event: APIGatewayProxyEventV2): Update {
  return JSON.parse(event.body ?? '');
}

/** The update as a message for the inbound queue. */
export function queueMessage(event: APIGatewayProxyEventV2) {
  const { update_id: id, message } = updateOf(event);
  return {
    QueueUrl: process.env.INBOUND_QUEUE_URL ?? '',
    MessageBody: event.body ?? '',
    MessageGroupId: `telegram/4242/${message.chat.id}/`,
    MessageDeduplicationId: `telegram/4242/${message.chat.id}/${id}`,
  };
}
