import type { Address } from '#shared/domain/address.ts';
import type { Topics } from '../channel.ts';
import { call } from './call.ts';

/** Topics of a forum group. https://core.telegram.org/bots/api#createforumtopic */
export const topics: Topics = {
  create: ({ chat }, title) => call('createForumTopic', { chat_id: Number(chat), name: title }),
  rename: (topic, title) => call('editForumTopic', { ...threadOf(topic), name: title }),
  reopen: (topic) => call('reopenForumTopic', threadOf(topic)),
  pin: ({ chat }, messageId) =>
    call('pinChatMessage', {
      chat_id: Number(chat),
      message_id: Number(messageId),
      disable_notification: true,
    }),
  /** Ids of supergroups carry the prefix -100, which links do without. */
  url: ({ chat, thread }) => `https://t.me/c/${chat.replace(/^-100/, '')}/${thread}`,
};

function threadOf({ chat, thread }: Address) {
  return { chat_id: Number(chat), message_thread_id: Number(thread) };
}
