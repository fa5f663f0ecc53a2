import * as z from 'zod';
import { choiceSchema, estimateSchema, urgencySchema } from './estimate.ts';

/** What may be done without asking again: so many percent of the agreed sum, but not more than so many cents. */
export const allowanceSchema = z.object({ percent: z.number().min(0).max(50), cents: z.int().min(0) });
export type Allowance = z.infer<typeof allowanceSchema>;

/** Of two allowances of one person the one that lets us do less. */
export function stricterAllowance(one: Allowance | null, other: Allowance | null): Allowance | null {
  if (one === null || other === null) return null;
  return { percent: Math.min(one.percent, other.percent), cents: Math.min(one.cents, other.cents) };
}

/** How an agreement came about. `allowance`: within what the owner let us do without asking. */
export const agreedHow = ['chat', 'phone', 'desk', 'allowance'] as const;

/**
 * A work order: what was proposed, what was agreed to, and whether work goes on. One item, from the first draft of an
 * estimate to the finished work. Money is integer cents with tax, instants are epoch milliseconds.
 */
export const orderSchema = z.object({
  /** Grows by one with every write; the condition of the next. 0 = not stored yet. */
  version: z.number(),
  /** The number by which both sides call it, also that of its agreements: `K7M2QP-v2`. */
  ref: z.string(),
  /** Whose car it is; the order lies in this customer's partition. */
  of: z.string(),
  /** Short form of the car; '' where none is known. */
  car: z.string(),
  vehicle: z.string().nullable(),
  visit: z.string().nullable(),
  currency: z.string(),
  vatPercent: z.number(),
  /** The highest edition that any draft had: a draft that was replaced is never sent by its old button. */
  editions: z.int().min(0),
  /** What an advisor is writing and nobody was asked about yet. */
  draft: estimateSchema.nullable(),
  /** The edition that was sent last. */
  estimate: estimateSchema.nullable(),
  /** What the customer has chosen of that edition so far; an agreement only once they say so. */
  choices: z.array(choiceSchema),
  /**
   * Of the edition sent last: `asked` waits for an answer; `signing` was chosen, and waits for the word AGREE or a signature;
   * `none` was never sent.
   */
  state: z.enum(['none', 'asked', 'signing', 'agreed', 'declined', 'withdrawn', 'expired']),
  /** What may be done now, by the last agreement; null: nothing. */
  agreed: z
    .object({
      /** Number of the agreement: 1, 2 … */
      number: z.int().min(1),
      edition: z.int().min(1),
      /** What was agreed to, whatever was proposed since. */
      estimate: estimateSchema,
      choices: z.array(choiceSchema),
      /** Folded names of what the owner put off or refused last: none of it is done within the allowance. */
      refused: z.array(z.string()),
      /** The sum of it. */
      cents: z.int().min(0),
      /** The sum that the customer said yes to by themselves last: the allowance counts from it, so that rises never add up. */
      base: z.int().min(0),
      at: z.number(),
      how: z.enum(agreedHow),
      /** Recorded by an advisor: the owner has said that it is right (true) or not so (false), or nothing yet (null). */
      confirmed: z.boolean().nullable(),
    })
    .nullable(),
  /** How many agreements there are. */
  agreements: z.int().min(0),
  /** When the edition sent last was answered; null while it was not. */
  answeredAt: z.number().nullable(),
  /** What the owner lets us do without asking, as it was when it was looked at last. */
  allowance: allowanceSchema.nullable(),
  /** They refused an edition as a whole, or an agreement is not so: until they agree by themselves again, we always ask. */
  asksAlways: z.boolean(),
  work: z.enum(['none', 'started', 'stopped', 'done']),
  /** Who was asked: the approver, or the customer themselves. */
  askedWho: z.string().nullable(),
  /** They have an open question: they are not reminded meanwhile. */
  question: z.boolean(),
  nudgedAt: z.number().nullable(),
});
export type Order = z.infer<typeof orderSchema>;

/** What the customer's own row carries of an order that is not over: to find it by. */
export const orderHeadSchema = z.object({
  ref: z.string(),
  /** The customer in whose partition it lies: another id than the row's own once two became one. */
  of: z.string(),
  car: z.string(),
  state: orderSchema.shape.state,
  work: orderSchema.shape.work,
  at: z.number(),
  /** Sum that was asked or agreed, in cents. */
  cents: z.number(),
});
export type OrderHead = z.infer<typeof orderHeadSchema>;

/** Orders that a customer's own row carries; older ones lie in their own rows. */
export const mostOrders = 5;

/** What was put off: it comes back at the next visit, never as a surprise. */
export const deferredSchema = z.object({
  ref: z.string(),
  line: z.string(),
  name: z.string(),
  cents: z.number(),
  vehicle: z.string().nullable(),
  car: z.string(),
  urgency: urgencySchema.nullable(),
  at: z.number(),
  /** The owner does not want to be asked again. */
  silent: z.boolean().default(false),
  /** They want it looked at during this visit; no sum is agreed by that. */
  visit: z.string().exactOptional(),
  /** When the owner was reminded of it without asking; not before when they want to hear of it again. */
  told: z.number().exactOptional(),
  later: z.number().exactOptional(),
});
export type Deferred = z.infer<typeof deferredSchema>;
export const mostDeferred = 12;
