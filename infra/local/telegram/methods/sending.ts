import * as z from 'zod';
import { openTopic, type Place, writablePlace } from '../access.ts';
import { apiMessage } from '../api-shapes.ts';
import { badRequest } from '../errors.ts';
import { entitiesField, type Formatted, formatted, parseModeField } from '../formatted.ts';
import { checkedMarkup, markupField } from '../markup.ts';
import { chatId, flag, json, optionalInteger, optionalText } from '../params.ts';
import { type Draft, post } from '../posting.ts';
import type { Content } from '../state.ts';
import { inChat, type World } from '../world.ts';
import type { Answer } from './method.ts';

/** What all send methods share: where it goes, what it answers, which buttons it brings. */

const replyParameters = z.object({
  message_id: z.int(),
  chat_id: z.union([z.int(), z.string()]).optional(),
  allow_sending_without_reply: z.boolean().optional(),
  quote: z.string().optional(),
  quote_parse_mode: z.string().optional(),
  quote_entities: z.array(z.looseObject({})).optional(),
  quote_position: z.int().optional(),
  checklist_task_id: z.int().optional(),
  poll_option_id: z.string().optional(),
});

const delivery = {
  business_connection_id: optionalText('business_connection_id'),
  chat_id: chatId(),
  message_thread_id: optionalInteger('message thread not found'),
  direct_messages_topic_id: optionalInteger('direct messages topic identifier must be a Number'),
  disable_notification: flag('disable_notification'),
  protect_content: flag('protect_content'),
  allow_paid_broadcast: flag('allow_paid_broadcast'),
  message_effect_id: optionalText('message_effect_id'),
  suggested_post_parameters: json(z.looseObject({}), "Can't parse suggested post parameters JSON object"),
  ephemeral_message_parameters: json(
    z.looseObject({}),
    "Can't parse ephemeral message parameters JSON object",
  ),
  reply_parameters: json(replyParameters, 'Object expected as reply parameters'),
};

/** Parameters of sendMessage and its kin besides the content. */
export const sendParams = { ...delivery, reply_markup: markupField() };
/** sendMediaGroup takes no buttons. */
export const albumParams = delivery;

export const captionParams = {
  caption: optionalText('caption'),
  parse_mode: parseModeField(),
  caption_entities: entitiesField(),
  show_caption_above_media: flag('show_caption_above_media'),
};

type SendParams = z.infer<z.ZodObject<typeof sendParams>>;
type Target = Omit<SendParams, 'reply_markup'>;

/** Sends one message. @throws ApiError when the place, the answered message or a button refuses. */
export const sendOne = (
  world: World,
  params: SendParams,
  content: (place: Place) => Content,
  forwardedFrom?: number,
): Answer => {
  const place = writablePlace(world, params.chat_id);
  const markup = checkedMarkup(params.reply_markup, place.kind);
  const draft = { ...addressed(world, place, params), content: content(place), forwardedFrom };
  const message = post(world, { ...draft, ...(markup.inline ? { keyboard: markup.inline } : {}) });
  if (markup.keyboard !== undefined) setKeyboard(world, place, message.id, markup.keyboard);
  arrived(world, place);
  return { result: apiMessage(world, message), messageIds: [message.id] };
};

/** Topic and answered message of a new message. */
export const addressed = (world: World, place: Place, params: Target): Omit<Draft, 'content'> => {
  const topic = openTopic(world, place, params.message_thread_id);
  const replyTo = params.reply_parameters ? repliedMessage(world, place, params.reply_parameters) : undefined;
  return { chat: place.id, from: world.botId, topic: topic?.id, replyTo };
};

const repliedMessage = (
  world: World,
  place: Place,
  reply: z.infer<typeof replyParameters>,
): number | undefined => {
  if (reply.chat_id !== undefined && Number(reply.chat_id) !== place.id) return undefined;
  const message = world.messages.get(inChat(place.id, reply.message_id));
  if (!message) {
    if (reply.allow_sending_without_reply) return undefined;
    throw badRequest('message to be replied not found');
  }
  if (reply.quote !== undefined && !wordsOf(message.content).includes(reply.quote))
    throw badRequest('QUOTE_TEXT_INVALID');
  return message.id;
};

/** The words of a message, wherever it carries them. */
export const wordsOf = (content: Content): string => {
  if (content.kind === 'text') return content.text;
  return 'caption' in content ? content.caption : '';
};

const setKeyboard = (
  world: World,
  place: Place,
  message: number,
  keyboard: NonNullable<ReturnType<typeof checkedMarkup>['keyboard']> | null,
): void => {
  // In the group a reply keyboard would cover the advisors' input; the page shows none there.
  if (place.kind === 'group') return;
  const { keyboard: _old, ...person } = world.people.get(place.id) ?? place.person;
  world.people.put(place.id, keyboard === null ? person : { ...person, keyboard: { ...keyboard, message } });
};

/** The person's app: one more unread message, and "typing…" ends with it. */
export const arrived = (world: World, place: Place): void => {
  if (place.kind === 'private') {
    const person = world.people.get(place.id) ?? place.person;
    world.people.put(place.id, { ...person, unread: person.unread + 1, typingUntil: 0 });
  } else {
    world.groups.put(place.id, { ...place.group, unread: place.group.unread + 1, typingUntil: 0 });
  }
};

type CaptionParams = z.infer<z.ZodObject<typeof captionParams>>;

/** A caption of at most 1,024 UTF-16 units after parsing. */
export const captionOf = (
  params: Pick<CaptionParams, 'caption' | 'parse_mode' | 'caption_entities'>,
): { caption: string; entities: Formatted['entities'] } => {
  const { text, entities } = formatted(params.caption ?? '', params.parse_mode, params.caption_entities);
  if (text.length > 1024) throw badRequest('message caption is too long');
  return { caption: text, entities };
};

/** A message text: 1 to 4,096 UTF-16 units after parsing. https://core.telegram.org/bots/api#sendmessage */
export const messageText = (
  source: string,
  parseMode: string | undefined,
  entities: Parameters<typeof formatted>[2],
): Formatted => {
  const parsed = formatted(source, parseMode, entities);
  if (parsed.text === '') throw badRequest('message text is empty');
  if (parsed.text.length > 4096) throw badRequest('message is too long');
  return parsed;
};
