import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { BundleName, Bundles } from './bundles.ts';
import type { Messenger } from './measured/events.ts';
import type { ColdEvent } from './measured/task.ts';
import { median, ratiosOf } from './numbers.ts';
import { type Goal, printTable } from './print.ts';
import { measure, type Stub } from './processes.ts';

type Target = {
  readonly name: string;
  readonly bundle: BundleName;
  readonly event: ColdEvent;
  /** Telegram, unless told otherwise. */
  readonly messenger?: Messenger;
  readonly environment?: Readonly<Record<string, string>>;
};

/** What the stub is asked for before a start whose event is a queue's. */
const askFor = { webhook: null, message: 'first-message', wake: 'first-wake', minute: null } as const;

const givenSecrets = {
  TELEGRAM_BOT_TOKEN: '4242:bench-token-that-opens-nothing',
  TELEGRAM_WEBHOOK_SECRET: 'bench-secret',
};

/** `compileCache`: also with V8's compiled code kept on disk, filled by a start that does not count. */
export type ColdEffort = { readonly starts: number; readonly compileCache: boolean };

/**
 * Cold starts over TLS: a new process each time, interleaved, after one start of each that only fills the disk cache.
 * CPU counts from before the bundle is loaded until the first event is handled.
 */
export async function measureCold(
  bundles: Bundles,
  stub: Stub,
  { starts, compileCache }: ColdEffort,
  folder: string,
): Promise<{ readonly goals: readonly Goal[]; readonly medians: Readonly<Record<string, number>> }> {
  const targets = targetsOf(compileCache ? mkdtempSync(join(folder, 'compiled-')) : null);
  const samples = new Map<string, Record<string, number>[]>(targets.map(({ name }) => [name, []]));
  for (let round = 0; round <= starts; round += 1) {
    for (const { name, bundle, event, messenger = 'telegram', environment } of targets) {
      const asked = askFor[event];
      const { body }: { body?: string } = asked === null ? {} : Object(await stub.ask(asked));
      const { values } = await measure(
        bundles.script('cold'),
        { kind: 'cold', messenger, bundle: bundles.file(bundle), event, body: body ?? '' },
        stub,
        { tls: true, ...(environment ? { environment } : {}) },
      );
      if (round > 0) samples.get(name)?.push({ ...values });
    }
  }
  const series = (name: string, part: string) =>
    (samples.get(name) ?? []).map((values) => values[part] ?? Number.NaN);
  printTable(
    `Cold start ${stub.tls ? 'over TLS' : '(no openssl here: without TLS)'}, milliseconds, medians of ${starts}`,
    [
      'function',
      'KB',
      'gzip KB',
      'load',
      'first event',
      'start to first done',
      'CPU of load',
      'CPU to first done',
    ],
    targets.map(({ name, bundle }) => {
      const { bytes, gzip } = bundles.size(bundle);
      const parts = ['load', 'first', 'total', 'loadCpu', 'cpu'];
      const kilobytes = [bytes, gzip].map((size) => (size / 1_024).toFixed(size < 10_240 ? 1 : 0));
      return [name, ...kilobytes, ...parts.map((part) => median(series(name, part)).toFixed(0))];
    }),
  );
  const against = (name: string, floor: string) => ratiosOf(series(name, 'cpu'), series(floor, 'cpu')).median;
  const webhook = 'telegram-webhook, secrets from SSM';
  return {
    goals: [
      {
        name: 'cold CPU to the first ack, x ack-sdk',
        value: against(webhook, 'ack-sdk'),
        atMost: 0.5,
        unit: '',
      },
      {
        name: 'cold CPU of converse, x step-lib',
        value: against('converse', 'step-lib'),
        atMost: 0.8,
        unit: '',
      },
      {
        name: 'cold CPU of deliver, x step-lib',
        value: against('deliver', 'step-lib'),
        atMost: 0.8,
        unit: '',
      },
      ...(['telegram-webhook', 'whatsapp-webhook'] as const).map((name) => ({
        name: `bundle of ${name}`,
        value: bundles.size(name).bytes / 1_024,
        atMost: 165,
        unit: 'KB',
      })),
    ],
    medians: Object.fromEntries(
      targets.map(({ name }) => [`cold CPU ms ${name}`, median(series(name, 'cpu'))]),
    ),
  };
}

function targetsOf(cacheFolder: string | null): readonly Target[] {
  const deployed: readonly Target[] = [
    { name: 'echo', bundle: 'echo', event: 'webhook' },
    { name: 'echo-fetch', bundle: 'echo-fetch', event: 'webhook' },
    { name: 'ack-sigv4', bundle: 'ack-sigv4', event: 'webhook' },
    { name: 'ack-sdk', bundle: 'ack-sdk', event: 'webhook' },
    { name: 'telegram-webhook, secrets from SSM', bundle: 'telegram-webhook', event: 'webhook' },
    {
      name: 'telegram-webhook, secrets given',
      bundle: 'telegram-webhook',
      event: 'webhook',
      environment: givenSecrets,
    },
    {
      name: 'whatsapp-webhook, secrets from SSM',
      bundle: 'whatsapp-webhook',
      event: 'webhook',
      messenger: 'whatsapp',
    },
    { name: 'step-lib', bundle: 'step-lib', event: 'webhook' },
    { name: 'converse', bundle: 'converse', event: 'message' },
    { name: 'deliver', bundle: 'deliver', event: 'wake' },
    { name: 'tick', bundle: 'tick', event: 'minute' },
  ];
  if (cacheFolder === null) return deployed;
  const environment = { NODE_COMPILE_CACHE: cacheFolder };
  const cached = ['telegram-webhook, secrets from SSM', 'converse', 'deliver'];
  return [
    ...deployed,
    ...deployed
      .filter(({ name }) => cached.includes(name))
      .map((target) => ({ ...target, name: `${target.name}, compile cache`, environment })),
  ];
}
