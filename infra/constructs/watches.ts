import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { AlarmName } from '#shared/domain/alarm.ts';
import { awsMicros } from '#shared/domain/costs.ts';
import { inWords, prices } from '../prices.ts';
import { folded, lambdaOf, ownMetric, type Watched } from './metrics.ts';

/** One alarm: when it begins, when it ends, and what it says. */
export type Watch = {
  readonly metric: IMetric;
  readonly begins: { readonly from: number } | { readonly above: number } | { readonly below: number };
  /** It begins when one of so many last periods is bad, and ends when all of them are well. */
  readonly ofPeriods: number;
  /** What it means where there are no figures. */
  readonly silence: 'is well' | 'is bad';
  /** Whether its end is told. Where the metric counts what happened, an end would only say that no more of it did. */
  readonly tellsEnd: boolean;
  /** For whoever gets the mail, in a sentence or two. */
  readonly means: string;
};

const minutes = (count: number) => Duration.minutes(count);

/**
 * What makes each alarm. They look at 23 metrics, of which CloudWatch gives ten away: $1.30 a month for one station; with a
 * language model at one more.
 * `dollarsADay` is what a day may cost.
 */
export function watchesOf(watched: Watched, dollarsADay: number): Readonly<Record<AlarmName, Watch>> {
  const { stage, queues, api } = watched;
  return {
    deadLetters: {
      metric: folded(
        'SUM',
        Object.fromEntries(
          Object.entries(queues).map(([name, { deadLetters }]) => [
            name,
            deadLetters.metricApproximateNumberOfMessagesVisible({
              statistic: Stats.MAXIMUM,
              period: minutes(5),
            }),
          ]),
        ),
        'dead letters',
        minutes(5),
      ),
      begins: { from: 1 },
      ofPeriods: 3,
      silence: 'is well',
      tellsEnd: true,
      means: 'Something failed five times and waits in a dead-letter queue: somebody may not get an answer.',
    },
    oldestMessage: {
      // Not of `later`: its messages are meant to wait, up to a quarter of an hour.
      metric: folded(
        'MAX',
        Object.fromEntries(
          (['inbound', 'outbound', 'jobs', 'documents'] as const).map((name) => [
            name,
            queues[name].queue.metricApproximateAgeOfOldestMessage({
              statistic: Stats.MAXIMUM,
              period: minutes(5),
            }),
          ]),
        ),
        'seconds that the oldest message waits',
        minutes(5),
      ),
      begins: { above: 5 * 60 },
      ofPeriods: 2,
      silence: 'is well',
      tellsEnd: true,
      means: 'A message has waited in a queue for more than five minutes: people wait for their answers.',
    },
    webhookErrors: {
      // Errors, time-outs and throttles of the functions behind it come out as 5xx. A messenger repeats what was not taken, so that
      // a trouble that lasts is soon counted. Refused calls may be a stranger's; where ours are refused, nobody hears the bot.
      metric: new MathExpression({
        expression: 'MAX([FILL(errors, 0) / 3, FILL(refused, 0) / 10])',
        usingMetrics: {
          errors: api.api.metricServerError({ statistic: Stats.SUM, period: minutes(15) }),
          refused: api.metricRefused({ statistic: Stats.SUM, period: minutes(15) }),
        },
        label: 'three errors or ten refusals',
        period: minutes(15),
      }),
      begins: { from: 1 },
      ofPeriods: 1,
      silence: 'is well',
      tellsEnd: true,
      means:
        'Within a quarter of an hour the public address answered messengers with three errors, or refused ten calls for their secret.',
    },
    accountRefused: {
      metric: ownMetric(stage, 'AccountRefused', Stats.SUM, minutes(5)),
      begins: { from: 1 },
      ofPeriods: 3,
      silence: 'is well',
      tellsEnd: true,
      means:
        "A messenger refuses the station's account (token, payment or restriction): what is said there waits until it takes it.",
    },
    promiseBroken: {
      metric: ownMetric(stage, 'PromiseBroken', Stats.SUM, minutes(60)),
      begins: { from: 1 },
      ofPeriods: 1,
      silence: 'is well',
      tellsEnd: false,
      means: 'A customer was promised a time or news, and the promise was not kept.',
    },
    unanswered: {
      metric: ownMetric(stage, 'UnansweredOverLimit', Stats.SUM, minutes(15)),
      begins: { from: 1 },
      ofPeriods: 1,
      silence: 'is well',
      tellsEnd: false,
      means: 'A customer waits for a person after the last call for one was made.',
    },
    dollarsADay: {
      metric: dollars(watched),
      begins: { above: dollarsADay },
      ofPeriods: 1,
      silence: 'is well',
      tellsEnd: true,
      means: `The last 24 hours cost more than ${dollarsADay} US dollars by our own count.`,
    },
    tickStopped: {
      metric: lambdaOf(watched, 'tick').metricInvocations({ statistic: Stats.SUM, period: minutes(5) }),
      begins: { below: 1 },
      ofPeriods: 1,
      silence: 'is bad',
      tellsEnd: true,
      means: 'The clock of the station stands still: no reminders, and what waits for a time waits on.',
    },
    functionErrors: {
      // Those with nobody behind them who would notice, and those whose next try lets a customer wait a minute. What fails in
      // the others comes out as an error of the address or as a dead letter.
      metric: folded(
        'SUM',
        Object.fromEntries(
          (['converse', 'deliver', 'tick', 'alarm'] as const).flatMap((name) => {
            const lambda = watched.lambdas.get(name);
            const errors = lambda?.metricErrors({ statistic: Stats.SUM, period: minutes(5) });
            return errors ? [[name, errors]] : [];
          }),
        ),
        'errors of functions',
        minutes(5),
      ),
      begins: { from: 3 },
      ofPeriods: 2,
      silence: 'is well',
      tellsEnd: true,
      means: 'A function crashed or ran out of time three times in five minutes.',
    },
  };
}

/**
 * What a day costs, in US dollars: what messengers and a language model take, as functions counted it, and AWS from what grows with use. A message costs
 * what the benchmark measured, half of it where it comes in and half where it goes out. Photos and documents are left out: at most
 * three of them are worked on at a time, which is bounded. No metric of the table: alarms treat missing ones in a way of their own.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
 */
function dollars(watched: Watched): MathExpression {
  const day = Duration.days(1);
  const sum = { statistic: Stats.SUM, period: day };
  const [idle, message] = [awsMicros(0, 1) / 1e6, awsMicros(1, 0) / 1e6];
  const runs = `(FILL(converse, 0) + FILL(deliver, 0)) * ${inWords(message / 2)}`;
  const model = watched.queues.interpret && {
    model: ownMetric(watched.stage, 'ModelDollars', Stats.SUM, day),
  };
  return new MathExpression({
    expression: `${inWords(idle)} + FILL(messages, 0)${model ? ' + FILL(model, 0)' : ''} + FILL(requests, 0) * ${inWords(prices.request + prices.invocation)} + ${runs}`,
    usingMetrics: {
      ...model,
      messages: ownMetric(watched.stage, 'MessageDollars', Stats.SUM, day),
      requests: watched.api.api.metricCount(sum),
      converse: lambdaOf(watched, 'converse').metricInvocations(sum),
      deliver: lambdaOf(watched, 'deliver').metricInvocations(sum),
    },
    label: 'dollars in 24 hours',
    period: day,
  });
}
