import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { type AlarmName, alarmNames } from '#shared/domain/alarm.ts';
import type { Config } from '../config.ts';
import type { Watched } from './metrics.ts';
import { type Watch, watchesOf } from './watches.ts';

export type StationAlarmsProps = Pick<Config, 'dollarsADay' | 'repositoryUrl'> & {
  readonly watched: Watched;
  readonly topic: ITopic;
};

/** One alarm for each thing that the owner is woken for; what it says ends with where its paragraph in RUNBOOK.md is. */
export class StationAlarms extends Construct {
  readonly all: readonly Alarm[];

  constructor(
    scope: Construct,
    id: string,
    { watched, topic, dollarsADay, repositoryUrl }: StationAlarmsProps,
  ) {
    super(scope, id);
    const watches = watchesOf(watched, dollarsADay);
    const action = new SnsAction(topic);
    this.all = alarmNames.map((name) => {
      const { metric, begins, ofPeriods, silence, tellsEnd, means } = watches[name];
      const alarm = new Alarm(this, name, {
        alarmName: `station-${watched.stage}-${name}`,
        alarmDescription: `${means} What to do: ${runbookLink(repositoryUrl, name)}`,
        metric,
        ...comparison(begins),
        evaluationPeriods: ofPeriods,
        datapointsToAlarm: 1,
        treatMissingData: silence === 'is bad' ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      });
      alarm.addAlarmAction(action);
      if (tellsEnd) alarm.addOkAction(action);
      return alarm;
    });
  }
}

/** Where an alarm's paragraph is read. Anchors of headings are in small letters where repositories are shown. */
export function runbookLink(repositoryUrl: string, name: AlarmName): string {
  const paragraph = `RUNBOOK.md#${name.toLowerCase()}`;
  return repositoryUrl === '' ? paragraph : `${repositoryUrl}/${paragraph}`;
}

function comparison(begins: Watch['begins']) {
  const is = ComparisonOperator;
  if ('from' in begins)
    return { threshold: begins.from, comparisonOperator: is.GREATER_THAN_OR_EQUAL_TO_THRESHOLD };
  if ('above' in begins) return { threshold: begins.above, comparisonOperator: is.GREATER_THAN_THRESHOLD };
  return { threshold: begins.below, comparisonOperator: is.LESS_THAN_THRESHOLD };
}
