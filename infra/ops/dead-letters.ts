import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { type DeadLetter, openDeadLetters } from '#shared/runtime/dead-letters.ts';
import { openSqs } from '#shared/runtime/queues.ts';
import { SafeError } from '#shared/runtime/safe-error.ts';
import type { Checklist } from '../connect/checklist.ts';
import { kindOfLetter } from './letter.ts';
import type { Place } from './place.ts';

type Queues = Pick<Place, 'deadLetters' | 'now'>;

/** Who takes from a queue: in its log a message is found by its id. */
const takers: Readonly<Record<string, string>> = {
  inbound: 'converse',
  outbound: 'deliver',
  later: 'tick',
  jobs: 'media',
  documents: 'documents',
  interpret: 'interpret',
};

/** What died in each queue: how many, since when, and of each what can be seen which kind it is. Never what somebody wrote. */
export async function listDeadLetters(place: Queues, told: Checklist): Promise<void> {
  const now = await place.now();
  for (const [queue, url] of place.deadLetters) {
    const count = await countOf(url);
    const letters = count.all === 0 ? [] : await openDeadLetters(url).look();
    if (count.all === 0) {
      told.fine(`${queue}: nothing`);
      continue;
    }
    const oldest = letters.length === 0 ? '' : `, the oldest for ${ageOf(letters, now)}`;
    told.wrong(
      `${queue}: ${count.all}${oldest}`,
      `find the messageId in the log of ${takers[queue] ?? 'its function'}, mend the cause, then: dead-letters redrive ${queue}`,
    );
    for (const { messageId, body, received } of letters)
      told.note(`  ${messageId}  ${kindOfLetter(body)}  taken ${received} times`);
    const hidden = count.all - letters.length;
    if (hidden > 0) told.note(`  and ${hidden} more: a queue in order shows ten of one chat at a time`);
  }
}

function ageOf(letters: readonly DeadLetter[], now: number): string {
  const minutes = Math.max(0, Math.round((now - Math.min(...letters.map(({ since }) => since))) / 60_000));
  if (minutes < 120) return `${minutes} min`;
  return minutes < 48 * 60 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1_440)} days`;
}

const attributes = z.object({
  Attributes: z.object({
    QueueArn: z.string(),
    ApproximateNumberOfMessages: z.coerce.number(),
    ApproximateNumberOfMessagesNotVisible: z.coerce.number(),
  }),
});

async function countOf(url: string) {
  const { Attributes } = attributes.parse(
    await openSqs(
      url,
      undefined,
      {},
    )('AmazonSQS.GetQueueAttributes', {
      QueueUrl: url,
      AttributeNames: ['QueueArn', 'ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
    }),
  );
  const { QueueArn, ApproximateNumberOfMessages, ApproximateNumberOfMessagesNotVisible } = Attributes;
  return { arn: QueueArn, all: ApproximateNumberOfMessages + ApproximateNumberOfMessagesNotVisible };
}

const tasks = z.object({
  Results: z
    .array(
      z.object({
        Status: z.string(),
        FailureReason: z.string().optional(),
        ApproximateNumberOfMessagesMoved: z.number().default(0),
        ApproximateNumberOfMessagesToMove: z.number().nullish(),
      }),
    )
    .default([]),
});

/** How often a task is asked for, milliseconds, and when it is left to itself. */
const askMs = 1_000;
const mostAsks = 600;

export type Redrive = { readonly queue: string | null; readonly perSecond: number | null };

/**
 * Sends what died back to where it died, and waits until that is done. It stands behind what came since; what had its effect is not
 * repeated, and what is too late is refused in words. What fails again is back among the dead letters after five tries.
 */
export async function redrive(
  { queue: only, perSecond }: Redrive,
  place: Queues,
  told: Checklist,
  wait: (ms: number) => Promise<unknown> = pause,
): Promise<void> {
  const chosen = [...place.deadLetters].filter(([queue]) => only === null || queue === only);
  if (chosen.length === 0)
    told.wrong(`There is no queue ${only}`, `Name one of ${[...place.deadLetters.keys()].join(', ')}`);
  for (const [queue, url] of chosen) await redriveOne(queue, url, perSecond, told, wait);
}

async function redriveOne(
  queue: string,
  url: string,
  perSecond: number | null,
  told: Checklist,
  wait: (ms: number) => Promise<unknown>,
): Promise<void> {
  const { arn, all } = await countOf(url);
  if (all === 0) return told.fine(`${queue}: nothing to move`);
  const sqs = openSqs(url, undefined, {});
  try {
    await sqs('AmazonSQS.StartMessageMoveTask', {
      SourceArn: arn,
      ...(perSecond === null ? {} : { MaxNumberOfMessagesPerSecond: perSecond }),
    });
  } catch (error) {
    // One task a queue at a time: the one that runs does the same.
    const running = await taskOf(arn, sqs);
    if (!(error instanceof SafeError) || running?.Status !== 'RUNNING') throw error;
    told.note(`${queue}: is being moved already`);
  }
  for (let asks = 0; asks < mostAsks; asks += 1) {
    const task = await taskOf(arn, sqs);
    if (task && task.Status !== 'RUNNING') return tell(queue, task, told);
    await wait(askMs);
  }
  told.note(`${queue}: still being moved; dead-letters list shows what is left`);
}

type Task = z.infer<typeof tasks>['Results'][number];

async function taskOf(arn: string, sqs: ReturnType<typeof openSqs>): Promise<Task | undefined> {
  const answer = await sqs('AmazonSQS.ListMessageMoveTasks', { SourceArn: arn, MaxResults: 1 });
  return tasks.parse(answer).Results[0];
}

function tell(queue: string, task: Task, told: Checklist): void {
  const { Status, FailureReason, ApproximateNumberOfMessagesMoved: moved } = task;
  if (Status === 'COMPLETED')
    told.fine(`${queue}: ${moved} moved back; what fails again is here again within minutes`);
  else
    told.wrong(
      `${queue}: ${moved} moved back, then it stopped (${FailureReason ?? Status})`,
      'Look at what is left with dead-letters list, then try again',
    );
}
