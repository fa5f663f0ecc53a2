import * as z from 'zod';
import type { SendFailure } from '#shared/domain/failure.ts';
import type { HttpOutcome } from '#shared/runtime/http-client.ts';
import type { Payload, Sent } from '../channel.ts';
import { jsonOf } from '../json.ts';
import { failureOf } from './codes.ts';

/** https://developers.facebook.com/docs/graph-api/guides/error-handling */
const errorShape = z.looseObject({
  error: z.looseObject({ code: z.number().int(), is_transient: z.boolean().catch(false) }),
});
const sentShape = z.looseObject({
  messages: z.tuple([z.looseObject({ id: z.string().regex(/^[!-~]{1,300}$/) })]).rest(z.unknown()),
});
/** https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media#upload-media */
const broughtShape = z.looseObject({ id: z.string().regex(/^[\w-]{1,300}$/) });
const doneShape = z.looseObject({ success: z.literal(true) });

type Answered = Extract<HttpOutcome, { kind: 'answered' }>;

/**
 * What became of a call. A lost answer of a call that may be repeated freely counts as unreachable; any other may have
 * been delivered, and a status will tell. Reasons are our own words and Meta's codes: its texts may quote what was sent.
 */
export function resultOf(outcome: HttpOutcome, payload: Pick<Payload, 'idempotent'>): Sent | SendFailure {
  switch (outcome.kind) {
    case 'notSent':
      return { kind: 'unreachable', reason: outcome.reason };
    case 'lost':
      return unsure(outcome.reason, payload);
    case 'answered': {
      const json = jsonOf(outcome.body);
      const error = errorShape.safeParse(json).data?.error;
      if (error) return settled(failureOf(error.code) ?? unknown(error, outcome), outcome, payload);
      if (outcome.status < 300) return taken(json, payload);
      return settled(notMeta(outcome), outcome, payload);
    }
  }
}

/** The id of a file that was brought there, or why it was not. Bringing it twice harms nobody. */
export function mediaIdOf(outcome: HttpOutcome): string | SendFailure {
  const id = outcome.kind === 'answered' ? broughtShape.safeParse(jsonOf(outcome.body)).data?.id : undefined;
  if (id !== undefined) return id;
  const result = resultOf(outcome, { idempotent: true });
  return result.kind === 'sent' ? { kind: 'unreachable', reason: 'unreadable answer' } : result;
}

function taken(json: unknown, payload: Pick<Payload, 'idempotent'>): Sent | SendFailure {
  const messageId = sentShape.safeParse(json).data?.messages[0].id ?? null;
  if (messageId !== null || doneShape.safeParse(json).success) return { kind: 'sent', messageId };
  return unsure('unreadable answer', payload);
}

/**
 * A code that nobody here knows. Graph's 5xx stand for failures in the middle of the work, and the known ones among them
 * may have sent the message: an unknown one is not repeated before a status had the time to come. A 4xx refuses for good.
 */
function unknown(
  { code, is_transient }: { code: number; is_transient: boolean },
  { status }: Answered,
): SendFailure {
  const reason = `${code} unknown, status ${status}`;
  if (status === 429) return { kind: 'throttled', retryAfterSeconds: null, scope: 'account', unasked: false };
  if (status === 401) return { kind: 'unauthorized', reason, why: 'token' };
  return { kind: status >= 500 || is_transient ? 'ambiguous' : 'rejected', reason };
}

/** Something between Meta and us answered, or Meta's own front: a proxy, a captive portal, a wrong base address. */
function notMeta({ status }: Answered): SendFailure {
  const reason = `status ${status} without a readable answer`;
  if (status === 429) return { kind: 'throttled', retryAfterSeconds: null, scope: 'account', unasked: false };
  if (status === 401 || status === 403 || status === 404)
    return { kind: 'unauthorized', reason, why: 'token' };
  if (status === 413) return { kind: 'rejected', reason };
  return { kind: status >= 500 ? 'ambiguous' : 'unreachable', reason };
}

/** What the answer's head adds: how long to wait, where it says so, and that repeating harms nobody. */
function settled(
  failure: SendFailure,
  { headers }: Answered,
  payload: Pick<Payload, 'idempotent'>,
): SendFailure {
  if (failure.kind === 'ambiguous') return unsure(failure.reason, payload);
  const seconds = Math.ceil(Number(headers['retry-after']));
  return failure.kind === 'throttled' && seconds > 0
    ? { ...failure, retryAfterSeconds: Math.min(seconds, 86_400) }
    : failure;
}

function unsure(reason: string, { idempotent }: Pick<Payload, 'idempotent'>): SendFailure {
  return { kind: idempotent ? 'unreachable' : 'ambiguous', reason };
}
