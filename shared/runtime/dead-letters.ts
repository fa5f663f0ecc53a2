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
  /** Those that can be seen, in their order, all back at once: at most ten of one group of a FIFO queue. Throws like `drop`. */
  look(): Promise<readonly DeadLetter[]>;
};

/** One message that nobody could handle. Times are epoch milliseconds. */
export type DeadLetter = {
  readonly messageId: string;
  readonly body: string;
  /** How often it was taken, looks at it included. */
  readonly received: number;
  /** In a FIFO queue when it was given up, in another one when it was sent first. */
  readonly since: number;
};

/** Messages a call; a first-in-first-out queue shows no more of one group until these are back. */
const atOnce = 10;
/** So long what is being looked at is hidden, seconds, should we be killed meanwhile. */
const hiddenSeconds = 30;
/** After so long no further look is begun, milliseconds. */
const lookMs = 4_000;

const received = z.object({
  Messages: z
    .array(
      z.object({
        MessageId: z.string().default(''),
        Body: z.string(),
        ReceiptHandle: z.string(),
        Attributes: z.record(z.string(), z.string()).default({}),
      }),
    )
    .default([]),
});
type Received = z.infer<typeof received>['Messages'][number];

/**
 * Opens a queue of dead letters by its URL; calls as `openQueue` does. It waits a second for messages, since a call that does not
 * asks only some of the queue's servers:
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-short-and-long-polling.html
 */
export function openDeadLetters(url: string, http?: HttpClient, timing: QueueTiming = {}): DeadLetters {
  const aws = openSqs(url, http, timing);
  const receive = async (told: Readonly<Record<string, unknown>>) =>
    received.parse(
      await aws('AmazonSQS.ReceiveMessage', {
        QueueUrl: url,
        MaxNumberOfMessages: atOnce,
        VisibilityTimeout: hiddenSeconds,
        WaitTimeSeconds: 1,
        ...told,
      }),
    ).Messages;
  /** Shows each letter once; those for which `show` answers true stay, and are given back at the end. */
  const each = async (
    told: Readonly<Record<string, unknown>>,
    show: (letter: Received) => Promise<boolean>,
  ) => {
    const started = stopwatch();
    const kept: string[] = [];
    try {
      while (stopwatch() - started < lookMs) {
        const letters = await receive(told);
        if (letters.length === 0) return;
        for (const letter of letters) if (await show(letter)) kept.push(letter.ReceiptHandle);
      }
      log('warn', 'There are more dead letters than are looked through at a time', { count: kept.length });
    } finally {
      // The last ones first, so that those of one group are back in their order.
      for (const ReceiptHandle of kept.reverse())
        await aws('AmazonSQS.ChangeMessageVisibility', {
          QueueUrl: url,
          ReceiptHandle,
          VisibilityTimeout: 0,
        });
    }
  };
  return {
    async drop(isTheirs) {
      let dropped = 0;
      await each({}, async ({ Body, ReceiptHandle }) => {
        if (!isTheirs(Body)) return true;
        await aws('AmazonSQS.DeleteMessage', { QueueUrl: url, ReceiptHandle });
        dropped += 1;
        return false;
      });
      return dropped;
    },
    async look() {
      const seen: DeadLetter[] = [];
      await each({ MessageSystemAttributeNames: ['All'] }, async ({ MessageId, Body, Attributes }) => {
        seen.push({
          messageId: MessageId,
          body: Body,
          received: Number(Attributes.ApproximateReceiveCount ?? 0),
          since: Number(Attributes.SentTimestamp ?? 0),
        });
        return true;
      });
      return seen;
    },
  };
}
