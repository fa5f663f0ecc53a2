import * as z from 'zod';

/** What an update on a visit can say: where the car is, what changed of the time, or what comes after it. */
export const updates = [
  ...['arrived', 'checking', 'answer', 'parts', 'working', 'quality', 'ready', 'handedBack'],
  ...['delayed', 'moved', 'cancelled', 'noShow'],
  /** Something of the car is due again. */
  'due',
] as const;
export const updateSchema = z.enum(updates);

/**
 * What may be said where a messenger allows only prepared notices: fixed words with a few facts in them, never a person's
 * own words. A message names the notice that says the same in short; one without any is announced by `message`.
 */
export const noticeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reminder'), start: z.number(), car: z.string() }),
  z.object({
    kind: z.literal('update'),
    what: updateSchema,
    car: z.string(),
    /** The moment the update is about: since when it is so, ready from, or the new time. */
    at: z.number(),
  }),
  /** Nobody came at `start`: are they on their way? */
  z.object({ kind: z.literal('expected'), start: z.number(), car: z.string() }),
  /** How it was; the car was handed back at `at`. */
  z.object({ kind: z.literal('rating'), car: z.string(), at: z.number() }),
  z.object({ kind: z.literal('estimate'), car: z.string(), until: z.number() }),
  /** Somebody wrote; the words follow when the person asks for them. */
  z.object({ kind: z.literal('message'), car: z.string() }),
]);
export type Notice = z.infer<typeof noticeSchema>;
