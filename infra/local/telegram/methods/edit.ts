import * as z from 'zod';
import { existingMessage, writablePlace } from '../access.ts';
import { apiMessage } from '../api-shapes.ts';
import { badRequest } from '../errors.ts';
import { entitiesField, parseModeField } from '../formatted.ts';
import { inlineMarkupField, inlineOf } from '../markup.ts';
import { chatId, flag, json, optionalInteger, optionalText, requiredJson, text } from '../params.ts';
import { keep } from '../posting.ts';
import type { Content, InlineKeyboard, Message } from '../state.ts';
import { inChat, type World } from '../world.ts';
import { type Answer, done, type Method, method } from './method.ts';
import { contentOf, inputMedia, uploadsIn } from './send-album.ts';
import { linkPreview, messageIdOf } from './send-text.ts';
import { captionOf, captionParams, messageText } from './sending.ts';

/** Editing and deleting. Inline and business messages do not exist here, so chat and message are always needed. */
const editParams = {
  business_connection_id: optionalText('business_connection_id'),
  chat_id: chatId(),
  message_id: messageIdOf(),
  inline_message_id: optionalText('inline_message_id'),
  reply_markup: inlineMarkupField(),
};

const editMessageText = method({
  name: 'editMessageText',
  params: z.object({
    ...editParams,
    text: text('text', 'message text is empty'),
    parse_mode: parseModeField(),
    entities: entitiesField(),
    link_preview_options: linkPreview(),
    rich_message: json(z.looseObject({}), "Can't parse rich message JSON object"),
  }),
  chat: (params) => params.chat_id,
  cost: () => 'edit',
  run: (world, params) => {
    const message = ownMessage(world, params);
    if (message.content.kind !== 'text') throw badRequest('there is no text in the message to edit');
    const content: Content = {
      kind: 'text',
      ...messageText(params.text, params.parse_mode, params.entities),
    };
    return edited(world, message, content, inlineOf(params.reply_markup).inline);
  },
});

const editMessageCaption = method({
  name: 'editMessageCaption',
  params: z.object({ ...editParams, ...captionParams }),
  chat: (params) => params.chat_id,
  cost: () => 'edit',
  run: (world, params) => {
    const message = ownMessage(world, params);
    if (!('caption' in message.content)) throw badRequest('there is no caption in the message to edit');
    return edited(
      world,
      message,
      { ...message.content, ...captionOf(params) },
      inlineOf(params.reply_markup).inline,
    );
  },
});

/**
 * A file in place of another, or added to a text. In an album the kind must fit the others; voice messages, stickers and
 * round videos stay as they are. https://core.telegram.org/bots/api#editmessagemedia
 */
const editMessageMedia = method({
  name: 'editMessageMedia',
  params: z
    .object({
      ...editParams,
      media: requiredJson(inputMedia, "Can't parse input media JSON object", 'Media is not specified'),
    })
    .loose(),
  chat: (params) => params.chat_id,
  cost: () => 'edit',
  run: (world, params) => {
    const message = ownMessage(world, params);
    const { kind } = message.content;
    if (!mediaTakers.includes(kind)) throw badRequest('there is no media in the message to edit');
    if (message.album !== undefined && groupOfKind(kind) !== groupOfKind(params.media.type))
      throw badRequest("message content type can't be changed in an album");
    const make = contentOf(world, params.media, uploadsIn(params));
    return edited(world, message, make(), inlineOf(params.reply_markup).inline);
  },
});

const mediaTakers: readonly Content['kind'][] = ['text', 'photo', 'video', 'document', 'audio', 'animation'];
const groupOfKind = (kind: Content['kind']): string => (kind === 'video' ? 'photo' : kind);

const editMessageReplyMarkup = method({
  name: 'editMessageReplyMarkup',
  params: z.object(editParams),
  chat: (params) => params.chat_id,
  cost: () => 'edit',
  run: (world, params) => {
    const message = ownMessage(world, params);
    return edited(world, message, message.content, inlineOf(params.reply_markup).inline);
  },
});

const ownMessage = (world: World, params: { chat_id: number; message_id: number }): Message => {
  writablePlace(world, params.chat_id);
  const message = existingMessage(world, params.chat_id, params.message_id, 'message to edit not found');
  if (message.from !== world.botId || message.content.kind === 'service')
    throw badRequest("message can't be edited");
  return message;
};

/** Without reply_markup an edit takes the buttons away, as on the real server. */
const edited = (
  world: World,
  message: Message,
  content: Content,
  keyboard: InlineKeyboard | undefined,
): Answer => {
  const same = JSON.stringify([content, keyboard]) === JSON.stringify([message.content, message.keyboard]);
  if (same) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  }
  const { keyboard: _old, ...rest } = message;
  const after = { ...rest, content, editedAt: world.now(), ...(keyboard ? { keyboard } : {}) };
  keep(world, after);
  return { result: apiMessage(world, after), messageIds: [message.id] };
};

const deleteMessage = method({
  name: 'deleteMessage',
  params: z.object({ chat_id: chatId(), message_id: messageIdOf() }),
  chat: (params) => params.chat_id,
  run: (world, params) => {
    writablePlace(world, params.chat_id);
    const message = existingMessage(world, params.chat_id, params.message_id, 'message to delete not found');
    remove(world, message);
    return done;
  },
});

const deleteMessages = method({
  name: 'deleteMessages',
  params: z.object({
    chat_id: chatId(),
    message_ids: requiredJson(
      z.array(z.int()),
      'Expected an Array of message identifiers',
      'Message identifiers are not specified',
    ),
  }),
  chat: (params) => params.chat_id,
  run: (world, params) => {
    if (params.message_ids.length > 100) throw badRequest('Too many message identifiers specified');
    if (params.message_ids.length === 0) throw badRequest('Message identifiers are not specified');
    writablePlace(world, params.chat_id);
    // Those that cannot be found are skipped.
    for (const id of params.message_ids) {
      const message = world.messages.get(inChat(params.chat_id, id));
      if (message) remove(world, message);
    }
    return done;
  },
});

const TWO_DAYS = 48 * 3_600_000;

const remove = (world: World, message: Message): void => {
  const group = world.groups.get(message.chat);
  const own = message.from === world.botId;
  const allowed = group ? own || (group.admin && group.deleteMessages) : true;
  const isTopicStart = message.topic === message.id;
  if (!allowed || isTopicStart || world.now() - message.at > TWO_DAYS)
    throw badRequest("message can't be deleted");
  world.messages.drop(inChat(message.chat, message.id));
  world.changed(message.chat);
};

const pinParams = { business_connection_id: optionalText('business_connection_id'), chat_id: chatId() };

export const pinFields = { ...pinParams, disable_notification: flag('disable_notification') };
export const unpinFields = {
  ...pinParams,
  message_id: optionalInteger('Message identifier must be a Number'),
};

export const editMethods: readonly Method[] = [
  editMessageText,
  editMessageCaption,
  editMessageMedia,
  editMessageReplyMarkup,
  deleteMessage,
  deleteMessages,
];
