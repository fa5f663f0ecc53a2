import { Duration, Validations } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { DeduplicationScope, FifoThroughputLimit, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

export type WorkQueueProps = {
  /** Name without its ending; a FIFO queue and its dead letters get `.fifo` added, as SQS demands. */
  readonly name: string;
  /** 'in order': one message of a group at a time, in the order they came. 'any order': a standard queue, with delays. */
  readonly order: 'in order' | 'any order';
  /** Longest time-out of a function that takes from it, seconds: 10 where a person waits for the answer. */
  readonly workSeconds?: number;
};

/** How a function takes from the queue. */
export type Work = {
  readonly batchSize: number;
  /** Instances that may work on it at a time; SQS takes no less than 2. 'one group': all its messages are, so that one is worked at a time. */
  readonly maxConcurrency: number | 'one group';
};

const usualWorkSeconds = 10;

/**
 * A queue with its dead letters: fourteen days to notice and mend, five tries, encrypted, TLS only.
 * FIFO queues are in high-throughput mode, where a group neither waits for another nor shares its duplicates.
 */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, { name, order, workSeconds = usualWorkSeconds }: WorkQueueProps) {
    super(scope, id);
    const fifo = order === 'in order';
    const ending = fifo ? '.fifo' : '';
    const common = {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      ...(fifo ? highThroughput : {}),
    };
    this.deadLetters = new Queue(this, 'DeadLetters', { ...common, queueName: `${name}-dead${ending}` });
    Validations.of(this.deadLetters).acknowledge({
      id: 'Serverless::Serverless-SQSRedrivePolicy',
      reason: 'It is itself where dead letters end; from here they are read and redriven by a person',
    });
    this.queue = new Queue(this, 'Queue', {
      ...common,
      queueName: `${name}${ending}`,
      // Six times the time-out, so that a throttled poller does not use up the tries:
      // https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html#events-sqs-queueconfig
      visibilityTimeout: Duration.seconds(6 * workSeconds),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: 5 },
    });
  }

  /** Lets a function take from the queue. What it may do with it stands in its grants, not here. */
  workedBy(worker: IFunction, { batchSize, maxConcurrency }: Work): void {
    const mapping = worker.addEventSourceMapping(`From${this.node.id}`, {
      eventSourceArn: this.queue.queueArn,
      batchSize,
      ...(maxConcurrency === 'one group' ? {} : { maxConcurrency }),
      reportBatchItemFailures: true,
    });
    Validations.of(mapping).acknowledge({
      id: 'Serverless::Serverless-LambdaEventSourceMappingDestination',
      reason:
        'For SQS a failure goes to the dead letters of the queue; a mapping takes a destination for streams only',
    });
  }
}

const highThroughput = {
  fifo: true,
  deduplicationScope: DeduplicationScope.MESSAGE_GROUP,
  fifoThroughputLimit: FifoThroughputLimit.PER_MESSAGE_GROUP_ID,
} as const;
