import * as z from 'zod';
import { station } from '#shared/station/station.ts';

/** 'prod' is the station; 'demo' is for trying out and for the station on one machine. */
export type Stage = 'demo' | 'prod';

/** Workers that take from a queue: each mapping is capped, so that the webhooks always find a free instance. */
export type WorkerName = 'converse' | 'deliver' | 'tick' | 'media';

/** Everything in which one station's stack differs from another's. Plain data. */
export type Config = {
  readonly stage: Stage;
  readonly logLevel: 'DEBUG' | 'INFO' | 'WARN' | 'ERROR';
  /** Days that log lines are kept. */
  readonly logDays: 7 | 30 | 90;
  /** Days that photos and documents are kept. */
  readonly fileDays: number;
  /** Days that the hashes of whoever was erased are kept: longer than any backup of the table. */
  readonly erasedDays: number;
  /** Days back to which the table can be restored: 1 to 35. An erased person is still in these backups. */
  readonly restorableDays: number;
  /** Whether the table refuses to be deleted, and stays, like the files, when the stack goes. */
  readonly keepData: boolean;
  /** Requests a second, and at once, that the public address takes before answering 429. */
  readonly throttle: { readonly ratePerSecond: number; readonly burst: number };
  /**
   * Instances that may work on one queue at a time: at least 2 each (SQS takes no less), at most 8 in all, since a new
   * AWS account runs 10 at a time and the webhooks and the tick need the rest.
   * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html#events-sqs-max-concurrency
   */
  readonly maxConcurrency: Readonly<Record<WorkerName, number>>;
  /** Instances kept free for each webhook; 'none' where the account's limit of 10 forbids any reservation. */
  readonly webhookReservation: number | 'none';
  /** Chat id of the advisors' supergroup, and who in it may act as an advisor; '' until the owner has said. */
  readonly advisorGroupId: string;
  readonly advisorIds: string;
  /** Base of the links people open; 'api' where the station has no domain of its own. */
  readonly publicUrl: string;
};

/** The stages. A missing stage or setting does not compile. */
export const configs: Readonly<Record<Stage, Config>> = {
  demo: {
    stage: 'demo',
    logLevel: 'DEBUG',
    logDays: 7,
    fileDays: 7,
    erasedDays: 7,
    restorableDays: 1,
    keepData: false,
    throttle: { ratePerSecond: 50, burst: 100 },
    maxConcurrency: { converse: 2, deliver: 2, tick: 2, media: 2 },
    webhookReservation: 'none',
    advisorGroupId: '-1002000000001',
    advisorIds: '5000001,5000002',
    publicUrl: 'api',
  },
  prod: {
    stage: 'prod',
    logLevel: 'INFO',
    logDays: 30,
    fileDays: station.keep.fileDays,
    erasedDays: 400,
    restorableDays: 35,
    keepData: true,
    throttle: { ratePerSecond: 50, burst: 100 },
    maxConcurrency: { converse: 2, deliver: 2, tick: 2, media: 2 },
    webhookReservation: 'none',
    advisorGroupId: '',
    advisorIds: '',
    publicUrl: 'api',
  },
};

/** Where the owner's answers come from: `cdk -c name=value` first, then an environment variable. */
export type Given = {
  readonly context: (name: string) => unknown;
  readonly environment: Readonly<Record<string, string | undefined>>;
};

/**
 * The configuration of the stage that `-c stage=` names (prod, if none does), with the owner's own values put in:
 * `advisorGroupId`, `advisorIds`, `publicUrl` from the context, or ADVISOR_GROUP_ID, ADVISOR_IDS, PUBLIC_URL from the
 * environment. Throws an error that says which value is wrong and how it should look.
 */
export function readConfig(given: Given): Config {
  const stage = check('stage', StageName, given.context('stage') ?? 'prod');
  const own = configs[stage];
  const value = (name: string, variable: string) => given.context(name) ?? given.environment[variable];
  return {
    ...own,
    advisorGroupId: check(
      'advisorGroupId',
      GroupId,
      value('advisorGroupId', 'ADVISOR_GROUP_ID') ?? own.advisorGroupId,
    ),
    advisorIds: check('advisorIds', PersonIds, value('advisorIds', 'ADVISOR_IDS') ?? own.advisorIds),
    publicUrl: check('publicUrl', PublicUrl, value('publicUrl', 'PUBLIC_URL') ?? own.publicUrl),
  };
}

const StageName = z.enum(['demo', 'prod'], 'say demo or prod');

/** Numbers are taken too: cdk.json may hold them unquoted. */
const Text = z.union([z.string(), z.number()]).transform(String);

const GroupId = Text.pipe(
  z
    .string()
    .regex(
      /^(-\d+)?$/,
      'a supergroup has a negative number, such as -1001234567890 (/id in the group tells it)',
    ),
);

const PersonIds = Text.pipe(
  z
    .string()
    .regex(/^(\d+(,\d+)*)?$/, 'write the numeric ids of the advisors with commas, such as 5000001,5000002'),
);

const PublicUrl = z
  .string()
  .regex(
    /^(api|https:\/\/[^\s/]+)$/,
    "write https://your.domain without a path, or 'api' for the address AWS gives",
  );

function check<T>(name: string, schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const why = parsed.error.issues.map((issue) => issue.message).join('; ');
  throw new Error(`The setting '${name}' is not right: ${why}.`);
}
