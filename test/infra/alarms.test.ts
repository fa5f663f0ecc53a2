import { Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Config, configs } from '#infra/config.ts';
import { prices } from '#infra/prices.ts';
import { StationStack } from '#infra/station-stack.ts';
import { withQuickApp } from '#infra/template.ts';
import { type AlarmName, alarmNames } from '#shared/domain/alarm.ts';
import { awsMicros } from '#shared/domain/costs.ts';
import { metricNames } from '#shared/runtime/metric-names.ts';
import { type Found, named, ofType, resourcesOf, words } from './read-template.ts';

const Stat = z.object({
  Id: z.string(),
  MetricStat: z.object({
    Metric: z.object({
      Namespace: z.string(),
      MetricName: z.string(),
      Dimensions: z.array(z.object({ Name: z.string(), Value: z.unknown() })).default([]),
    }),
    Period: z.number(),
    Stat: z.string(),
  }),
});
const Expression = z.object({ Expression: z.string() });
const AlarmProperties = z.object({
  AlarmName: z.string(),
  AlarmDescription: z.string(),
  AlarmActions: z.array(z.unknown()),
  OKActions: z.array(z.unknown()).default([]),
  ComparisonOperator: z.string(),
  Threshold: z.number(),
  TreatMissingData: z.string(),
  EvaluationPeriods: z.number(),
  DatapointsToAlarm: z.number(),
  Period: z.number().optional(),
  Metrics: z.array(z.unknown()).default([]),
  MetricName: z.string().optional(),
  Namespace: z.string().optional(),
  Statistic: z.string().optional(),
  Dimensions: z.array(z.object({ Name: z.string(), Value: z.unknown() })).default([]),
});
type AlarmProperties = z.infer<typeof AlarmProperties>;

let resources: readonly Found[];
let alarms: ReadonlyMap<string, AlarmProperties>;
beforeAll(() => {
  resources = resourcesOf('prod');
  alarms = new Map(
    ofType(resources, 'CloudWatch::Alarm').map(({ Properties }) => {
      const alarm = AlarmProperties.parse(Properties);
      return [alarm.AlarmName, alarm];
    }),
  );
});

function alarmOf(name: AlarmName): AlarmProperties {
  const found = alarms.get(`station-prod-${name}`);
  if (!found) throw new Error(`No alarm ${name}`);
  return found;
}

const statsOf = ({ Metrics }: AlarmProperties) =>
  Metrics.flatMap((metric) => {
    const stat = Stat.safeParse(metric);
    return stat.success ? [stat.data] : [];
  });

/** Each metric that it looks at, as `Sum of Errors of ConverseFunction`. */
function looksAt(alarm: AlarmProperties): readonly string[] {
  const single = { Metric: alarm, Stat: alarm.Statistic };
  const all = [...statsOf(alarm).map(({ MetricStat }) => MetricStat), ...(alarm.MetricName ? [single] : [])];
  return all
    .map(({ Metric, Stat: stat }) => {
      const of = Metric.Dimensions.map(({ Value }) => words(Value)).join(', ');
      return `${stat} of ${Metric.MetricName} of ${of}`;
    })
    .sort();
}

/** What the alarm's expression comes to with these figures; a metric that is not named says nothing. */
function worked(alarm: AlarmProperties, figures: Readonly<Record<string, number>>): number {
  const expression = alarm.Metrics.flatMap((one) => Expression.safeParse(one).data?.Expression ?? []).join();
  const js = expression
    .replace(/FILL\((\w+), 0\)/g, (_all, id: string) => String(figures[id] ?? 0))
    .replace(/SUM\(\[([^\]]*)\]\)/g, (_all, list: string) => `(${list.replaceAll(',', '+')})`)
    .replace(/MAX\(\[([^\]]*)\]\)/g, 'Math.max($1)');
  expect(js).toMatch(/^[\d\s.,+*()]*(Math\.max\([\d\s.,/]*\))?$/);
  return z.number().parse(new Function(`return ${js}`)());
}

describe('what wakes the owner', () => {
  it('is the closed list, each with one alarm of that name that tells the topic when it begins', () => {
    expect([...alarms.keys()].sort()).toEqual(alarmNames.map((name) => `station-prod-${name}`).sort());
    for (const alarm of alarms.values()) expect(alarm.AlarmActions.map(words)).toEqual(['AlarmTopic']);
  });

  it('tells its end, but where it counts what happened to people: that nothing more happened mends nothing', () => {
    const silent = alarmNames.filter((name) => alarmOf(name).OKActions.length === 0);
    expect(silent).toEqual(['promiseBroken', 'unanswered']);
    for (const name of alarmNames.filter((one) => !silent.includes(one)))
      expect(alarmOf(name).OKActions.map(words)).toEqual(['AlarmTopic']);
  });

  it('says in words what it means and where to read what to do', () => {
    for (const name of alarmNames) {
      const { AlarmDescription } = alarmOf(name);
      expect(AlarmDescription).toMatch(/^[A-Z].{30,}\. What to do: /);
      expect(AlarmDescription.endsWith(`RUNBOOK.md#${name.toLowerCase()}`)).toBe(true);
    }
    const alarm = template({ repositoryUrl: 'https://git.example/station/blob/main' }).findResources(
      'AWS::CloudWatch::Alarm',
      { Properties: { AlarmName: 'station-prod-deadLetters' } },
    );
    expect(JSON.stringify(alarm)).toContain(
      'What to do: https://git.example/station/blob/main/RUNBOOK.md#deadletters"',
    );
  });

  it('counts what a language model takes in what a day costs, where there is one', () => {
    const costs = template({ model: 'eu.amazon.nova-lite-v1:0' }).findResources('AWS::CloudWatch::Alarm', {
      Properties: { AlarmName: 'station-prod-dollarsADay' },
    });
    expect(JSON.stringify(costs)).toMatch(/FILL\(messages, 0\) \+ FILL\(model, 0\).*"ModelDollars"/);
  });

  it('looks at few metrics, since each beyond ten costs ten cents a month', () => {
    const metrics = [...alarms.values()].reduce((sum, alarm) => sum + looksAt(alarm).length, 0);
    expect(metrics).toBe(23);
    expect((metrics - 10) * prices.alarmMetric).toBeCloseTo(1.3);
  });

  it('knows the product’s metrics by the names that functions write, with the stage as their one dimension', () => {
    const own = [...alarms.values()].flatMap((alarm) => [
      ...(alarm.Namespace === 'Station' ? [alarm] : []),
      ...statsOf(alarm).flatMap(({ MetricStat: { Metric } }) =>
        Metric.Namespace === 'Station' && !Metric.MetricName.startsWith('CallsRefused') ? [Metric] : [],
      ),
    ]);
    expect(own.map(({ MetricName }) => MetricName).sort()).toEqual([
      'AccountRefused',
      'MessageDollars',
      'PromiseBroken',
      'UnansweredOverLimit',
    ]);
    for (const { MetricName, Dimensions } of own) {
      expect(metricNames).toContain(MetricName);
      expect(Dimensions).toEqual([{ Name: 'service', Value: 'prod' }]);
    }
  });
});

describe('an alarm begins', () => {
  it('with the first dead letter of any queue, though four of five queues say nothing', () => {
    const alarm = alarmOf('deadLetters');
    expect(looksAt(alarm)).toEqual(
      ['DocumentJobs', 'Inbound', 'Jobs', 'Later', 'Outbound'].map(
        (queue) => `Maximum of ApproximateNumberOfMessagesVisible of ${queue}DeadLetters.QueueName`,
      ),
    );
    expect(worked(alarm, { jobs: 1 })).toBe(1);
    expect(worked(alarm, { inbound: 2, documents: 3 })).toBe(5);
    expect(alarm).toMatchObject({ ComparisonOperator: 'GreaterThanOrEqualToThreshold', Threshold: 1 });
  });

  it('when a message has waited five minutes, but not in the queue whose messages are meant to wait', () => {
    const alarm = alarmOf('oldestMessage');
    expect(looksAt(alarm)).toEqual(
      ['DocumentJobs', 'Inbound', 'Jobs', 'Outbound'].map(
        (queue) => `Maximum of ApproximateAgeOfOldestMessage of ${queue}Queue.QueueName`,
      ),
    );
    expect(worked(alarm, { inbound: 301, jobs: 20 })).toBe(301);
    expect(alarm).toMatchObject({ ComparisonOperator: 'GreaterThanThreshold', Threshold: 300 });
  });

  it('when the address answers with errors, which holds what fails, times out or is throttled behind it', () => {
    const alarm = alarmOf('webhookErrors');
    expect(looksAt(alarm)).toEqual(['Sum of 5xx of WebhooksApi', 'Sum of CallsRefused-prod of ']);
    expect(alarm).toMatchObject({ ComparisonOperator: 'GreaterThanOrEqualToThreshold', Threshold: 1 });
    expect(worked(alarm, { errors: 2 })).toBeLessThan(1);
    expect(worked(alarm, { errors: 3 })).toBe(1);
  });

  it('when a messenger’s calls are refused, as after a secret was changed on one side only, but not by a stranger’s few', () => {
    const alarm = alarmOf('webhookErrors');
    expect(worked(alarm, { refused: 9 })).toBeLessThan(1);
    expect(worked(alarm, { refused: 10 })).toBe(1);
    expect(named(resources, 'WebhooksRefused').Properties).toMatchObject({
      FilterPattern: '{ ($.status = "401") && ($.route = "POST *") }',
      LogGroupName: { Ref: expect.stringContaining('WebhooksAccessLog') },
      MetricTransformations: [
        { MetricNamespace: 'Station', MetricName: 'CallsRefused-prod', MetricValue: '1' },
      ],
    });
  });

  it('when the clock stands still, also if there are no figures of it at all', () => {
    expect(looksAt(alarmOf('tickStopped'))).toEqual(['Sum of Invocations of TickFunction']);
    expect(alarmOf('tickStopped')).toMatchObject({
      ComparisonOperator: 'LessThanThreshold',
      Threshold: 1,
      Period: 300,
      TreatMissingData: 'breaching',
    });
    const others = alarmNames.filter((name) => name !== 'tickStopped');
    for (const name of others) expect(alarmOf(name).TreatMissingData, name).toBe('notBreaching');
  });

  it('when a function crashes again and again that nothing else would tell of', () => {
    expect(looksAt(alarmOf('functionErrors'))).toEqual(
      ['Alarm', 'Converse', 'Deliver', 'Tick'].map((name) => `Sum of Errors of ${name}Function`),
    );
    expect(worked(alarmOf('functionErrors'), { tick: 2, converse: 1 })).toBe(3);
  });

  it('when a day costs more than the owner said: what messengers take and what AWS takes', () => {
    const alarm = alarmOf('dollarsADay');
    expect(statsOf(alarm).map(({ MetricStat }) => [MetricStat.Period, MetricStat.Stat])).toEqual(
      statsOf(alarm).map(() => [86_400, 'Sum']),
    );
    const idle = awsMicros(0, 1) / 1e6;
    expect(worked(alarm, {})).toBeCloseTo(idle);
    expect(worked(alarm, { messages: 3.5 })).toBeCloseTo(idle + 3.5);
    // A thousand messages cost what the benchmark says that they cost.
    const busy = worked(alarm, { requests: 0, converse: 1_000, deliver: 1_000 });
    expect(busy).toBeCloseTo(awsMicros(1_000, 1) / 1e6, 6);
    // All that the address lets through in a day, refused or not.
    const flood = worked(alarm, { requests: 50 * 86_400 });
    expect(flood).toBeCloseTo(idle + 50 * 86_400 * (prices.request + prices.invocation), 3);
    expect(template({ dollarsADay: 2.5 }).toJSON()).toMatchObject({
      Resources: expect.objectContaining({
        AlarmsdollarsADay9F47F3EE: expect.objectContaining({
          Properties: expect.objectContaining({ Threshold: 2.5 }),
        }),
      }),
    });
  });
});

describe('the topic that alarms are told to', () => {
  it('writes to the owner, and to the advisors’ group if the owner wants that', () => {
    const told = (config: Partial<Config>) =>
      Object.values(template(config).findResources('AWS::SNS::Subscription')).map(
        ({ Properties }) => z.object({ Protocol: z.string() }).parse(Properties).Protocol,
      );
    expect(told({})).toEqual(['email', 'lambda']);
    expect(told({ alarmsInGroup: false })).toEqual(['email']);
    expect(told({ alarmEmail: '' })).toEqual(['lambda']);
  });

  it('has no function, role or alarm left over where the group is told nothing', () => {
    const all = JSON.stringify(template({ alarmsInGroup: false }).toJSON());
    expect(all).not.toContain('AlarmFunction');
    expect(all).toContain('FILL(tick, 0)');
    expect(all).not.toContain('FILL(alarm, 0)');
  });

  it('takes words from this stage’s alarms alone, and from nobody without TLS', () => {
    const { Topics, PolicyDocument } = named(resources, 'AlarmTopicPolicy').Properties;
    expect(JSON.stringify(Topics)).toContain('AlarmTopic');
    expect(PolicyDocument).toMatchObject({
      Statement: [
        {
          Effect: 'Deny',
          Action: 'sns:Publish',
          Principal: '*',
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        },
        {
          Effect: 'Allow',
          Action: 'sns:Publish',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
        },
      ],
    });
    expect(JSON.stringify(PolicyDocument)).toContain(':alarm:station-prod-*');
  });

  it('is not under the key that AWS gives away for topics: alarms could say nothing there', () => {
    expect(named(resources, 'AlarmTopic').Properties).toEqual({
      TopicName: 'station-prod-alarms',
      DisplayName: 'Station prod',
    });
  });
});

/** The station's template with some settings of its own. */
function template(own: Partial<Config>): Template {
  const staffed = { advisorGroupId: '-1001', advisorIds: '1,2', alarmEmail: 'owner@station.example' };
  const config: Config = { ...configs.prod, ...staffed, ...own };
  return withQuickApp((app) => Template.fromStack(new StationStack(app, 'Station', { config })));
}
