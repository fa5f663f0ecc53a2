import { functions } from '#infra/functions.ts';
import { prices } from '#infra/prices.ts';
import { type StepCost, writeUnits } from './step-cost.ts';

/**
 * How long a call keeps a function waiting, milliseconds: medians measured from Lambda by others (DynamoDB:
 * alexdebrie/dynamodb-performance-testing), and an assumption for the messengers, whose servers are far from most regions.
 */
const waits = { read: 6, write: 7.6, transaction: 25, queue: 10, messenger: 90 } as const;

/** Lambda gives a whole core at 1,769 MB. https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html */
const megabytesPerCore = 1_769;

/** What was measured elsewhere in the same run, per step: CPU of all its functions, and what they wrote to the log. */
export type PerStep = { readonly cpuMs: number; readonly logBytes: number };

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
/** Long polls Lambda keeps open on a quiet queue whose concurrency is capped: it does not go below 5 there. */
const pollersPerQueue = 5;
const freeSqsRequests = 1_000_000;

/** Dollars a month in which nobody writes, with and without the free tier: queues are polled, the tick looks each minute. */
export function idleMonth(
  minute: StepCost,
  queues: number,
): { readonly full: number; readonly afterFreeTier: number } {
  const polls = (queues * pollersPerQueue * hoursAMonth * 3_600) / pollSeconds;
  const minutes = hoursAMonth * 60;
  const reads = minutes * minute.readUnits * prices.readUnit;
  const gigabytes = functions.tick.memoryMegabytes / 1_024;
  const tick = minutes * (prices.invocation + (waits.read / 1_000) * gigabytes * prices.gigabyteSecond);
  return {
    full: polls * prices.sqs + reads + tick,
    // Lambda's free million of invocations and 400,000 GB-seconds hold all ticks.
    afterFreeTier: Math.max(0, polls - freeSqsRequests) * prices.sqs + reads,
  };
}
