import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Metric, MetricOptions } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { metricNamespace } from '#shared/runtime/metric-names.ts';
import type { Config } from '../config.ts';

export type WebhookApiProps = Pick<Config, 'stage' | 'throttle' | 'logDays'>;

export type Method = 'GET' | 'HEAD' | 'POST';

/** The station's public address: an HTTP API that limits the rate, logs no person, and hands each path to its function. */
export class WebhookApi extends Construct {
  readonly url: string;
  /** For its metrics. */
  readonly api: HttpApi;
  readonly #refused: MetricFilter;

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
    // Counted from the log, since a refused call costs its function nothing, not even a metric. It is named by the stage: what is
    // counted from logs can have no dimension of ours.
    this.#refused = new MetricFilter(this, 'Refused', {
      logGroup: accessLog,
      filterPattern: FilterPattern.all(
        FilterPattern.stringValue('$.status', '=', '401'),
        FilterPattern.stringValue('$.route', '=', 'POST *'),
      ),
      metricNamespace,
      metricName: `CallsRefused-${stage}`,
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

  /** Calls that were refused because secret or signature were not the messenger's. */
  metricRefused(options: MetricOptions): Metric {
    return this.#refused.metric(options);
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
