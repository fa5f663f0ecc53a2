import type { Address } from '#shared/domain/address.ts';
import type { Payload } from '../channel.ts';
import { call } from './call.ts';

/**
 * A pinned message stands at the top of its chat; each pin leaves a line in it ("pinned a message"), which comes back as an update
 * and is ignored. https://core.telegram.org/bots/api#pinchatmessage
 */
export function pin({ chat }: Address, messageId: string, stays: boolean): Payload {
  const message = { chat_id: Number(chat), message_id: Number(messageId) };
  return stays
    ? call('pinChatMessage', { ...message, disable_notification: true })
    : call('unpinChatMessage', message);
}
