import * as z from 'zod';
import { stopwatch } from './clock.ts';
import type { HttpClient } from './http-client.ts';
import { log } from './logger.ts';
import { openSqs, type QueueTiming } from './queues.ts';

/** What nobody could handle, where it waits to be looked at by a person. */
export type DeadLetters = {
  /**
   * Looks through them and deletes those of which `isTheirs` says yes; the others are back at once. Answers how many were deleted.
   * Throws a SafeError when the queue could not be reached.
   */
  drop(isTheirs: (body: string) => boolean): Promise<number>;
};

/** Messages a call; a first-in-first-out queue shows no more of one group until these are back. */
const atOnce = 10;
/** So long what is being looked at is hidden, seconds, should we be killed meanwhile. */
const hiddenSeconds = 30;
/** After so long no further look is begun, milliseconds. */
const lookMs = 4_000;

const received = z.object({
  Messages: z.array(z.object({ Body: z.string(), ReceiptHandle: z.string() })).default([]),
});

/**
 * Opens a queue of dead letters by its URL; calls as `openQueue` does. It waits a second for messages, since a call that does not
 * asks only some of the queue's servers:
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-short-and-long-polling.html
 */
export function openDeadLetters(url: string, http?: HttpClient, timing: QueueTiming = {}): DeadLetters {
  const aws = openSqs(url, http, timing);
  const receive = async () =>
    received.parse(
      await aws('AmazonSQS.ReceiveMessage', {
        QueueUrl: url,
        MaxNumberOfMessages: atOnce,
        VisibilityTimeout: hiddenSeconds,
        WaitTimeSeconds: 1,
      }),
    ).Messages;
  return {
    async drop(isTheirs) {
      const started = stopwatch();
      const others: string[] = [];
      let dropped = 0;
      try {
        while (stopwatch() - started < lookMs) {
          const letters = await receive();
          if (letters.length === 0) return dropped;
          for (const { Body, ReceiptHandle } of letters) {
            if (!isTheirs(Body)) {
              others.push(ReceiptHandle);
              continue;
            }
            await aws('AmazonSQS.DeleteMessage', { QueueUrl: url, ReceiptHandle });
            dropped += 1;
          }
        }
        log('warn', 'There are more dead letters than an erasure looks through at a time', {
          count: others.length,
        });
        return dropped;
      } finally {
        // The last ones first, so that those of one group are back in their order.
        for (const ReceiptHandle of others.reverse())
          await aws('AmazonSQS.ChangeMessageVisibility', {
            QueueUrl: url,
            ReceiptHandle,
            VisibilityTimeout: 0,
          });
      }
    },
  };
}
