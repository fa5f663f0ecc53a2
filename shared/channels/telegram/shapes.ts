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

const messageId = z.number().int().min(0).nullable().catch(null);

/** What says where in a group a message is: a number alone proves no topic, replies carry one too. */
const thread = {
  message_thread_id: messageId,
  is_topic_message: z.boolean().catch(false),
};

/** https://core.telegram.org/bots/api#messageentity */
const entities = z
  .array(
    z
      .looseObject({
        type: z.string(),
        offset: z.number().int().min(0),
        length: z.number().int().min(1),
        url: z.string().nullable().catch(null),
      })
      .nullable()
      .catch(null),
  )
  .catch([]);
export type Entities = z.output<typeof entities>;

export const messageShape = z.looseObject({
  message_id: messageId,
  ...thread,
  date: moment,
  edit_date: moment,
  chat,
  from: user.nullable().catch(null),
  sender_chat: z.looseObject({}).nullable().catch(null),
  reply_to_message: z.looseObject({ message_id: messageId }).nullable().catch(null),
  entities,
  caption: z.string().catch(''),
  caption_entities: entities,
  media_group_id: cut(100).nullable().catch(null),
});
export type MessageHead = z.output<typeof messageShape>;

export const tapShape = z.looseObject({
  id: z.string().min(1).max(100),
  from: user,
  message: z
    .looseObject({ message_id: messageId, chat, ...thread })
    .nullable()
    .catch(null),
  data: z.string().nullable().catch(null),
});

const right = z.boolean().catch(false);

/** https://core.telegram.org/bots/api#chatmember: of an administrator also what they may do. */
const member = z.looseObject({
  status: z.string(),
  user: user.nullable().catch(null),
  is_member: right,
  can_manage_topics: right,
  can_pin_messages: right,
  can_delete_messages: right,
});
export type Member = z.output<typeof member>;

export const membershipShape = z.looseObject({
  chat,
  from: user,
  date: moment,
  old_chat_member: member.nullable().catch(null),
  new_chat_member: member,
});

const reactions = z.array(
  z
    .looseObject({ type: z.string(), emoji: cut(40).nullable().catch(null) })
    .nullable()
    .catch(null),
);

/** https://core.telegram.org/bots/api#messagereactionupdated; it names no topic. */
export const reactionShape = z.looseObject({
  chat,
  message_id: z.number().int().min(0),
  user: user.nullable().catch(null),
  date: moment,
  old_reaction: reactions.catch([]),
  new_reaction: reactions,
});

/** What the service messages of a group hold. */
export const newsShapes = {
  topic: z.looseObject({ name: cut(128).nullable().catch(null) }),
  people: z.array(user.nullable().catch(null)),
  person: user,
  chat: z.number().int(),
} as const;

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
  first_name: cut(100).catch(''),
  last_name: cut(100).catch(''),
});

const point = z.looseObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});

/** A point, or a venue, which has it inside and a name besides. */
export const locationShape = z.union([
  point,
  z
    .looseObject({ location: point, title: cut(200).catch(''), address: cut(300).catch('') })
    .transform(({ location, title, address }) => ({
      ...location,
      title: [title, address].filter((one) => one.trim() !== '').join(', '),
    })),
]);
