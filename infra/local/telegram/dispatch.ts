import { ApiError, badRequest, tooManyRequests } from './errors.ts';
import type { FaultScript } from './faults.ts';
import { banned, judge, type RateRule } from './limits.ts';
import type { Answer, Cost, Method, ReadCall } from './methods/method.ts';
import { methods } from './methods/registry.ts';
import { openedPayload, unknownFields } from './params.ts';
import type { Fault, LedgerEntry } from './types.ts';
import type { World } from './world.ts';

/** One call as it came in; the token was right. */
export type Call = {
  readonly method: string;
  readonly raw: Readonly<Record<string, unknown>>;
  readonly viaWebhook: boolean;
};

/** What goes back over HTTP, and the fault that the HTTP side has to act out. */
export type Outcome = {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly fault: Fault['kind'] | undefined;
};

type Recorder = (entry: Omit<LedgerEntry, 'seq' | 'at'>) => void;

/**
 * Runs one call: reads its parameters, lets the fault script and the limits judge it, does it, writes the ledger. All in
 * one piece, so that a kill leaves either the call with its ledger line or neither.
 */
export const dispatch = (world: World, faults: FaultScript, record: Recorder, call: Call): Outcome =>
  world.store.atomically(() => {
    const method = methods.get(call.method.toLowerCase());
    const payload = method ? openedPayload(method.params, call.raw) : { ...call.raw };
    const violations: string[] = [];
    const write = (outcome: Outcome, answer: Answer | undefined): Outcome => {
      record({
        method: method?.name ?? call.method,
        payload,
        status: lostAnswer(outcome.fault) ? 0 : outcome.status,
        description: String(outcome.body.description ?? ''),
        messageIds: answer?.messageIds ?? [],
        effect: answer !== undefined,
        unknownFields: method ? unknownFields(method.params, payload) : [],
        violations,
        fault: outcome.fault,
        viaWebhook: call.viaWebhook,
      });
      return outcome;
    };
    const target = targetOf(call.raw);
    const fault = faults.hit({ method: method?.name ?? call.method, chatId: target });
    try {
      if (fault) refuseByFault(world, fault, target);
      if (!method) throw new ApiError(404, 'Not Found: method not found');
      const read = readCall(method, call);
      violations.push(...blockedViolation(world, read));
      spend(world, read, violations);
      const answer = read.run(world);
      return write({ status: 200, body: { ok: true, result: answer.result }, fault: fault?.kind }, answer);
    } catch (error) {
      return write({ ...refusal(error), fault: fault?.kind }, undefined);
    }
  });

const readCall = (method: Method, call: Call): ReadCall => {
  // The real server refuses these in the body of a webhook answer: nobody could read what they return.
  if (call.viaWebhook && /^(?:get|setWebhook|deleteWebhook|close|logOut)/i.test(call.method)) {
    throw badRequest('method is not allowed in a webhook answer');
  }
  return method.read(call.raw);
};

const targetOf = (raw: Readonly<Record<string, unknown>>): number | undefined => {
  const chat = Number(raw.chat_id);
  return raw.chat_id !== undefined && Number.isSafeInteger(chat) ? chat : undefined;
};

const lostAnswer = (fault: Fault['kind'] | undefined): boolean =>
  fault === 'timeout-before' || fault === 'timeout-after' || fault === 'reset' || fault === 'reset-after';

/** @throws ApiError for the faults that keep a call from taking effect. */
const refuseByFault = (world: World, fault: Fault, chat: number | undefined): void => {
  switch (fault.kind) {
    case '429': {
      const seconds = fault.retryAfter ?? 5;
      const key = fault.everywhere || chat === undefined ? 'overall' : chat;
      world.rates.put(key, banned(world.rates.get(key), seconds, world.now()));
      throw tooManyRequests(seconds);
    }
    case '500':
      throw new ApiError(500, 'Internal Server Error');
    case 'html':
    case 'reset':
    case 'timeout-before':
      throw new ApiError(502, 'Bad Gateway');
    case 'cut':
    case 'empty':
    case 'timeout-after':
    case 'reset-after':
      return;
  }
};

const blockedViolation = (world: World, { chat, cost }: ReadCall): string[] => {
  const person = chat === undefined ? undefined : world.people.get(chat);
  const unreachable = person && (person.blocked || person.deactivated || !person.started);
  return unreachable && person.refused && cost !== 'free' ? ['call to a chat that had refused the bot'] : [];
};

/** Counts the call against its chat and the whole. @throws ApiError 429. */
const spend = (world: World, { chat, cost }: ReadCall, violations: string[]): void => {
  if (cost === 'free' || chat === undefined) return;
  const amount = amountOf(cost);
  const rule: RateRule = world.groups.get(chat) ? 'group' : 'private';
  const chatBanned = (world.rates.get(chat)?.bannedUntil ?? 0) > world.now();
  // Edits are counted apart from messages, but a chat's ban covers both.
  const chatKey = cost === 'edit' && !chatBanned ? `${chat} edits` : String(chat);
  for (const [key, judged] of [[chatKey, rule] as const, ['overall', 'overall'] as const]) {
    const { rate, retryAfter, insideBan } = judge(world.rates.get(key), judged, amount, world.now());
    world.rates.put(key, rate);
    if (insideBan) violations.push(key === 'overall' ? 'inside retry_after (overall)' : 'inside retry_after');
    if (retryAfter > 0) throw tooManyRequests(retryAfter);
  }
};

const amountOf = (cost: Exclude<Cost, 'free'>): number => (cost === 'edit' ? 1 : cost.messages);

const refusal = (error: unknown): { status: number; body: Outcome['body'] } => {
  const refused =
    error instanceof ApiError
      ? error
      : new ApiError(500, `Internal Server Error: ${error instanceof Error ? error.message : 'unknown'}`);
  return {
    status: refused.code,
    body: {
      ok: false,
      error_code: refused.code,
      description: refused.message,
      ...(refused.parameters ? { parameters: refused.parameters } : {}),
    },
  };
};
