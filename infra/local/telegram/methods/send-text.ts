import * as z from 'zod';
import { writablePlace } from '../access.ts';
import { badRequest } from '../errors.ts';
import { entitiesField, parseModeField } from '../formatted.ts';
import {
  chatId,
  decimal,
  integer,
  json,
  optionalDecimal,
  optionalInteger,
  optionalText,
  text,
} from '../params.ts';
import { done, type Method, method } from './method.ts';
import { messageText, sendOne, sendParams } from './sending.ts';

export const linkPreview = () =>
  json(
    z.object({
      is_disabled: z.boolean().optional(),
      url: z.string().optional(),
      prefer_small_media: z.boolean().optional(),
      prefer_large_media: z.boolean().optional(),
      show_above_text: z.boolean().optional(),
    }),
    'Object expected as link preview options',
  );

const one = () => ({ messages: 1 });

const sendMessage = method({
  name: 'sendMessage',
  params: z.object({
    ...sendParams,
    text: text('text', 'message text is empty'),
    parse_mode: parseModeField(),
    entities: entitiesField(),
    link_preview_options: linkPreview(),
  }),
  chat: (params) => params.chat_id,
  cost: one,
  run: (world, params) =>
    sendOne(world, params, () => ({
      kind: 'text',
      ...messageText(params.text, params.parse_mode, params.entities),
    })),
});

const point = { latitude: decimal('latitude'), longitude: decimal('longitude') };

const checkPoint = ({ latitude, longitude }: { latitude: number; longitude: number }): void => {
  if (Math.abs(latitude) > 90) throw badRequest('wrong latitude specified');
  if (Math.abs(longitude) > 180) throw badRequest('wrong longitude specified');
};

const sendLocation = method({
  name: 'sendLocation',
  params: z.object({
    ...sendParams,
    ...point,
    horizontal_accuracy: optionalDecimal('horizontal_accuracy'),
    live_period: optionalInteger('wrong live period specified'),
    heading: optionalInteger('wrong heading specified'),
    proximity_alert_radius: optionalInteger('wrong proximity alert radius specified'),
  }),
  chat: (params) => params.chat_id,
  cost: one,
  run: (world, params) => {
    checkPoint(params);
    return sendOne(world, params, () => ({
      kind: 'location',
      latitude: params.latitude,
      longitude: params.longitude,
    }));
  },
});

const sendVenue = method({
  name: 'sendVenue',
  params: z.object({
    ...sendParams,
    ...point,
    title: text('title', 'title is empty'),
    address: text('address', 'address is empty'),
    foursquare_id: optionalText('foursquare_id'),
    foursquare_type: optionalText('foursquare_type'),
    google_place_id: optionalText('google_place_id'),
    google_place_type: optionalText('google_place_type'),
  }),
  chat: (params) => params.chat_id,
  cost: one,
  run: (world, params) => {
    checkPoint(params);
    const { latitude, longitude, title, address } = params;
    return sendOne(world, params, () => ({ kind: 'venue', latitude, longitude, title, address }));
  },
});

const sendContact = method({
  name: 'sendContact',
  params: z.object({
    ...sendParams,
    phone_number: text('phone_number', 'phone number is empty'),
    first_name: text('first_name', 'first name is empty'),
    last_name: optionalText('last_name'),
    vcard: optionalText('vcard'),
  }),
  chat: (params) => params.chat_id,
  cost: one,
  run: (world, params) =>
    sendOne(world, params, () => ({
      kind: 'contact',
      phone: params.phone_number,
      firstName: params.first_name,
      lastName: params.last_name ?? '',
    })),
});

const actions = [
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
];

/** Shown for 5 s or until a message of the bot arrives. */
const sendChatAction = method({
  name: 'sendChatAction',
  params: z.object({
    business_connection_id: optionalText('business_connection_id'),
    chat_id: chatId(),
    message_thread_id: optionalInteger('message thread not found'),
    action: text('action', 'Wrong parameter action in request'),
  }),
  run: (world, params) => {
    if (!actions.includes(params.action.toLowerCase())) throw badRequest('Wrong parameter action in request');
    const place = writablePlace(world, params.chat_id);
    const typingUntil = world.now() + 5000;
    if (place.kind === 'private') world.people.put(place.id, { ...place.person, typingUntil });
    else world.groups.put(place.id, { ...place.group, typingUntil });
    world.changed(place.id);
    return done;
  },
});

/** Only emoji that Telegram allows as reactions; bots set at most one. https://core.telegram.org/bots/api#reactiontypeemoji */
export const reactionEmoji =
  '❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡'.split(
    ' ',
  );

export const messageIdOf = () => integer('message identifier is not specified');

export const textMethods: readonly Method[] = [
  sendMessage,
  sendLocation,
  sendVenue,
  sendContact,
  sendChatAction,
];
