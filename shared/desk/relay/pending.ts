import * as z from 'zod';
import { contentSchema } from '#shared/domain/content.ts';
import { actingSchema } from '#shared/domain/group.ts';

/** What can stand between an advisor's words and the customer, in the order in which it is asked about. */
export const doubts = ['owner', 'calm', 'window'] as const;
export type Doubt = (typeof doubts)[number];

/**
 * An advisor's message on its way to the customer. While it is held it lives in the actions of the buttons that send it
 * anyway, while its file is fetched in the ticket of that job; nothing else remembers it.
 */
export const pendingSchema = z.object({
  content: contentSchema,
  /** The advisor's own message: it gets ticks, and answers to it find their way. */
  carries: z.string(),
  /** Key of the address that it goes to; ids below are that messenger's. */
  at: z.string(),
  /** The row that will carry it: where one of that name is there, it was sent. */
  row: z.string(),
  replyTo: z.string().nullable(),
  /** The message that it replaces. */
  target: z.string().nullable(),
  /** It corrects a message that cannot be replaced. */
  corrects: z.boolean(),
  /** Who wrote it: the name stands over it. */
  by: actingSchema,
  passed: z.array(z.enum(doubts)),
});
export type Pending = z.infer<typeof pendingSchema>;

/**
 * A held message is sent within this time, or written again; milliseconds. What waits for the customer's messenger may be told
 * of after the call or the lunch that came in between.
 */
export function heldForMs({ passed }: Pending): number {
  return passed.includes('window') ? 24 * 60 * 60_000 : 10 * 60_000;
}
