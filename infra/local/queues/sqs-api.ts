import * as z from 'zod';
import { moveTasks } from './moves.ts';
import { noSuchQueue, notInFlight, SqsError } from './sqs-error.ts';
import { md5, sequenceText } from './sqs-event.ts';
import { checkBatch, send, sendBatch } from './sqs-send.ts';
import * as shapes from './sqs-shapes.ts';
import type { QueueEngine, QueueSettings, ReceivedMessage } from './types.ts';

export type SqsOptions = {
  readonly engine: QueueEngine;
  readonly url: string;
  readonly account: string;
  readonly region: string;
};

/** Performs one SQS action, for example `SendMessage`, and returns its answer. Throws SqsError for every refusal. */
export type SqsApi = (action: string, body: unknown) => Promise<object>;

/** SQS over the station's queues: the actions a function, a script or the AWS CLI uses. */
export function sqsApi({ engine, url, account, region }: SqsOptions): SqsApi {
  const moves = moveTasks(engine);
  const actions: Readonly<Record<string, (body: unknown) => object | Promise<object>>> = {
    SendMessage: action(shapes.sendMessage, (input) => send(engine, queueAt(input), input)),
    SendMessageBatch: action(shapes.sendBatch, (input) => {
      checkBatch(input.Entries);
      return sendBatch(engine, queueAt(input), input.Entries);
    }),
    ReceiveMessage: action(shapes.receiveMessage, async (input) => {
      const queue = queueAt(input);
      const take = () =>
        engine.receive(queue.name, input.MaxNumberOfMessages, {
          inWork: false,
          ...(input.VisibilityTimeout === undefined ? {} : { visibilitySeconds: input.VisibilityTimeout }),
        });
      const found = await waitFor(engine, take, input.WaitTimeSeconds);
      return found.length === 0 ? {} : { Messages: found.map(seen) };
    }),
    DeleteMessage: action(shapes.deleteMessage, (input) => {
      engine.remove(queueAt(input).name, input.ReceiptHandle);
      return {};
    }),
    DeleteMessageBatch: action(shapes.deleteBatch, (input) => {
      checkBatch(input.Entries);
      for (const entry of input.Entries) engine.remove(queueAt(input).name, entry.ReceiptHandle);
      return { Successful: input.Entries.map(({ Id }) => ({ Id })), Failed: [] };
    }),
    ChangeMessageVisibility: action(shapes.changeVisibility, (input) => {
      if (!engine.changeVisibility(queueAt(input).name, input.ReceiptHandle, input.VisibilityTimeout)) {
        throw notInFlight();
      }
      return {};
    }),
    ChangeMessageVisibilityBatch: action(shapes.visibilityBatch, (input) => {
      checkBatch(input.Entries);
      const done = (entry: (typeof input.Entries)[number]) =>
        engine.changeVisibility(queueAt(input).name, entry.ReceiptHandle, entry.VisibilityTimeout);
      const [Successful, Failed] = split(input.Entries, done);
      const { code: Code, message: Message } = notInFlight();
      return {
        Successful: Successful.map(({ Id }) => ({ Id })),
        Failed: Failed.map(({ Id }) => ({ Id, SenderFault: true, Code, Message })),
      };
    }),
    GetQueueUrl: action(shapes.byName, ({ QueueName }) => ({ QueueUrl: urlOf(named(QueueName)) })),
    ListQueues: action(z.looseObject({}), () => ({ QueueUrls: engine.queues().map(urlOf) })),
    GetQueueAttributes: action(shapes.queueOnly, (input) => {
      const queue = queueAt(input);
      const { ready, inFlight, delayed } = engine.count(queue.name);
      return {
        Attributes: {
          ApproximateNumberOfMessages: String(ready),
          ApproximateNumberOfMessagesNotVisible: String(inFlight),
          ApproximateNumberOfMessagesDelayed: String(delayed),
          VisibilityTimeout: String(queue.visibilityTimeoutSeconds),
          QueueArn: arnOf(queue.name),
          ...(queue.fifo ? { FifoQueue: 'true' } : {}),
        },
      };
    }),
    PurgeQueue: action(shapes.queueOnly, (input) => {
      engine.purge(queueAt(input).name);
      return {};
    }),
    StartMessageMoveTask: action(shapes.startMove, moves.start),
    ListMessageMoveTasks: action(shapes.listMoves, moves.list),
  };

  function seen(message: ReceivedMessage): object {
    return shown(message, account, message.diedIn === undefined ? undefined : arnOf(message.diedIn));
  }
  function arnOf(queue: string): string {
    return `arn:aws:sqs:${region}:${account}:${queue}`;
  }
  function queueAt({ QueueUrl }: { readonly QueueUrl: string }): QueueSettings {
    return named(QueueUrl.split('/').at(-1) ?? '');
  }
  function named(name: string): QueueSettings {
    const queue = engine.queue(name);
    if (queue === undefined) throw noSuchQueue();
    return queue;
  }
  function urlOf(queue: QueueSettings): string {
    return `${url}/${account}/${queue.name}`;
  }

  return async (name, body) => {
    const perform = actions[name];
    if (perform === undefined) {
      throw new SqsError('InvalidAction', `The action ${name} is not valid for this endpoint.`);
    }
    return perform(body);
  };
}

function action<Shape extends z.ZodType>(
  shape: Shape,
  perform: (input: z.infer<Shape>) => object | Promise<object>,
) {
  return (body: unknown) => {
    const parsed = shape.safeParse(body);
    if (parsed.success) return perform(parsed.data);
    const [issue] = parsed.error.issues;
    throw new SqsError('InvalidParameterValue', `${issue?.path.join('.')}: ${issue?.message}`);
  };
}

/** Long polling: looks again at every change until something is there or the wait (real seconds) is over. */
async function waitFor(
  engine: QueueEngine,
  take: () => readonly ReceivedMessage[],
  seconds: number,
): Promise<readonly ReceivedMessage[]> {
  const found = take();
  if (found.length > 0 || seconds === 0) return found;
  return new Promise((resolve) => {
    const finish = (messages: readonly ReceivedMessage[]) => {
      clearTimeout(timer);
      stopListening();
      resolve(messages);
    };
    const timer = setTimeout(() => finish([]), seconds * 1000);
    const stopListening = engine.onChange(() => {
      const now = take();
      if (now.length > 0) finish(now);
    });
  });
}

function shown(message: ReceivedMessage, account: string, diedIn: string | undefined): object {
  return {
    MessageId: message.messageId,
    ReceiptHandle: message.receipt,
    MD5OfBody: md5(message.body),
    Body: message.body,
    Attributes: {
      SenderId: account,
      SentTimestamp: String(message.sentAt),
      ApproximateReceiveCount: String(message.receiveCount),
      ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
      ...(message.groupId === undefined
        ? {}
        : { MessageGroupId: message.groupId, SequenceNumber: sequenceText(message.sequenceNumber) }),
      ...(message.deduplicationId === undefined ? {} : { MessageDeduplicationId: message.deduplicationId }),
      ...(diedIn === undefined ? {} : { DeadLetterQueueSourceArn: diedIn }),
    },
    ...(Object.keys(message.attributes).length === 0 ? {} : { MessageAttributes: message.attributes }),
  };
}

function split<T>(all: readonly T[], test: (one: T) => boolean): readonly [readonly T[], readonly T[]] {
  const passed: T[] = [];
  const failed: T[] = [];
  for (const one of all) (test(one) ? passed : failed).push(one);
  return [passed, failed];
}
