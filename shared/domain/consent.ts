import * as z from 'zod';
import { languageSchema } from './language.ts';

/**
 * What somebody agreed to be written about without asking: this visit; that a service is due; offers. Not asked and not answered
 * both mean "only when I ask".
 */
export const purposes = ['visit', 'service', 'offers'] as const;
export const purposeSchema = z.enum(purposes);
export type Purpose = z.infer<typeof purposeSchema>;

/** One answer: which wording it answers, in which language, when, to which message (the messenger's id). */
export const consentSchema = z.object({
  given: z.boolean(),
  at: z.number(),
  wording: z.string(),
  language: languageSchema,
  messageId: z.string().nullable(),
});
export type Consent = z.infer<typeof consentSchema>;

/** The latest answer for each purpose; none: never asked, or as if. */
export const consentsSchema = z.partialRecord(purposeSchema, consentSchema);
export type Consents = z.infer<typeof consentsSchema>;

export function hasAgreed(consents: Consents, purpose: Purpose): boolean {
  return consents[purpose]?.given === true;
}

/** An automatic message that went out: what the caps are counted from. */
export const writtenSchema = z.object({ purpose: purposeSchema, at: z.number() });
export type Written = z.infer<typeof writtenSchema>;

/** Two rows of one person: the stricter answer counts, for each purpose. */
export function stricterConsents(one: Consents, other: Consents): Consents {
  return Object.fromEntries(
    purposes.flatMap((purpose) => {
      const [a, b] = [one[purpose], other[purpose]];
      const kept = a && b ? (a.given ? b : a) : (a ?? b);
      return kept ? [[purpose, kept]] : [];
    }),
  );
}
