import { Duration, Validations } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

/** Calls a function each minute. A call that fails is not repeated: the next minute finds everything that is still due. */
export function everyMinute(scope: Construct, id: string, handler: IFunction): Rule {
  const rule = new Rule(scope, id, {
    description: 'The station looks at its clock',
    schedule: Schedule.rate(Duration.minutes(1)),
    targets: [new LambdaFunction(handler, { retryAttempts: 0, maxEventAge: Duration.minutes(1) })],
  });
  Validations.of(rule).acknowledge({
    id: 'Serverless::Serverless-EventBusDLQ',
    reason:
      'A lost minute needs no keeping: the next one asks the table for all that is due, this minute included',
  });
  return rule;
}
