import * as z from 'zod';
import type { Cents } from '../money.ts';

/** How soon something should be done: the technician's word, never a way to sell. */
export const urgencies = ['safety', 'soon', 'wish'] as const;
export const urgencySchema = z.enum(urgencies);
export type Urgency = z.infer<typeof urgencySchema>;

const cents = z.int().min(0);

/** One way of doing a line: original part or another make. Parts and work are told apart where the advisor did so. */
export const optionSchema = z.object({
  name: z.string(),
  parts: cents.nullable(),
  work: cents.nullable(),
  /** With tax; the sum of parts and work where both are told. */
  price: cents,
});
export type EstimateOption = z.infer<typeof optionSchema>;

/** One thing to be done (or put off, or left). `id` is its number as people see it, from "1" on. */
export const lineSchema = z.object({
  id: z.string(),
  options: z.array(optionSchema).min(1).max(3),
  urgency: urgencySchema.nullable(),
  /** Within so many months, where the advisor named them. */
  months: z.int().min(1).nullable(),
  /** Why, in the technician's words; '' where nothing is said. */
  reason: z.string(),
  /** Keys of photos in the station's store. */
  photos: z.array(z.string()),
});
export type EstimateLine = z.infer<typeof lineSchema>;

/** More lines fit on no phone: what is more is another estimate. */
export const mostLines = 20;

/** What an advisor proposes, as one edition. It is never changed: a correction is the next edition. Instants, UTC. */
export const estimateSchema = z.object({
  edition: z.int().min(1),
  /** Station id of the advisor. */
  by: z.string(),
  at: z.number(),
  /** What was found, in a sentence; ''. */
  note: z.string(),
  lines: z.array(lineSchema).min(1).max(mostLines),
  /** When the car is ready, if the answer comes by `answerBy`. */
  ready: z.number().nullable(),
  answerBy: z.number().nullable(),
  validUntil: z.number(),
});
export type Estimate = z.infer<typeof estimateSchema>;

/** The customer's word on one line; `option` is the index of the way they chose. */
export const choiceSchema = z.object({
  line: z.string(),
  says: z.enum(['yes', 'later', 'no']),
  option: z.int().min(0),
});
export type Choice = z.infer<typeof choiceSchema>;

/** What a line costs in the way that was chosen, or the first one. */
export function priceOf(line: EstimateLine, option = 0): Cents {
  return (line.options[option] ?? line.options[0])?.price ?? 0;
}

/** All lines, each in its first way. */
export function totalOf({ lines }: Estimate): Cents {
  return lines.reduce((sum, line) => sum + priceOf(line), 0);
}

/** What was said yes to, each in the way that was chosen. */
export function agreedTotal({ lines }: Estimate, choices: readonly Choice[]): Cents {
  return choices.reduce((sum, { line: id, says, option }) => {
    const line = lines.find((one) => one.id === id);
    return line && says === 'yes' ? sum + priceOf(line, option) : sum;
  }, 0);
}
