import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openQueues } from '#infra/local/queues/engine.ts';
import { sqsApi } from '#infra/local/queues/sqs-api.ts';
import type { QueueEngine, QueueSettings } from '#infra/local/queues/types.ts';

const plain: QueueSettings = {
  name: 'plain',
  fifo: false,
  contentBasedDeduplication: false,
  deduplicationScope: 'queue',
  visibilityTimeoutSeconds: 30,
  delaySeconds: 0,
  maximumMessageBytes: 1_048_576,
  redrive: undefined,
};
const queues: readonly QueueSettings[] = [
  plain,
  { ...plain, name: 'line.fifo', fifo: true, redrive: { deadLetterQueue: 'dead.fifo', maxReceiveCount: 3 } },
  { ...plain, name: 'grouped.fifo', fifo: true, deduplicationScope: 'messageGroup' },
  { ...plain, name: 'content.fifo', fifo: true, contentBasedDeduplication: true },
  { ...plain, name: 'dead.fifo', fifo: true },
];

let dataDir: string;
let now: number;
let engine: QueueEngine;
const open = () => openQueues({ dataDir, now: () => now, queues });
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'queues-'));
  now = Date.UTC(2026, 10, 23, 8);
  engine = open();
});
afterEach(() => {
  engine.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const send = (queue: string, body: string, more: Partial<Parameters<QueueEngine['send']>[1]> = {}) =>
  engine.send(queue, {
    body,
    attributes: {},
    groupId: queue.endsWith('.fifo') ? 'g' : undefined,
    deduplicationId: queue.endsWith('.fifo') ? body : undefined,
    delaySeconds: undefined,
    ...more,
  });
const take = (queue: string, max = 10) => engine.receive(queue, max, { inWork: false });
const bodies = (queue: string) => take(queue).map(({ body }) => body);

describe('a queue of the local station', () => {
  it('hides a message that was received until its time is over on the station’s clock', () => {
    send('plain', 'a');
    expect(bodies('plain')).toEqual(['a']);
    now += 29_999;
    expect(bodies('plain')).toEqual([]);
    now += 1;
    expect(take('plain')).toMatchObject([{ body: 'a', receiveCount: 2 }]);
  });

  it('gives several messages of one group in one batch, and no more of it until they are done', () => {
    for (const body of ['a', 'b', 'c']) send('line.fifo', body);
    send('line.fifo', 'other', { groupId: 'h' });
    const [first, second] = take('line.fifo', 2);
    expect([first?.body, second?.body]).toEqual(['a', 'b']);
    expect(bodies('line.fifo')).toEqual(['other']);
    engine.remove('line.fifo', first?.receipt ?? '');
    expect(bodies('line.fifo')).toEqual([]);
    engine.remove('line.fifo', second?.receipt ?? '');
    expect(bodies('line.fifo')).toEqual(['c']);
  });

  it('takes a message with the same deduplication id once in five minutes, also after it was done', () => {
    const first = send('line.fifo', 'a');
    engine.remove('line.fifo', take('line.fifo')[0]?.receipt ?? '');
    now += 299_999;
    expect(send('line.fifo', 'a')).toEqual({ ...first, duplicate: true });
    expect(bodies('line.fifo')).toEqual([]);
    now += 1;
    send('line.fifo', 'a');
    expect(bodies('line.fifo')).toEqual(['a']);
  });

  it('remembers deduplication ids by group where the queue says so, by queue where not', () => {
    for (const groupId of ['g', 'h']) {
      send('line.fifo', 'x', { groupId });
      send('grouped.fifo', 'x', { groupId });
    }
    expect(bodies('line.fifo')).toEqual(['x']);
    expect(bodies('grouped.fifo')).toEqual(['x', 'x']);
  });

  it('moves a message to the dead letters instead of giving it a fourth time, and back when they are redriven', () => {
    const { messageId } = send('line.fifo', 'poison');
    send('line.fifo', 'next');
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      const [message] = engine.receive('line.fifo', 1, { inWork: true });
      expect(message).toMatchObject({ body: 'poison', receiveCount: attempt });
      engine.release('line.fifo', message?.receipt ?? '', 'TypeError');
      now += 5_000;
    }
    expect(bodies('line.fifo')).toEqual(['next']);
    expect(engine.deadLetters()).toEqual([
      {
        id: messageId,
        queue: 'line.fifo',
        reason: 'failed 3 times, last with TypeError',
        at: new Date(now).toISOString(),
      },
    ]);
    expect(engine.redrive('dead.fifo')).toEqual({ found: 1, moved: 1 });
    expect(engine.deadLetters()).toEqual([]);
    now += 30_000;
    // It stands behind what came before it was brought back, as a message of its own.
    const back = take('line.fifo');
    expect(back).toMatchObject([{ body: 'next' }, { body: 'poison', receiveCount: 1, firstReceivedAt: now }]);
    expect(back.map((message) => message.messageId)).not.toContain(messageId);
  });

  it('keeps two dead letters with one deduplication id, in the order in which they were given up', () => {
    const giveUp = (body: string) => {
      send('line.fifo', body, { deduplicationId: 'same', groupId: body });
      for (let attempt = 1; attempt <= 4; attempt += 1) {
        for (const { receipt } of engine.receive('line.fifo', 1, { inWork: true }))
          engine.release('line.fifo', receipt, 'Error');
        now += 5_000;
      }
    };
    giveUp('first');
    now += 300_000;
    giveUp('second');
    expect(take('dead.fifo')).toMatchObject([{ body: 'first', diedIn: 'line.fifo' }, { body: 'second' }]);
    // Who is looked at stays.
    expect(engine.redrive('dead.fifo')).toEqual({ found: 0, moved: 0 });
    now += 30_000;
    expect(engine.redrive('dead.fifo')).toEqual({ found: 2, moved: 2 });
    expect(bodies('line.fifo')).toEqual(['first', 'second']);
  });

  it('gives a failed message back after the wait its function chose, else after five seconds at most', () => {
    send('plain', 'chosen');
    send('plain', 'unchosen');
    const [chosen, unchosen] = engine.receive('plain', 2, { inWork: true });
    engine.changeVisibility('plain', chosen?.receipt ?? '', 8);
    engine.release('plain', chosen?.receipt ?? '', 'Error');
    engine.release('plain', unchosen?.receipt ?? '', 'Error');
    now += 5_000;
    expect(bodies('plain')).toEqual(['unchosen']);
    now += 3_000;
    expect(bodies('plain')).toEqual(['chosen']);
  });

  it('gives a message that was in work when the process was killed back at the next start, uncounted', () => {
    send('plain', 'a');
    engine.receive('plain', 1, { inWork: true });
    now += 86_400_000;
    expect(bodies('plain')).toEqual([]);
    engine.close();
    engine = open();
    expect(take('plain')).toMatchObject([{ body: 'a', receiveCount: 1 }]);
  });

  it('loses nothing and keeps the order of each group, whatever fails and whenever it is stopped', () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('send' as const), group: fc.constantFrom('g', 'h', 'i') }),
      fc.record({
        do: fc.constant('work' as const),
        max: fc.integer({ min: 1, max: 5 }),
        fails: fc.boolean(),
      }),
      fc.record({ do: fc.constant('wait' as const), seconds: fc.integer({ min: 0, max: 10 }) }),
      fc.record({ do: fc.constant('restart' as const) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const sent: string[] = [];
        const done: string[] = [];
        engine.purge('grouped.fifo');
        const work = (max: number, fails: boolean) => {
          for (const message of engine.receive('grouped.fifo', max, { inWork: true })) {
            if (fails) engine.release('grouped.fifo', message.receipt, 'Error');
            else if (engine.remove('grouped.fifo', message.receipt)) done.push(message.body);
          }
        };
        for (const one of steps) {
          switch (one.do) {
            case 'send': {
              const body = `${one.group}${sent.length}-${now}`;
              send('grouped.fifo', body, { groupId: one.group });
              sent.push(body);
              break;
            }
            case 'work':
              work(one.max, one.fails);
              break;
            case 'wait':
              now += one.seconds * 1000;
              break;
            case 'restart':
              engine.receive('grouped.fifo', 1, { inWork: true });
              engine.close();
              engine = open();
              break;
          }
        }
        for (let round = 0; round < sent.length + 2; round += 1) {
          now += 10_000;
          work(10, false);
        }
        const ofGroup = (all: readonly string[], group: string) => all.filter((body) => body[0] === group);
        for (const group of ['g', 'h', 'i']) expect(ofGroup(done, group)).toEqual(ofGroup(sent, group));
      }),
      { numRuns: 60 },
    );
  });
});

describe('SQS as the functions speak it', () => {
  const call = (action: string, body: object) =>
    sqsApi({ engine, url: 'http://127.0.0.1:1', account: '000000000000', region: 'eu-central-1' })(
      action,
      body,
    );
  const at = (queue: string) => `http://127.0.0.1:1/000000000000/${queue}`;
  const arn = (queue: string) => `arn:aws:sqs:eu-central-1:000000000000:${queue}`;

  it.each([
    [
      'a queue that is not there',
      'SendMessage',
      { QueueUrl: at('no'), MessageBody: 'x' },
      'QueueDoesNotExist',
    ],
    ['no body', 'SendMessage', { QueueUrl: at('plain') }, 'InvalidParameterValue'],
    [
      'characters SQS refuses',
      'SendMessage',
      { QueueUrl: at('plain'), MessageBody: 'a\u0000' },
      'InvalidParameterValue',
    ],
    [
      'more than a mebibyte',
      'SendMessage',
      { QueueUrl: at('plain'), MessageBody: 'ж'.repeat(600_000) },
      'InvalidParameterValue',
    ],
    [
      'a delay of over 15 minutes',
      'SendMessage',
      { QueueUrl: at('plain'), MessageBody: 'x', DelaySeconds: 901 },
      'InvalidParameterValue',
    ],
    [
      'no group on a FIFO queue',
      'SendMessage',
      { QueueUrl: at('line.fifo'), MessageBody: 'x' },
      'MissingParameter',
    ],
    [
      'no deduplication id',
      'SendMessage',
      { QueueUrl: at('line.fifo'), MessageBody: 'x', MessageGroupId: 'g' },
      'InvalidParameterValue',
    ],
    [
      'a delay on a FIFO queue',
      'SendMessage',
      { QueueUrl: at('content.fifo'), MessageBody: 'x', MessageGroupId: 'g', DelaySeconds: 1 },
      'InvalidParameterValue',
    ],
    ['an empty batch', 'SendMessageBatch', { QueueUrl: at('plain'), Entries: [] }, 'EmptyBatchRequest'],
    [
      'eleven entries',
      'SendMessageBatch',
      {
        QueueUrl: at('plain'),
        Entries: Array.from({ length: 11 }, (_one, index) => ({ Id: `${index}`, MessageBody: 'x' })),
      },
      'TooManyEntriesInBatchRequest',
    ],
    [
      'the same entry id twice',
      'SendMessageBatch',
      { QueueUrl: at('plain'), Entries: [1, 2].map(() => ({ Id: 'a', MessageBody: 'x' })) },
      'BatchEntryIdsNotDistinct',
    ],
    [
      'a receipt that is none',
      'ChangeMessageVisibility',
      { QueueUrl: at('plain'), ReceiptHandle: 'x', VisibilityTimeout: 1 },
      'MessageNotInflight',
    ],
    ['an action that is none', 'Sing', {}, 'InvalidAction'],
    [
      'moving what is in no queue of dead letters',
      'StartMessageMoveTask',
      { SourceArn: arn('plain') },
      'InvalidParameterValue',
    ],
    [
      'moving dead letters of a FIFO queue to one without order',
      'StartMessageMoveTask',
      { SourceArn: arn('dead.fifo'), DestinationArn: arn('plain') },
      'InvalidParameterValue',
    ],
    [
      'moving more than 500 a second',
      'StartMessageMoveTask',
      { SourceArn: arn('dead.fifo'), MaxNumberOfMessagesPerSecond: 501 },
      'InvalidParameterValue',
    ],
    [
      'tasks of a queue that is not there',
      'ListMessageMoveTasks',
      { SourceArn: arn('no.fifo') },
      'ResourceNotFoundException',
    ],
  ])('refuses %s', async (_what, action, body, code) => {
    await expect(call(action, body)).rejects.toMatchObject({ code });
  });

  it('takes the good entries of a batch and names the bad ones', async () => {
    const answer = await call('SendMessageBatch', {
      QueueUrl: at('content.fifo'),
      Entries: [
        { Id: 'a', MessageBody: '1', MessageGroupId: 'g' },
        { Id: 'b', MessageBody: '2' },
        { Id: 'c', MessageBody: '3', MessageGroupId: 'g' },
      ],
    });
    expect(answer).toMatchObject({
      Successful: [{ Id: 'a' }, { Id: 'c' }],
      Failed: [{ Id: 'b', Code: 'MissingParameter' }],
    });
    expect(bodies('content.fifo')).toEqual(['1', '3']);
  });

  it('tells what became of the dead letters that were moved, the last time first', async () => {
    const api = sqsApi({ engine, url: 'http://127.0.0.1:1', account: '1', region: 'eu-central-1' });
    const moved = () => api('StartMessageMoveTask', { SourceArn: arn('dead.fifo') });
    await moved();
    send('dead.fifo', 'sent there by somebody');
    await moved();
    expect(await api('ListMessageMoveTasks', { SourceArn: arn('dead.fifo'), MaxResults: 10 })).toMatchObject({
      Results: [
        {
          Status: 'FAILED',
          FailureReason: 'CouldNotDetermineMessageSource',
          ApproximateNumberOfMessagesToMove: 1,
          ApproximateNumberOfMessagesMoved: 0,
        },
        { Status: 'COMPLETED', ApproximateNumberOfMessagesMoved: 0 },
      ],
    });
  });

  it('answers a waiting receiver as soon as something comes', async () => {
    const waiting = call('ReceiveMessage', { QueueUrl: at('plain'), WaitTimeSeconds: 20 });
    await call('SendMessage', { QueueUrl: at('plain'), MessageBody: 'hello' });
    expect(await waiting).toMatchObject({
      Messages: [{ Body: 'hello', MD5OfBody: '5d41402abc4b2a76b9719d911017c592' }],
    });
  });
});
