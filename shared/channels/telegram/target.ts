import type { Address } from '#shared/domain/address.ts';

/** The topic's number goes along only where there is one: outside forums Telegram refuses it. */
export function targetOf(to: Address): { readonly chat_id: number; readonly message_thread_id?: number } {
  const chat = { chat_id: Number(to.chat) };
  return to.thread === '' ? chat : { ...chat, message_thread_id: Number(to.thread) };
}

/** A message of the chat by its id as rows keep it; null for an id that is not Telegram's. */
export function messageIn(to: Address, id: string | null) {
  return id !== null && /^\d{1,15}$/.test(id) ? { chat_id: Number(to.chat), message_id: Number(id) } : null;
}

/** What a message answers; it is sent all the same where that is gone. https://core.telegram.org/bots/api#replyparameters */
export function replyTo(id: string | null) {
  return id !== null && /^\d{1,15}$/.test(id)
    ? { reply_parameters: { message_id: Number(id), allow_sending_without_reply: true } }
    : {};
}

export const noPreview = { link_preview_options: { is_disabled: true } } as const;
