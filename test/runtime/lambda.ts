import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';

export type Posted = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  readonly base64?: boolean;
};

/** A request as an HTTP API hands it over (payload version 2.0). */
export function eventOf({
  method = 'POST',
  headers = {},
  body,
  base64 = false,
}: Posted = {}): APIGatewayProxyEventV2 {
  return {
    version: '2.0',
    routeKey: 'POST /telegram',
    rawPath: '/telegram',
    rawQueryString: '',
    headers: { 'content-type': 'application/json', ...headers },
    isBase64Encoded: base64,
    ...(body === undefined ? {} : { body: body.toString(base64 ? 'base64' : 'utf8') }),
    requestContext: {
      accountId: '123456789012',
      apiId: 'api',
      domainName: 'api.example',
      domainPrefix: 'api',
      http: { method, path: '/telegram', protocol: 'HTTP/1.1', sourceIp: '149.154.160.1', userAgent: '' },
      requestId: 'gateway-1',
      routeKey: 'POST /telegram',
      stage: '$default',
      time: '21/Nov/2026:10:00:00 +0000',
      timeEpoch: 1_795_255_200_000,
    },
  };
}

/** What Lambda hands over beside the event. */
export function contextOf(awsRequestId: string): Context {
  const nothing = () => undefined;
  return {
    awsRequestId,
    callbackWaitsForEmptyEventLoop: false,
    functionName: 'telegram-webhook',
    functionVersion: '$LATEST',
    invokedFunctionArn: 'arn:aws:lambda:eu-central-1:123456789012:function:telegram-webhook',
    memoryLimitInMB: '512',
    logGroupName: 'log',
    logStreamName: 'log',
    getRemainingTimeInMillis: () => 5_000,
    done: nothing,
    fail: nothing,
    succeed: nothing,
  };
}
