import * as z from 'zod';

const where = { of: z.string(), ref: z.string(), edition: z.int() };

/** What an estimate waits for in words: a question (about a line), or the word that signs it. */
export const estimateState = z.discriminatedUnion('at', [
  z.object({ at: z.literal('question'), ...where, line: z.string().nullable() }),
  z.object({ at: z.literal('signing'), ...where }),
]);
export type EstimateState = z.infer<typeof estimateState>;
