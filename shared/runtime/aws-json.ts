import { createHash, createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { SignatureV4 } from '@smithy/signature-v4';
import * as z from 'zod';
import { now, stopwatch } from './clock.ts';
import { type HttpClient, type HttpOutcome, sharedHttpClient } from './http-client.ts';
import { SafeError } from './safe-error.ts';

export type AwsService = 'sqs' | 'ssm' | 'dynamodb' | 's3' | 'bedrock';

export type AwsOptions = {
  readonly service: AwsService;
  /** Version of AWS's JSON protocol: SQS and DynamoDB speak 1.0, SSM 1.1. */
  readonly protocol: '1.0' | '1.1';
  /** Origin of the service, such as `https://sqs.eu-central-1.amazonaws.com`. */
  readonly endpoint: string;
  /** Milliseconds for all attempts of one call together; one attempt gets at most half of them. */
  readonly budgetMs: number;
  readonly http?: HttpClient | undefined;
  /** Waits so many milliseconds; tests pass their own. */
  readonly wait?: ((milliseconds: number) => Promise<unknown>) | undefined;
};

/** Attempts at one call, however much of the budget is left. */
const mostAttempts = 6;

/** Where a service answers: AWS_ENDPOINT_URL_<SERVICE> or AWS_ENDPOINT_URL when set, as for the SDK, else AWS itself. */
export function endpointOf(service: AwsService | 'bedrock-runtime'): string {
  const { env } = process;
  return (
    env[`AWS_ENDPOINT_URL_${service.toUpperCase().replace('-', '_')}`] ??
    env.AWS_ENDPOINT_URL ??
    `https://${service}.${env.AWS_REGION}.amazonaws.com`
  );
}

/** Calls one operation (`AmazonSQS.SendMessage`) and returns its parsed answer. Throws a SafeError carrying AWS's code. */
export type AwsClient = (target: string, input: Readonly<Record<string, unknown>>) => Promise<unknown>;

/**
 * A signed JSON call by AWS's own signer over our own connections: an acknowledged webhook costs about 0.6 of its CPU
 * with the SDK's client, and the function loads in about half the time (measured by `npm run bench`). Connection errors,
 * 5xx and throttling are repeated with full jitter while the budget lasts.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-making-api-requests-json.html
 */
export function openAws({
  service,
  protocol,
  endpoint,
  budgetMs,
  http,
  wait = pause,
}: AwsOptions): AwsClient {
  const url = new URL('/', endpoint);
  const type = `application/x-amz-json-${protocol}`;
  const post = openPost(service, url, http);
  const attempt = async (target: string, body: string, timeoutMs: number): Promise<Result> =>
    read(await post({ 'content-type': type, 'x-amz-target': target }, body, timeoutMs));
  return async (target, input) => {
    const body = JSON.stringify(input);
    const started = stopwatch();
    for (let made = 1; ; made++) {
      const left = budgetMs - (stopwatch() - started);
      const result = await attempt(target, body, Math.min(left, budgetMs / 2));
      if (result.kind === 'done') return result.answer;
      const delay = Math.random() * Math.min(1_000, 50 * 2 ** made);
      const late = stopwatch() - started + delay + 50 > budgetMs;
      if (!result.again || made === mostAttempts || late)
        throw new SafeError(`${target} failed after ${made} attempt(s): ${result.code}.`, result.code);
      await wait(delay);
    }
  };
}

/** Sends one signed POST to a service. Its signer is made with the first one. */
export function openPost(service: AwsService, url: URL, http: HttpClient | undefined) {
  let signer: SignatureV4 | undefined;
  return async (
    more: Readonly<Record<string, string>>,
    body: string,
    timeoutMs: number,
  ): Promise<HttpOutcome> => {
    signer ??= openSigner(service);
    const { protocol, hostname, pathname: path } = url;
    const headers = { host: url.host, ...more };
    const signed = await signer.sign(
      { method: 'POST', protocol, hostname, path, query: {}, headers, body },
      { signingDate: new Date(now()) },
    );
    const send = http ?? sharedHttpClient();
    return send({ method: 'POST', url: url.href, headers: signed.headers, body, timeoutMs });
  };
}

type Result =
  | { readonly kind: 'done'; readonly answer: unknown }
  | { readonly kind: 'failed'; readonly code: string; readonly again: boolean };

const failure = z.object({ __type: z.string() });
/** What passes by itself; a write that met a transaction on the same item belongs to it. */
const passing =
  /throttl|throughput|toomanyrequests|slowdown|requestlimit|limitexceeded|transactionconflict|unavailable|timeout|internal/i;

function read(outcome: HttpOutcome): Result {
  if (outcome.kind !== 'answered') return { kind: 'failed', code: outcome.reason, again: true };
  const answer = parse(outcome.body);
  if (outcome.status === 200)
    return answer === undefined
      ? { kind: 'failed', code: 'UnreadableAnswer', again: true }
      : { kind: 'done', answer };
  const type = failure.safeParse(answer).data?.__type.split('#').at(-1);
  const code = type && /^[\w.]{1,80}$/.test(type) ? type : `Status${outcome.status}`;
  return {
    kind: 'failed',
    code,
    again: outcome.status >= 500 || outcome.status === 429 || passing.test(code),
  };
}

function parse(body: Buffer): unknown {
  if (body.length === 0) return {};
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** AWS's own signer with the function's credentials, as Lambda puts them into the environment. Throws a SafeError without. */
export function openSigner(service: AwsService): SignatureV4 {
  const {
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  } = process.env;
  if (!region || !accessKeyId || !secretAccessKey)
    throw new SafeError(
      'AWS_REGION, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY must be set; Lambda sets them itself.',
      'NoCredentials',
    );
  return new SignatureV4({
    service,
    region,
    credentials: { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) },
    sha256: Sha256,
    applyChecksum: false,
    // A key's slashes are signed as they are sent: https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
    ...(service === 's3' ? { uriEscapePath: false } : {}),
  });
}

type Bytes = string | ArrayBuffer | ArrayBufferView;

/** The shape in which the signer wants a hash, or a keyed hash when it gives a secret. */
class Sha256 {
  #hash: ReturnType<typeof createHash> | ReturnType<typeof createHmac>;
  readonly #secret: Bytes | undefined;

  constructor(secret?: Bytes) {
    this.#secret = secret;
    this.#hash = open(secret);
  }
  update(data: Bytes): void {
    this.#hash.update(viewOf(data));
  }
  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }
  reset(): void {
    this.#hash = open(this.#secret);
  }
}

function open(secret: Bytes | undefined) {
  return secret === undefined ? createHash('sha256') : createHmac('sha256', viewOf(secret));
}

function viewOf(data: Bytes): string | NodeJS.ArrayBufferView {
  if (typeof data === 'string') return data;
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
}
