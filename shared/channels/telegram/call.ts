import type { ApiMethods } from '@grammyjs/types';
import type { Payload } from '../channel.ts';

type Methods = ApiMethods<never>;
export type Method =
  | 'sendMessage'
  | 'sendVenue'
  | 'sendDocument'
  | 'editMessageText'
  | 'editMessageReplyMarkup'
  | 'answerCallbackQuery';
type Arguments<M extends Method> = Parameters<Methods[M]>[0];

/** Where sending twice shows nothing twice. */
const idempotent = {
  sendMessage: false,
  sendVenue: false,
  sendDocument: false,
  editMessageText: true,
  editMessageReplyMarkup: true,
  answerCallbackQuery: true,
} as const satisfies Record<Method, boolean>;

/** One call of the Bot API; a field that the method does not take does not compile. */
export function call<M extends Exclude<Method, 'sendDocument'>>(method: M, body: Arguments<M>): Payload {
  return { method, body: { ...body }, upload: null, idempotent: idempotent[method] };
}

/** A document that goes along with the call. https://core.telegram.org/bots/api#senddocument */
export function documentCall(
  body: Omit<Arguments<'sendDocument'>, 'document'>,
  document: Omit<NonNullable<Payload['upload']>, 'field'>,
): Payload {
  return {
    method: 'sendDocument',
    body: { ...body },
    upload: { field: 'document', ...document },
    idempotent: idempotent.sendDocument,
  };
}
