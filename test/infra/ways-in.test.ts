import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { synthesizeTemplate } from '#infra/template.ts';
import { advisors, type Found, named, ofType, resourcesOf, words } from './read-template.ts';

const OutputsJson = z.object({ Outputs: z.record(z.string(), z.object({ Value: z.unknown() })) });

let resources: readonly Found[];
beforeAll(() => {
  resources = resourcesOf('prod');
});

describe('the public address', () => {
  it('answers the messengers and whoever has a link, and hands each to its function', () => {
    const handed = ofType(resources, 'ApiGatewayV2::Route').map(({ Properties }) => {
      const integration = named(resources, words(Properties.Target).replace('integrations/', ''));
      return `${Properties.RouteKey} to ${words(integration.Properties.IntegrationUri)}`;
    });
    expect(handed).toEqual([
      'POST /telegram to TelegramWebhookFunction',
      'GET /whatsapp to WhatsAppWebhookFunction',
      'POST /whatsapp to WhatsAppWebhookFunction',
      'GET /c/{file} to LinksFunction',
      'HEAD /c/{file} to LinksFunction',
      'GET /h/{token} to LinksFunction',
      'HEAD /h/{token} to LinksFunction',
      'GET /f/{file} to LinksFunction',
      'HEAD /f/{file} to LinksFunction',
    ]);
  });

  it('hands over events of format 2.0', () => {
    for (const { Properties } of ofType(resources, 'ApiGatewayV2::Integration'))
      expect(Properties).toMatchObject({ IntegrationType: 'AWS_PROXY', PayloadFormatVersion: '2.0' });
  });

  it('is told to the owner, with the names under which each messenger’s secrets are looked for', () => {
    const { template } = synthesizeTemplate('prod', advisors);
    const { Outputs } = OutputsJson.parse(template);
    expect(Object.entries(Outputs).map(([name, { Value }]) => `${name}: ${words(Value)}`)).toEqual([
      'TelegramWebhookUrl: WebhooksApi.ApiEndpoint/telegram',
      'TelegramSecretsName: /station/prod/telegram',
      'WhatsAppWebhookUrl: WebhooksApi.ApiEndpoint/whatsapp',
      'WhatsAppSecretsName: /station/prod/whatsapp',
      'DocumentsQueueUrl: DocumentJobsQueue',
      `QueueUrls: ${['inbound=Inbound', 'outbound=Outbound', 'later=Later', 'jobs=Jobs', 'documents=DocumentJobs'].map((one) => `${one}Queue`).join(',')}`,
      `DeadLetterUrls: ${['inbound=Inbound', 'outbound=Outbound', 'later=Later', 'jobs=Jobs', 'documents=DocumentJobs'].map((one) => `${one}DeadLetters`).join(',')}`,
      'TableName: Table',
      'FilesBucket: FilesBucket',
      'DashboardUrl: https://<Region>.console.aws.amazon.com/cloudwatch/home?region=<Region>#dashboards/dashboard/Dashboard',
      'AdvisorGroupId: -1001234567890',
      'AdvisorIds: 11,22',
    ]);
  });

  it('limits what it takes, so that a flood is answered 429 before it costs anything', () => {
    expect(named(resources, 'WebhooksStage').Properties.DefaultRouteSettings).toEqual({
      ThrottlingRateLimit: 50,
      ThrottlingBurstLimit: 100,
    });
  });

  it('logs each request as JSON without a person in it: no address, no browser, no path as called, no body', () => {
    const { Format } = z
      .object({ Format: z.string() })
      .parse(named(resources, 'WebhooksStage').Properties.AccessLogSettings);
    expect(JSON.parse(Format)).toEqual({
      requestId: '$context.requestId',
      route: '$context.routeKey',
      status: '$context.status',
      latencyMs: '$context.responseLatency',
      functionMs: '$context.integrationLatency',
    });
    expect(named(resources, 'WebhooksAccessLog').Properties).toEqual({
      LogGroupName: '/aws/vendedlogs/station-prod/access',
      RetentionInDays: 30,
    });
  });
});

describe('the clock', () => {
  it('calls tick every minute, and does not repeat a minute that failed', () => {
    const [rule, ...others] = ofType(resources, 'Events::Rule');
    expect(others).toEqual([]);
    expect(rule?.Properties).toMatchObject({
      ScheduleExpression: 'rate(1 minute)',
      State: 'ENABLED',
      Targets: [{ RetryPolicy: { MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 60 } }],
    });
    expect(JSON.stringify(rule?.Properties.Targets)).toContain('TickFunction');
  });
});

it('only the address, the clock and the alarms may call a function, each only its own', () => {
  const may = ofType(resources, 'Lambda::Permission').map(
    ({ Properties }) =>
      `${words(Properties.Principal)} ${words(Properties.FunctionName)} ${words(Properties.SourceArn)}`,
  );
  const calls = 'arn:<Partition>:execute-api:<Region>:<AccountId>:WebhooksApi/*/*';
  expect([...new Set(may)].sort()).toEqual([
    `apigateway.amazonaws.com LinksFunction ${calls}/c/{file}`,
    `apigateway.amazonaws.com LinksFunction ${calls}/f/{file}`,
    `apigateway.amazonaws.com LinksFunction ${calls}/h/{token}`,
    `apigateway.amazonaws.com TelegramWebhookFunction ${calls}/telegram`,
    `apigateway.amazonaws.com WhatsAppWebhookFunction ${calls}/whatsapp`,
    'events.amazonaws.com TickFunction EveryMinute',
    'sns.amazonaws.com AlarmFunction AlarmTopic',
  ]);
});
