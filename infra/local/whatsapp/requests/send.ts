import * as z from 'zod';
import { contactsShape } from './contacts.ts';
import { interactiveShape } from './interactive.ts';
import { caption, filename, mediaSource, oneSource, words } from './parts.ts';
import { templateInMessageShape } from './template.ts';

/** POST /<phone number id>/messages: a message, or a read mark with or without "typing…". */

const common = {
  messaging_product: z.literal('whatsapp'),
  recipient_type: z.literal('individual').optional(),
  /** A phone number, and only that. */
  to: z
    .string()
    .regex(/^\+?[\d\s().-]{5,25}$/, 'must be a phone number')
    .optional(),
  /** A business-scoped user id; a phone number given as well wins. */
  recipient: z
    .string()
    .regex(/^[A-Z]{2}\.[A-Za-z0-9]{1,128}$/, 'must be a business-scoped user id')
    .optional(),
  context: z.strictObject({ message_id: words(512) }).optional(),
  biz_opaque_callback_data: z.string().max(512).optional(),
};

const coordinate = (most: number) =>
  z
    .union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/, 'must be a number')])
    .transform(Number)
    .pipe(z.number().min(-most).max(most));

/** One emoji, or nothing: takes the reaction back. */
const emoji = z.string().refine((given) => given === '' || isEmoji(given), 'must be one emoji');

const isEmoji = (given: string): boolean =>
  [...new Intl.Segmenter().segment(given)].length === 1 &&
  /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|[\d#*]\ufe0f?\u20e3)/u.test(given);

export const sendShape = z.discriminatedUnion('type', [
  z.strictObject({
    ...common,
    type: z.literal('text'),
    text: z.strictObject({ body: words(4096), preview_url: z.boolean().optional() }),
  }),
  z.strictObject({
    ...common,
    type: z.literal('image'),
    image: z.strictObject({ ...mediaSource, caption }).refine(...oneSource),
  }),
  z.strictObject({
    ...common,
    type: z.literal('video'),
    video: z.strictObject({ ...mediaSource, caption }).refine(...oneSource),
  }),
  z.strictObject({
    ...common,
    type: z.literal('document'),
    document: z.strictObject({ ...mediaSource, caption, filename }).refine(...oneSource),
  }),
  z.strictObject({
    ...common,
    type: z.literal('audio'),
    audio: z.strictObject({ ...mediaSource, voice: z.boolean().optional() }).refine(...oneSource),
  }),
  z.strictObject({
    ...common,
    type: z.literal('sticker'),
    sticker: z.strictObject({ ...mediaSource }).refine(...oneSource),
  }),
  z.strictObject({
    ...common,
    type: z.literal('location'),
    location: z.strictObject({
      latitude: coordinate(90),
      longitude: coordinate(180),
      name: z.string().max(1000).optional(),
      address: z.string().max(1000).optional(),
    }),
  }),
  z.strictObject({ ...common, type: z.literal('contacts'), contacts: contactsShape }),
  z.strictObject({
    ...common,
    type: z.literal('reaction'),
    reaction: z.strictObject({ message_id: words(512), emoji }),
  }),
  z.strictObject({ ...common, type: z.literal('interactive'), interactive: interactiveShape }),
  z.strictObject({ ...common, type: z.literal('template'), template: templateInMessageShape }),
]);
export type SendRequest = z.infer<typeof sendShape>;

export const markReadShape = z.strictObject({
  messaging_product: z.literal('whatsapp'),
  status: z.literal('read'),
  message_id: words(512),
  typing_indicator: z.strictObject({ type: z.literal('text') }).optional(),
});
