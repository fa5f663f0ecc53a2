import * as z from 'zod';

const none = z.object({});
/** A person's name; '' where none is known. */
const name = z.string();
/** What may be done without asking: percent of the agreed sum, but not more than so many cents; 0 and 0: nothing. */
const limit = z.object({ percent: z.number(), cents: z.number() });
/** What was put off: as the estimate called it, its price then, and when. */
const putOff = z.object({ name: z.string(), cents: z.number(), at: z.number() });
const items = z.array(putOff).min(1);

/** Who says yes to costs, up to which sum nobody is asked, and what was put off. Keys begin with `payer`. */
export const payerPhrases = {
  /** The settings: who answers (`name`; null: the customer), and what may be done without asking. */
  payerCard: z.object({ name: name.nullable() }).extend(limit.shape),
  /** The settings of whoever answers for somebody else. */
  payerCardFor: z.object({ name }).extend(limit.shape),
  /** What to do with the message below it. */
  payerCode: z.object({ hours: z.number() }),
  /** For the person who pays: it is passed on as it is. `code`: in groups of four digits. */
  payerForward: z.object({ name, cars: z.array(z.string()), code: z.string() }),
  payerAsk: z.object({ name, cars: z.array(z.string()) }),
  /** The code was made by the same person. */
  payerOwnCode: none,
  payerGone: none,
  /** To whoever accepted it; to the customer. */
  payerAccepted: z.object({ name }),
  payerOn: z.object({ name }),
  payerRefused: z.object({ name }),
  payerRefusedBy: z.object({ name }),
  /** `as`: what the reader is. */
  payerAskEnd: z.object({ as: z.enum(['owner', 'approver']), name }),
  /** It is over: the customer ended it (to the customer, to the other), the other one did (to the other, to the customer). */
  payerEnded: none,
  payerEndedFor: z.object({ name }),
  payerLeft: z.object({ name }),
  payerLeftBy: z.object({ name }),
  payerNothing: none,

  /** Above the copy of an estimate that somebody else answers. */
  payerWaiting: z.object({ name }),
  /** Above the estimate itself, where they are. */
  payerFor: z.object({ name }),
  /** Above the recap that the customer gets. */
  payerAnswered: z.object({ name }),
  /** A button of the customer's while somebody else answers. */
  payerOther: z.object({ name }),
  /** A button of somebody who does not answer any more. */
  payerNotYours: none,

  payerAskLimit: none,
  /** The same, once, below the first agreement. */
  payerOfferLimit: none,
  payerLimitSet: limit,
  /** In a recap: up to which sum nobody is asked. */
  payerUpTo: z.object({ cents: z.number() }),

  /** After a booking of the same car. */
  payerPutOff: z.object({ items, more: z.number() }),
  payerLook: none,
  payerNotNow: none,
  payerNever: none,

  // What the advisors see
  payerDeskAccepted: z.object({ name }),
  payerDeskFor: z.object({ name }),
  payerDeskRefused: z.object({ name }),
  payerDeskEnded: z.object({ name, by: z.enum(['owner', 'approver']) }),
  payerDeskEndedFor: z.object({ name }),
  /** Whoever answers has a question about an estimate: it stands in their own topic. */
  payerDeskAsks: z.object({ name, ref: z.string() }),
  payerDeskLimit: limit,
  payerDeskLook: z.object({ ref: z.string(), items }),
  /** Lines of the card. `ref`: the visit at which they are to be looked at. */
  payerCardAnswers: z.object({ name }),
  payerCardPutOff: z.object({ items, more: z.number() }),
  payerCardLook: z.object({ ref: z.string(), items }),

  payerLabelOther: none,
  payerLabelYes: none,
  payerLabelNo: none,
  payerLabelEnd: none,
  payerLabelEndYes: none,
  payerLabelKeep: none,
  /** Somebody for whom the reader answers. */
  payerLabelFor: z.object({ name }),
  payerLabelLimit: none,
  payerLabelAlways: none,
  payerLabelSum: z.object({ cents: z.number() }),
  payerLabelPercent: limit,
  payerLabelLook: none,
  payerLabelNotNow: none,
  payerLabelNever: none,
  /** The settings, in the menu. */
  payerLabelCosts: none,
} as const;
