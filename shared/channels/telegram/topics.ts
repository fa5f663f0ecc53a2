import type { Address } from '#shared/domain/address.ts';
import { cut } from '#shared/domain/cut.ts';
import type { Topics } from '../channel.ts';
import { call } from './call.ts';
import { topicNameLength } from './limits.ts';

/** Topics of a forum group. https://core.telegram.org/bots/api#createforumtopic */
export const topics: Topics = {
  create: ({ chat }, title) => call('createForumTopic', { chat_id: Number(chat), name: nameOf(title) }),
  rename: (topic, title) => call('editForumTopic', { ...threadOf(topic), name: nameOf(title) }),
  reopen: (topic) => call('reopenForumTopic', threadOf(topic)),
  /** Ids of supergroups carry the prefix -100, which links do without. */
  url: ({ chat, thread }) => `https://t.me/c/${chat.replace(/^-100/, '')}/${thread}`,
};

function threadOf({ chat, thread }: Address) {
  return { chat_id: Number(chat), message_thread_id: Number(thread) };
}

/** Telegram takes 1 to 128 characters; what does not show, or turns letters round, is left out of a list of topics. */
function nameOf(title: string): string {
  const shown = title
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
  if (shown === '') return '…';
  return shown.length > topicNameLength ? `${cut(shown, topicNameLength - 1)}…` : shown;
}
