import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { stopwatch } from './clock.ts';
import { log, withIds } from './logger.ts';

export type HttpAnswer = APIGatewayProxyStructuredResultV2;
export type HttpFunction = (event: APIGatewayProxyEventV2, context: Context) => Promise<HttpAnswer>;

/** A messenger that gets this repeats the webhook; some obey Retry-After. */
export const tryAgain: HttpAnswer = { statusCode: 503, headers: { 'retry-after': '5' }, body: '' };

/** An answer with these headers and this text; no text by default. */
export function answer(
  statusCode: number,
  headers: Readonly<Record<string, string>> = {},
  body = '',
): HttpAnswer {
  return { statusCode, headers: { ...headers }, body };
}

/** Milliseconds kept back for answering before Lambda ends the function without one. */
const answerBeforeEndMs = 300;

/**
 * Wraps what every HTTP function needs around its handler: the request id in each log line, one line per request, and
 * 503 with Retry-After for whatever is thrown or takes too long; a caller never sees an error of ours.
 */
export function httpFunction(handle: HttpFunction): HttpFunction {
  const started = new WeakMap<object, number>();
  const stack = middy<APIGatewayProxyEventV2, HttpAnswer, Error, Context>({
    timeoutEarlyInMillis: answerBeforeEndMs,
  })
    .before(({ event }) => {
      started.set(event, stopwatch());
    })
    .after(({ event, response }) => {
      const ms = Math.round(stopwatch() - (started.get(event) ?? stopwatch()));
      log('info', 'Answered', { status: response?.statusCode, ms });
    })
    .onError((request) => {
      log('error', 'A request failed and the caller is asked to repeat it', { error: request.error });
      request.response = tryAgain;
    })
    .handler(handle);
  return (event, context) => withIds({ requestId: context.awsRequestId }, () => stack(event, context));
}
