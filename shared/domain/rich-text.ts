import * as z from 'zod';

/** How a stretch of a text is set off. What a messenger cannot show is left out, never the words. */
const mark = z.object({
  kind: z.enum(['bold', 'italic', 'underline', 'strike', 'spoiler', 'code', 'quote', 'link']),
  /** UTF-16 units, as JavaScript and Telegram count: https://core.telegram.org/bots/api#messageentity */
  offset: z.number().int().min(0),
  length: z.number().int().min(1),
  /** Only of a link. */
  url: z.string().exactOptional(),
});
export type Mark = z.infer<typeof mark>;
export const marksSchema = z.array(mark).max(100);

/** A person's words with their formatting. */
export const richTextSchema = z.object({ text: z.string(), marks: marksSchema.exactOptional() });
export type RichText = z.infer<typeof richTextSchema>;

export function plain(text: string): RichText {
  return { text };
}
