import * as z from 'zod';
import { addressSchema } from './address.ts';

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
  z.object({ kind: z.literal('text'), text: z.string() }),
  /** `/start payload`: name in lower case without slash or bot name. */
  z.object({ kind: z.literal('command'), name: z.string(), payload: z.string() }),
  /** A button: the outbox row that offered it and the index of the option there; null when the data is not ours. */
  z.object({
    kind: z.literal('tap'),
    tapId: z.string(),
    offer: z.object({ row: z.string(), option: z.number().int().min(0) }).nullable(),
  }),
  /** A phone number; `own` only when the messenger vouches that it is the sender's. */
  z.object({ kind: z.literal('contact'), phone: z.string(), own: z.boolean() }),
  z.object({ kind: z.literal('location'), latitude: z.number(), longitude: z.number() }),
  z.object({ kind: z.literal('photo'), file, caption: z.string(), album: z.string().nullable() }),
  z.object({
    kind: z.literal('file'),
    what: z.enum(['voice', 'video', 'document', 'other']),
    file,
    caption: z.string(),
  }),
  /** The person changed an earlier message. */
  z.object({ kind: z.literal('edited'), messageId: z.string(), text: z.string() }),
  /** The person blocked the bot, or let it in again. */
  z.object({ kind: z.literal('blocked') }),
  z.object({ kind: z.literal('unblocked') }),
  /** A message of a kind that cannot be worked with (a poll, a dice); the person is told. */
  z.object({ kind: z.literal('unsupported'), what: z.string() }),
  /** A timer of this conversation fell due; `key` is its sort key and `dueAt` the moment it was set for. */
  z.object({ kind: z.literal('timer'), key: z.string(), dueAt: z.number() }),
  /** Seconds of silence after a burst of photos or words; stale unless the burst is still that version. */
  z.object({ kind: z.literal('quiet'), burst: z.number() }),
]);
export type InboundEvent = z.infer<typeof event>;

/** One thing that came in. `id` is unique within its address and never changes on redelivery. */
export const inboundSchema = z.object({
  id: z.string().max(120),
  address: addressSchema,
  /** The messenger's own time of the event, epoch milliseconds. */
  at: z.number(),
  /** Who sent it, by the messenger's id; a timer has no sender. */
  from: z.object({ id: z.string(), name: z.string(), language: z.string().nullable() }).nullable(),
  messageId: z.string().nullable(),
  event,
});
export type Inbound = z.infer<typeof inboundSchema>;

/** Something that is deliberately not handled; counted by reason, answered as accepted. */
export type Ignored = { readonly ignored: string };

/** The queue's envelope. An unknown version is retried, not dropped: a newer writer may run beside an older reader. */
export const envelopeSchema = z.object({ v: z.literal(1), inbound: inboundSchema });
export type Envelope = z.infer<typeof envelopeSchema>;
