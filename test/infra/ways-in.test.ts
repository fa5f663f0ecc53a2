import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Found, named, ofType, resourcesOf, words } from './read-template.ts';

let resources: readonly Found[];
beforeAll(() => {
  resources = resourcesOf('prod');
});

describe('the public address', () => {
  it('answers one way in, POST /telegram, and hands it to its webhook as an event of format 2.0', () => {
    const routes = ofType(resources, 'ApiGatewayV2::Route');
    expect(routes.map((route) => route.Properties.RouteKey)).toEqual(['POST /telegram']);
    const [integration] = ofType(resources, 'ApiGatewayV2::Integration');
    expect(integration?.Properties).toMatchObject({
      IntegrationType: 'AWS_PROXY',
      PayloadFormatVersion: '2.0',
    });
    expect(words(integration?.Properties.IntegrationUri)).toBe('TelegramWebhookFunction');
    expect(words(routes[0]?.Properties.Target)).toBe(`integrations/${integration?.id}`);
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

it('only the address and the clock may call a function, each only its own', () => {
  const may = ofType(resources, 'Lambda::Permission').map(
    ({ Properties }) =>
      `${words(Properties.Principal)} ${words(Properties.FunctionName)} ${words(Properties.SourceArn)}`,
  );
  expect([...may].sort()).toEqual([
    'apigateway.amazonaws.com TelegramWebhookFunction arn:<Partition>:execute-api:<Region>:<AccountId>:WebhooksApi/*/*/telegram',
    'events.amazonaws.com TickFunction EveryMinute',
  ]);
});
