import * as z from 'zod';
import type { PhoneAct } from '../phone-api.ts';

const chat = z.string().min(1).max(40);
const where = { as: chat.exactOptional(), topic: z.int().exactOptional() };
/** A data URL of at most 20 MB of file. */
const dataUrl = z.string().startsWith('data:').max(28_000_000);

/** The body of POST /_local/phone/act. */
export const phoneActShape: z.ZodType<PhoneAct> = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('say'),
    chat,
    text: z.string(),
    ...where,
    replyTo: z.int().exactOptional(),
  }),
  z.strictObject({
    do: z.literal('tap'),
    chat,
    messageId: z.int(),
    data: z.string(),
    as: chat.exactOptional(),
  }),
  z.strictObject({
    do: z.literal('edit'),
    chat,
    messageId: z.int(),
    text: z.string(),
    as: chat.exactOptional(),
  }),
  z.strictObject({ do: z.literal('contact'), chat, own: z.boolean() }),
  z.strictObject({ do: z.literal('location'), chat, latitude: z.number(), longitude: z.number() }),
  z.strictObject({
    do: z.literal('photos'),
    chat,
    images: z.array(dataUrl).min(1).max(10),
    caption: z.string().max(1024),
    ...where,
  }),
  z.strictObject({
    do: z.literal('document'),
    chat,
    name: z.string().min(1).max(255),
    data: dataUrl,
    size: z.int().positive().exactOptional(),
    ...where,
  }),
  z.strictObject({ do: z.literal('voice'), chat, seconds: z.int().min(1).max(3600) }),
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
  z.strictObject({
    do: z.literal('topic'),
    chat,
    topic: z.int(),
    change: z.enum(['close', 'reopen', 'delete']),
    as: chat.exactOptional(),
  }),
]);
