import type { AlarmName } from '#shared/domain/alarm.ts';

/** What SNS calls the function with when one of our alarms changes its state, as AWS documents and shows it. */

export type Told = {
  readonly AlarmName?: string;
  readonly AlarmDescription?: string | null;
  readonly NewStateValue?: string;
  readonly OldStateValue?: string;
  readonly StateChangeTime?: string;
};

export const runbook = 'https://github.com/you/station/blob/main/RUNBOOK.md#deadletters';

/** The words of one notification. https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html */
export function words(name: AlarmName, more: Told = {}): string {
  return JSON.stringify({
    AlarmName: `station-prod-${name}`,
    AlarmDescription: `Something failed five times and waits in a dead-letter queue. What to do: ${runbook}`,
    AWSAccountId: '111122223333',
    AlarmConfigurationUpdatedTimestamp: '2026-11-20T08:00:00.000+0000',
    NewStateValue: 'ALARM',
    NewStateReason:
      'Threshold Crossed: 1 out of the last 3 datapoints [1.0 (23/11/26 07:55:00)] was greater than or equal to the threshold (1.0) (minimum 1 datapoint for OK -> ALARM transition).',
    StateChangeTime: '2026-11-23T08:00:00.123+0000',
    Region: 'EU (Frankfurt)',
    AlarmArn: `arn:aws:cloudwatch:eu-central-1:111122223333:alarm:station-prod-${name}`,
    OldStateValue: 'OK',
    OKActions: ['arn:aws:sns:eu-central-1:111122223333:station-prod-alarms'],
    AlarmActions: ['arn:aws:sns:eu-central-1:111122223333:station-prod-alarms'],
    InsufficientDataActions: [],
    Trigger: {
      Period: 300,
      EvaluationPeriods: 3,
      DatapointsToAlarm: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      Threshold: 1.0,
      TreatMissingData: 'notBreaching',
      EvaluateLowSampleCountPercentile: '',
      Metrics: [
        { Id: 'expr_1', Expression: 'SUM([FILL(inbound, 0)])', Label: 'dead letters', ReturnData: true },
      ],
    },
    ...more,
  });
}

/** The call with such words. https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html */
export function call(...messages: readonly string[]): unknown {
  return {
    Records: messages.map((Message, index) => ({
      EventVersion: '1.0',
      EventSubscriptionArn:
        'arn:aws:sns:eu-central-1:111122223333:station-prod-alarms:21be56ed-a058-49f5-8c98',
      EventSource: 'aws:sns',
      Sns: {
        Type: 'Notification',
        MessageId: `95df01b4-ee98-5cb9-9903-4c221d41eb5${index}`,
        TopicArn: 'arn:aws:sns:eu-central-1:111122223333:station-prod-alarms',
        Subject: 'ALARM: "station-prod-deadLetters" in EU (Frankfurt)',
        Message,
        Timestamp: '2026-11-23T08:00:00.171Z',
        SignatureVersion: '1',
        Signature: 'tcc6faL2yUC6dgZdmrwh1Y4cGa/ebXEkAi6RibDsvpi+tE',
        SigningCertUrl: 'https://sns.eu-central-1.amazonaws.com/SimpleNotificationService.pem',
        UnsubscribeUrl: 'https://sns.eu-central-1.amazonaws.com/?Action=Unsubscribe',
        MessageAttributes: {},
      },
    })),
  };
}
