import type { ServerResponse } from 'node:http';
import * as z from 'zod';
import type { Outcome } from '../runner/instance.ts';
import { respond, respondJson } from './respond.ts';

/**
 * Answers a caller with what a function returned, as the HTTP API does for payload format 2.0: an object with a
 * statusCode is the answer, anything else is JSON with 200. A function that threw, crashed or ran out of time is 500,
 * one that could not be started for want of room is 503; both are the gateway's own answers, without details.
 */
export function answerFrom(response: ServerResponse, outcome: Outcome): void {
  if (!outcome.ok) {
    const full = outcome.error === 'TooManyRequests' || outcome.error === 'StationStopped';
    if (full) respondJson(response, 503, { message: 'Service Unavailable' });
    else respondJson(response, 500, { message: 'Internal Server Error' });
    return;
  }
  const parsed = answerShape.safeParse(outcome.result);
  if (!parsed.success) {
    if (hasStatus(outcome.result)) respondJson(response, 500, { message: 'Internal Server Error' });
    else respondJson(response, 200, outcome.result);
    return;
  }
  const { statusCode, headers, cookies, body, isBase64Encoded } = parsed.data;
  const usable = Object.entries(headers).filter(([name]) => !ownHeaders.has(name.toLowerCase()));
  respond(
    response,
    statusCode,
    {
      'content-type': 'text/plain;charset=utf-8',
      ...Object.fromEntries(usable.map(([name, value]) => [name.toLowerCase(), String(value)])),
      ...(cookies.length === 0 ? {} : { 'set-cookie': cookies }),
    },
    isBase64Encoded ? Buffer.from(body, 'base64') : body,
  );
}

/** Headers the gateway sets itself. */
const ownHeaders = new Set(['content-length', 'connection', 'transfer-encoding', 'date']);

/** Lower and upper bound are Node's: a status beyond them would throw in the middle of the answer. */
const answerShape = z.object({
  statusCode: z.coerce.number().int().min(200).max(599),
  headers: z
    .record(
      z.string().regex(/^[\w!#$%&'*+.^`|~-]+$/),
      z.union([z.string().regex(/^[\t\u0020-\u007e\u0080-\u00ff]*$/), z.number(), z.boolean()]),
    )
    .nullish()
    .transform((headers) => headers ?? {}),
  cookies: z
    .array(z.string())
    .nullish()
    .transform((cookies) => cookies ?? []),
  body: z
    .string()
    .nullish()
    .transform((body) => body ?? ''),
  isBase64Encoded: z.boolean().nullish(),
});

function hasStatus(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'statusCode' in result;
}
