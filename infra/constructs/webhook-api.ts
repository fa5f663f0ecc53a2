import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Config } from '../config.ts';

export type WebhookApiProps = Pick<Config, 'stage' | 'throttle' | 'logDays'>;

export type Method = 'GET' | 'HEAD' | 'POST';

/** The station's public address: an HTTP API that limits the rate, logs no person, and hands each path to its function. */
export class WebhookApi extends Construct {
  readonly url: string;
  /** For its metrics. */
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, { stage, throttle, logDays }: WebhookApiProps) {
    super(scope, id);
    this.api = new HttpApi(this, 'Api', {
      apiName: `station-${stage}`,
      description: `Station ${stage}: what messengers call and people open`,
      createDefaultStage: false,
    });
    this.url = this.api.apiEndpoint;
    // API Gateway adds each log group to one resource policy of limited size, but for names that start like this:
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html
    const accessLog = new LogGroup(this, 'AccessLog', {
      logGroupName: `/aws/vendedlogs/station-${stage}/access`,
      retention: logDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: throttle.ratePerSecond, burstLimit: throttle.burst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(accessLog),
        format: AccessLogFormat.custom(JSON.stringify(accessLogLine)),
      },
    });
  }

  /**
   * Hands these methods of a path to a function, as events of payload format 2.0; `{name}` in the path stands for one
   * segment. `whyOpen` says why nobody has to sign for AWS there. HEAD is a method of its own for an HTTP API.
   */
  route(methods: readonly Method[], path: string, handler: IFunction, whyOpen: string): void {
    const routes = this.api.addRoutes({
      path,
      methods: methods.map((method) => HttpMethod[method]),
      integration: new HttpLambdaIntegration(`To${path.replaceAll(/\W+/g, '-')}`, handler),
    });
    for (const route of routes) {
      Validations.of(route).acknowledge({ id: 'AwsSolutions::AwsSolutions-APIG4', reason: whyOpen });
    }
  }
}

/** The route as declared, never the path as called: that may hold a person's token. No address, agent or body. */
const accessLogLine = {
  requestId: '$context.requestId',
  route: '$context.routeKey',
  status: '$context.status',
  latencyMs: '$context.responseLatency',
  functionMs: '$context.integrationLatency',
};
