import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createChecklist } from '#infra/connect/checklist.ts';
import { openQueues } from '#infra/local/queues/engine.ts';
import { sqsApi } from '#infra/local/queues/sqs-api.ts';
import type { QueueEngine, QueueSettings } from '#infra/local/queues/types.ts';
import { type AwsEndpoint, openAwsEndpoint } from '#infra/local/runner/aws-endpoint.ts';
import { listDeadLetters, redrive } from '#infra/ops/dead-letters.ts';

/** A bad hour: some messages can never be handled, until somebody mends the code. */

const queue: QueueSettings = {
  name: 'inbound.fifo',
  fifo: true,
  contentBasedDeduplication: false,
  deduplicationScope: 'messageGroup',
  visibilityTimeoutSeconds: 60,
  delaySeconds: 0,
  maximumMessageBytes: 1_048_576,
  redrive: { deadLetterQueue: 'dead.fifo', maxReceiveCount: 5 },
};

let folder: string;
let now: number;
let engine: QueueEngine;
let aws: AwsEndpoint;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'redrive-'));
  now = Date.UTC(2026, 10, 23, 8);
  engine = openQueues({
    dataDir: folder,
    now: () => now,
    queues: [queue, { ...queue, name: 'dead.fifo', redrive: undefined }],
  });
  aws = await openAwsEndpoint();
  const sqs = sqsApi({ engine, url: aws.url, account: '1', region: 'eu-central-1' });
  const ssm = { nameIn: () => '', valueOf: () => undefined };
  aws.serve({ sqs, ssm, dynamoDbUrl: '', judge: () => undefined });
  vi.stubEnv('AWS_ENDPOINT_URL', aws.url);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await aws.close();
  engine.close();
  rmSync(folder, { recursive: true });
});

const chats = 40;
const each = 25;
const bodyOf = (chat: number, number: number) =>
  JSON.stringify({ v: 1, chat, number, inbound: { event: { kind: 'text' } } });
const poison = new Set(Array.from({ length: 100 }, (_, index) => bodyOf(index % chats, (index * 7) % each)));

async function ops(work: (told: ReturnType<typeof createChecklist>) => Promise<void>): Promise<string> {
  const lines: string[] = [];
  await work(createChecklist((line) => lines.push(line)));
  return lines.join('\n');
}

it('a thousand messages, a hundred of them poison: the rest is handled in order, and after the mending each of these once', {
  timeout: 60_000,
}, async () => {
  let isMended = false;
  const handled: string[] = [];
  const work = () => {
    for (;;) {
      const [message] = engine.receive(queue.name, 1, { inWork: true });
      if (!message) return;
      if (poison.has(message.body) && !isMended) engine.release(queue.name, message.receipt, 'TypeError');
      else if (engine.remove(queue.name, message.receipt)) handled.push(message.body);
    }
  };
  const rounds = (count: number) => {
    for (let round = 0; round < count; round += 1) {
      work();
      now += 5_000;
    }
  };
  for (let number = 0; number < each; number += 1)
    for (let chat = 0; chat < chats; chat += 1)
      engine.send(queue.name, {
        body: bodyOf(chat, number),
        attributes: {},
        groupId: `chat ${chat}`,
        deduplicationId: String(number),
        delaySeconds: undefined,
      });
  rounds(40);
  expect(handled).toHaveLength(chats * each - poison.size);
  expect(engine.deadLetters()).toHaveLength(poison.size);
  const sound = (body: string) => !poison.has(body);
  const ofChat = (chat: number) => Array.from({ length: each }, (_, number) => bodyOf(chat, number));
  for (let chat = 0; chat < chats; chat += 1)
    expect(handled.filter((body) => ofChat(chat).includes(body))).toEqual(ofChat(chat).filter(sound));

  const place = { deadLetters: new Map([['inbound', `${aws.url}/1/dead.fifo`]]), now: async () => now };
  expect(await ops((told) => listDeadLetters(place, told))).toContain('✗ inbound: 100, the oldest for');
  isMended = true;
  expect(await ops((told) => redrive({ queue: 'inbound', perSecond: 50 }, place, told))).toContain(
    '✓ inbound: 100 moved back',
  );
  rounds(2);
  expect(handled).toHaveLength(chats * each);
  expect(new Set(handled).size).toBe(chats * each);
  expect(engine.deadLetters()).toEqual([]);
  expect(await ops((told) => redrive({ queue: 'inbound', perSecond: null }, place, told))).toBe(
    '✓ inbound: nothing to move',
  );
});
