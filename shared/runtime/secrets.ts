import * as z from 'zod';
import type { Account, AccountSource } from '#shared/channels/channel.ts';
import { endpointOf, openAws } from './aws-json.ts';
import { now } from './clock.ts';
import type { HttpClient } from './http-client.ts';
import { SafeError } from './safe-error.ts';

/** Where a function gets a messenger's secrets. */
export type SecretSource = {
  /** The current secrets: read at most once in five minutes, whatever comes in. Throws a SafeError when they cannot be read. */
  get(): Promise<Account>;
  /** Reads them anew, after the messenger has answered 401; asking again within seconds changes nothing. */
  refresh(): Promise<Account>;
};

/** So long a function goes on with the secrets that it has read, milliseconds. */
export const secretsLiveMs = 5 * 60_000;

const kept = { good: secretsLiveMs, missing: 60_000, failed: 3_000, refreshed: 10_000 } as const;

/**
 * Whether the parameter is not there at all: the station does without this messenger, or was not told its secrets yet.
 * https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html#API_GetParameter_Errors
 */
export function isMissing(error: unknown): boolean {
  return error instanceof SafeError && error.code === 'ParameterNotFound';
}

/**
 * Where a messenger's account comes from: its own variables when they are set, else the encrypted SSM parameter whose name
 * stands in `spec.parameter`. Throws a SafeError when neither is there.
 */
export function accountSource(spec: AccountSource, http?: HttpClient): SecretSource {
  const set = (name: string) => process.env[name] ?? '';
  const apiUrl = apiUrlOf(spec);
  const given = spec.given(Object.fromEntries(spec.variables.map((name) => [name, set(name)])));
  if (given) {
    const account: Account = { ...given, apiUrl };
    return { get: async () => account, refresh: async () => account };
  }
  if (set(spec.parameter) === '')
    throw new SafeError(
      `Set ${spec.variables.join(', ')}, or ${spec.parameter} to the name of their parameter.`,
      'NoSecrets',
    );
  const read = parameterReader(spec, set(spec.parameter), http);
  return cached(async () => ({ ...(await read()), apiUrl }));
}

/** Base of a messenger's own API, without a slash at its end: its variable names another one, such as a simulator's. */
export function apiUrlOf({ apiUrl }: Pick<AccountSource, 'apiUrl'>): string {
  return (process.env[apiUrl.variable] || apiUrl.otherwise).replace(/\/+$/, '');
}

/**
 * Keeps what was read for five minutes, that there is nothing for one, and an error for three seconds; callers at the same
 * time share one reading.
 */
export function cached(read: () => Promise<Account>): SecretSource {
  let current: Promise<Account> | undefined;
  let readAt = 0;
  let goodFor = 0;
  const load = (): Promise<Account> => {
    readAt = now();
    goodFor = kept.good;
    current = read().catch((error: unknown) => {
      goodFor = isMissing(error) ? kept.missing : kept.failed;
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
function parameterReader(spec: AccountSource, name: string, http: HttpClient | undefined) {
  const aws = openAws({
    service: 'ssm',
    protocol: '1.1',
    endpoint: endpointOf('ssm'),
    budgetMs: 1_500,
    http,
  });
  return async (): Promise<Omit<Account, 'apiUrl'>> => {
    const answer = parameterAnswer.safeParse(
      await aws('AmazonSSM.GetParameter', { Name: name, WithDecryption: true }),
    );
    const value = spec.schema.safeParse(parseJson(answer.data?.Parameter.Value));
    if (value.success) return value.data;
    throw new SafeError(
      `The parameter that ${spec.parameter} names must hold JSON ${spec.example}.`,
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
