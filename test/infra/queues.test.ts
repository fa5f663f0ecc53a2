import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { configs } from '#infra/config.ts';
import type { DocumentJob } from '#shared/domain/job.ts';
import { documentEntry, dropFileEntry } from '#shared/runtime/entries.ts';
import { type Found, named, ofType, resourcesOf, withModel, words } from './read-template.ts';

const fourteenDays = 14 * 24 * 60 * 60;
const pairs = [
  { queue: 'Inbound', name: 'station-prod-inbound.fifo', worker: 'ConverseFunction' },
  { queue: 'Outbound', name: 'station-prod-outbound.fifo', worker: 'DeliverFunction' },
  { queue: 'Later', name: 'station-prod-later', worker: 'TickFunction' },
  { queue: 'Jobs', name: 'station-prod-jobs', worker: 'MediaFunction' },
  { queue: 'DocumentJobs', name: 'station-prod-documents.fifo', worker: 'DocumentsFunction' },
  { queue: 'Interpret', name: 'station-prod-interpret.fifo', worker: 'InterpretWordsFunction' },
] as const;

let resources: readonly Found[];
beforeAll(() => {
  resources = resourcesOf('prod', withModel);
});

describe('the queues', () => {
  it('are five, and one for a language model, each with dead letters of its own, and every message is kept fourteen days in both', () => {
    expect(ofType(resources, 'SQS::Queue')).toHaveLength(12);
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

  it.each(['Inbound', 'Outbound', 'Jobs', 'DocumentJobs', 'Interpret'] as const)(
    '%s is worked one message at a time',
    (queue) => {
      expect(mapping(queue).BatchSize).toBe(1);
    },
  );

  it('a backlog never starves the webhooks: on a new account, which runs ten at a time, the workers leave two, and one while a document is made', () => {
    const caps = ofType(resources, 'Lambda::EventSourceMapping').flatMap(
      ({ Properties }) => Capped.parse(Properties).ScalingConfig?.MaximumConcurrency ?? [],
    );
    for (const config of Object.values(configs)) {
      const each = Object.values(config.maxConcurrency);
      expect(Math.min(...each), config.stage).toBeGreaterThanOrEqual(2);
      expect(total(each), config.stage).toBeLessThanOrEqual(8);
    }
    expect([...caps].sort()).toEqual(Object.values(configs.prod.maxConcurrency).sort());
  });

  it('documents need no cap, which SQS would not let be less than two: all are of one group, of which one is worked at a time', () => {
    expect(mapping('DocumentJobs').ScalingConfig).toBeUndefined();
    expect(named(resources, 'DocumentJobsQueue').Properties.FifoQueue).toBe(true);
    const job: DocumentJob = {
      v: 1,
      kind: 'document',
      id: 'one',
      of: 'somebody',
      ref: 'K7M2QP',
      number: 1,
      language: 'el',
      tell: { channel: 'a', bot: 'b', chat: 'c', thread: '' },
      ticket: '',
    };
    const groups = [
      documentEntry(job),
      documentEntry({ ...job, id: 'two', of: 'another' }),
      dropFileEntry('a'),
    ].map(({ group }) => group);
    expect(new Set(groups).size).toBe(1);
  });
});

const total = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);

const Capped = z.object({ ScalingConfig: z.object({ MaximumConcurrency: z.number() }).optional() });

function mapping(queue: string): Found['Properties'] {
  const found = ofType(resources, 'Lambda::EventSourceMapping').filter(
    ({ Properties }) => words(Properties.EventSourceArn) === `${queue}Queue`,
  );
  expect(found).toHaveLength(1);
  return found[0]?.Properties ?? {};
}
