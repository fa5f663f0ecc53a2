import * as z from 'zod';

/**
 * Requests of the SQS API as the station's functions and the AWS CLI send them.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/
 */

const onQueue = { QueueUrl: z.string() };
const handle = { ReceiptHandle: z.string() };
const visibility = { VisibilityTimeout: z.number().int().min(0).max(43_200) };
const batchId = { Id: z.string().regex(/^[\w-]{1,80}$/) };

/** Characters SQS refuses are those XML 1.0 has no place for: https://www.w3.org/TR/REC-xml/#charsets */
const allowed = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]+$/u;

const groupOrDeduplicationId = z
  .string()
  .regex(/^[!-~]{1,128}$/, 'must be 1 to 128 printable ASCII characters');

const message = {
  MessageBody: z.string().regex(allowed, 'is empty or has characters SQS refuses'),
  MessageAttributes: z.record(z.string(), z.looseObject({ DataType: z.string() })).default({}),
  MessageGroupId: groupOrDeduplicationId.optional(),
  MessageDeduplicationId: groupOrDeduplicationId.optional(),
  DelaySeconds: z.number().int().min(0).max(900).optional(),
};

export const newMessage = z.object(message);
export const sendMessage = z.object({ ...onQueue, ...message });
export const queueOnly = z.object(onQueue);
export const deleteMessage = z.object({ ...onQueue, ...handle });
export const changeVisibility = z.object({ ...onQueue, ...handle, ...visibility });
export const byName = z.object({ QueueName: z.string() });
export const startMove = z.object({
  SourceArn: z.string(),
  DestinationArn: z.string().optional(),
  MaxNumberOfMessagesPerSecond: z.number().int().min(1).max(500).optional(),
});
export const listMoves = z.object({
  SourceArn: z.string(),
  MaxResults: z.number().int().min(1).max(10).default(1),
});

export const receiveMessage = z.object({
  ...onQueue,
  MaxNumberOfMessages: z.number().int().min(1).max(10).default(1),
  VisibilityTimeout: visibility.VisibilityTimeout.optional(),
  WaitTimeSeconds: z.number().int().min(0).max(20).default(0),
});

const entries = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object({ ...onQueue, Entries: z.array(z.object({ ...batchId, ...shape })) });

/** Entries of a send are judged one by one: a bad one fails alone. */
export const sendBatch = z.object({ ...onQueue, Entries: z.array(z.looseObject(batchId)) });
export const deleteBatch = entries(handle);
export const visibilityBatch = entries({ ...handle, ...visibility });
