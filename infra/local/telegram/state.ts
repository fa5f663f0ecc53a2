import * as z from 'zod';

/**
 * What the simulator remembers, each as a schema: the shapes are read back from disk after a restart.
 * Times are milliseconds of the station's clock.
 */

export const entityShape = z.looseObject({ type: z.string(), offset: z.number(), length: z.number() });
/** A MessageEntity: offset and length in UTF-16 units. https://core.telegram.org/bots/api#messageentity */
export type Entity = z.infer<typeof entityShape>;

const words = { caption: z.string(), entities: z.array(entityShape) };

export const contentShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string(), entities: z.array(entityShape) }),
  /** One picture as files in rising size. */
  z.object({ kind: z.literal('photo'), files: z.array(z.string()), ...words }),
  z.object({ kind: z.literal('document'), file: z.string(), ...words }),
  z.object({ kind: z.literal('voice'), file: z.string(), ...words }),
  z.object({ kind: z.literal('video'), file: z.string(), ...words }),
  z.object({ kind: z.literal('animation'), file: z.string(), ...words }),
  z.object({ kind: z.literal('audio'), file: z.string(), ...words }),
  z.object({ kind: z.literal('video_note'), file: z.string() }),
  z.object({ kind: z.literal('sticker'), file: z.string(), emoji: z.string() }),
  z.object({ kind: z.literal('location'), latitude: z.number(), longitude: z.number() }),
  z.object({
    kind: z.literal('venue'),
    latitude: z.number(),
    longitude: z.number(),
    title: z.string(),
    address: z.string(),
  }),
  z.object({
    kind: z.literal('contact'),
    phone: z.string(),
    firstName: z.string(),
    lastName: z.string(),
    userId: z.number().optional(),
  }),
  /** A service message: `field` is its Bot API field. */
  z.object({ kind: z.literal('service'), field: z.string(), value: z.unknown() }),
]);
export type Content = z.infer<typeof contentShape>;

export const inlineKeyboardShape = z.array(z.array(z.looseObject({ text: z.string() })));
export type InlineKeyboard = z.infer<typeof inlineKeyboardShape>;

export const messageShape = z.object({
  chat: z.number(),
  id: z.number(),
  /** User id of who wrote it; the bot's own id for its messages, `ANONYMOUS` for a hidden administrator. */
  from: z.number(),
  at: z.number(),
  editedAt: z.number().optional(),
  topic: z.number().optional(),
  replyTo: z.number().optional(),
  album: z.string().optional(),
  content: contentShape,
  keyboard: inlineKeyboardShape.optional(),
  forwardedFrom: z.number().optional(),
  /** The author of forwarded words whose account is hidden. */
  forwardedName: z.string().optional(),
  pinned: z.boolean(),
  /** The bot's own. */
  reaction: z.string(),
  /** People's, one each. */
  reactions: z.array(z.object({ by: z.number(), emoji: z.string() })).default([]),
  /** update_id that told the station about it; the page shows one tick until the webhook took it. */
  update: z.number().optional(),
});
export type Message = z.infer<typeof messageShape>;

export const keyboardShape = z.object({
  rows: z.array(z.array(z.object({ text: z.string(), kind: z.enum(['text', 'contact', 'location']) }))),
  oneTime: z.boolean(),
  /** The message that brought it: a shared contact answers it. */
  message: z.number(),
});

export const personShape = z.object({
  id: z.number(),
  firstName: z.string(),
  lastName: z.string(),
  language: z.string(),
  phone: z.string(),
  about: z.string(),
  started: z.boolean(),
  blocked: z.boolean(),
  deactivated: z.boolean(),
  /** The station was told by a 403 that it cannot write here; further tries are violations. */
  refused: z.boolean(),
  unread: z.number(),
  typingUntil: z.number(),
  toast: z.string(),
  keyboard: keyboardShape.optional(),
  advisor: z.boolean(),
  /** Known from the group only: no phone of theirs is played. */
  guest: z.boolean().default(false),
  /** In the group now; left out: advisors and guests are. */
  member: z.boolean().optional(),
});
export type Person = z.infer<typeof personShape>;

/** Somebody who never pressed Start. */
export const stranger = {
  started: false,
  blocked: false,
  deactivated: false,
  refused: false,
  unread: 0,
  typingUntil: 0,
  toast: '',
  advisor: false,
  guest: false,
} as const;

export const inGroup = (person: Person): boolean => person.member ?? (person.advisor || person.guest);

/** The user in whose name anonymous administrators write. https://core.telegram.org/bots/api#message (sender_chat) */
export const ANONYMOUS = 1_087_968_824;

export const groupShape = z.object({
  id: z.number(),
  title: z.string(),
  migratedTo: z.number().optional(),
  member: z.boolean(),
  /** The bot is an administrator; the rights below mean nothing otherwise. */
  admin: z.boolean().default(true),
  /** Topics are switched on. */
  forum: z.boolean().default(true),
  manageTopics: z.boolean(),
  deleteMessages: z.boolean(),
  pinMessages: z.boolean(),
  unread: z.number(),
  typingUntil: z.number(),
  toast: z.string(),
});
export type Group = z.infer<typeof groupShape>;

export const topicShape = z.object({
  chat: z.number(),
  id: z.number(),
  name: z.string(),
  iconColor: z.number(),
  icon: z.string(),
  closed: z.boolean(),
});
export type Topic = z.infer<typeof topicShape>;

export const fileShape = z.object({
  id: z.string(),
  uniqueId: z.string(),
  kind: z.enum(['photo', 'document', 'voice', 'video', 'animation', 'audio', 'video_note', 'sticker']),
  /** Key of the bytes in the store: the sizes of one photo share them. */
  bytes: z.string(),
  size: z.number(),
  name: z.string(),
  mime: z.string(),
  width: z.number(),
  height: z.number(),
  seconds: z.number(),
  /** Where getFile offered it. */
  path: z.string().optional(),
});
export type StoredFile = z.infer<typeof fileShape>;

/** A path that getFile handed out. */
export const linkShape = z.object({ path: z.string(), file: z.string(), until: z.number() });

export const queryShape = z.object({
  id: z.string(),
  from: z.number(),
  chat: z.number(),
  message: z.number(),
  data: z.string(),
  at: z.number(),
});
/** A press that waits for its answer. */
export type Query = z.infer<typeof queryShape>;

export const updateShape = z.object({
  id: z.number(),
  queue: z.string(),
  body: z.record(z.string(), z.unknown()),
  expiresAt: z.number(),
  failures: z.number(),
  dueAt: z.number(),
});
export type QueuedUpdate = z.infer<typeof updateShape>;

export const webhookShape = z.object({
  url: z.string(),
  secret: z.string(),
  allowed: z.array(z.string()),
  maxConnections: z.number(),
  setAt: z.number(),
  lastErrorAt: z.number(),
  lastError: z.string(),
});
export type Webhook = z.infer<typeof webhookShape>;

export const commandsShape = z.object({
  scope: z.string(),
  language: z.string(),
  commands: z.array(z.object({ command: z.string(), description: z.string() })),
});
