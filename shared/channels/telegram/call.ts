import type { ApiMethods } from '@grammyjs/types';
import type { Payload, Upload } from '../channel.ts';

type Methods = ApiMethods<never>;
export type Method =
  | 'sendMessage'
  | 'sendVenue'
  | 'sendDocument'
  | 'editMessageText'
  | 'editMessageReplyMarkup'
  | 'answerCallbackQuery'
  | 'createForumTopic'
  | 'editForumTopic'
  | 'reopenForumTopic'
  | 'pinChatMessage';
type Arguments<M extends Method> = Parameters<Methods[M]>[0];

/** Where sending twice shows nothing twice. */
const idempotent = {
  sendMessage: false,
  sendVenue: false,
  sendDocument: false,
  editMessageText: true,
  editMessageReplyMarkup: true,
  answerCallbackQuery: true,
  createForumTopic: false,
  editForumTopic: true,
  reopenForumTopic: true,
  pinChatMessage: true,
} as const satisfies Record<Method, boolean>;

/** One call of the Bot API; a field that the method does not take does not compile. */
export function call<M extends Exclude<Method, 'sendDocument'>>(method: M, body: Arguments<M>): Payload {
  return { method, body: { ...body }, uploads: [], idempotent: idempotent[method] };
}

/** A document that goes along with the call. https://core.telegram.org/bots/api#senddocument */
export function documentCall(
  body: Omit<Arguments<'sendDocument'>, 'document'>,
  document: Omit<Upload, 'field'>,
): Payload {
  return {
    method: 'sendDocument',
    body: { ...body },
    uploads: [{ field: 'document', ...document }],
    idempotent: idempotent.sendDocument,
  };
}
