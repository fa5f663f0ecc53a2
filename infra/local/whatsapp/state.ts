import * as z from 'zod';
import { componentShape } from './templates/shape.ts';

/**
 * What the simulator remembers, each as a schema: the shapes are read back from disk after a restart.
 * Times are milliseconds of the station's clock.
 */

export const personShape = z.object({
  /** Chat id on the page: `wa-` and the number they started with. */
  chat: z.string(),
  name: z.string(),
  language: z.string(),
  about: z.string(),
  /** E.164 without "+", as of today. */
  phone: z.string(),
  /** Business-scoped user id of that number. */
  userId: z.string(),
  username: z.string(),
  numberHidden: z.boolean(),
  blocked: z.boolean(),
  /** Read receipts are on. */
  receipts: z.boolean(),
  unread: z.number(),
  typingUntil: z.number(),
  /** Timestamp of their last message, to the second as webhooks tell it; 0 = never wrote. */
  heardAt: z.number(),
});
export type Person = z.infer<typeof personShape>;

export const contentShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('photo'), media: z.string(), caption: z.string() }),
  z.object({ kind: z.literal('document'), media: z.string(), name: z.string(), caption: z.string() }),
  z.object({
    kind: z.literal('video'),
    media: z.string(),
    seconds: z.number(),
    note: z.boolean(),
    caption: z.string(),
  }),
  z.object({
    kind: z.literal('audio'),
    seconds: z.number(),
    /** '' where nobody can listen to it. */
    media: z.string().default(''),
    voice: z.boolean().default(true),
    name: z.string().default(''),
  }),
  z.object({ kind: z.literal('sticker'), media: z.string(), emoji: z.string() }),
  z.object({ kind: z.literal('location'), latitude: z.number(), longitude: z.number(), title: z.string() }),
  z.object({ kind: z.literal('contact'), name: z.string(), phone: z.string() }),
  z.object({ kind: z.literal('service'), text: z.string() }),
]);
export type Content = z.infer<typeof contentShape>;

const buttonShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reply'), id: z.string(), title: z.string() }),
  /** Of a template: its answer is another kind of message. */
  z.object({ kind: z.literal('quick-reply'), payload: z.string(), text: z.string() }),
  z.object({ kind: z.literal('url'), text: z.string(), url: z.string() }),
]);
export type Button = z.infer<typeof buttonShape>;

/** What a message of the station offers to answer with. */
const offerShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('buttons'), buttons: z.array(buttonShape) }),
  z.object({
    kind: z.literal('list'),
    button: z.string(),
    sections: z.array(
      z.object({
        title: z.string(),
        rows: z.array(z.object({ id: z.string(), title: z.string(), description: z.string() })),
      }),
    ),
  }),
  z.object({ kind: z.literal('asks-location') }),
  z.object({ kind: z.literal('asks-contact') }),
]);
export type Offer = z.infer<typeof offerShape>;

export const messageShape = z.object({
  chat: z.string(),
  /** Number within the chat, for the page. */
  id: z.number(),
  wamid: z.string(),
  from: z.enum(['person', 'station']),
  at: z.number(),
  content: contentShape,
  header: z.string(),
  footer: z.string(),
  offer: offerShape.optional(),
  template: z.string().optional(),
  /** wamid of the message it answers. */
  replyTo: z.string().optional(),
  /** What the station put under it, and what the person did; '' for nothing. */
  reaction: z.string(),
  ownReaction: z.string().default(''),
  forwarded: z.boolean().default(false),
  /** A person's: the webhook answered 200. */
  delivered: z.boolean(),
  /** A person's: the station marked it. The station's: the person opened the chat. */
  read: z.boolean(),
  /** The station's: what statuses repeat. */
  sent: z
    .object({
      category: z.enum(['service', 'utility', 'marketing']),
      billable: z.boolean(),
      callbackData: z.string().optional(),
    })
    .optional(),
});
export type Message = z.infer<typeof messageShape>;

export const mediaShape = z.object({
  id: z.string(),
  /** Key of the bytes in the store. */
  bytes: z.string(),
  mime: z.string(),
  name: z.string(),
  /** Bytes as told, which a test may have claimed. */
  size: z.number(),
  sha256: z.string(),
  expiresAt: z.number(),
});
export type Media = z.infer<typeof mediaShape>;

/** An address that a media id was given out under. */
export const linkShape = z.object({ hash: z.string(), media: z.string(), until: z.number() });

export const templateShape = z.object({
  id: z.string(),
  name: z.string(),
  language: z.string(),
  category: z.enum(['UTILITY', 'MARKETING']),
  named: z.boolean(),
  components: z.array(componentShape),
  status: z.enum(['APPROVED', 'PAUSED', 'DISABLED', 'REJECTED']),
  /** Until then it is PENDING, whatever `status` says. */
  reviewedAt: z.number(),
});
export type Template = z.infer<typeof templateShape>;

const json = z.record(z.string(), z.unknown());

/** One thing that a webhook tells. */
const itemShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('message'),
    chat: z.string(),
    wamid: z.string(),
    contact: json.optional(),
    message: json,
  }),
  z.object({
    kind: z.literal('status'),
    chat: z.string(),
    wamid: z.string(),
    name: z.string(),
    contact: json.optional(),
    status: json,
  }),
  z.object({ kind: z.literal('other'), field: z.string(), value: json }),
]);
export type Item = z.infer<typeof itemShape>;

/** One POST to the station's webhook. */
export const postShape = z.object({
  id: z.number(),
  items: z.array(itemShape),
  dueAt: z.number(),
  expiresAt: z.number(),
  failures: z.number(),
  /** It repeats one that was taken. */
  again: z.boolean(),
  /** It comes once more when it was taken. */
  twice: z.boolean(),
});
export type Post = z.infer<typeof postShape>;

/** Messages that a pair of numbers may still exchange at once. */
export const rateShape = z.object({ saved: z.number(), at: z.number() });
export type Rate = z.infer<typeof rateShape>;
