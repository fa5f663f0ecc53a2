import { createHash } from 'node:crypto';
import type { SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import type { ReceivedMessage } from './types.ts';

/** The event Lambda hands a function for a batch: https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html */
export function sqsEvent(messages: readonly ReceivedMessage[], region: string, account: string): SQSEvent {
  return { Records: messages.map((message) => recordOf(message, region, account)) };
}

function recordOf(message: ReceivedMessage, region: string, account: string): SQSRecord {
  return {
    messageId: message.messageId,
    receiptHandle: message.receipt,
    body: message.body,
    attributes: {
      ApproximateReceiveCount: String(message.receiveCount),
      SentTimestamp: String(message.sentAt),
      SenderId: account,
      ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
      ...(message.groupId === undefined
        ? {}
        : { MessageGroupId: message.groupId, SequenceNumber: sequenceText(message.sequenceNumber) }),
      ...(message.deduplicationId === undefined ? {} : { MessageDeduplicationId: message.deduplicationId }),
    },
    messageAttributes: Object.fromEntries(
      Object.entries(message.attributes).map(([name, value]) => {
        const { DataType, StringValue, BinaryValue } = attribute.parse(value);
        return [
          name,
          {
            dataType: DataType,
            ...(StringValue === undefined ? {} : { stringValue: StringValue }),
            ...(BinaryValue === undefined ? {} : { binaryValue: BinaryValue }),
          },
        ];
      }),
    ),
    md5OfBody: md5(message.body),
    eventSource: 'aws:sqs',
    eventSourceARN: `arn:aws:sqs:${region}:${account}:${message.queue}`,
    awsRegion: region,
  };
}

const attribute = z.object({
  DataType: z.string(),
  StringValue: z.string().optional(),
  BinaryValue: z.string().optional(),
});

/** SQS shows sequence numbers as 20 digits. */
export function sequenceText(sequence: number): string {
  return String(sequence).padStart(20, '0');
}

/** Hex MD5 of a text in UTF-8: SQS answers every body with it and the SDK compares. */
export function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
