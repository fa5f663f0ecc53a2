import * as z from 'zod';
import { sqsEvent } from './sqs-event.ts';
import type { QueueEngine, ReceivedMessage } from './types.ts';

/** What feeding a function from a queue needs to know; `invoke` never rejects. */
export type EventSource = {
  readonly engine: QueueEngine;
  readonly queue: string;
  readonly batchSize: number;
  readonly maxConcurrency: number;
  readonly partialAnswers: boolean;
  readonly region: string;
  readonly account: string;
  readonly invoke: (
    event: unknown,
  ) => Promise<
    { readonly ok: true; readonly result: unknown } | { readonly ok: false; readonly error: string }
  >;
};

/** Feeds a function from its queue, as Lambda's event source mapping does. */
export type Feeder = {
  /** Takes what is ready, as far as there is room. */
  readonly pump: () => void;
  /** Takes nothing new from now on. */
  readonly stop: () => void;
};

/**
 * Makes the feeder of one event source mapping. A batch whose call fails goes back whole; with partial answers only
 * the named messages go back, and an answer that cannot be read or names a stranger counts as a failed batch.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */
export function feedFrom(source: EventSource): Feeder {
  const { engine, queue } = source;
  let running = 0;
  let stopped = false;

  const pump = () => {
    while (!stopped && running < source.maxConcurrency) {
      const batch = engine.receive(queue, source.batchSize, { inWork: true });
      if (batch.length === 0) return;
      running += 1;
      void work(batch);
    }
  };

  const work = async (batch: readonly ReceivedMessage[]) => {
    const outcome = await source.invoke(sqsEvent(batch, source.region, source.account));
    running -= 1;
    if (stopped) return;
    const failed = outcome.ok
      ? failedOf(outcome.result, batch, source.partialAnswers)
      : everyOne(batch, outcome.error);
    for (const message of batch) {
      const error = failed.get(message.messageId);
      if (error === undefined) engine.remove(queue, message.receipt);
      else engine.release(queue, message.receipt, error);
    }
    pump();
  };

  return {
    pump,
    stop: () => {
      stopped = true;
    },
  };
}

const partialAnswer = z
  .object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).nullish() })
  .nullish();

/** Ids of the messages that go back, with the kind of failure. */
function failedOf(
  result: unknown,
  batch: readonly ReceivedMessage[],
  partialAnswers: boolean,
): ReadonlyMap<string, string> {
  if (!partialAnswers) return new Map();
  const parsed = partialAnswer.safeParse(result);
  if (!parsed.success) return everyOne(batch, 'UnreadableBatchAnswer');
  const ids = (parsed.data?.batchItemFailures ?? []).map((failure) => failure.itemIdentifier);
  const strangers = ids.some((id) => !batch.some((message) => message.messageId === id));
  return strangers
    ? everyOne(batch, 'UnreadableBatchAnswer')
    : new Map(ids.map((id) => [id, 'ReportedFailure']));
}

function everyOne(batch: readonly ReceivedMessage[], error: string): ReadonlyMap<string, string> {
  return new Map(batch.map((message) => [message.messageId, error]));
}
