import { createHmac } from 'node:crypto';
import type { APIGatewayProxyEventV2, Context, SQSEvent } from 'aws-lambda';
import type { Person } from '#test/helpers/messenger.ts';
import { whatsappUpdatesOf } from '#test/helpers/whatsapp-updates.ts';
import { webhookSecret } from '../floors/webhook.ts';

/** What Lambda hands to the functions, as the deployed ones get it. */

const host = 'abc123.execute-api.eu-central-1.amazonaws.com';

export type Messenger = 'telegram' | 'whatsapp';

/** A body as the messenger's webhook gets it, proven. */
export function webhookEvent(messenger: Messenger, update: unknown): APIGatewayProxyEventV2 {
  const body = JSON.stringify(update);
  const path = `/${messenger}`;
  return {
    version: '2.0',
    routeKey: `POST ${path}`,
    rawPath: path,
    rawQueryString: '',
    headers: {
      'accept-encoding': 'gzip, deflate',
      'content-length': String(Buffer.byteLength(body)),
      'content-type': 'application/json',
      host,
      'x-amzn-trace-id': 'Root=1-68c0ffee-0123456789abcdef01234567',
      'x-forwarded-for': '91.108.6.44',
      'x-forwarded-port': '443',
      'x-forwarded-proto': 'https',
      ...proofOf(messenger, body),
    },
    requestContext: {
      accountId: '123456789012',
      apiId: 'abc123',
      domainName: host,
      domainPrefix: 'abc123',
      requestId: 'JKJaXmPLvHcESHA=',
      routeKey: `POST ${path}`,
      stage: '$default',
      time: '21/Nov/2026:10:00:00 +0000',
      timeEpoch: 1_795_255_200_000,
      http: {
        method: 'POST',
        path,
        protocol: 'HTTP/1.1',
        sourceIp: '91.108.6.44',
        userAgent: '',
      },
    },
    body,
    isBase64Encoded: false,
  };
}

function proofOf(messenger: Messenger, body: string): Readonly<Record<string, string>> {
  if (messenger === 'telegram') return { 'x-telegram-bot-api-secret-token': webhookSecret };
  const signature = createHmac('sha256', webhookSecret).update(body).digest('hex');
  return { 'x-hub-signature-256': `sha256=${signature}` };
}

export function queueEvent(queue: string, body: string, group: string): SQSEvent {
  return {
    Records: [
      {
        messageId: '059f36b4-87a3-44ab-83d2-661975830a7d',
        receiptHandle: 'AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a',
        body,
        attributes: {
          ApproximateReceiveCount: '1',
          SentTimestamp: '1795255200000',
          SenderId: 'AIDAIENQZJOLO23YVJ4VO',
          ApproximateFirstReceiveTimestamp: '1795255200001',
          MessageGroupId: group,
          SequenceNumber: '18870266387217647872',
          MessageDeduplicationId: group,
        },
        messageAttributes: {},
        md5OfBody: '',
        eventSource: 'aws:sqs',
        eventSourceARN: `arn:aws:sqs:eu-central-1:123456789012:${queue}`,
        awsRegion: 'eu-central-1',
      },
    ],
  };
}

export const context: Context = {
  callbackWaitsForEmptyEventLoop: true,
  functionName: 'bench',
  functionVersion: '$LATEST',
  invokedFunctionArn: 'arn:aws:lambda:eu-central-1:123456789012:function:bench',
  memoryLimitInMB: '512',
  awsRequestId: '8476a536-e9f4-11e8-9739-2dfe598c3fcd',
  logGroupName: '/aws/lambda/bench',
  logStreamName: '2026/11/21/[$LATEST]bench',
  getRemainingTimeInMillis: () => 9_000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
};

const meta = whatsappUpdatesOf(Date.now, () => undefined);

/** A customer's text as the messenger posts it, number `index` of a run; ids from `firstId` on are no other process's. */
export function textOf(messenger: Messenger, index: number, firstId: number): unknown {
  if (messenger === 'telegram') return textUpdate(index, firstId);
  const person: Person = { id: 700_000 + (index % 200), first_name: 'Marta', language_code: 'en' };
  return meta.text(wordsOf(index), person);
}

function wordsOf(index: number): string {
  return `Hi, I need an appointment for brake pads next Tuesday around 10, my plate is B-XY ${1_000 + (index % 9_000)}`;
}

function textUpdate(index: number, firstId: number) {
  const id = 700_000 + (index % 200);
  const person = { id, first_name: 'Marta', last_name: 'Kowalska', username: `mkow${index % 200}` };
  return {
    update_id: firstId + index,
    message: {
      message_id: 1_000 + index,
      from: { ...person, is_bot: false, language_code: 'pl' },
      chat: { ...person, type: 'private' },
      date: 1_795_255_200 + index,
      text: wordsOf(index),
    },
  };
}
