import { createHash } from 'node:crypto';
import type * as z from 'zod';
import { SqsError } from './sqs-error.ts';
import { md5, sequenceText } from './sqs-event.ts';
import * as shapes from './sqs-shapes.ts';
import type { NewMessage, QueueEngine, QueueSettings } from './types.ts';

/** Sends one message as SendMessage does; throws an SqsError where SQS would refuse it. */
export function send(engine: QueueEngine, queue: QueueSettings, message: z.infer<typeof shapes.newMessage>) {
  const accepted = engine.send(queue.name, checked(queue, message));
  return {
    MessageId: accepted.messageId,
    MD5OfMessageBody: md5(message.MessageBody),
    ...(queue.fifo ? { SequenceNumber: sequenceText(accepted.sequenceNumber) } : {}),
  };
}

/** Sends up to ten messages; each entry succeeds or fails by itself, in the order given. */
export function sendBatch(
  engine: QueueEngine,
  queue: QueueSettings,
  entries: z.infer<typeof shapes.sendBatch>['Entries'],
) {
  const bytes = entries.reduce((sum, entry) => sum + Buffer.byteLength(String(entry.MessageBody ?? '')), 0);
  if (bytes > 1_048_576) {
    throw new SqsError(
      'BatchRequestTooLong',
      'Batch requests cannot be longer than 1048576 bytes.',
      'AWS.SimpleQueueService.BatchRequestTooLong',
    );
  }
  const Successful: object[] = [];
  const Failed: object[] = [];
  for (const entry of entries) {
    const parsed = shapes.newMessage.safeParse(entry);
    try {
      if (!parsed.success) throw new SqsError('InvalidParameterValue', parsed.error.issues[0]?.message ?? '');
      Successful.push({ Id: entry.Id, ...send(engine, queue, parsed.data) });
    } catch (error) {
      if (!(error instanceof SqsError)) throw error;
      Failed.push({ Id: entry.Id, SenderFault: true, Code: error.code, Message: error.message });
    }
  }
  return { Successful, Failed };
}

/** Between one and ten entries, with ids of their own. */
export function checkBatch(entries: readonly { readonly Id: string }[]): void {
  if (entries.length === 0) {
    throw new SqsError(
      'EmptyBatchRequest',
      'There should be at least one entry.',
      'AWS.SimpleQueueService.EmptyBatchRequest',
    );
  }
  if (entries.length > 10) {
    throw new SqsError(
      'TooManyEntriesInBatchRequest',
      `Maximum number of entries per request are 10. You have sent ${entries.length}.`,
      'AWS.SimpleQueueService.TooManyEntriesInBatchRequest',
    );
  }
  if (new Set(entries.map(({ Id }) => Id)).size < entries.length) {
    throw new SqsError(
      'BatchEntryIdsNotDistinct',
      'Two entries have the same Id.',
      'AWS.SimpleQueueService.BatchEntryIdsNotDistinct',
    );
  }
}

function checked(queue: QueueSettings, message: z.infer<typeof shapes.newMessage>): NewMessage {
  const { MessageBody, MessageAttributes, MessageGroupId, MessageDeduplicationId, DelaySeconds } = message;
  if (Buffer.byteLength(MessageBody) > queue.maximumMessageBytes) {
    throw new SqsError(
      'InvalidParameterValue',
      `One or more parameters are invalid. Reason: Message must be shorter than ${queue.maximumMessageBytes} bytes.`,
    );
  }
  if (!queue.fifo) {
    return {
      body: MessageBody,
      attributes: MessageAttributes,
      groupId: undefined,
      deduplicationId: undefined,
      delaySeconds: DelaySeconds,
    };
  }
  if (MessageGroupId === undefined) {
    throw new SqsError('MissingParameter', 'The request must contain the parameter MessageGroupId.');
  }
  if (DelaySeconds !== undefined && DelaySeconds > 0) {
    throw new SqsError('InvalidParameterValue', 'A FIFO queue takes no DelaySeconds of a single message.');
  }
  const deduplicationId =
    MessageDeduplicationId ?? (queue.contentBasedDeduplication ? sha256(MessageBody) : undefined);
  if (deduplicationId === undefined) {
    throw new SqsError(
      'InvalidParameterValue',
      'The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
    );
  }
  return {
    body: MessageBody,
    attributes: MessageAttributes,
    groupId: MessageGroupId,
    deduplicationId,
    delaySeconds: undefined,
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
