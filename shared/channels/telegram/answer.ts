import * as z from 'zod';
import type { SendFailure } from '#shared/domain/failure.ts';
import type { HttpOutcome } from '#shared/runtime/http-client.ts';
import type { Payload, Sent } from '../channel.ts';
import { jsonOf } from '../json.ts';

const answerShape = z.looseObject({
  ok: z.boolean(),
  result: z.unknown().optional(),
  error_code: z.number().catch(0),
  description: z.string().catch(''),
  parameters: z
    .looseObject({
      retry_after: z.number().nullable().catch(null),
      migrate_to_chat_id: z.number().int().nullable().catch(null),
    })
    .catch({ retry_after: null, migrate_to_chat_id: null }),
});
type Answer = z.output<typeof answerShape>;

const id = z.number().int().positive();
const messageShape = z.looseObject({ message_id: id });
const albumShape = z.array(messageShape).min(1);
const topicShape = z.looseObject({ message_thread_id: id, icon_color: z.number() });

/**
 * What became of a call. A lost answer of a call that may be repeated freely counts as unreachable. Reasons are our own
 * words and Telegram's codes: a description may quote what was sent.
 */
export function resultOf(outcome: HttpOutcome, payload: Payload): Sent | SendFailure {
  switch (outcome.kind) {
    case 'notSent':
      return { kind: 'unreachable', reason: outcome.reason };
    case 'lost':
      return lost(payload, outcome.reason);
    case 'answered': {
      const answer = answerShape.safeParse(jsonOf(outcome.body)).data;
      if (answer) return answer.ok ? sent(answer, payload) : failureOf(answer, outcome, payload);
      return outcome.status < 300 ? lost(payload, 'unreadable answer') : notTelegram(outcome);
    }
  }
}

function lost(payload: Payload, reason: string): SendFailure {
  return { kind: payload.idempotent ? 'unreachable' : 'ambiguous', reason };
}

/**
 * `result` is the message, all messages of an album, the topic that was made, or just `true`: an edit's message is then the
 * one it was about.
 */
function sent({ result }: Answer, { method, body }: Payload): Sent {
  const album = albumShape.safeParse(result).data?.map(({ message_id }) => String(message_id));
  if (album) return { kind: 'sent', messageId: album[0] ?? null, album };
  const topic = topicShape.safeParse(result).data?.message_thread_id;
  const made = topic ?? messageShape.safeParse(result).data?.message_id;
  const edited = method.startsWith('editMessage') ? id.safeParse(body.message_id).data : undefined;
  const messageId = made ?? edited;
  return { kind: 'sent', messageId: messageId === undefined ? null : String(messageId) };
}

type Answered = Extract<HttpOutcome, { kind: 'answered' }>;

type Meaning = 'sent' | 'targetGone' | 'topicGone' | 'topicClosed' | 'noRights';

/**
 * Descriptions as the server writes them; matched in lower case anywhere, since they come with prefixes. `sent`: it is as it
 * should be, or nothing can be done about it any more (a reaction on a message that is gone, a message too old to be deleted).
 */
const descriptions = [
  ['message is not modified', 'sent'],
  ['message_not_modified', 'sent'],
  ['query is too old', 'sent'],
  ['query id is invalid', 'sent'],
  ['topic_not_modified', 'sent'],
  ['chat_not_modified', 'sent'],
  ['reaction_invalid', 'sent'],
  ['reactions_too_many', 'sent'],
  ['message to react not found', 'sent'],
  ['message to delete not found', 'sent'],
  ["message can't be deleted", 'sent'],
  ['message_delete_forbidden', 'sent'],
  ['message to edit not found', 'targetGone'],
  ["message can't be edited", 'targetGone'],
  ['message to be replied not found', 'targetGone'],
  ['message to reply not found', 'targetGone'],
  ['message to pin not found', 'targetGone'],
  ['message_id_invalid', 'targetGone'],
  ['there is no text in the message to edit', 'targetGone'],
  ['there is no caption in the message to edit', 'targetGone'],
  ['there is no media in the message to edit', 'targetGone'],
  ['message thread not found', 'topicGone'],
  ['topic_deleted', 'topicGone'],
  ['topic_id_invalid', 'topicGone'],
  ['topic_closed', 'topicClosed'],
] as const satisfies readonly (readonly [string, Meaning])[];

/** Only of a group: somebody has to turn a switch there, and then it goes on. */
const switches = [
  'not enough rights',
  'have no rights',
  'need administrator rights',
  'chat_admin_required',
  'chat_write_forbidden',
  'chat is not a forum',
  'chat not found',
  'bot was kicked',
  'bot is not a member',
  'channel_private',
] as const;

/** https://core.telegram.org/bots/api#making-requests; the strings are those of github.com/tdlib/telegram-bot-api. */
function failureOf(answer: Answer, outcome: Answered, payload: Payload): Sent | SendFailure {
  const code = answer.error_code || outcome.status;
  const description = answer.description.toLowerCase();
  const reason = reasonOf(code, answer.description);
  const { retry_after, migrate_to_chat_id } = answer.parameters;
  if (code === 429 || retry_after !== null) return throttled(retry_after, outcome);
  if (migrate_to_chat_id !== null) return { kind: 'migrated', chat: String(migrate_to_chat_id) };
  if (code >= 500) return { kind: 'unreachable', reason };
  // 404 is how a token of a wrong shape is answered; an unknown method says so.
  if (code === 401 || (code === 404 && !description.includes('method')))
    return { kind: 'unauthorized', reason, why: 'token' };
  const known = descriptions.find(([words]) => description.includes(words))?.[1];
  if (known === 'sent') return sent(answer, payload);
  if (known) return { kind: known, reason };
  if (inGroup(payload) && (code === 403 || switches.some((words) => description.includes(words))))
    return { kind: 'noRights', reason };
  return { kind: code === 403 ? 'blocked' : 'rejected', reason };
}

function inGroup({ body }: Payload): boolean {
  return typeof body.chat_id === 'number' && body.chat_id < 0;
}

/** Something between Telegram and us answered: a proxy, a captive portal, a wrong base address. */
function notTelegram(outcome: Answered): SendFailure {
  const reason = `status ${outcome.status} without a readable answer`;
  if (outcome.status === 429) return throttled(null, outcome);
  if (outcome.status === 401 || outcome.status === 403 || outcome.status === 404)
    return { kind: 'unauthorized', reason, why: 'token' };
  return outcome.status === 413 ? { kind: 'rejected', reason } : { kind: 'unreachable', reason };
}

function throttled(seconds: number | null, outcome: Answered): SendFailure {
  const asked = seconds ?? Number(outcome.headers['retry-after']);
  const retryAfterSeconds = Math.max(1, Math.ceil(asked) || 1);
  return { kind: 'throttled', retryAfterSeconds, scope: 'chat', unasked: false };
}

/** Refusals that an operator can act on, besides the ones above. */
const telling = [
  'user not found',
  'bot was blocked by the user',
  'user is deactivated',
  "bot can't initiate conversation",
  ...switches,
  'message text is empty',
  'message is too long',
  'message caption is too long',
  'file is too big',
  'wrong file identifier',
  'wrong remote file identifier',
  'failed to get http url content',
  'inline keyboard button',
  'strings must be encoded in utf-8',
  'method not found',
] as const;

/** `400 chat not found`, `400 BUTTON_URL_INVALID`: of a description only what is known or a code of Telegram's. */
function reasonOf(code: number, description: string): string {
  const lower = description.toLowerCase();
  const words =
    descriptions.map(([one]) => one).find((one) => lower.includes(one)) ??
    telling.find((one) => lower.includes(one)) ??
    /\b[A-Z]{2,20}(?:_[A-Z]{2,20}){1,5}\b/.exec(description)?.[0];
  return words ? `${code} ${words}` : String(code);
}
