import { type StationName, stations } from './stations.ts';

/** Workers that take from a queue: each mapping is capped, so that the webhooks always find a free instance. */
export type WorkerName = 'converse' | 'deliver' | 'tick' | 'media';

/** Everything in which one station's stack differs from another's. Plain data. */
export type Config = {
  /** In the name of the stack and of all that has a name of its own, so that no two stages of an account ever clash. */
  readonly stage: string;
  /** Whose data its functions carry: a file in `shared/station` that `stations.ts` lists. */
  readonly station: StationName;
  /**
   * Nothing above INFO: metrics are lines of the log without a level, which Lambda takes for INFO, and alarms live on them.
   * https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-log-level.html
   */
  readonly logLevel: 'DEBUG' | 'INFO';
  /** Days that log lines are kept. */
  readonly logDays: 7 | 30 | 90;
  /** Days that photos and documents are kept. */
  readonly fileDays: number;
  /** Days that the hashes of whoever was erased are kept: longer than any backup of the table. */
  readonly erasedDays: number;
  /** Days back to which the table can be restored: 1 to 35. An erased person is still in these backups. */
  readonly restorableDays: number;
  /** Whether stack and table refuse to be deleted, and the table stays, like the files, when the stack goes. */
  readonly keepData: boolean;
  /** Name of a table restored from a backup that takes the place of the stack's own (RUNBOOK.md says how); '' for its own. */
  readonly restoredTable: string;
  /** Requests a second, and at once, that the public address takes before answering 429. */
  readonly throttle: { readonly ratePerSecond: number; readonly burst: number };
  /**
   * Instances that may work on one queue at a time: at least 2 each (SQS takes no less), at most 8 in all, since a new
   * AWS account runs 10 at a time and the webhooks and the tick need the rest. Documents have no cap: all of them are of one
   * group, of which SQS hands out one at a time.
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
  /** Who gets a mail when an alarm begins and ends; '' for nobody. AWS asks that address once to confirm. */
  readonly alarmEmail: string;
  /** Whether alarms are told in the advisors' group as well. */
  readonly alarmsInGroup: boolean;
  /** US dollars that a day may cost, AWS and messages together, before an alarm begins. */
  readonly dollarsADay: number;
  /**
   * The language model of Amazon Bedrock that is asked what the station's own rules did not understand, by its id or that of a
   * geography's inference profile (`model.ts`); '' for none.
   */
  readonly model: string;
  /** How often it may be asked on one day. */
  readonly modelCallsADay: number;
  /** Where people read RUNBOOK.md, such as https://github.com/you/station/blob/main; '' where it is nowhere but here. */
  readonly repositoryUrl: string;
};

/** What all stages have in common until somebody says otherwise. */
const usual = {
  restoredTable: '',
  throttle: { ratePerSecond: 50, burst: 100 },
  maxConcurrency: { converse: 2, deliver: 2, tick: 2, media: 2 },
  webhookReservation: 'none',
  advisorGroupId: '',
  advisorIds: '',
  publicUrl: 'api',
  alarmEmail: '',
  alarmsInGroup: true,
  dollarsADay: 10,
  model: '',
  modelCallsADay: 200,
  repositoryUrl: '',
} as const satisfies Partial<Config>;

/** A station that serves people: what it holds is kept. */
function serving(station: StationName) {
  return {
    ...usual,
    station,
    logLevel: 'INFO',
    logDays: 30,
    fileDays: stations[station].keep.fileDays,
    erasedDays: 400,
    restorableDays: 35,
    keepData: true,
  } as const satisfies Partial<Config>;
}

/**
 * The stages: `prod` is the station, `demo` is for trying out and for the station on one machine. A second station of the same
 * owner is one more entry, such as `north: { ...serving('north'), stage: 'north' }`. A missing setting does not compile.
 */
export const configs = {
  demo: {
    ...usual,
    stage: 'demo',
    station: 'station',
    logLevel: 'DEBUG',
    logDays: 7,
    fileDays: 7,
    erasedDays: 7,
    restorableDays: 1,
    keepData: false,
    advisorGroupId: '-1002000000001',
    advisorIds: '5000001,5000002',
  },
  prod: { ...serving('station'), stage: 'prod' },
} as const satisfies Record<string, Config>;

export type Stage = keyof typeof configs;
