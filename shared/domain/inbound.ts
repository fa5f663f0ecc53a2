import * as z from 'zod';
import { addressSchema } from './address.ts';
import { alarmNameSchema } from './alarm.ts';
import { fileKinds } from './content.ts';
import { failureSchema } from './failure.ts';
import { fetchedSchema } from './job.ts';
import { marksSchema } from './rich-text.ts';
import { understoodSchema } from './understood.ts';

/** A file as the messenger names it; it is fetched later, by a job, never while a message is handled. */
const file = z.object({
  id: z.string(),
  bytes: z.number().nullable(),
  mime: z.string().nullable(),
  name: z.string().nullable(),
});
export type FileRef = z.infer<typeof file>;

/** What happened, in words that no messenger owns. */
const event = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string(), marks: marksSchema.exactOptional() }),
  /** `/start payload`: name in lower case without slash or bot name. */
  z.object({ kind: z.literal('command'), name: z.string(), payload: z.string() }),
  /** A button: the outbox row that offered it and the index of the option there; null when the data is not ours. */
  z.object({
    kind: z.literal('tap'),
    tapId: z.string(),
    offer: z.object({ row: z.string(), option: z.number().int().min(0) }).nullable(),
  }),
  /** The person wants to see more of the options of a message that a list could not hold. */
  z.object({
    kind: z.literal('more'),
    row: z.string(),
    message: z.number().int().min(0),
    page: z.number().int().min(0),
  }),
  /** The person asks for what waits until they write (a prepared notice announced it). */
  z.object({ kind: z.literal('show') }),
  /** A phone number; `own` only when the messenger vouches that it is the sender's. */
  z.object({
    kind: z.literal('contact'),
    phone: z.string(),
    own: z.boolean(),
    name: z.string().exactOptional(),
  }),
  z.object({
    kind: z.literal('location'),
    latitude: z.number(),
    longitude: z.number(),
    title: z.string().exactOptional(),
  }),
  z.object({
    kind: z.literal('photo'),
    file,
    caption: z.string(),
    marks: marksSchema.exactOptional(),
    album: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('file'),
    what: z.enum(fileKinds),
    file,
    caption: z.string(),
    marks: marksSchema.exactOptional(),
    album: z.string().exactOptional(),
  }),
  /** The person changed an earlier message. */
  z.object({
    kind: z.literal('edited'),
    messageId: z.string(),
    text: z.string(),
    marks: marksSchema.exactOptional(),
  }),
  /** The person took an earlier message back (where a messenger tells). */
  z.object({ kind: z.literal('revoked'), messageId: z.string() }),
  /** A reaction on a message, one emoji; null: it was taken away. */
  z.object({ kind: z.literal('reaction'), messageId: z.string(), emoji: z.string().nullable() }),
  /** The person blocked the bot, or let it in again. */
  z.object({ kind: z.literal('blocked') }),
  z.object({ kind: z.literal('unblocked') }),
  /** The messenger tells that this person was known under another id until now: `from.known`. */
  z.object({ kind: z.literal('identity') }),
  /** The messenger told, at once or later, that message `part` of an outbox row did not arrive, and why. */
  z.object({
    kind: z.literal('undelivered'),
    row: z.string(),
    part: z.number().int().min(0),
    failure: failureSchema,
    /** What our sender did about it by itself: it waits until the person writes, or was given up. */
    already: z.enum(['held', 'givenUp']).optional(),
  }),
  /** A row of ours reached a rung of the ladder; told only of rows that somebody asked about (`OutboxRow.source`). */
  z.object({
    kind: z.literal('arrived'),
    /** Key of the address that the row goes to. */
    destination: z.string(),
    row: z.string(),
    rung: z.enum(['sent', 'delivered', 'read', 'played']),
  }),
  /** A file was fetched, or could not be; `ticket` is what the job carried (`domain/job.ts`). */
  z.object({ kind: z.literal('fetched'), outcome: fetchedSchema, ticket: z.unknown() }),
  /**
   * Something that the station's owner is woken for began, or is over; of the desk's own address. `runbook`: where people read what
   * to do; null where nobody said.
   */
  z.object({
    kind: z.literal('alarm'),
    name: alarmNameSchema,
    state: z.enum(['began', 'over']),
    runbook: z.url().nullable(),
  }),
  // News of a group
  /** Somebody wrote in the name of a chat (an anonymous administrator, a channel): nobody knows who. */
  z.object({ kind: z.literal('hidden') }),
  /** People came into the group or left it. */
  z.object({
    kind: z.literal('membership'),
    change: z.enum(['joined', 'left']),
    people: z.array(z.object({ id: z.string(), name: z.string(), bot: z.boolean() })),
  }),
  /** The group has a new id, or this group is the new one of an old id. */
  z.object({ kind: z.literal('migrated'), from: z.string(), to: z.string() }),
  /** What our own bot may do in the group has changed; null: it was removed. */
  z.object({
    kind: z.literal('rights'),
    rights: z
      .object({ admin: z.boolean(), topics: z.boolean(), pin: z.boolean(), delete: z.boolean() })
      .nullable(),
  }),
  /** A topic was made (also by ourselves), renamed, closed or opened again. */
  z.object({
    kind: z.literal('topic'),
    change: z.enum(['created', 'renamed', 'closed', 'reopened']),
    name: z.string().nullable(),
    /** Our own bot did it. */
    ours: z.boolean(),
  }),
  /** A message of a kind that cannot be worked with (a poll, a dice); the person is told. */
  z.object({ kind: z.literal('unsupported'), what: z.string() }),
  /** A timer of this conversation fell due; `key` is its sort key and `dueAt` the moment it was set for. */
  z.object({ kind: z.literal('timer'), key: z.string(), dueAt: z.number() }),
  /** Seconds of silence after a burst of photos or words; stale unless the burst is still that version. */
  z.object({ kind: z.literal('quiet'), burst: z.number() }),
  /**
   * What a language model understood of a burst that nobody else did (null: nothing, or no answer in time); stale unless the burst is
   * still that version.
   */
  z.object({
    kind: z.literal('interpreted'),
    burst: z.number(),
    understood: understoodSchema.nullable(),
  }),
]);
export type InboundEvent = z.infer<typeof event>;

/** One thing that came in. `id` is unique within its address and never changes on redelivery. */
export const inboundSchema = z.object({
  id: z.string().max(120),
  address: addressSchema,
  /** The messenger's own time of the event, epoch milliseconds. */
  at: z.number(),
  /** Who sent it, by the messenger's id; a timer has no sender. */
  from: z
    .object({
      id: z.string(),
      name: z.string(),
      language: z.string().nullable(),
      /** Their own number, with "+", where the messenger itself vouches for it. */
      phone: z.string().nullable().default(null),
      /** Keys of addresses under which the messenger says that the same person may be known already. */
      known: z.array(z.string()).default([]),
    })
    .nullable(),
  messageId: z.string().nullable(),
  /** The message that it answers, by the messenger's id (a topic's first message is none). */
  replyTo: z.string().exactOptional(),
  event,
});
export type Inbound = z.infer<typeof inboundSchema>;

/** How far a message got, as the messenger tells later: a ladder that is only ever climbed. */
export const rungs = { sent: 1, delivered: 2, read: 3, played: 4 } as const;
export type Rung = keyof typeof rungs;

/** A status of one of our messages: `destination` and `row` are ours, echoed by the messenger. It needs no decision. */
export type Receipt = {
  readonly receipt: Rung;
  readonly destination: string;
  readonly row: string;
  readonly part: number;
  readonly messageId: string;
  /** Epoch milliseconds. */
  readonly at: number;
};

/** Something that is deliberately not handled; counted by reason, answered as accepted. */
export type Ignored = { readonly ignored: string };

/** The queue's envelope. An unknown version is retried, not dropped: a newer writer may run beside an older reader. */
export const envelopeSchema = z.object({ v: z.literal(1), inbound: inboundSchema });
export type Envelope = z.infer<typeof envelopeSchema>;
