import { AsyncLocalStorage } from 'node:async_hooks';
import { Logger } from '@aws-lambda-powertools/logger';
import { describeError } from './safe-error.ts';

/**
 * The only fields that a line may hold. Ids and counts tell an operator where to look; words, names, phones and plates
 * are never among them, and whatever else is handed in is left out.
 */
const fieldNames = [
  'requestId',
  'messageId',
  'address',
  'inbound',
  'row',
  'version',
  'flow',
  'step',
  'timer',
  'kind',
  'update',
  'reason',
  'method',
  'status',
  'queue',
  'attempt',
  'count',
  'receipts',
  'ms',
  'bytes',
  'retryAfterSeconds',
  'dueAt',
] as const;

type Value = string | number | boolean | null | undefined;
/** What can be said beside the message. `error` is anything thrown: its name, code and place are written. */
export type LogFields = { readonly [N in (typeof fieldNames)[number]]?: Value } & {
  readonly error?: unknown;
};
export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

const ids = new AsyncLocalStorage<{ fields: LogFields }>();
let logger: Logger | undefined;

/** Runs `work` with these fields in every line written meanwhile; nested calls add to the outer ones. */
export function withIds<T>(fields: LogFields, work: () => T): T {
  return ids.run({ fields: { ...ids.getStore()?.fields, ...fields } }, work);
}

/** Adds fields to every further line of the surrounding `withIds`; nothing outside of one. */
export function addIds(fields: LogFields): void {
  const store = ids.getStore();
  if (store) store.fields = { ...store.fields, ...fields };
}

/** Writes one line. The message is one of our own fixed sentences: a text put together at run time does not compile. */
export function log<M extends string>(
  level: LogLevel,
  message: string extends M ? never : M,
  fields: LogFields = {},
): void {
  logger ??= new Logger({ serviceName: process.env.AWS_LAMBDA_FUNCTION_NAME ?? 'station' });
  logger[level](message, { ...allowed({ ...ids.getStore()?.fields, ...fields }) });
}

/** Keeps what may be logged: listed fields with plain values, cut, and with anything like a bot's token masked. */
export function allowed(fields: LogFields): Record<string, string | number | boolean | null> {
  const kept: Record<string, string | number | boolean | null> = {};
  for (const name of fieldNames) keep(kept, name, fields[name]);
  if (fields.error !== undefined) {
    for (const [name, value] of Object.entries(describeError(fields.error))) keep(kept, name, value);
  }
  return kept;
}

function keep(into: Record<string, string | number | boolean | null>, name: string, value: unknown): void {
  if (typeof value === 'string') into[name] = value.replace(tokenLike, '***').slice(0, 300);
  else if (typeof value === 'number' || typeof value === 'boolean' || value === null) into[name] = value;
}

/**
 * What must never stand in a log: access tokens as messengers give them (`<id>:<35 letters>`, `EAA…`), the phone number
 * that is the address of a person who has no other id, and WhatsApp's ids of messages, in which it stands as base64.
 */
const tokenLike = /\d{3,20}(?::|%3A)[\w-]{20,}|EAA[\w-]{20,}|(?<=tel\.)\d{3,}|(?<=wamid\.)[\w+/=-]{16,}/gi;
