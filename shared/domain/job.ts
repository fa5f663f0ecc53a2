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

/** Work that no message waits for. */
export const jobSchema = z.discriminatedUnion('kind', [fetchJobSchema, documentJobSchema]);
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
