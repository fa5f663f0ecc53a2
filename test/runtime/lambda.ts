import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';

export type Posted = {
  readonly method?: string;
  readonly path?: string;
  /** What stands behind the question mark, decoded. */
  readonly query?: Readonly<Record<string, string>>;
  /** What the names in the route's path stand for. */
  readonly names?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  readonly base64?: boolean;
};

/** A request as an HTTP API hands it over (payload version 2.0). */
export function eventOf({
  method = 'POST',
  path = '/telegram',
  query,
  names,
  headers = {},
  body,
  base64 = false,
}: Posted = {}): APIGatewayProxyEventV2 {
  return {
    version: '2.0',
    routeKey: `${method} ${path}`,
    rawPath: path,
    rawQueryString: new URLSearchParams(query).toString(),
    ...(query === undefined ? {} : { queryStringParameters: { ...query } }),
    ...(names === undefined ? {} : { pathParameters: { ...names } }),
    headers: { 'content-type': 'application/json', ...headers },
    isBase64Encoded: base64,
    ...(body === undefined ? {} : { body: body.toString(base64 ? 'base64' : 'utf8') }),
    requestContext: {
      accountId: '123456789012',
      apiId: 'api',
      domainName: 'api.example',
      domainPrefix: 'api',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '149.154.160.1', userAgent: '' },
      requestId: 'gateway-1',
      routeKey: `${method} ${path}`,
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
