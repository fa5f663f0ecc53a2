import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { SignatureV4 } from '@smithy/signature-v4';
import { type AwsOptions, openSigner } from './aws-json.ts';
import { now, stopwatch } from './clock.ts';
import { type HttpClient, type HttpOutcome, sharedHttpClient } from './http-client.ts';
import { log } from './logger.ts';
import { SafeError } from './safe-error.ts';

/** A file with its media type, as it was checked when it was stored. */
export type StoredFile = { readonly mime: string; readonly content: Uint8Array };

/**
 * The station's own store of files: private, encrypted, each gone after the days that the bucket's rule says. Keys are made
 * by `fileKey` and tell nothing.
 */
export type Files = {
  /** Stores a file; the same key again replaces it. Throws a SafeError when that could not be done. */
  put(key: string, file: StoredFile): Promise<void>;
  /** Null when there is none (any more). Throws a SafeError when nobody could tell. */
  get(key: string): Promise<StoredFile | null>;
  /** Deletes a file; one that is not there is deleted already. Throws a SafeError when that could not be done. */
  remove(key: string): Promise<void>;
  /** Names of all files that begin so, in order. Throws a SafeError when they could not be listed. */
  list(prefix: string): Promise<readonly string[]>;
};

/** How long a call may take with all its attempts, milliseconds, and how it waits between them. */
export type FilesTiming = { readonly budgetMs?: number; readonly wait?: AwsOptions['wait'] };

/** No file is longer than what a messenger hands over. */
const mostFileBytes = 100 * 1024 * 1024;
const mostAttempts = 4;

/**
 * The name of a file that is read once and names people of all kinds (a table of a month): it lies where everything is gone after a
 * day, since no person's row tells of it.
 */
export function dayFileKey(of: string): string {
  return fileKey(of).replace(folder, `${folder}day/`);
}

const folder = 'files/';

/** The name of a file: opaque, and the same for the same thing, so that what is stored twice lies there once. */
export function fileKey(of: string): string {
  return `${folder}${createHash('sha256').update(of).digest('hex')}`;
}

/**
 * Opens the bucket, by AWS's own signer over our own connections, as the queues are. Calls go to AWS_ENDPOINT_URL_S3 or
 * AWS_ENDPOINT_URL when set (the bucket is in the path then), else to AWS. Repeats what passes by itself while the budget lasts.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html, https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html,
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
 */
export function openFiles(bucket: string, http?: HttpClient, timing: FilesTiming = {}): Files {
  const { budgetMs = 8_000, wait = pause } = timing;
  let signer: SignatureV4 | undefined;
  const attempt = async (call: Call, timeoutMs: number): Promise<HttpOutcome> => {
    signer ??= openSigner('s3');
    const { query = {} } = call;
    const url = urlOf(bucket, call.key);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const headers = {
      host: url.host,
      'x-amz-content-sha256': createHash('sha256').update(call.body).digest('hex'),
      ...call.headers,
    };
    const { method, body } = call;
    const { protocol, hostname, pathname: path } = url;
    const signed = await signer.sign(
      { method, protocol, hostname, path, query: { ...query }, headers, body },
      { signingDate: new Date(now()) },
    );
    const send = http ?? sharedHttpClient();
    return send({
      method,
      url: url.href,
      headers: signed.headers,
      body,
      timeoutMs,
      maxAnswerBytes: mostFileBytes,
    });
  };
  const ask = async (call: Call): Promise<Answered> => {
    const started = stopwatch();
    for (let made = 1; ; made++) {
      const outcome = await attempt(call, budgetMs - (stopwatch() - started));
      if (outcome.kind === 'answered' && outcome.status < 500 && outcome.status !== 429) return outcome;
      const delay = Math.random() * 100 * 2 ** made;
      if (made === mostAttempts || stopwatch() - started + delay + 200 > budgetMs) {
        const code = outcome.kind === 'answered' ? `Status${outcome.status}` : outcome.reason;
        throw new SafeError(`A file could not be reached after ${made} attempt(s): ${code}.`, code);
      }
      await wait(delay);
    }
  };
  return {
    async put(key, { mime, content }) {
      // Whoever opens it in a browser after all gets a download, never a page.
      const headers = { 'content-type': mime, 'content-disposition': 'attachment' };
      const { status } = await ask({ method: 'PUT', key, headers, body: content });
      if (status !== 200) throw new SafeError(`A file was not stored: status ${status}.`, `Status${status}`);
    },
    async get(key) {
      const { status, headers, body } = await ask({ method: 'GET', key, headers: {}, body: '' });
      if (status === 200)
        return { mime: headers['content-type'] ?? 'application/octet-stream', content: body };
      // Who may not list a bucket is told 403 of what is not there; a missing grant looks the same, so it is logged.
      if (status === 403) log('error', 'A stored file is refused: it is gone, or the grant is missing');
      if (status === 403 || status === 404) return null;
      throw new SafeError(`A file was not read: status ${status}.`, `Status${status}`);
    },
    async remove(key) {
      const { status } = await ask({ method: 'DELETE', key, headers: {}, body: '' });
      if (status !== 204 && status !== 200 && status !== 404)
        throw new SafeError(`A file was not deleted: status ${status}.`, `Status${status}`);
    },
    async list(prefix) {
      const found: string[] = [];
      let token: string | undefined;
      do {
        const query = {
          'list-type': '2',
          prefix,
          ...(token === undefined ? {} : { 'continuation-token': token }),
        };
        const { status, body } = await ask({ method: 'GET', key: '', query, headers: {}, body: '' });
        if (status !== 200)
          throw new SafeError(`Files were not listed: status ${status}.`, `Status${status}`);
        const page = body.toString('utf8');
        found.push(...[...page.matchAll(/<Key>([^<&]+)<\/Key>/g)].flatMap(([, key]) => key ?? []));
        token = /<NextContinuationToken>([^<]+)</.exec(page)?.[1];
      } while (token !== undefined);
      return found;
    },
  };
}

type Call = {
  readonly method: 'GET' | 'PUT' | 'DELETE';
  /** '' is the bucket itself. */
  readonly key: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
};
type Answered = Extract<HttpOutcome, { kind: 'answered' }>;

/** Where a file of a bucket is called. */
export function urlOf(bucket: string, key: string): URL {
  const { env } = process;
  const base = env.AWS_ENDPOINT_URL_S3 ?? env.AWS_ENDPOINT_URL;
  return base === undefined
    ? new URL(`https://${bucket}.s3.${env.AWS_REGION}.amazonaws.com/${key}`)
    : new URL(`${base}/${bucket}/${key}`);
}
