import { createHash } from 'node:crypto';
import * as z from 'zod';
import { type AwsClient, type AwsOptions, openAws } from './aws-json.ts';
import type { HttpClient } from './http-client.ts';
import { SafeError } from './safe-error.ts';

/** One message. `group` and `dedupe` are for FIFO queues only, `delaySeconds` (0 to 900) for standard ones only. */
export type QueueEntry = {
  /** JSON text. */
  readonly body: string;
  readonly group?: string;
  readonly dedupe?: string;
  readonly delaySeconds?: number;
};

/** An SQS queue. Each call resolves only when the queue has everything, and throws a SafeError otherwise. */
export type Queue = {
  send(entry: QueueEntry): Promise<void>;
  /**
   * At most 10. 'strict' (the default): entries of one group go one after the other, so that a partial failure never swaps
   * them. 'listed': in one request, in order unless the queue refuses one of a group and takes a later one.
   */
  sendBatch(entries: readonly QueueEntry[], order?: 'strict' | 'listed'): Promise<void>;
  /** How long until a received message comes back, 0 to 43,200 s. */
  setVisibility(receiptHandle: string, seconds: number): Promise<void>;
};

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html */
const limits = { bodyBytes: 1_048_576, batchEntries: 10, idLength: 128 } as const;

/** How long a call may take with all its attempts, milliseconds, and how it waits between them. */
export type QueueTiming = { readonly budgetMs?: number; readonly wait?: AwsOptions['wait'] };

/** The door to the service that has the queue of this URL. */
export function openSqs(url: string, http: HttpClient | undefined, { budgetMs = 3_000, wait }: QueueTiming) {
  const endpoint = process.env.AWS_ENDPOINT_URL_SQS ?? process.env.AWS_ENDPOINT_URL ?? new URL(url).origin;
  return openAws({ service: 'sqs', protocol: '1.0', endpoint, budgetMs, wait, http });
}

/**
 * Opens a queue by its URL. Calls go to AWS_ENDPOINT_URL_SQS or AWS_ENDPOINT_URL when set, else to the URL's own host.
 * Repeats on connection errors, 5xx and throttling for at most 3 s.
 */
export function openQueue(url: string, http?: HttpClient, timing: QueueTiming = {}): Queue {
  const aws = openSqs(url, http, timing);
  return {
    async send(entry) {
      await aws('AmazonSQS.SendMessage', { QueueUrl: url, ...messageOf(entry) });
    },
    async sendBatch(entries, order = 'strict') {
      if (entries.length > limits.batchEntries)
        throw new SafeError(`A batch takes at most ${limits.batchEntries} entries.`, 'BatchTooLong');
      const waves = order === 'strict' ? wavesOf(entries) : [entries];
      for (const wave of waves) await sendWave(aws, url, wave);
    },
    async setVisibility(receiptHandle, seconds) {
      await aws('AmazonSQS.ChangeMessageVisibility', {
        QueueUrl: url,
        ReceiptHandle: receiptHandle,
        VisibilityTimeout: seconds,
      });
    },
  };
}

/**
 * Escapes inside JSON text what SQS refuses (control characters, U+FFFE, U+FFFF, lone surrogates), so that the reader's
 * JSON.parse gives back exactly what was written. https://www.w3.org/TR/REC-xml/#charsets
 */
export function escapeForQueue(json: string): string {
  return json.replace(refused, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const refused = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** A group or dedupe id as SQS takes it: printable ASCII of at most 128 characters; anything else becomes its hash. */
export function queueId(id: string): string {
  return id.length <= limits.idLength && /^[!-~]+$/.test(id)
    ? id
    : createHash('sha256').update(id).digest('hex');
}

function messageOf(entry: QueueEntry): Record<string, string | number> {
  const body = escapeForQueue(entry.body);
  if (Buffer.byteLength(body) > limits.bodyBytes)
    throw new SafeError('The message is larger than a queue takes (1 MiB).', 'MessageTooLong');
  return {
    MessageBody: body,
    ...(entry.group === undefined ? {} : { MessageGroupId: queueId(entry.group) }),
    ...(entry.dedupe === undefined ? {} : { MessageDeduplicationId: queueId(entry.dedupe) }),
    ...(entry.delaySeconds === undefined ? {} : { DelaySeconds: entry.delaySeconds }),
  };
}

/** The first entries of every group, then the second ones, …; entries without a group need no order. */
function wavesOf(entries: readonly QueueEntry[]): readonly (readonly QueueEntry[])[] {
  const seen = new Map<string, number>();
  const waves: QueueEntry[][] = [];
  for (const entry of entries) {
    const place = entry.group === undefined ? 0 : (seen.get(entry.group) ?? 0);
    if (entry.group !== undefined) seen.set(entry.group, place + 1);
    const wave = waves[place] ?? [];
    waves[place] = wave;
    wave.push(entry);
  }
  return waves;
}

const batchAnswer = z.object({
  Successful: z.array(z.object({ Id: z.string() })).optional(),
});

/** Sends a wave and once more what was refused; a wave too large for one request is halved. */
async function sendWave(aws: AwsClient, url: string, wave: readonly QueueEntry[]): Promise<void> {
  const messages = wave.map(messageOf);
  const bytes = messages.reduce((sum, { MessageBody }) => sum + Buffer.byteLength(String(MessageBody)), 0);
  if (bytes > limits.bodyBytes && wave.length > 1) {
    const half = Math.ceil(wave.length / 2);
    await sendWave(aws, url, wave.slice(0, half));
    await sendWave(aws, url, wave.slice(half));
    return;
  }
  let waiting = messages.map((message, index) => ({ Id: String(index), ...message }));
  for (let attempt = 1; attempt <= 3; attempt++) {
    const answer = batchAnswer.safeParse(
      await aws('AmazonSQS.SendMessageBatch', { QueueUrl: url, Entries: waiting }),
    );
    const taken = new Set(answer.data?.Successful?.map(({ Id }) => Id));
    waiting = waiting.filter(({ Id }) => !taken.has(Id));
    if (waiting.length === 0) return;
  }
  throw new SafeError(
    `The queue did not take ${waiting.length} of ${wave.length} messages.`,
    'BatchPartlyFailed',
  );
}
