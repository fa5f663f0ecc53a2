import * as z from 'zod';
import { addressSchema } from './address.ts';
import { fileKinds } from './content.ts';
import { languageSchema } from './language.ts';

/**
 * Brings a file from a messenger into the station's store, checked and without location data; what became of it comes back
 * as an inbound of `tell` (event `fetched`) that carries `ticket` unread.
 */
export const fetchJobSchema = z.object({
  v: z.literal(1),
  kind: z.literal('fetch'),
  /** Made from the message, so that the same job done twice tells the same thing. */
  id: z.string(),
  channel: z.string(),
  file: z.object({
    id: z.string(),
    what: z.enum([...fileKinds, 'photo']),
    bytes: z.number().nullable(),
    mime: z.string().nullable(),
    name: z.string().nullable(),
  }),
  /** The messenger that gets it: what it refuses (a format, a size) is converted or refused here. */
  forChannel: z.string(),
  tell: addressSchema,
  ticket: z.unknown(),
});
export type FetchJob = z.infer<typeof fetchJobSchema>;

/**
 * Makes the document of a work order and lays it into the store; told in the same way. `number`: the agreement it is of; null:
 * the estimate as it stands.
 */
export const documentJobSchema = z.object({
  v: z.literal(1),
  kind: z.literal('document'),
  id: z.string(),
  of: z.string(),
  ref: z.string(),
  number: z.int().nullable(),
  language: languageSchema,
  tell: addressSchema,
  ticket: z.unknown(),
});
export type DocumentJob = z.infer<typeof documentJobSchema>;

/**
 * Packs all that is kept of a person, as it was at `until` (epoch milliseconds), into one part of an archive, numbered from 1. What
 * is told names how many parts there are: the next one is a job of its own.
 */
export const archiveJobSchema = z.object({
  v: z.literal(1),
  kind: z.literal('archive'),
  id: z.string(),
  of: z.string(),
  until: z.number(),
  part: z.int().min(1),
  language: languageSchema,
  tell: addressSchema,
  ticket: z.unknown(),
});
export type ArchiveJob = z.infer<typeof archiveJobSchema>;

/** Writes a month (`2026-11`) of the station as a table. */
export const tableJobSchema = z.object({
  v: z.literal(1),
  kind: z.literal('table'),
  id: z.string(),
  of: z.enum(['visits', 'agreements']),
  month: z.string(),
  language: languageSchema,
  tell: addressSchema,
  ticket: z.unknown(),
});
export type TableJob = z.infer<typeof tableJobSchema>;

/** What the first look learned of somebody who is to be forgotten, kept with the job, since its rows go meanwhile. */
export const tracesSchema = z.object({
  /** Telephone numbers, plates and names in full as they were written: in rows of the group whoever is named by them is found. */
  words: z.array(z.string()),
  /** Their names, looked for only in what belongs to people who had to do with them. */
  names: z.array(z.string()),
  /** Customers (and their addresses, by key) who had to do with them: approvers, and those for whom they approved. */
  related: z.array(z.string()),
  /** Visits that were not over, and what they waited for: times that are kept under these ids are free again. */
  visits: z.array(z.string()).default([]),
  /** Their topics. */
  places: z.array(z.object({ chat: z.string(), thread: z.string() })),
});
export type Traces = z.infer<typeof tracesSchema>;

/**
 * Deletes all that is kept of one person, round by round, until a look at the whole table finds nothing of them; then says so once,
 * and deletes that, too. Each round is a message of its own and may be repeated.
 */
export const eraseJobSchema = z.object({
  v: z.literal(1),
  kind: z.literal('erase'),
  id: z.string(),
  /** When it was asked for, epoch milliseconds: what came later is somebody new's. */
  at: z.number(),
  /** Ids of the customer, also earlier ones. */
  people: z.array(z.string()),
  /** Keys of their addresses. */
  addresses: z.array(z.string()),
  /** Starts of the visits that were cancelled with it, for the advisors. */
  cancelled: z.array(z.number()),
  /** Where it is said that it is done; null: nowhere (a restored table is cleared anew, or the station was asked by letter). */
  receipt: z.object({ address: z.string(), language: languageSchema }).nullable(),
  /** The station itself erases somebody: the advisors hear of it. */
  byStation: z.literal(true).exactOptional(),
  traces: tracesSchema.nullable().default(null),
  /** `clear`: everything goes but what is still being said to them; `tell`: the last message is on its way; `close`: the rest goes. */
  stage: z.enum(['clear', 'tell', 'close']).default('clear'),
  round: z.int().default(0),
  /** What this round has found so far, and where in the table it goes on. */
  found: z.int().default(0),
  from: z.object({ pk: z.string(), sk: z.string() }).nullable().default(null),
  /** When the last message was handed over. */
  toldAt: z.number().default(0),
});
export type EraseJob = z.infer<typeof eraseJobSchema>;
/** An erasure of which nothing was done yet. */
export const erasureBegun = {
  v: 1,
  kind: 'erase',
  traces: null,
  stage: 'clear',
  round: 0,
  found: 0,
  from: null,
  toldAt: 0,
} as const;

/** A file that came after its person was erased. */
export const dropFileSchema = z.object({
  v: z.literal(1),
  kind: z.literal('dropFile'),
  key: z.string(),
});
export type DropFile = z.infer<typeof dropFileSchema>;

/** After a table was restored: whoever was erased before is erased once more. Sent by hand (README). */
export const eraseAgainSchema = z.object({
  v: z.literal(1),
  kind: z.literal('eraseAgain'),
});

/** Draws the owner's figures of a week or month (its days, `to` the first one after it) and of those before it. */
export const chartJobSchema = z.object({
  v: z.literal(1),
  kind: z.literal('chart'),
  id: z.string(),
  unit: z.enum(['week', 'month']),
  from: z.string(),
  to: z.string(),
  language: languageSchema,
  tell: addressSchema,
  ticket: z.unknown(),
});
export type ChartJob = z.infer<typeof chartJobSchema>;

/**
 * Asks a language model what words mean that the station's own rules did not understand. `text`: what was written, without what
 * would tell who wrote it (`stripped.ts`). `burst`: the version of what was collected, which the answer names (event `interpreted`).
 * `at`: epoch milliseconds; long after it nobody waits for the answer any more.
 */
export const interpretJobSchema = z.object({
  v: z.literal(1),
  kind: z.literal('interpret'),
  id: z.string(),
  at: z.number(),
  burst: z.number(),
  text: z.string(),
  language: languageSchema,
  tell: addressSchema,
});
export type InterpretJob = z.infer<typeof interpretJobSchema>;

/** Work that no message waits for. */
export const jobSchema = z.discriminatedUnion('kind', [
  fetchJobSchema,
  documentJobSchema,
  archiveJobSchema,
  tableJobSchema,
  chartJobSchema,
  eraseJobSchema,
  interpretJobSchema,
]);
export type Job = z.infer<typeof jobSchema>;

/** What became of a file. `why` is a key of the texts that tell it to people. */
export const fetchedSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('stored'),
    key: z.string(),
    mime: z.string(),
    bytes: z.number(),
    name: z.string().nullable(),
    /** What it is now: an image that came as a document may go on as a photo, a WebP as a JPEG. */
    what: z.enum([...fileKinds, 'photo']),
  }),
  z.object({
    kind: z.literal('failed'),
    why: z.enum(['tooLarge', 'gone', 'unknownType', 'damaged', 'unreachable']),
  }),
]);
export type Fetched = z.infer<typeof fetchedSchema>;
