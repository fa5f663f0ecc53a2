import { beforeAll, describe, expect, it } from 'vitest';
import { configs } from '#infra/config.ts';
import { type Found, named, ofType, resourcesOf, words } from './read-template.ts';

const fourteenDays = 14 * 24 * 60 * 60;
const pairs = [
  { queue: 'Inbound', name: 'station-prod-inbound.fifo', worker: 'ConverseFunction' },
  { queue: 'Outbound', name: 'station-prod-outbound.fifo', worker: 'DeliverFunction' },
  { queue: 'Later', name: 'station-prod-later', worker: 'TickFunction' },
  { queue: 'Jobs', name: 'station-prod-jobs', worker: 'MediaFunction' },
  { queue: 'DocumentJobs', name: 'station-prod-documents.fifo', worker: 'DocumentsFunction' },
] as const;

let resources: readonly Found[];
beforeAll(() => {
  resources = resourcesOf('prod');
});

describe('the queues', () => {
  it('are five, each with dead letters of its own, and every message is kept fourteen days in both', () => {
    expect(ofType(resources, 'SQS::Queue')).toHaveLength(10);
    for (const { queue, name } of pairs) {
      const live = named(resources, `${queue}Queue`).Properties;
      expect(live).toMatchObject({ QueueName: name, MessageRetentionPeriod: fourteenDays });
      expect(live.RedrivePolicy).toMatchObject({ maxReceiveCount: 5 });
      expect(JSON.stringify(live.RedrivePolicy)).toContain(`${queue}DeadLetters`);
      expect(named(resources, `${queue}DeadLetters`).Properties.MessageRetentionPeriod).toBe(fourteenDays);
    }
  });

  it.each(['InboundQueue', 'InboundDeadLetters', 'OutboundQueue', 'OutboundDeadLetters'])(
    'one busy chat never slows another: %s is first in, first out for each group alone',
    (id) => {
      expect(named(resources, id).Properties).toMatchObject({
        FifoQueue: true,
        DeduplicationScope: 'messageGroup',
        FifoThroughputLimit: 'perMessageGroupId',
      });
    },
  );

  it('a wake is never swallowed as a duplicate of another: nothing is deduplicated by its content', () => {
    const byContent = ofType(resources, 'SQS::Queue').filter(
      (queue) => 'ContentBasedDeduplication' in queue.Properties,
    );
    expect(byContent).toEqual([]);
  });

  it('are encrypted and refuse whoever comes without TLS', () => {
    for (const queue of ofType(resources, 'SQS::Queue')) {
      expect(queue.Properties.SqsManagedSseEnabled, queue.id).toBe(true);
      const policy = named(resources, `${queue.id}Policy`);
      expect(policy.Properties.PolicyDocument).toMatchObject({
        Statement: [{ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }],
      });
    }
  });

  it('hide a message for at least six times as long as its worker may take, ten seconds but for files and documents', () => {
    const longer: Readonly<Record<string, number>> = { Jobs: 60, DocumentJobs: 20 };
    for (const { queue, worker } of pairs) {
      const seconds = Number(named(resources, worker).Properties.Timeout);
      expect(seconds).toBeLessThanOrEqual(longer[queue] ?? 10);
      expect(Number(named(resources, `${queue}Queue`).Properties.VisibilityTimeout)).toBeGreaterThanOrEqual(
        6 * seconds,
      );
    }
  });
});

describe('the workers', () => {
  it.each(pairs)('$worker takes from $queue and gives back only what failed', ({ queue, worker }) => {
    expect(mapping(queue)).toMatchObject({ FunctionResponseTypes: ['ReportBatchItemFailures'] });
    expect(words(mapping(queue).FunctionName)).toBe(worker);
  });

  it.each(['Inbound', 'Outbound', 'Jobs', 'DocumentJobs'] as const)(
    '%s is worked one message at a time',
    (queue) => {
      expect(mapping(queue).BatchSize).toBe(1);
    },
  );

  it('a backlog never starves the webhooks: on a new account, which runs ten at a time, the workers leave two, and one while a document is made', () => {
    const caps = ofType(resources, 'Lambda::EventSourceMapping').map(
      ({ Properties }) => Properties.ScalingConfig,
    );
    expect(caps).toHaveLength(5);
    for (const config of Object.values(configs)) {
      const each = Object.values(config.maxConcurrency);
      expect(Math.min(...each), config.stage).toBeGreaterThanOrEqual(2);
      expect(
        each.reduce((sum, one) => sum + one, 0),
        config.stage,
      ).toBeLessThanOrEqual(8);
    }
    const inTemplate = caps.map((cap) => JSON.stringify(cap)).sort();
    const { converse, deliver, tick, media } = configs.prod.maxConcurrency;
    // SQS takes no less than 2; all documents are of one group, of which one is worked at a time.
    const documents = 2;
    expect(inTemplate).toEqual(
      [converse, deliver, tick, media, documents]
        .map((n) => JSON.stringify({ MaximumConcurrency: n }))
        .sort(),
    );
  });
});

function mapping(queue: string): Found['Properties'] {
  const found = ofType(resources, 'Lambda::EventSourceMapping').filter(
    ({ Properties }) => words(Properties.EventSourceArn) === `${queue}Queue`,
  );
  expect(found).toHaveLength(1);
  return found[0]?.Properties ?? {};
}
