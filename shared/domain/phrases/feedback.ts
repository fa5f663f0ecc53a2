import * as z from 'zod';
import { markSchema, ratingReasonSchema } from '../visit/rating.ts';

const none = z.object({});
const promised = z.object({ advisor: z.string(), by: z.number() });
const reasons = z.array(ratingReasonSchema);
/** A service with when it was done last, epoch milliseconds. */
const done = z.object({ id: z.string(), at: z.number() });
/** What was put off: as the estimate called it, its price then in cents, and when. */
const putOff = z.object({ name: z.string(), cents: z.number(), at: z.number() });

/** After a visit: how it was, what comes next. Keys begin with `feedback`. */
export const feedbackPhrases = {
  feedbackAsk: z.object({ car: z.string() }),
  feedbackGood: none,
  feedbackSoso: none,
  /** Who answers, and by when. */
  feedbackBad: promised,
  /** What went wrong, several reasons and own words; `mark`: what they said it was. */
  feedbackWhy: z.object({ mark: z.enum(['soso', 'bad']) }),
  /** The reasons are complete: of a bad visit, who answers and by when (null: nobody was called). */
  feedbackThanks: z.object({ promise: promised.nullable() }),
  /** Own words about the visit reached a person. */
  feedbackSaid: promised,
  feedbackSkipped: none,
  /** Everybody is offered it, whatever they said. */
  feedbackReview: z.object({ url: z.string() }),

  // What the advisors read
  feedbackLine: z.object({ ref: z.string(), car: z.string(), mark: markSchema, reasons, text: z.string() }),
  /** The same with somebody who waits for an answer by then. */
  feedbackBadLine: z.object({ ref: z.string(), car: z.string(), text: z.string(), by: z.number() }),
  /** To all advisors; the managers by name. */
  feedbackAlert: z.object({
    who: z.string(),
    ref: z.string(),
    text: z.string(),
    by: z.number(),
    managers: z.array(z.string()),
  }),

  // What comes next
  feedbackAskService: z.object({ car: z.string() }),
  feedbackServiceYes: none,
  feedbackServiceNo: none,
  /** Services that are due, what was put off, or both; `more`: how many were put off beside. */
  feedbackDue: z.object({
    car: z.string(),
    services: z.array(done),
    items: z.array(putOff),
    more: z.number(),
  }),
  feedbackLater: none,
  feedbackNever: z.object({ car: z.string() }),

  feedbackLabelGood: none,
  feedbackLabelSoso: none,
  feedbackLabelBad: none,
  feedbackLabelReason: z.object({ reason: ratingReasonSchema, chosen: z.boolean() }),
  feedbackLabelDone: none,
  feedbackLabelChange: none,
  feedbackLabelServiceYes: none,
  feedbackLabelServiceNo: none,
  feedbackLabelBook: none,
  feedbackLabelLater: none,
  feedbackLabelNever: none,
} as const;
