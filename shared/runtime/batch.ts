import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { log, withIds } from './logger.ts';
import type { Queue } from './queues.ts';

export type SqsWork = {
  /** The queue the records come from. */
  readonly queue: Pick<Queue, 'setVisibility'>;
  /** Handles one record; a throw gives it back to the queue. */
  readonly handle: (record: SQSRecord) => Promise<void>;
  /** Seconds until a failed message comes back, by how often it was received; the last one from then on. */
  readonly backOff?: readonly number[];
};

/** Somebody waits for an answer. */
const soon = [1, 2, 4, 8] as const;

/**
 * Works through a batch in order and answers which records failed. In a FIFO queue the first failure of a group gives
 * back the rest of that group unhandled, so that nothing overtakes; other groups go on.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting
 */
export function sqsHandler({
  queue,
  handle,
  backOff = soon,
}: SqsWork): (event: SQSEvent) => Promise<SQSBatchResponse> {
  return async ({ Records }) => {
    const failed: SQSRecord[] = [];
    const stopped = new Set<string>();
    for (const record of Records) {
      const group = record.attributes.MessageGroupId;
      const done =
        group !== undefined && stopped.has(group)
          ? false
          : await withIds({ messageId: record.messageId }, () => attempt(record, handle));
      if (done) continue;
      failed.push(record);
      if (group !== undefined) stopped.add(group);
    }
    for (const record of failed) await comeBack(queue, record, backOff);
    return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
  };
}

async function attempt(record: SQSRecord, handle: SqsWork['handle']): Promise<boolean> {
  try {
    await handle(record);
    return true;
  } catch (error) {
    log('error', 'A message failed and goes back to its queue', { error, attempt: receivedTimes(record) });
    return false;
  }
}

/** Without this a failed message stays hidden for the queue's whole visibility time-out. */
async function comeBack(
  queue: SqsWork['queue'],
  record: SQSRecord,
  backOff: readonly number[],
): Promise<void> {
  const seconds = backOff[receivedTimes(record) - 1] ?? backOff.at(-1) ?? 0;
  try {
    await queue.setVisibility(record.receiptHandle, seconds);
  } catch (error) {
    log('warn', 'A failed message stays hidden for its whole time-out', {
      error,
      messageId: record.messageId,
    });
  }
}

/** How often a message was received, this time included. */
export function receivedTimes(record: SQSRecord): number {
  return Math.max(1, Number(record.attributes.ApproximateReceiveCount) || 1);
}
