import type * as z from 'zod';
import { SqsError } from './sqs-error.ts';
import type * as shapes from './sqs-shapes.ts';
import type { QueueEngine } from './types.ts';

/** A task as ListMessageMoveTasks tells of it; only one that still runs has a handle. */
type Task = Readonly<Record<string, string | number>>;

/** AWS tells of the last ten of a queue. */
const mostTasks = 10;

/**
 * The tasks that move dead letters back. Here each is done when its start is answered, however slow it was asked to be, so that none is
 * ever running or to be cancelled.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html
 */
export function moveTasks(engine: QueueEngine) {
  const tasks = new Map<string, readonly Task[]>();

  function start(input: z.infer<typeof shapes.startMove>): object {
    const { SourceArn, DestinationArn, MaxNumberOfMessagesPerSecond: perSecond } = input;
    const source = queueOf(SourceArn);
    const isDead = engine.queues().some(({ redrive }) => redrive?.deadLetterQueue === source.name);
    if (!isDead) {
      throw new SqsError('InvalidParameterValue', 'Source queue must be configured as a Dead Letter Queue.');
    }
    const destination = DestinationArn === undefined ? undefined : queueOf(DestinationArn);
    if (destination !== undefined && destination.fifo !== source.fifo) {
      throw new SqsError('InvalidParameterValue', 'Source and destination queue must be of the same type.');
    }
    const at = Date.now();
    const { found, moved } = engine.redrive(source.name, destination?.name);
    const task: Task = {
      SourceArn,
      ...(DestinationArn === undefined ? {} : { DestinationArn }),
      ...(perSecond === undefined ? {} : { MaxNumberOfMessagesPerSecond: perSecond }),
      Status: moved === found ? 'COMPLETED' : 'FAILED',
      ...(moved === found ? {} : { FailureReason: 'CouldNotDetermineMessageSource' }),
      ApproximateNumberOfMessagesMoved: moved,
      ApproximateNumberOfMessagesToMove: found,
      StartedTimestamp: at,
    };
    tasks.set(source.name, [task, ...(tasks.get(source.name) ?? [])].slice(0, mostTasks));
    return { TaskHandle: Buffer.from(`${source.name} ${at}`).toString('base64') };
  }

  function list({ SourceArn, MaxResults }: z.infer<typeof shapes.listMoves>): object {
    return { Results: (tasks.get(queueOf(SourceArn).name) ?? []).slice(0, MaxResults) };
  }

  function queueOf(arn: string) {
    const queue = engine.queue(arn.split(':').at(-1) ?? '');
    if (queue !== undefined) return queue;
    throw new SqsError('ResourceNotFoundException', 'One or more specified resources don’t exist.');
  }

  return { start, list };
}
