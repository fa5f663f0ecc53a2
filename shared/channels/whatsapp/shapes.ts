import * as z from 'zod';
import { cut } from '#shared/domain/cut.ts';

/**
 * What is read of Meta's objects, leniently: a field of a wrong type counts as absent, unknown fields are let through, and
 * only what an answer could not do without is demanded.
 * https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/reference/messages
 */
const short = (length: number) => z.string().transform((text) => cut(text, length).toWellFormed());
const word = z.string().nullable().catch(null);
const list = z.array(z.unknown()).catch([]);

/** Digits of a phone number with its country code: WhatsApp's own ids have no "+", some senders of webhooks add one. */
const digits = z
  .string()
  .regex(/^\+?[1-9]\d{4,14}$/)
  .transform((text) => text.replace('+', ''))
  .nullable()
  .catch(null);

/**
 * Id of a person within our business, `GR.` and up to 128 letters and digits; others that fit into an address are taken as
 * they come, so that nobody is lost when ids change their form. Those of linked businesses (`GR.ENT.…`) count as absent,
 * and what looks like our own mark of a number is none.
 */
const userId = z
  .string()
  .regex(/^(?!tel\.|[A-Z]{2}\.ENT\.)[A-Za-z][\w.]{2,149}$/)
  .nullable()
  .catch(null);

/** Epoch seconds, as text mostly, that a Date can hold; anything else counts as unknown. Milliseconds come out. */
const moment = z
  .union([
    z.number().int(),
    z
      .string()
      .regex(/^\d{1,13}$/)
      .transform(Number),
  ])
  .pipe(z.number().min(0).max(8_640_000_000_000))
  .transform((seconds) => seconds * 1_000)
  .catch(0);

const code = z.union([
  z.number().int(),
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
]);
const errors = z
  .array(
    z
      .looseObject({ code: code.nullable().catch(null) })
      .nullable()
      .catch(null),
  )
  .transform((all) => all.flatMap((one) => one?.code ?? []))
  .catch([]);

export const postShape = z.looseObject({ object: z.string().catch(''), entry: list });
export const entryShape = z.looseObject({ changes: list });
export const changeShape = z.looseObject({ field: z.string().catch(''), value: z.unknown() });

const contact = z.looseObject({
  wa_id: digits,
  user_id: userId,
  profile: z.looseObject({ name: short(100).catch('') }).catch({ name: '' }),
});
export type Contact = z.output<typeof contact>;

/** What a change of the field `messages` holds. */
export const valueShape = z.looseObject({
  metadata: z.looseObject({ phone_number_id: word }).catch({ phone_number_id: null }),
  contacts: z
    .array(contact.nullable().catch(null))
    .transform((all) => all.filter((one) => one !== null))
    .catch([]),
  messages: list,
  statuses: list,
  message_echoes: list,
  calls: list,
  errors,
});
export type Value = z.output<typeof valueShape>;

export const messageShape = z.looseObject({
  id: z.string().min(1).max(1_000),
  from: digits,
  from_user_id: userId,
  group_id: word,
  timestamp: moment,
  type: word,
  /** The message that it answers; taps and answers to our own requests have one too. */
  context: z.looseObject({ id: word }).catch({ id: null }),
  errors,
});
export type MessageHead = z.output<typeof messageShape>;

export const statusShape = z.looseObject({
  id: z.string().min(1).max(1_000),
  status: z.string().catch(''),
  timestamp: moment,
  biz_opaque_callback_data: word,
  errors,
});
export type Status = z.output<typeof statusShape>;

export const textShape = z.looseObject({ body: z.string().min(1) });

/** A reply to buttons or a list; the id comes back as it was sent. */
const reply = z.looseObject({ id: z.string() });
export const interactiveShape = z.union([
  z.looseObject({ button_reply: reply }).transform((one) => one.button_reply.id),
  z.looseObject({ list_reply: reply }).transform((one) => one.list_reply.id),
]);

/** The quick reply of a template. */
export const buttonShape = z.looseObject({ payload: word });

/** What stands under a picture, wherever one is. */
export const captionShape = z.looseObject({ caption: z.string().min(1) });

/** Any of the media objects. The id becomes part of an address later: nothing that could lead elsewhere is taken. */
export const mediaShape = z.looseObject({
  id: z.string().regex(/^[\w-]{1,300}$/),
  mime_type: short(100).nullable().catch(null),
  filename: short(200).nullable().catch(null),
  caption: z.string().catch(''),
  voice: z.boolean().catch(false),
});

const degrees = (most: number) =>
  z
    .union([
      z.number(),
      z
        .string()
        .regex(/^-?\d{1,3}(?:\.\d{1,20})?$/)
        .transform(Number),
    ])
    .pipe(z.number().min(-most).max(most));
export const locationShape = z.looseObject({
  latitude: degrees(90),
  longitude: degrees(180),
  name: short(200).catch(''),
  address: short(200).catch(''),
});

/** Cards out of an address book, or the sender's own number after they were asked for it. */
export const contactsShape = z.array(
  z
    .looseObject({
      origin: word,
      name: z.looseObject({ formatted_name: short(100).catch('') }).catch({ formatted_name: '' }),
      phones: z
        .array(
          z
            .looseObject({ phone: z.string().max(60).catch(''), wa_id: digits })
            .nullable()
            .catch(null),
        )
        .catch([]),
    })
    .nullable()
    .catch(null),
);

/** A corrected message, where the number also lives in WhatsApp's own app: the new words stand as the old ones did. */
export const editShape = z.looseObject({
  original_message_id: z.string().min(1).max(1_000),
  message: z.looseObject({ type: word }),
});

/** A message that its sender took back, where the number also lives in WhatsApp's own app. */
export const revokeShape = z.looseObject({ original_message_id: z.string().min(1).max(1_000) });

/** An emoji under a message; none, or an empty one: it was taken away. */
export const reactionShape = z.looseObject({
  message_id: z.string().min(1).max(1_000),
  emoji: z.string().max(64).default(''),
});

/** Meta's own name of a kind inside a kind (`nfm_reply`, `poll_creation`). */
export const namedShape = z.looseObject({ type: z.string().regex(/^[a-z_]{1,40}$/) });

export const systemShape = z.looseObject({
  type: z.string().catch(''),
  wa_id: digits,
  user_id: userId,
  previous_user_id: userId,
  customer: digits,
});
export type System = z.output<typeof systemShape>;
