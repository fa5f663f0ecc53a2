import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { functions } from '#infra/functions.ts';
import { tableIndexes } from '#infra/names.ts';
import { channels } from '#shared/channels/registry.ts';
import { variableNames } from '#shared/runtime/env.ts';
import { dueIndex, waitingIndex } from '#shared/store/table.ts';
import { type Found, named, ofType, resourcesOf, withModel, words } from './read-template.ts';

const repository = join(import.meta.dirname, '../..');
const Variables = z.object({ Variables: z.record(z.string(), z.unknown()) });

let lambdas: readonly Found[];
let resources: readonly Found[];
beforeAll(() => {
  vi.stubEnv('TELEGRAM_BOT_TOKEN', '123456:canary-token');
  vi.stubEnv('TELEGRAM_WEBHOOK_SECRET', 'canary-secret');
  vi.stubEnv('WHATSAPP_ACCESS_TOKEN', 'EAAcanary');
  vi.stubEnv('WHATSAPP_APP_SECRET', 'canary-secret');
  resources = resourcesOf('prod', withModel);
  lambdas = ofType(resources, 'Lambda::Function');
});
afterAll(() => {
  vi.unstubAllEnvs();
});

describe('every function', () => {
  it('runs Node 24 on arm64, with a time-out and a memory of its own, traced', () => {
    expect(lambdas).toHaveLength(Object.keys(functions).length);
    for (const { Properties } of lambdas) {
      expect(Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Timeout: expect.any(Number),
        MemorySize: expect.any(Number),
        TracingConfig: { Mode: 'Active' },
      });
    }
  });

  it('ends within ten seconds, whatever hangs; only what no message waits for takes longer: files and documents', () => {
    const longer: Readonly<Record<string, number>> = { MediaFunction: 60, DocumentsFunction: 20 };
    for (const { id, Properties } of lambdas)
      expect(Properties.Timeout, id).toBeLessThanOrEqual(longer[id] ?? 10);
  });

  it('is stopped by AWS when it calls itself in a circle, but for two that wait for a messenger that way, and one that erases in rounds', () => {
    const round = lambdas
      .filter(({ Properties }) => Properties.RecursiveLoop === 'Allow')
      .map(({ id }) => id);
    expect([...round].sort()).toEqual(['DeliverFunction', 'DocumentsFunction', 'TickFunction']);
  });

  it('says where its code is, so that one machine can run what the cloud would', () => {
    const entries = lambdas.map(({ Metadata }) => z.string().parse(Metadata['local:entry']));
    expect([...entries].sort()).toEqual(
      Object.keys(functions)
        .map((name) => `functions/${name}/handler.ts`)
        .sort(),
    );
    for (const entry of entries) expect(existsSync(join(repository, entry)), entry).toBe(true);
  });

  it('writes JSON to a log of its own that is found by its name, and that forgets', () => {
    for (const { id, Properties, Metadata } of lambdas) {
      const logs = id.replace(/Function$/, 'Logs');
      expect(Properties.LoggingConfig).toMatchObject({ LogFormat: 'JSON' });
      expect(JSON.stringify(Properties.LoggingConfig)).toContain(logs);
      const [, name] = /^functions\/(.*)\/handler\.ts$/.exec(z.string().parse(Metadata['local:entry'])) ?? [];
      expect(named(resources, logs).Properties).toMatchObject({
        LogGroupName: `/station/prod/${name}`,
        RetentionInDays: 30,
      });
    }
  });
});

describe('what a function is told', () => {
  const house = ['STAGE', 'LOG_LEVEL'];
  it.each([
    ['TelegramWebhookFunction', ['INBOUND_QUEUE_URL', 'TELEGRAM_SECRETS']],
    [
      'WhatsAppWebhookFunction',
      ['TABLE_NAME', 'INBOUND_QUEUE_URL', 'OUTBOUND_QUEUE_URL', 'WHATSAPP_SECRETS'],
    ],
    ['LinksFunction', ['TABLE_NAME', 'FILES_BUCKET']],
    [
      'ConverseFunction',
      [
        'TABLE_NAME',
        'INBOUND_QUEUE_URL',
        'OUTBOUND_QUEUE_URL',
        'LATER_QUEUE_URL',
        'JOBS_QUEUE_URL',
        'DOCUMENTS_QUEUE_URL',
        'INTERPRET_QUEUE_URL',
        'ADVISOR_GROUP_ID',
        'ADVISOR_IDS',
        'PUBLIC_URL',
      ],
    ],
    [
      'MediaFunction',
      [
        'FILES_BUCKET',
        'INBOUND_QUEUE_URL',
        'JOBS_QUEUE_URL',
        'TELEGRAM_API_URL',
        'TELEGRAM_SECRETS',
        'WHATSAPP_API_URL',
        'WHATSAPP_SECRETS',
      ],
    ],
    [
      'DeliverFunction',
      [
        'TABLE_NAME',
        'INBOUND_QUEUE_URL',
        'OUTBOUND_QUEUE_URL',
        'LATER_QUEUE_URL',
        'ADVISOR_GROUP_ID',
        'FILES_BUCKET',
        'PUBLIC_URL',
        'TELEGRAM_API_URL',
        'TELEGRAM_SECRETS',
        'WHATSAPP_API_URL',
        'WHATSAPP_SECRETS',
      ],
    ],
    [
      'DocumentsFunction',
      [
        'TABLE_NAME',
        'FILES_BUCKET',
        'INBOUND_QUEUE_URL',
        'OUTBOUND_QUEUE_URL',
        'LATER_QUEUE_URL',
        'DOCUMENTS_QUEUE_URL',
        'DEAD_LETTER_URLS',
        'ADVISOR_GROUP_ID',
      ],
    ],
    [
      'TickFunction',
      ['TABLE_NAME', 'INBOUND_QUEUE_URL', 'OUTBOUND_QUEUE_URL', 'LATER_QUEUE_URL', 'DOCUMENTS_QUEUE_URL'],
    ],
    ['AlarmFunction', ['INBOUND_QUEUE_URL']],
    [
      'InterpretWordsFunction',
      [
        'TABLE_NAME',
        'INBOUND_QUEUE_URL',
        'INTERPRET_QUEUE_URL',
        'MODEL_ID',
        'MODEL_DOLLARS',
        'MODEL_CALLS_A_DAY',
      ],
    ],
  ])('%s hears what it needs and nothing more', (id, own) => {
    expect(Object.keys(environment(id)).sort()).toEqual([...house, ...own].sort());
  });

  it.each(Object.keys(functions))('%s finds everything its code asks the environment for', async (name) => {
    const folder = join(repository, 'functions', name);
    const files = (await readdir(folder)).filter((file) => file.endsWith('.ts'));
    const code = (await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))).join('\n');
    const asked = [...code.matchAll(/readEnv\(\[([^\]]*)\]/g)].flatMap(
      ([, list]) => list?.match(/[A-Z_]{2,}/g) ?? [],
    );
    const messengers = [...code.matchAll(/accountSource\((\w+)\.account/g)].flatMap(([, who]) =>
      channels.filter((channel) => who === 'channel' || who === channel.name),
    );
    asked.push(...messengers.map(({ account }) => account.parameter));
    expect(asked).not.toEqual([]);
    const own = lambdas.find(({ Metadata }) => Metadata['local:entry'] === `functions/${name}/handler.ts`);
    expect(Object.keys(environment(own?.id ?? ''))).toEqual(expect.arrayContaining(asked));
  });

  it('points each name at the thing it names', () => {
    const told = Object.assign({}, ...lambdas.map(({ id }) => environment(id)));
    expect(Object.fromEntries(Object.entries(told).map(([name, value]) => [name, words(value)]))).toEqual({
      STAGE: 'prod',
      LOG_LEVEL: 'INFO',
      TABLE_NAME: 'Table',
      INBOUND_QUEUE_URL: 'InboundQueue',
      OUTBOUND_QUEUE_URL: 'OutboundQueue',
      LATER_QUEUE_URL: 'LaterQueue',
      JOBS_QUEUE_URL: 'JobsQueue',
      DOCUMENTS_QUEUE_URL: 'DocumentJobsQueue',
      INTERPRET_QUEUE_URL: 'InterpretQueue',
      MODEL_ID: 'eu.amazon.nova-lite-v1:0',
      MODEL_DOLLARS: '0.00006,0.00024',
      MODEL_CALLS_A_DAY: '50',
      DEAD_LETTER_URLS:
        'InboundDeadLetters,OutboundDeadLetters,LaterDeadLetters,JobsDeadLetters,DocumentJobsDeadLetters,InterpretDeadLetters',
      FILES_BUCKET: 'FilesBucket',
      TELEGRAM_API_URL: 'https://api.telegram.org',
      TELEGRAM_SECRETS: '/station/prod/telegram',
      WHATSAPP_API_URL: 'https://graph.facebook.com/v26.0',
      WHATSAPP_SECRETS: '/station/prod/whatsapp',
      ADVISOR_GROUP_ID: '-1001234567890',
      ADVISOR_IDS: '11,22',
      PUBLIC_URL: 'WebhooksApi.ApiEndpoint',
    });
  });

  it('queries the indexes that the table has', () => {
    expect({ waiting: waitingIndex, due: dueIndex }).toEqual(tableIndexes);
  });

  it('is never a secret: only known names, only where the secret lies, and no token of the person who deploys', () => {
    const names = lambdas.flatMap(({ id }) => Object.keys(environment(id)));
    const ofMessengers = channels.flatMap(({ account }) => [account.apiUrl.variable, account.parameter]);
    const known: readonly string[] = [...variableNames, ...ofMessengers];
    expect(names.filter((name) => !known.includes(name))).toEqual([]);
    const secretive = names.filter((name) => /TOKEN|PASSWORD|KEY|SECRET(?!S$)/.test(name));
    expect(secretive).toEqual([]);
    expect(JSON.stringify(resources)).not.toContain('canary');
  });
});

function environment(id: string): Record<string, unknown> {
  return Variables.parse(named(resources, id).Properties.Environment).Variables;
}
