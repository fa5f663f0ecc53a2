import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openQueues } from '#infra/local/queues/engine.ts';
import { sqsApi } from '#infra/local/queues/sqs-api.ts';
import type { QueueEngine, QueueSettings } from '#infra/local/queues/types.ts';
import { type AwsEndpoint, openAwsEndpoint } from '#infra/local/runner/aws-endpoint.ts';
import { type FakeAws, fakeAws } from '../connect/fake-aws.ts';

/** The command as it is run against a deployed station: everything it knows comes from the stack's outputs. */

const letters: QueueSettings = {
  name: 'inbound-dead.fifo',
  fifo: true,
  contentBasedDeduplication: false,
  deduplicationScope: 'messageGroup',
  visibilityTimeoutSeconds: 30,
  delaySeconds: 0,
  maximumMessageBytes: 1_048_576,
  redrive: undefined,
};

let folder: string;
let engine: QueueEngine;
let sqs: AwsEndpoint;
let aws: FakeAws;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'deployed-'));
  const work = {
    ...letters,
    name: 'inbound.fifo',
    redrive: { deadLetterQueue: letters.name, maxReceiveCount: 1 },
  };
  engine = openQueues({ dataDir: folder, now: () => Date.now(), queues: [work, letters] });
  sqs = await openAwsEndpoint();
  const ssm = { nameIn: () => undefined, valueOf: () => undefined };
  const api = sqsApi({ engine, url: sqs.url, account: '1', region: 'eu-central-1' });
  sqs.serve({
    sqs: api,
    ssm,
    dynamoDbUrl: '',
    judge: (key) => (key === 'AKIAOWNER' ? undefined : { action: 'sqs', on: '' }),
  });
  aws = await fakeAws();
  const queues = (name: string) =>
    ['inbound'].map((queue) => `${queue}=${sqs.url}/1/${queue}${name}`).join(',');
  aws.outputs = {
    TelegramWebhookUrl: 'https://api.example/telegram',
    TelegramSecretsName: '/station/prod/telegram',
    WhatsAppWebhookUrl: 'https://api.example/whatsapp',
    WhatsAppSecretsName: '/station/prod/whatsapp',
    DocumentsQueueUrl: `${sqs.url}/1/documents.fifo`,
    QueueUrls: queues('.fifo'),
    DeadLetterUrls: queues('-dead.fifo'),
    TableName: 'Table',
    FilesBucket: 'files',
    DashboardUrl: 'https://console.example',
  };
});
afterEach(async () => {
  await sqs.close();
  await aws.close();
  engine.close();
  rmSync(folder, { recursive: true });
});

function ops(...words: string[]): Promise<{ readonly code: number; readonly out: string }> {
  const env = {
    PATH: process.env.PATH,
    AWS_DEFAULT_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'AKIAOWNER',
    AWS_SECRET_ACCESS_KEY: 'secret of the owner',
    AWS_ENDPOINT_URL: aws.url,
    AWS_ENDPOINT_URL_SQS: sqs.url,
  };
  const main = resolve(import.meta.dirname, '../../../infra/ops/main.ts');
  return new Promise((done) => {
    execFile(process.execPath, [main, ...words], { env }, (error, stdout, stderr) =>
      done({ code: typeof error?.code === 'number' ? error.code : 0, out: `${stdout}${stderr}`.trim() }),
    );
  });
}

describe('npm run ops, for a deployed station', () => {
  it('finds queues and credentials where the AWS CLI would, and moves what died', {
    timeout: 60_000,
  }, async () => {
    expect(await ops('dead-letters', 'list')).toEqual({ code: 0, out: '✓ inbound: nothing' });
    engine.send('inbound.fifo', {
      body: '{"v":1,"inbound":{"event":{"kind":"tap"}}}',
      attributes: {},
      groupId: 'g',
      deduplicationId: 'd',
      delaySeconds: undefined,
    });
    const [message] = engine.receive('inbound.fifo', 1, { inWork: true });
    engine.changeVisibility('inbound.fifo', message?.receipt ?? '', 0);
    engine.release('inbound.fifo', message?.receipt ?? '', 'TypeError');
    expect(engine.receive('inbound.fifo', 1, { inWork: true })).toEqual([]);
    const listed = await ops('dead-letters', 'list');
    expect(listed.code).toBe(1);
    expect(listed.out).toContain('✗ inbound: 1, the oldest for 0 min -> ');
    expect(listed.out).toContain('inbound tap');
    expect(await ops('dead-letters', 'redrive')).toMatchObject({ code: 0 });
    expect(engine.receive('inbound.fifo', 1, { inWork: true })).toMatchObject([{ receiveCount: 1 }]);
  });

  it.each([
    [['rotate-secret', 'telegram'], 'No secrets of Telegram are kept yet -> Run npm run connect'],
    [['rotate-secret', 'whatsapp'], 'The new secrets are asked for -> Run it at a terminal'],
    [['dead-letters', 'sing'], 'dead-letters takes list or redrive'],
  ])('says what to do after %s', { timeout: 30_000 }, async (words, says) => {
    const { code, out } = await ops(...words);
    expect(code).toBe(1);
    expect(out).toContain(`✗ ${says}`);
  });

  it.each([
    ['demo', '✗ There is no stack Station-demo in this account and region -> Deploy it'],
    ['nroth', '✗ There is no stage nroth: say one of demo, prod -> For a new one see'],
  ])('says that there is no station %s', { timeout: 30_000 }, async (stage, says) => {
    aws.outputs = null;
    const { code, out } = await ops('erase', 'telegram:7000001', '--stage', stage);
    expect(code).toBe(1);
    expect(out).toContain(says);
  });
});
