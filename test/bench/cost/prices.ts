import { functions } from '#infra/functions.ts';
import { freeEachMonth, prices } from '#infra/prices.ts';
import { type StepCost, writeUnits } from './step-cost.ts';

/**
 * How long a call keeps a function waiting, milliseconds: medians measured from Lambda by others (DynamoDB:
 * alexdebrie/dynamodb-performance-testing), and an assumption for the messengers, whose servers are far from most regions.
 */
const waits = { read: 6, write: 7.6, transaction: 25, queue: 10, messenger: 90 } as const;

/** Lambda gives a whole core at 1,769 MB. https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html */
const megabytesPerCore = 1_769;

/** Per step: CPU of all its functions, and what they write to the log. */
export type PerStep = { readonly cpuMs: number; readonly logBytes: number };

/**
 * What `npm run bench` measures, rounded up: dollars that stand in writing are made from these, so that they are the same on every
 * machine. The bench says when a run is not within half and double of them.
 */
export const usualStep: PerStep = { cpuMs: 20, logBytes: 1_500 };

export type Bill = {
  readonly api: number;
  readonly lambda: number;
  readonly sqs: number;
  readonly dynamodb: number;
  readonly logs: number;
  readonly total: number;
};

/** Dollars for what was counted, by AWS's list prices. Lambda's time is estimated from the calls made and the CPU used. */
export function billOf(cost: StepCost, perStep: PerStep): Bill {
  const { memoryMegabytes } = functions.converse;
  const steps = cost.transactions;
  const waiting =
    cost.reads * waits.read +
    cost.transactions * waits.transaction +
    // Deliver reads once what waits.
    steps * waits.read +
    cost.written * waits.write +
    (cost.sqs / 3) * waits.queue +
    cost.calls * waits.messenger;
  const computing = steps * perStep.cpuMs * (megabytesPerCore / memoryMegabytes);
  const gigabyteSeconds = ((waiting + computing) / 1_000) * (memoryMegabytes / 1_024);
  const api = cost.requests * prices.request;
  const lambda = cost.invocations * prices.invocation + gigabyteSeconds * prices.gigabyteSecond;
  const sqs = cost.sqs * prices.sqs;
  const dynamodb = writeUnits(cost) * prices.writeUnit + cost.readUnits * prices.readUnit;
  const logs = ((steps * perStep.logBytes) / 1e9) * prices.logGigabyte;
  return { api, lambda, sqs, dynamodb, logs, total: api + lambda + sqs + dynamodb + logs };
}

/** What tracing adds at most, beyond its 100,000 free traces a month: a trace for every function that ran. */
export function tracingBill(cost: StepCost): number {
  return cost.invocations * prices.trace;
}

const hoursAMonth = 730;
const pollSeconds = 20;
/** Long polls Lambda keeps open on a quiet queue: it does not go below 5. */
const pollersPerQueue = 5;

/** What stands in the account whether or not anybody writes. */
export type Standing = {
  /** Queues that Lambda polls. */
  readonly queues: number;
  /** Metrics that alarms look at, metrics of our own, and dashboards. */
  readonly alarmMetrics: number;
  readonly metrics: number;
  readonly dashboards: number;
  /** Bytes that a minute's look writes to the log. */
  readonly minuteLogBytes: number;
};

/** Dollars a month in which nobody writes, part by part. */
export type IdleMonth = {
  readonly polls: number;
  readonly clock: number;
  readonly watching: number;
  readonly total: number;
};

/**
 * A month in which nobody writes, by list prices and after what is free each month: queues are polled, the tick looks each minute,
 * alarms and the dashboard stand.
 */
export function idleMonth(
  minute: StepCost,
  { queues, alarmMetrics, metrics, dashboards, minuteLogBytes }: Standing,
): { readonly full: IdleMonth; readonly afterFreeTier: IdleMonth } {
  const polls = (queues * pollersPerQueue * hoursAMonth * 3_600) / pollSeconds;
  const minutes = hoursAMonth * 60;
  const reads = minutes * minute.readUnits * prices.readUnit;
  const gigabytes = functions.tick.memoryMegabytes / 1_024;
  const run = prices.invocation + (waits.read / 1_000) * gigabytes * prices.gigabyteSecond;
  const logGigabytes = (minutes * minuteLogBytes) / 1e9;
  const above = (used: number, free: number) => Math.max(0, used - free);
  const free = freeEachMonth;
  return {
    full: summed({
      polls: polls * prices.sqs,
      clock: reads + minutes * (run + prices.trace) + logGigabytes * prices.logGigabyte,
      watching: alarmMetrics * prices.alarmMetric + metrics * prices.metric + dashboards * prices.dashboard,
    }),
    afterFreeTier: summed({
      polls: above(polls, free.sqs) * prices.sqs,
      // Lambda's free million of invocations and 400,000 GB-seconds hold all ticks.
      clock:
        reads +
        above(minutes, free.traces) * prices.trace +
        above(logGigabytes, free.logGigabytes) * prices.logGigabyte,
      watching:
        above(alarmMetrics, free.alarmMetrics) * prices.alarmMetric +
        above(metrics, free.metrics) * prices.metric +
        above(dashboards, free.dashboards) * prices.dashboard,
    }),
  };
}

function summed(parts: Omit<IdleMonth, 'total'>): IdleMonth {
  return { ...parts, total: parts.polls + parts.clock + parts.watching };
}

/** A picture of 12 megapixels: how long the function that writes it anew runs, seconds, and how often it is read (advisors and archive). */
const photoWork = { seconds: 2.5, gets: 1.1 } as const;
/** A PDF: drawn and sent once. */
const documentWork = { seconds: 0.8, gets: 1 } as const;

/** Dollars for one photo that somebody sends, and for one document, beside the messages that bring and show them. */
export function fileBills(): { readonly photo: number; readonly document: number } {
  const bill = (memoryMegabytes: number, { seconds, gets }: { seconds: number; gets: number }) =>
    // Its message in a queue, and the one that says that it is there.
    6 * prices.sqs +
    2 * prices.invocation +
    seconds * (memoryMegabytes / 1_024) * prices.gigabyteSecond +
    prices.filePut +
    gets * prices.fileGet;
  return {
    photo: bill(functions.media.memoryMegabytes, photoWork),
    document: bill(functions.documents.memoryMegabytes, documentWork),
  };
}
