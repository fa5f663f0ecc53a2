import * as z from 'zod';
import { languageSchema } from '../language.ts';
import { choiceSchema, estimateSchema } from './estimate.ts';
import { agreedHow } from './order.ts';

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
