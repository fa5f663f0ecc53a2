import * as z from 'zod';
import type { Secrets } from '#shared/channels/channel.ts';
import { openAws } from './aws-json.ts';
import { now } from './clock.ts';
import { listOf, readEnv } from './env.ts';
import type { HttpClient } from './http-client.ts';
import { SafeError } from './safe-error.ts';

/** Where a function gets a messenger's secrets. */
export type SecretSource = {
  /** The current secrets: read at most once in five minutes, whatever comes in. Throws a SafeError when they cannot be read. */
  get(): Promise<Secrets>;
  /** Reads them anew, after the messenger has answered 401; asking again within seconds changes nothing. */
  refresh(): Promise<Secrets>;
};

const kept = { good: 5 * 60_000, failed: 3_000, refreshed: 10_000 } as const;

/**
 * Telegram's secrets: TELEGRAM_BOT_TOKEN and TELEGRAM_WEBHOOK_SECRET (a list with commas while rotating) when both are
 * set, else the encrypted SSM parameter that TELEGRAM_SECRETS names, holding JSON `{botToken, webhookSecrets}`.
 */
export function telegramSecrets(http?: HttpClient): SecretSource {
  const env = readEnv([
    'TELEGRAM_API_URL',
    'TELEGRAM_SECRETS',
    'TELEGRAM_BOT_TOKEN',
    'TELEGRAM_WEBHOOK_SECRET',
  ]);
  const apiUrl = env.TELEGRAM_API_URL;
  if (env.TELEGRAM_BOT_TOKEN !== '') {
    const given: Secrets = {
      apiUrl,
      botToken: env.TELEGRAM_BOT_TOKEN,
      webhookSecrets: listOf(env.TELEGRAM_WEBHOOK_SECRET),
    };
    return { get: async () => given, refresh: async () => given };
  }
  if (env.TELEGRAM_SECRETS === '')
    throw new SafeError(
      'Set TELEGRAM_BOT_TOKEN and TELEGRAM_WEBHOOK_SECRET, or TELEGRAM_SECRETS to the name of their parameter.',
      'NoSecrets',
    );
  const read = parameterReader(env.TELEGRAM_SECRETS, http);
  return cached(async () => ({ ...(await read()), apiUrl }));
}

/** Keeps what was read for five minutes and an error for three seconds; callers at the same time share one reading. */
export function cached(read: () => Promise<Secrets>): SecretSource {
  let current: Promise<Secrets> | undefined;
  let readAt = 0;
  let goodFor = 0;
  const load = (): Promise<Secrets> => {
    readAt = now();
    goodFor = kept.good;
    current = read().catch((error: unknown) => {
      goodFor = kept.failed;
      throw error;
    });
    return current;
  };
  const isOlderThan = (milliseconds: number) => Math.abs(now() - readAt) >= milliseconds;
  return {
    get: () => (current === undefined || isOlderThan(goodFor) ? load() : current),
    refresh: () =>
      current === undefined || isOlderThan(Math.min(goodFor, kept.refreshed)) ? load() : current,
  };
}

const parameterAnswer = z.object({ Parameter: z.object({ Value: z.string() }) });
const parameterValue = z.object({
  botToken: z.string().regex(/^\d+:.+$/),
  webhookSecrets: z.array(z.string()).readonly(),
});

function parameterReader(name: string, http: HttpClient | undefined) {
  const aws = openAws({
    service: 'ssm',
    protocol: '1.1',
    endpoint:
      process.env.AWS_ENDPOINT_URL_SSM ??
      process.env.AWS_ENDPOINT_URL ??
      `https://ssm.${process.env.AWS_REGION}.amazonaws.com`,
    budgetMs: 1_500,
    http,
  });
  return async (): Promise<z.output<typeof parameterValue>> => {
    const answer = parameterAnswer.safeParse(
      await aws('AmazonSSM.GetParameter', { Name: name, WithDecryption: true }),
    );
    const value = parameterValue.safeParse(parseJson(answer.data?.Parameter.Value));
    if (value.success) return value.data;
    throw new SafeError(
      'The parameter that TELEGRAM_SECRETS names must hold JSON {"botToken":"…","webhookSecrets":["…"]}.',
      'WrongSecrets',
    );
  };
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
