import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';

/** A post to the Telegram webhook as API Gateway hands it over. */
export function webhookEvent(update: unknown, secret: string): APIGatewayProxyEventV2 {
  return {
    version: '2.0',
    routeKey: 'POST /telegram',
    rawPath: '/telegram',
    rawQueryString: '',
    headers: { 'x-telegram-bot-api-secret-token': secret },
    requestContext: {
      accountId: '',
      apiId: '',
      domainName: '',
      domainPrefix: '',
      requestId: 'r',
      routeKey: '',
      stage: '',
      time: '',
      timeEpoch: 0,
      http: { method: 'POST', path: '/telegram', protocol: 'HTTP/1.1', sourceIp: '', userAgent: '' },
    },
    body: JSON.stringify(update),
    isBase64Encoded: false,
  };
}

export const lambdaContext: Context = {
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'test',
  functionVersion: '1',
  invokedFunctionArn: '',
  memoryLimitInMB: '128',
  awsRequestId: 'test',
  logGroupName: '',
  logStreamName: '',
  getRemainingTimeInMillis: () => 10_000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
};
