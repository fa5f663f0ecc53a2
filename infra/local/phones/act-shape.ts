import * as z from 'zod';
import type { PhoneAct } from '../phone-acts.ts';

const chat = z.string().min(1).max(40);
const as = { as: chat.exactOptional() };
const where = { chat, ...as, topic: z.int().exactOptional() };
const written = { ...where, replyTo: z.int().exactOptional() };
const message = { chat, ...as, messageId: z.int() };
/** A data URL of at most 20 MB of file. */
const dataUrl = z.string().startsWith('data:').max(28_000_000);
const caption = z.string().max(1024);
const seconds = z.int().min(1).max(3600);
const emoji = z.string().min(1).max(16);
const right = z.boolean().exactOptional();
const topicName = z.string().trim().min(1).max(128);

/** The body of POST /_local/phone/act. */
export const phoneActShape: z.ZodType<PhoneAct> = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('say'), text: z.string(), ...written }),
  z.strictObject({ do: z.literal('tap'), data: z.string(), ...message }),
  z.strictObject({ do: z.literal('edit'), text: z.string(), ...message }),
  z.strictObject({ do: z.literal('react'), emoji: emoji.nullable(), ...message }),
  z.strictObject({ do: z.literal('delete'), ...message }),
  z.strictObject({
    do: z.literal('forward'),
    text: z.string().min(1).max(4096),
    author: z.string().min(1).max(64),
    ...where,
  }),
  z.strictObject({ do: z.literal('contact'), own: z.boolean(), ...written }),
  z.strictObject({ do: z.literal('location'), latitude: z.number(), longitude: z.number(), ...written }),
  z.strictObject({ do: z.literal('photos'), images: z.array(dataUrl).min(1).max(10), caption, ...written }),
  z.strictObject({
    do: z.literal('document'),
    name: z.string().min(1).max(255),
    data: dataUrl,
    size: z.int().positive().exactOptional(),
    caption: caption.exactOptional(),
    ...written,
  }),
  z.strictObject({ do: z.literal('voice'), seconds, ...written }),
  z.strictObject({
    do: z.literal('video'),
    seconds,
    note: z.boolean(),
    caption,
    data: dataUrl.exactOptional(),
    ...written,
  }),
  z.strictObject({ do: z.literal('sticker'), emoji, data: dataUrl, ...written }),
  z.strictObject({ do: z.literal('block'), chat, blocked: z.boolean() }),
  z.strictObject({ do: z.literal('language'), chat, language: z.string().min(2).max(35) }),
  z.strictObject({
    do: z.literal('new-person'),
    name: z.string().trim().min(1).max(64),
    language: z.string().min(2).max(35),
    phone: z
      .string()
      .regex(/^[1-9]\d{6,14}$/, 'digits with the country code, no plus')
      .exactOptional(),
  }),
  z.strictObject({ do: z.literal('change-number'), chat }),
  z.strictObject({ do: z.literal('hide-number'), chat, hidden: z.boolean() }),
  z.strictObject({ do: z.literal('new-topic'), chat, name: topicName, ...as }),
  z.strictObject({
    do: z.literal('topic'),
    chat,
    topic: z.int(),
    change: z.enum(['close', 'reopen', 'delete', 'rename']),
    name: topicName.exactOptional(),
    ...as,
  }),
  z.strictObject({ do: z.literal('join'), chat, name: z.string().trim().min(1).max(64) }),
  z.strictObject({ do: z.literal('leave'), chat, as: chat }),
  z.strictObject({ do: z.literal('migrate-group'), chat }),
  z.strictObject({
    do: z.literal('bot-rights'),
    chat,
    rights: z.strictObject({
      member: right,
      admin: right,
      manageTopics: right,
      deleteMessages: right,
      pinMessages: right,
      topics: right,
    }),
  }),
]);
