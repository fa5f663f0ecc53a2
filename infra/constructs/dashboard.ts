import { Duration } from 'aws-cdk-lib';
import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  PeriodOverride,
  Stats,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { alarmNames } from '#shared/domain/alarm.ts';
import type { MetricName } from '#shared/runtime/metric-names.ts';
import { runbookLink } from './alarms.ts';
import { ownMetric, type Watched } from './metrics.ts';

export type StationDashboardProps = {
  readonly watched: Watched;
  readonly alarms: readonly Alarm[];
  readonly repositoryUrl: string;
};

const day = Duration.days(1);
const fiveMinutes = Duration.minutes(5);

/**
 * The one page that tells how the station does: the business first, then whether everything runs. One dashboard of at most 50
 * metrics is free. https://aws.amazon.com/cloudwatch/pricing/
 */
export function stationDashboard(
  scope: Construct,
  id: string,
  { watched, alarms, repositoryUrl }: StationDashboardProps,
): Dashboard {
  const { stage, queues, api } = watched;
  const own = (name: MetricName, label: string, statistic: string = Stats.SUM) =>
    ownMetric(stage, name, statistic, day).with({ label });
  const lambdas = [...watched.lambdas];
  const dashboard = new Dashboard(scope, id, {
    dashboardName: `station-${stage}`,
    defaultInterval: Duration.days(14),
    periodOverride: PeriodOverride.INHERIT,
  });
  dashboard.addWidgets(
    new TextWidget({ markdown: explanation(stage, repositoryUrl), width: 16, height: 6 }),
    new AlarmStatusWidget({ title: 'Alarms', alarms: [...alarms], width: 8, height: 6 }),
  );
  dashboard.addWidgets(
    graph('Visits booked, a day', [own('Booked', 'booked')], 'heaped'),
    graph('Working minutes until a person answers', [
      own('AnswerMinutes', 'half of them within', Stats.p(50)),
      own('AnswerMinutes', 'nine of ten within', Stats.p(90)),
    ]),
    graph(
      'What went wrong for customers, a day',
      [
        own('UnansweredOverLimit', 'waited over the limit'),
        own('PromiseBroken', 'promises broken'),
        own('Missed', 'not understood twice'),
      ],
      'heaped',
    ),
    graph('Dollars that messengers take, a day', [own('MessageDollars', 'US dollars')], 'heaped'),
  );
  if (queues.interpret)
    dashboard.addWidgets(
      graph(
        'Questions to the language model, a day',
        [own('ModelTokens', 'questions', Stats.SAMPLE_COUNT)],
        'heaped',
      ),
      graph('Tokens that it read and wrote, a day', [own('ModelTokens', 'tokens')], 'heaped'),
      graph('Dollars that it takes, a day', [own('ModelDollars', 'US dollars')], 'heaped'),
    );
  dashboard.addWidgets(
    graph(
      'Seconds that the oldest message of a queue waits',
      Object.entries(queues).map(([label, { queue }]) =>
        queue.metricApproximateAgeOfOldestMessage({ label, statistic: Stats.MAXIMUM, period: fiveMinutes }),
      ),
    ),
    graph(
      'Dead letters',
      Object.entries(queues).map(([label, { deadLetters }]) =>
        deadLetters.metricApproximateNumberOfMessagesVisible({
          label,
          statistic: Stats.MAXIMUM,
          period: fiveMinutes,
        }),
      ),
    ),
    graph(
      'Errors',
      [
        api.api.metricServerError({ label: 'the address', statistic: Stats.SUM, period: fiveMinutes }),
        ...lambdas.map(([label, lambda]) =>
          lambda.metricErrors({ label, statistic: Stats.SUM, period: fiveMinutes }),
        ),
      ],
      'heaped',
    ),
    graph('Milliseconds until the address answers', [
      api.api.metricLatency({ label: 'half of them', statistic: Stats.p(50), period: fiveMinutes }),
      api.api.metricLatency({ label: '99 of 100', statistic: Stats.p(99), period: fiveMinutes }),
    ]),
  );
  dashboard.addWidgets(
    graph(
      'Calls for which no instance was free',
      lambdas.map(([label, lambda]) =>
        lambda.metricThrottles({ label, statistic: Stats.SUM, period: fiveMinutes }),
      ),
      'heaped',
    ),
    graph('Calls of the address', [
      api.api.metricCount({ label: 'all', statistic: Stats.SUM, period: fiveMinutes }),
      api.api.metricClientError({ label: 'refused', statistic: Stats.SUM, period: fiveMinutes }),
    ]),
  );
  return dashboard;
}

/** 'heaped': counts, one on top of the other. */
function graph(title: string, left: IMetric[], as: 'lines' | 'heaped' = 'lines'): GraphWidget {
  return new GraphWidget({
    title,
    left,
    stacked: as === 'heaped',
    leftYAxis: { min: 0, showUnits: false },
    width: 6,
    height: 6,
  });
}

function explanation(stage: string, repositoryUrl: string): string {
  const paragraphs = alarmNames.map((name) =>
    repositoryUrl === '' ? name : `[${name}](${runbookLink(repositoryUrl, name)})`,
  );
  return [
    `## Station ${stage}`,
    'The first row is the business: how many book, how long people wait for a person, what was promised and not kept, what messages cost. ' +
      'The rows below say whether everything runs: queues should be near zero, dead letters and errors at zero, and the address should answer ' +
      'within a second. A first call after a pause is slower.',
    `**When an alarm is red**, its paragraph in RUNBOOK.md says what to do: ${paragraphs.join(' · ')}`,
  ].join('\n\n');
}
