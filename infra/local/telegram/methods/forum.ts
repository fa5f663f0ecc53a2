import * as z from 'zod';
import { forumOf } from '../access.ts';
import { apiTopic } from '../api-shapes.ts';
import { badRequest } from '../errors.ts';
import { chatId, integer, optionalInteger, optionalText, text } from '../params.ts';
import { postService } from '../posting.ts';
import type { Topic } from '../state.ts';
import { inChat, type World } from '../world.ts';
import { done, type Method, method } from './method.ts';

/** Topics of a forum supergroup. https://core.telegram.org/bots/api#createforumtopic */
const colors = [7322096, 16766590, 13338331, 9367192, 16749490, 16478047];
const target = { chat_id: chatId(), message_thread_id: integer('message thread not found') };
const one = () => ({ messages: 1 });

const managedForum = (world: World, chat: number) => {
  const group = forumOf(world, chat);
  if (!group.admin || !group.manageTopics) throw badRequest('not enough rights to manage topics in the chat');
  return group;
};

const topicOf = (world: World, chat: number, thread: number): Topic => {
  const topic = world.topics.get(inChat(chat, thread));
  if (!topic) throw badRequest('TOPIC_ID_INVALID');
  return topic;
};

/** 1 to 128 characters. */
const checkedName = (name: string): string => {
  const clean = name.trim();
  if (clean === '') throw badRequest('TOPIC_TITLE_EMPTY');
  if ([...clean].length > 128) throw badRequest('TOPIC_TITLE_TOO_LONG');
  return clean;
};

const createForumTopic = method({
  name: 'createForumTopic',
  params: z.object({
    chat_id: chatId(),
    name: text('name', 'TOPIC_TITLE_EMPTY'),
    icon_color: optionalInteger('icon color must be a Number'),
    icon_custom_emoji_id: optionalText('icon_custom_emoji_id'),
  }),
  chat: (params) => params.chat_id,
  cost: one,
  run: (world, params) => {
    managedForum(world, params.chat_id);
    const name = checkedName(params.name);
    const iconColor = params.icon_color ?? colors[0] ?? 0;
    if (!colors.includes(iconColor)) throw badRequest('TOPIC_ICON_COLOR_INVALID');
    const icon = params.icon_custom_emoji_id ?? '';
    const start = { chat: params.chat_id, name, iconColor, icon, from: world.botId };
    const topic = startTopic(world, start);
    return { result: apiTopic(topic), messageIds: [topic.id] };
  },
});

/** The topic's number is the id of the service message that starts it. */
export const startTopic = (
  world: World,
  start: { chat: number; name: string; iconColor: number; icon: string; from: number },
): Topic => {
  const { name, iconColor, icon } = start;
  const id = world.count(`message in ${start.chat}`, 11);
  const topic = {
    chat: start.chat,
    id,
    name: start.name,
    iconColor: start.iconColor,
    icon: start.icon,
    closed: false,
  };
  world.topics.put(inChat(topic.chat, id), topic);
  postService(world, {
    chat: topic.chat,
    from: start.from,
    id,
    topic: id,
    field: 'forum_topic_created',
    value: { name, icon_color: iconColor, ...(icon ? { icon_custom_emoji_id: icon } : {}) },
  });
  return topic;
};

const editForumTopic = method({
  name: 'editForumTopic',
  params: z.object({
    ...target,
    name: optionalText('name'),
    icon_custom_emoji_id: optionalText('icon_custom_emoji_id'),
  }),
  chat: (params) => params.chat_id,
  cost: one,
  run: (world, params) => {
    managedForum(world, params.chat_id);
    const topic = topicOf(world, params.chat_id, params.message_thread_id);
    const name = params.name ? checkedName(params.name) : topic.name;
    const icon = params.icon_custom_emoji_id ?? topic.icon;
    if (name === topic.name && icon === topic.icon) throw badRequest('TOPIC_NOT_MODIFIED');
    renameTopic(world, topic, { name, icon }, world.botId);
    return done;
  },
});

export const renameTopic = (
  world: World,
  topic: Topic,
  { name, icon }: Pick<Topic, 'name' | 'icon'>,
  from: number,
): void => {
  world.topics.put(inChat(topic.chat, topic.id), { ...topic, name, icon });
  const value = {
    ...(name === topic.name ? {} : { name }),
    ...(icon === topic.icon ? {} : { icon_custom_emoji_id: icon }),
  };
  postService(world, { chat: topic.chat, from, topic: topic.id, field: 'forum_topic_edited', value });
};

/** Closes or opens a topic. @throws ApiError TOPIC_NOT_MODIFIED when it is so already. */
export const setClosed = (world: World, topic: Topic, closed: boolean, from: number): void => {
  if (topic.closed === closed) throw badRequest('TOPIC_NOT_MODIFIED');
  world.topics.put(inChat(topic.chat, topic.id), { ...topic, closed });
  const field = closed ? 'forum_topic_closed' : 'forum_topic_reopened';
  postService(world, { chat: topic.chat, from, topic: topic.id, field, value: {} });
};

/** A topic goes with all its messages; nobody is told. */
export const dropTopic = (world: World, topic: Topic): void => {
  for (const message of [...world.chatMessages(topic.chat)]) {
    if (message.topic === topic.id) world.messages.drop(inChat(topic.chat, message.id));
  }
  world.topics.drop(inChat(topic.chat, topic.id));
  world.changed(topic.chat);
};

const opening = (name: string, closed: boolean) =>
  method({
    name,
    params: z.object(target),
    chat: (params) => params.chat_id,
    cost: one,
    run: (world, params) => {
      managedForum(world, params.chat_id);
      setClosed(world, topicOf(world, params.chat_id, params.message_thread_id), closed, world.botId);
      return done;
    },
  });

const deleteForumTopic = method({
  name: 'deleteForumTopic',
  params: z.object(target),
  chat: (params) => params.chat_id,
  run: (world, params) => {
    const group = forumOf(world, params.chat_id);
    if (!group.admin || !group.deleteMessages) throw badRequest('not enough rights to delete a topic');
    dropTopic(world, topicOf(world, params.chat_id, params.message_thread_id));
    return done;
  },
});

export const forumMethods: readonly Method[] = [
  createForumTopic,
  editForumTopic,
  opening('closeForumTopic', true),
  opening('reopenForumTopic', false),
  deleteForumTopic,
];
