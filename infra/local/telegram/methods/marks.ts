import * as z from 'zod';
import { existingMessage, placeOf, writablePlace } from '../access.ts';
import { apiMessage } from '../api-shapes.ts';
import { badRequest } from '../errors.ts';
import { chatId, flag, json, optionalInteger, optionalText, text } from '../params.ts';
import { keep, postService } from '../posting.ts';
import type { World } from '../world.ts';
import { pinFields, unpinFields } from './edit.ts';
import { done, type Method, method } from './method.ts';
import { messageIdOf, reactionEmoji } from './send-text.ts';
import { captionOf, captionParams, sendOne, sendParams } from './sending.ts';

/** Reactions, pins, copies and forwards: what is done with a message that exists. */

const setMessageReaction = method({
  name: 'setMessageReaction',
  params: z.object({
    chat_id: chatId(),
    message_id: messageIdOf(),
    reaction: json(
      z.array(
        z.object({ type: z.string(), emoji: z.string().optional(), custom_emoji_id: z.string().optional() }),
      ),
      'Expected an Array of ReactionType',
    ),
    is_big: flag('is_big'),
  }),
  chat: (params) => params.chat_id,
  run: (world, params) => {
    writablePlace(world, params.chat_id);
    const message = existingMessage(world, params.chat_id, params.message_id, 'message to react not found');
    const reactions = params.reaction ?? [];
    if (reactions.length > 1) throw badRequest('REACTIONS_TOO_MANY');
    const emoji = reactions[0]?.emoji?.replaceAll('\uFE0F', '') ?? '';
    if (reactions.length === 1 && !reactionEmoji.includes(emoji)) throw badRequest('REACTION_INVALID');
    keep(world, { ...message, reaction: emoji });
    return { ...done, messageIds: [message.id] };
  },
});

const mayPin = (world: World, chat: number): void => {
  const place = placeOf(world, chat);
  if (place.kind === 'group' && !(place.group.admin && place.group.pinMessages)) {
    throw badRequest('not enough rights to manage pinned messages in the chat');
  }
};

const pinChatMessage = method({
  name: 'pinChatMessage',
  params: z.object({ ...pinFields, message_id: messageIdOf() }),
  chat: (params) => params.chat_id,
  // Each pin puts a service message into the chat.
  cost: () => ({ messages: 1 }),
  run: (world, params) => {
    writablePlace(world, params.chat_id);
    mayPin(world, params.chat_id);
    const message = existingMessage(world, params.chat_id, params.message_id, 'message to pin not found');
    if (message.pinned) return done;
    keep(world, { ...message, pinned: true });
    postService(world, {
      chat: message.chat,
      from: world.botId,
      topic: message.topic,
      field: 'pinned_message',
      value: apiMessage(world, message, true),
    });
    return { ...done, messageIds: [message.id] };
  },
});

const unpinChatMessage = method({
  name: 'unpinChatMessage',
  params: z.object(unpinFields),
  chat: (params) => params.chat_id,
  run: (world, params) => {
    writablePlace(world, params.chat_id);
    mayPin(world, params.chat_id);
    const pinned = [...world.chatMessages(params.chat_id)].filter((message) => message.pinned);
    const message =
      params.message_id === undefined ? pinned.at(-1) : pinned.find(({ id }) => id === params.message_id);
    if (!message) throw badRequest('message to unpin not found');
    keep(world, { ...message, pinned: false });
    return done;
  },
});

const source = { from_chat_id: chatId(), message_id: messageIdOf() };

const copyMessage = method({
  name: 'copyMessage',
  params: z.object({
    ...sendParams,
    ...source,
    ...captionParams,
    video_start_timestamp: optionalInteger('video start timestamp must be a Number'),
  }),
  chat: (params) => params.chat_id,
  cost: () => ({ messages: 1 }),
  run: (world, params) => {
    placeOf(world, params.from_chat_id);
    const { content } = existingMessage(
      world,
      params.from_chat_id,
      params.message_id,
      'message to copy not found',
    );
    if (content.kind === 'service') throw badRequest("message can't be copied");
    const recaptioned =
      'caption' in content && params.caption !== undefined ? { ...content, ...captionOf(params) } : content;
    const { messageIds = [] } = sendOne(world, params, () => recaptioned);
    return { result: { message_id: messageIds[0] }, messageIds };
  },
});

const forwardMessage = method({
  name: 'forwardMessage',
  params: z.object({
    ...sendParams,
    ...source,
    video_start_timestamp: optionalInteger('video start timestamp must be a Number'),
  }),
  chat: (params) => params.chat_id,
  cost: () => ({ messages: 1 }),
  run: (world, params) => {
    placeOf(world, params.from_chat_id);
    const message = existingMessage(
      world,
      params.from_chat_id,
      params.message_id,
      'message to forward not found',
    );
    if (message.content.kind === 'service') throw badRequest("message can't be forwarded");
    const author = message.forwardedFrom ?? message.from;
    return sendOne(
      world,
      { ...params, reply_markup: undefined, reply_parameters: undefined },
      () => message.content,
      author,
    );
  },
});

/** A press is answered once, within its 150 s in the webhook queue and 15 s more. */
export const QUERY_LIFE_MS = 165_000;

const answerCallbackQuery = method({
  name: 'answerCallbackQuery',
  params: z.object({
    callback_query_id: text(
      'callback_query_id',
      'query is too old and response timeout expired or query ID is invalid',
    ),
    text: optionalText('text'),
    show_alert: flag('show_alert'),
    url: optionalText('url'),
    cache_time: optionalInteger('cache_time must be a Number'),
  }),
  run: (world, params) => {
    if ((params.text?.length ?? 0) > 200) throw badRequest('MESSAGE_TOO_LONG');
    const query = world.queries.get(params.callback_query_id);
    if (!query || world.now() - query.at > QUERY_LIFE_MS) {
      throw badRequest('query is too old and response timeout expired or query ID is invalid');
    }
    if (params.url !== undefined) throw badRequest('URL_INVALID');
    world.queries.drop(query.id);
    const toast = params.text ?? '';
    const group = world.groups.get(query.chat);
    const person = world.people.get(query.chat);
    if (group) world.groups.put(group.id, { ...group, toast });
    if (person) world.people.put(person.id, { ...person, toast });
    world.changed(query.chat);
    return done;
  },
});

export const markMethods: readonly Method[] = [
  setMessageReaction,
  pinChatMessage,
  unpinChatMessage,
  copyMessage,
  forwardMessage,
  answerCallbackQuery,
];
