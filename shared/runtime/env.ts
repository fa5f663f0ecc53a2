import * as z from 'zod';
import { SafeError } from './safe-error.ts';

const queueUrl = z.url('must be the URL of a queue');
const baseUrl = z.url('must be a URL').transform((url) => url.replace(/\/+$/, ''));

/** Every environment variable of the product, with how it is read. */
const variables = {
  STAGE: z.string().min(1, 'must name the stage, such as prod'),
  LOG_LEVEL: z.enum(['DEBUG', 'INFO', 'WARN', 'ERROR'], 'must be DEBUG, INFO, WARN or ERROR').default('INFO'),
  TABLE_NAME: z.string().min(1, 'must name the table'),
  FILES_BUCKET: z.string().min(1, 'must name the bucket'),
  INBOUND_QUEUE_URL: queueUrl,
  OUTBOUND_QUEUE_URL: queueUrl,
  LATER_QUEUE_URL: queueUrl,
  JOBS_QUEUE_URL: queueUrl,
  DOCUMENTS_QUEUE_URL: queueUrl,
  /** Questions to the language model; null where the station has none. */
  INTERPRET_QUEUE_URL: z
    .union([z.literal(''), queueUrl], 'must be the URL of a queue')
    .default('')
    .transform((url) => (url === '' ? null : url)),
  /** The model or inference profile that is asked, such as `eu.amazon.nova-lite-v1:0`. */
  MODEL_ID: z.string().min(1, 'must name a model of Amazon Bedrock'),
  /** What it takes for 1,000 tokens that it reads and that it writes, US dollars. */
  MODEL_DOLLARS: z
    .string()
    .regex(/^[\d.]+,[\d.]+$/, 'must be two prices with a comma, such as 0.00006,0.00024')
    .transform((text) => {
      const [read = 0, written = 0] = text.split(',').map(Number);
      return { read, written };
    }),
  /** How often it may be asked on one day. */
  MODEL_CALLS_A_DAY: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(1, 'must be 1 or more'),
  /** Queues of what nobody could handle. */
  DEAD_LETTER_URLS: z
    .string()
    .transform(listOf)
    .refine(
      (urls) => urls.length > 0 && urls.every((url) => URL.canParse(url)),
      'must be URLs of queues with commas',
    ),
  /** Chat id of the advisors' supergroup; null until the owner has named one. */
  ADVISOR_GROUP_ID: z
    .string()
    .regex(/^(-\d+)?$/, 'must be the negative chat id of the group, such as -1001234567890')
    .default('')
    .transform((id) => (id === '' ? null : id)),
  /** Numeric ids of those who may act as advisors. */
  ADVISOR_IDS: z
    .string()
    .regex(/^\s*(\d+(\s*,\s*\d+)*)?\s*$/, 'must be numeric ids with commas, such as 5000001,5000002')
    .default('')
    .transform((ids) => listOf(ids)),
  /** Base of the links that people open, without a slash at its end. */
  PUBLIC_URL: baseUrl,
} as const;

export type VariableName = keyof typeof variables;
export type Environment = { readonly [N in VariableName]: z.output<(typeof variables)[N]> };

/** The names above, for the test that compares them with what the template gives. */
export const variableNames = Object.keys(variables).filter((name): name is VariableName => name in variables);

/**
 * Reads and checks the named variables. Throws a SafeError that names every wrong one and says what it should be; the
 * values are never quoted, since some are secrets.
 */
export function readEnv<N extends VariableName>(
  names: readonly N[],
  from: Readonly<Record<string, string | undefined>> = process.env,
): Pick<Environment, N> {
  const found: { [K in N]?: Environment[K] } = {};
  const wrong: string[] = [];
  for (const name of names) {
    const read = schemas[name].safeParse(from[name]);
    if (read.success) found[name] = read.data;
    else if (from[name] === undefined) wrong.push(`${name} is not set`);
    else wrong.push(`${name} ${read.error.issues.map(({ message }) => message).join(', ')}`);
  }
  if (isComplete(found, names)) return found;
  throw new SafeError(`The environment is not complete: ${wrong.join('; ')}.`, 'Environment');
}

const schemas: { readonly [N in VariableName]: z.ZodType<Environment[N]> } = variables;

function isComplete<N extends VariableName>(
  found: { readonly [K in N]?: Environment[K] },
  names: readonly N[],
): found is Pick<Environment, N> {
  return names.every((name) => name in found);
}

/** `a, b` → ['a', 'b']; nothing for an empty text. */
export function listOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
