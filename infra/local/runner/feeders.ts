import { type Feeder, feedFrom } from '../queues/event-source.ts';
import type { QueueEngine } from '../queues/types.ts';
import type { Functions } from './functions.ts';
import type { Judge } from './grants.ts';
import { LOCAL_ACCOUNT, LOCAL_REGION, localArn } from './wiring.ts';
import type { SourceWiring } from './wiring-types.ts';

/**
 * Feeders of all event source mappings. A function whose role may not take from its queue is not fed: AWS would refuse
 * the mapping (https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html#events-sqs-permissions).
 */
export function makeFeeders(options: {
  readonly sources: readonly SourceWiring[];
  readonly queues: QueueEngine;
  readonly functions: Functions;
  readonly judge: Judge;
}): readonly Feeder[] {
  const { sources, queues, functions, judge } = options;
  return sources
    .filter(({ functionId, queue }) => judge(functionId, wishesFor(queue)) === undefined)
    .map((source) => {
      queues.consume(source.queue);
      return feedFrom({
        ...source,
        engine: queues,
        region: LOCAL_REGION,
        account: LOCAL_ACCOUNT,
        invoke: (event) => functions.invoke(source.functionId, event),
      });
    });
}

function wishesFor(queue: string) {
  return ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'].map((action) => ({
    action,
    on: localArn('sqs', queue),
  }));
}
