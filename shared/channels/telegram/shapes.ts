import * as z from 'zod';

/**
 * What is read of Telegram's objects, leniently: a field of a wrong type counts as absent, unknown fields are let
 * through, and only what an answer could not do without is demanded. https://core.telegram.org/bots/api#available-types
 */
const cut = (length: number) => z.string().transform((text) => text.slice(0, length).toWellFormed());
const count = z.number().int().min(0).nullable().catch(null);
/** Epoch seconds that a Date can hold; anything else counts as unknown. */
const moment = z.number().min(0).max(8_640_000_000_000).catch(0);
const fileId = z.string().min(1).max(300);

const user = z.looseObject({
  id: z.number().int(),
  is_bot: z.boolean().catch(false),
  first_name: cut(100).catch(''),
  last_name: cut(100).catch(''),
  language_code: cut(35).nullable().catch(null),
});
export type User = z.output<typeof user>;

const chat = z.looseObject({
  id: z.number().int(),
  type: z.string().catch(''),
  first_name: cut(100).catch(''),
  last_name: cut(100).catch(''),
});
export type Chat = z.output<typeof chat>;

export const updateShape = z.looseObject({ update_id: z.number().int().min(0) });

export const messageShape = z.looseObject({
  message_id: z.number().int().min(0).nullable().catch(null),
  date: moment,
  edit_date: moment,
  chat,
  from: user.nullable().catch(null),
  sender_chat: z.looseObject({}).nullable().catch(null),
  caption: z.string().catch(''),
  media_group_id: cut(100).nullable().catch(null),
});
export type MessageHead = z.output<typeof messageShape>;

export const tapShape = z.looseObject({
  id: z.string().min(1).max(100),
  from: user,
  message: z
    .looseObject({ message_id: z.number().int().min(0).nullable().catch(null), chat })
    .nullable()
    .catch(null),
  data: z.string().nullable().catch(null),
});

export const membershipShape = z.looseObject({
  chat,
  from: user,
  date: moment,
  new_chat_member: z.looseObject({ status: z.string() }),
});

/** Any of the file objects: document, voice, video, one size of a photo. */
export const fileShape = z.looseObject({
  file_id: fileId,
  file_size: count,
  mime_type: cut(100).nullable().catch(null),
  file_name: cut(200).nullable().catch(null),
});
export type TelegramFile = z.output<typeof fileShape>;

/** One picture in several sizes; the sizes that cannot be read are passed over. */
export const photoShape = z.array(
  z
    .looseObject({
      file_id: fileId,
      file_size: count,
      width: z.number().catch(0),
      height: z.number().catch(0),
    })
    .nullable()
    .catch(null),
);

export const contactShape = z.looseObject({
  phone_number: z.string().max(40),
  user_id: z.number().int().nullable().catch(null),
});

const point = z.looseObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});

/** A point, or a venue, which has it inside. */
export const locationShape = z.union([
  point,
  z.looseObject({ location: point }).transform((venue) => venue.location),
]);
