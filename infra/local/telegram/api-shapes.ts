import {
  ANONYMOUS,
  type Content,
  type Group,
  type Message,
  type Person,
  type StoredFile,
  type Topic,
} from './state.ts';
import { inChat, type World } from './world.ts';

/** The world's things as the Bot API writes them. https://core.telegram.org/bots/api#available-types */
type ApiObject = Record<string, unknown>;

export const unix = (ms: number): number => Math.floor(ms / 1000);

export const apiBot = (world: World): ApiObject => ({
  id: world.botId,
  is_bot: true,
  first_name: 'Aristotelous Auto',
  username: 'station_local_bot',
});

export const apiUser = (world: World, id: number): ApiObject => {
  if (id === world.botId) return apiBot(world);
  if (id === ANONYMOUS) return { id, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' };
  const person = world.people.get(id);
  return {
    id,
    is_bot: false,
    first_name: person?.firstName ?? 'Deleted Account',
    ...(person?.lastName ? { last_name: person.lastName } : {}),
    ...(person ? { language_code: person.language } : {}),
  };
};

export const apiChat = (world: World, id: number): ApiObject => {
  const group = world.groups.get(id);
  return group ? apiGroup(group) : apiPrivateChat(world.people.get(id), id);
};

const apiGroup = (group: Group): ApiObject => ({
  id: group.id,
  title: group.title,
  ...(group.forum ? { is_forum: true } : {}),
  type: 'supergroup',
});

const apiPrivateChat = (person: Person | undefined, id: number): ApiObject => ({
  id,
  first_name: person?.firstName ?? '',
  ...(person?.lastName ? { last_name: person.lastName } : {}),
  type: 'private',
});

/**
 * A Message. What it answers is inside it, one level deep. In a topic, a message that answers nothing carries the
 * topic's creation message as `reply_to_message`, as the real server does.
 */
export const apiMessage = (world: World, message: Message, nested = false): ApiObject => {
  const repliedId = message.replyTo ?? (message.topic === message.id ? undefined : message.topic);
  const replied = repliedId === undefined ? undefined : world.messages.get(inChat(message.chat, repliedId));
  return {
    message_id: message.id,
    ...(message.topic === undefined ? {} : { message_thread_id: message.topic, is_topic_message: true }),
    from: apiUser(world, message.from),
    ...(message.from === ANONYMOUS ? { sender_chat: apiChat(world, message.chat) } : {}),
    chat: apiChat(world, message.chat),
    date: unix(message.at),
    ...(message.editedAt === undefined ? {} : { edit_date: unix(message.editedAt) }),
    ...(message.forwardedFrom === undefined
      ? {}
      : {
          forward_origin: {
            type: 'user',
            sender_user: apiUser(world, message.forwardedFrom),
            date: unix(message.at),
          },
        }),
    ...(message.forwardedName === undefined
      ? {}
      : {
          forward_origin: {
            type: 'hidden_user',
            sender_user_name: message.forwardedName,
            date: unix(message.at),
          },
        }),
    ...(replied && !nested ? { reply_to_message: apiMessage(world, replied, true) } : {}),
    ...(message.album === undefined ? {} : { media_group_id: message.album }),
    ...apiContent(world, message.content),
    ...(message.keyboard ? { reply_markup: { inline_keyboard: message.keyboard } } : {}),
  };
};

const apiContent = (world: World, content: Content): ApiObject => {
  switch (content.kind) {
    case 'text':
      return { text: content.text, ...(content.entities.length > 0 ? { entities: content.entities } : {}) };
    case 'photo':
      return { photo: content.files.map((id) => apiFile(world, id)), ...apiCaption(content) };
    case 'document':
    case 'voice':
    case 'video':
    case 'audio':
      return { [content.kind]: apiFile(world, content.file), ...apiCaption(content) };
    case 'animation': {
      // Old bots know animations as documents only, so Telegram names the file twice.
      const file = apiFile(world, content.file);
      return { animation: file, document: file, ...apiCaption(content) };
    }
    case 'video_note':
      return { video_note: apiFile(world, content.file) };
    case 'sticker':
      return {
        sticker: { ...apiFile(world, content.file), ...(content.emoji ? { emoji: content.emoji } : {}) },
      };
    case 'location':
      return { location: { latitude: content.latitude, longitude: content.longitude } };
    case 'venue': {
      const location = { latitude: content.latitude, longitude: content.longitude };
      return { venue: { location, title: content.title, address: content.address }, location };
    }
    case 'contact':
      return {
        contact: {
          phone_number: content.phone,
          first_name: content.firstName,
          ...(content.lastName ? { last_name: content.lastName } : {}),
          ...(content.userId === undefined ? {} : { user_id: content.userId }),
        },
      };
    case 'service':
      return { [content.field]: content.value };
  }
};

const apiCaption = ({ caption, entities }: { caption: string; entities: readonly unknown[] }): ApiObject =>
  caption === '' ? {} : { caption, ...(entities.length > 0 ? { caption_entities: entities } : {}) };

const apiFile = (world: World, id: string): ApiObject => {
  const file = world.files.get(id);
  if (!file) return { file_id: id, file_unique_id: id };
  const common = { file_id: file.id, file_unique_id: file.uniqueId, file_size: file.size };
  return { ...common, ...fileDetails(file) };
};

const fileDetails = (file: StoredFile): ApiObject => {
  switch (file.kind) {
    case 'photo':
      return { width: file.width, height: file.height };
    case 'document':
      return { file_name: file.name, mime_type: file.mime };
    case 'voice':
      return { duration: file.seconds, mime_type: file.mime };
    case 'video':
    case 'animation':
      return {
        width: file.width,
        height: file.height,
        duration: file.seconds,
        file_name: file.name,
        mime_type: file.mime,
      };
    case 'audio':
      return { duration: file.seconds, file_name: file.name, mime_type: file.mime };
    case 'video_note':
      return { length: file.width, duration: file.seconds };
    case 'sticker':
      return { type: 'regular', width: file.width, height: file.height, is_animated: false, is_video: false };
  }
};

export const apiTopic = (topic: Topic): ApiObject => ({
  message_thread_id: topic.id,
  name: topic.name,
  icon_color: topic.iconColor,
  ...(topic.icon ? { icon_custom_emoji_id: topic.icon } : {}),
});

/** Where the webhook queues an update: strictly one at a time inside one queue. */
export const queueOf = {
  message: (chat: number) => `message:${chat}`,
  callback: (user: number) => `callback:${user}`,
  membership: (chat: number) => `my_chat_member:${chat}`,
  people: (chat: number) => `chat_member:${chat}`,
  reaction: (chat: number) => `message_reaction:${chat}`,
} as const;
