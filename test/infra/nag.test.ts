import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { App } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Stage } from '#infra/config.ts';
import { acknowledgedFindings, checkWithNag } from '#infra/nag.ts';
import { stationStack, withQuickApp } from '#infra/template.ts';
import { advisors, withModel } from './read-template.ts';

const repository = join(import.meta.dirname, '../..');

/** Construct ids of the functions, in order. */
const built = [
  'Alarm',
  'Converse',
  'Deliver',
  'Documents',
  'Links',
  'Media',
  'TelegramWebhook',
  'Tick',
  'WhatsAppWebhook',
];

/** A grant on what lies in a folder of the bucket names it with a star. */
const objects = 'AwsSolutions::AwsSolutions-IAM5[Resource::<FilesBucket7C17EE2E.Arn>/files/*]';
const erased = 'AwsSolutions::AwsSolutions-IAM5[Resource::<FilesBucket7C17EE2E.Arn>/erased/*]';

describe('AWS Solutions and Serverless, as cdk-nag checks them', () => {
  it.each<Stage>(['prod', 'demo'])('%s has no finding but what is acknowledged with a reason', (stage) => {
    withQuickApp((app) => {
      stationStack(app, stage, advisors);
      expect(() => checked(app)).not.toThrow();
    });
  });

  it('nor has a station with a language model, by a profile or in its own region', () => {
    for (const BEDROCK_MODEL of [withModel.BEDROCK_MODEL, 'amazon.nova-micro-v1:0'])
      withQuickApp((app) => {
        stationStack(app, 'prod', { ...advisors, BEDROCK_MODEL });
        expect(() => checked(app)).not.toThrow();
      });
  });

  it('would notice a careless bucket', () => {
    withQuickApp((app) => {
      new Bucket(stationStack(app, 'demo'), 'Careless');
      expect(() => checked(app)).toThrow(/AwsSolutions-S10/);
    });
  });

  it('acknowledges each finding once, next to its resource, with a reason worth reading', () => {
    const all = withQuickApp((app) => {
      stationStack(app, 'prod', advisors);
      return acknowledgedFindings(app);
    });
    expect(all.map(({ id, on }) => `${id} ${on.replace('Station-prod/', '')}`).sort()).toEqual([
      ...[
        'GET--c--{file}',
        'GET--f--{file}',
        'GET--h--{token}',
        'GET--whatsapp',
        'HEAD--c--{file}',
        'HEAD--f--{file}',
        'HEAD--h--{token}',
        'POST--telegram',
        'POST--whatsapp',
      ].map((route) => `AwsSolutions::AwsSolutions-APIG4 Webhooks/Api/${route}`),
      ...built.map((name) => `AwsSolutions::AwsSolutions-IAM5[Resource::*] ${name}/Role`),
      `${erased} Documents/Role`,
      ...['Deliver', 'Documents', 'Links', 'Media'].map((name) => `${objects} ${name}/Role`),
      'Serverless::Serverless-EventBusDLQ EveryMinute',
      ...built.map((name) => `Serverless::Serverless-LambdaDLQ ${name}/Function`),
      'Serverless::Serverless-LambdaEventSourceMappingDestination Converse/Function/FromInbound',
      'Serverless::Serverless-LambdaEventSourceMappingDestination Deliver/Function/FromOutbound',
      'Serverless::Serverless-LambdaEventSourceMappingDestination Documents/Function/FromDocumentJobs',
      'Serverless::Serverless-LambdaEventSourceMappingDestination Media/Function/FromJobs',
      'Serverless::Serverless-LambdaEventSourceMappingDestination Tick/Function/FromLater',
      'Serverless::Serverless-SNSRedrivePolicy Alarm/Function/Topic',
      'Serverless::Serverless-SNSRedrivePolicy AlarmTopic/Topic/owner@station.example',
      'Serverless::Serverless-SQSRedrivePolicy DocumentJobs/DeadLetters',
      'Serverless::Serverless-SQSRedrivePolicy Inbound/DeadLetters',
      'Serverless::Serverless-SQSRedrivePolicy Jobs/DeadLetters',
      'Serverless::Serverless-SQSRedrivePolicy Later/DeadLetters',
      'Serverless::Serverless-SQSRedrivePolicy Outbound/DeadLetters',
    ]);
    for (const { reason } of all) expect(reason.length).toBeGreaterThan(40);
  });
});

it('the app, started as cdk starts it, passes the checks and the validation that are built into it', async () => {
  const outdir = await mkdtemp(join(tmpdir(), 'station-app-'));
  try {
    const { context } = z
      .object({ context: z.record(z.string(), z.unknown()) })
      .parse(JSON.parse(await readFile(join(repository, 'cdk.json'), 'utf8')));
    const env = {
      PATH: process.env.PATH,
      ...advisors,
      CDK_OUTDIR: outdir,
      CDK_CONTEXT_JSON: JSON.stringify({ ...context, 'aws:cdk:bundling-stacks': [] }),
    };
    const { stderr } = await promisify(execFile)(process.execPath, ['infra/app.ts'], {
      cwd: repository,
      env,
    });
    expect(stderr).toMatch(/^cdk-nag: 0 findings, \d+ acknowledged$/m);
    const report = await readFile(join(outdir, 'validation-report.json'), 'utf8');
    expect(report).toContain('AwsSolutions');
  } finally {
    await rm(outdir, { recursive: true, force: true });
  }
}, 120_000);

function checked(app: App): void {
  checkWithNag(app);
  app.synth();
}
