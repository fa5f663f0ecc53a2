import type { Chat, MessageHead, User } from './shapes.ts';

/** Kinds of chats as Telegram types them; where no type is named, people have positive numbers. */
export function chatKind({ id, type }: Chat): 'private' | 'group' | 'supergroup' | 'channel' {
  if (type === 'channel') return 'channel';
  if (type === 'private' || (type === '' && id >= 0)) return 'private';
  return /^-100\d/.test(String(id)) ? 'supergroup' : 'group';
}

export function isGroupChat(chat: Chat): boolean {
  const kind = chatKind(chat);
  return kind === 'group' || kind === 'supergroup';
}

/** Why what is said in a chat is not handled. A plain group has no topics, so the advisors cannot be there. */
export function refusal(
  chat: Chat,
  sender: User | null,
  bot: string,
  onBehalf?: object | null,
): string | undefined {
  const kind = chatKind(chat);
  if (kind === 'channel') return 'channel post';
  if (kind === 'group') return 'a group without topics';
  if (onBehalf) return 'sent on behalf of a chat';
  if (sender?.is_bot || String(sender?.id) === bot) return 'sent by a bot';
  return undefined;
}

type Threaded = Pick<MessageHead, 'chat' | 'message_thread_id' | 'is_topic_message'>;

/**
 * The topic of a message, '' for General and everywhere outside forums: there replies carry such a number, too, and
 * sending it back is refused. General is number 1, which may not be named either.
 */
export function threadIn({ chat, message_thread_id: thread, is_topic_message }: Threaded): string {
  const inTopic = is_topic_message && chatKind(chat) === 'supergroup';
  return inTopic && thread !== null && thread > 1 ? String(thread) : '';
}

/** What a message answers. In a topic every other message "answers" the topic's own first message: that is no reply. */
export function replyIn(message: MessageHead): { readonly replyTo?: string } {
  const { reply_to_message: replied, message_thread_id, is_topic_message } = message;
  const id = replied?.message_id ?? null;
  if (replied === null || id === null || 'forum_topic_created' in replied) return {};
  return is_topic_message && id === message_thread_id ? {} : { replyTo: String(id) };
}
