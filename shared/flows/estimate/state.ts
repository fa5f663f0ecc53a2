import * as z from 'zod';

const where = { of: z.string(), ref: z.string(), edition: z.int() };

/** What an estimate waits for in words: a question (about a line), or the word that signs it. */
export const estimateState = z.discriminatedUnion('at', [
  z.object({ at: z.literal('question'), ...where, line: z.string().nullable() }),
  z.object({ at: z.literal('signing'), ...where }),
]);
export type EstimateState = z.infer<typeof estimateState>;

/** Whether a question about an estimate is being waited for: photos and voices that come now are a part of it. */
export function awaitsQuestion(flow: { readonly name: string; readonly state: unknown } | null): boolean {
  return flow?.name === 'estimate' && estimateState.safeParse(flow.state).data?.at === 'question';
}
