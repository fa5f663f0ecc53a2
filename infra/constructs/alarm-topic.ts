import { ArnFormat, Stack, Validations } from 'aws-cdk-lib';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { type Subscription, Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription, LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';

export type AlarmTopicProps = {
  readonly stage: string;
  /** '' for nobody. */
  readonly email: string;
};

/**
 * Where the station's alarms are told: by mail, and to a function. Only this stage's alarms may speak there, over TLS only.
 * It is not encrypted by a key: it holds states and no person, CloudWatch may not use the key that AWS gives away for topics, and
 * an own key takes a dollar a month. https://repost.aws/knowledge-center/cloudwatch-configure-alarm-sns
 */
export class AlarmTopic extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { stage, email }: AlarmTopicProps) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', {
      topicName: `station-${stage}-alarms`,
      displayName: `Station ${stage}`,
      enforceSSL: true,
    });
    const alarms = Stack.of(this).formatArn({
      service: 'cloudwatch',
      resource: 'alarm',
      resourceName: `station-${stage}-*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsOfThisStage',
        effect: Effect.ALLOW,
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: {
          ArnLike: { 'aws:SourceArn': alarms },
          StringEquals: { 'aws:SourceAccount': Stack.of(this).account },
        },
      }),
    );
    if (email !== '') {
      this.#told(
        this.topic.addSubscription(new EmailSubscription(email)),
        'A mail that cannot be delivered is tried again by SNS, and the alarm stands in CloudWatch until it is over',
      );
    }
  }

  /** Calls a function with every state. */
  tells(handler: IFunction): void {
    this.#told(
      this.topic.addSubscription(new LambdaSubscription(handler)),
      'A mail tells the same alarm, and it stands in CloudWatch until it is over: a letter kept for later would tell it too late',
    );
  }

  #told(subscription: Subscription, reason: string): void {
    Validations.of(subscription).acknowledge({ id: 'Serverless::Serverless-SNSRedrivePolicy', reason });
  }
}
