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

/** Work that no message waits for. */
export const jobSchema = z.discriminatedUnion('kind', [
  fetchJobSchema,
  documentJobSchema,
  archiveJobSchema,
  tableJobSchema,
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
