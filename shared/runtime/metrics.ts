import { Metrics } from '@aws-lambda-powertools/metrics';
import { log } from './logger.ts';
import { type MetricName, metricNamespace } from './metric-names.ts';

/** One figure: what is counted, and how much of it. */
export type Measured = { readonly name: MetricName; readonly value: number };

/** Writes figures that belong together; called once for each thing that happened, after it is certain. It never throws. */
export type Measure = (figures: readonly Measured[]) => void;

/** CloudWatch knows neither minutes nor dollars. */
const units: Readonly<Record<MetricName, 'Count' | 'None'>> = {
  Booked: 'Count',
  AnswerMinutes: 'None',
  UnansweredOverLimit: 'Count',
  Missed: 'Count',
  PromiseBroken: 'Count',
  AccountRefused: 'Count',
  MessageDollars: 'None',
  ModelTokens: 'Count',
  ModelDollars: 'None',
};

let metrics: Metrics | undefined;

/**
 * All figures in one line of the log, from which CloudWatch makes metrics by itself: no call and no permission. It holds names and
 * numbers only; where only lines above INFO are kept, it is not among them. Nothing is written where POWERTOOLS_METRICS_DISABLED is
 * true, as on the station on one machine.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export const measure: Measure = (figures) => {
  if (figures.length === 0) return;
  try {
    metrics ??= new Metrics({ namespace: metricNamespace, serviceName: process.env.STAGE ?? 'none' });
    for (const { name, value } of figures) metrics.addMetric(name, units[name], value);
    metrics.publishStoredMetrics();
  } catch (error) {
    log('warn', 'A metric could not be written', { error, count: figures.length });
  }
};
