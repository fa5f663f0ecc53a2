import type { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { type MetricName, metricNamespace } from '#shared/runtime/metric-names.ts';
import type { FunctionName } from '../functions.ts';
import type { WebhookApi } from './webhook-api.ts';
import type { WorkQueue } from './work-queue.ts';

/** Names of the work queues, as the owner's commands and the dashboard call them. */
export type QueueName = 'inbound' | 'outbound' | 'later' | 'jobs' | 'documents';

/** The work queues of a stack; only one with a language model has that for the questions to it. */
export type Queues = Readonly<Record<QueueName, WorkQueue>> & { readonly interpret?: WorkQueue };

/** What alarms and the dashboard look at. Without `alarmsInGroup` there is no function `alarm`, without a model no `interpret`. */
export type Watched = {
  readonly stage: string;
  readonly api: WebhookApi;
  readonly queues: Queues;
  readonly lambdas: ReadonlyMap<FunctionName, IFunction>;
};

/** One of the product's own metrics, as functions write them. */
export function ownMetric(
  stage: string,
  metricName: MetricName,
  statistic: string,
  period: Duration,
): Metric {
  return new Metric({
    namespace: metricNamespace,
    metricName,
    dimensionsMap: { service: stage },
    statistic,
    period,
  });
}

/** A function's metric. Throws an error where the stack has no such function, which is a mistake in infra. */
export function lambdaOf({ lambdas }: Watched, name: FunctionName): IFunction {
  const found = lambdas.get(name);
  if (found) return found;
  throw new Error(`The stack has no function ${name}.`);
}

/**
 * Several metrics folded into one line, `fold` being a function of CloudWatch over the list. What says nothing counts as 0: queues
 * that rest and functions that nobody calls send no figures at all.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
 */
export function folded(
  fold: 'SUM' | 'MAX',
  metrics: Readonly<Record<string, IMetric>>,
  label: string,
  period: Duration,
): MathExpression {
  const list = Object.keys(metrics).map((name) => `FILL(${name}, 0)`);
  return new MathExpression({
    expression: `${fold}([${list.join(', ')}])`,
    usingMetrics: { ...metrics },
    label,
    period,
  });
}
