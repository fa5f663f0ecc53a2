import * as z from 'zod';
import { languageSchema } from '../language.ts';
import { choiceSchema, estimateSchema } from './estimate.ts';
import { agreedHow, type Order } from './order.ts';

/**
 * One agreement about work and its price: append-only, numbered from 1 within its order. It holds what was proposed and
 * answered, and the very words that both sides were shown: they are quoted from here, whatever the texts say by then.
 */
export const agreementSchema = z.object({
  ref: z.string(),
  number: z.int().min(1),
  /** Whose car it is. */
  of: z.string(),
  car: z.string(),
  /** What happened: an answer to an estimate; or the owner's word on an agreement that an advisor recorded. */
  kind: z.enum(['answer', 'confirmed', 'disputed', 'declined', 'signed']),
  how: z.enum(agreedHow),
  /** Who answered: a customer (the owner or their approver) by id and name. */
  who: z.object({ customer: z.string(), name: z.string() }),
  /** The advisor who recorded it, where one did. */
  by: z.string().nullable(),
  at: z.number(),
  estimate: estimateSchema,
  choices: z.array(choiceSchema),
  cents: z.int().min(0),
  vatPercent: z.number(),
  currency: z.string(),
  language: languageSchema,
  /** The wording shown, as it was sent; filled in where phrases become words. */
  shown: z.string(),
  /** The inbound that it answers. */
  inbound: z.string(),
});
export type Agreement = z.infer<typeof agreementSchema>;

/** `K7M2QP-v2`: how both sides call an agreement. */
export function agreementName({ ref, number }: Pick<Agreement, 'ref' | 'number'>): string {
  return `${ref}-v${number}`;
}

/** What the order cannot know of an agreement: what happened, who said it, and where. */
export type Agreeing = Pick<Agreement, 'kind' | 'who' | 'by' | 'at' | 'language' | 'inbound'> & {
  /** Where a refusal was heard; without it in the chat. What is agreed says so itself. */
  readonly how?: Agreement['how'];
};

/**
 * The ledger's row of what has just happened to an order; `shown` is filled in where phrases become words. An answer and a
 * signature are the order's newest agreement, "right" and "not so" carry the number of the one they are about. Null where
 * nothing of the kind has happened.
 */
export function agreementOf(order: Order, { kind, how: heard = 'chat', ...by }: Agreeing): Agreement | null {
  const { ref, of, car, vatPercent, currency, agreed, estimate, choices, agreements: number } = order;
  const row = { ...by, kind, ref, of, car, vatPercent, currency, shown: '' };
  if (kind === 'declined') {
    if (order.state !== 'declined' || estimate === null || number === 0) return null;
    return { ...row, number, how: heard, estimate, choices, cents: 0 };
  }
  const isAnswer = kind === 'answer' || kind === 'signed';
  if (agreed === null || (isAnswer && order.state !== 'agreed')) return null;
  const { how, cents } = agreed;
  return { ...row, number: agreed.number, how, estimate: agreed.estimate, choices: agreed.choices, cents };
}
