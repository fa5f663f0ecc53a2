import * as z from 'zod';
import { refusals } from '../order/step.ts';

const none = z.object({});
const cents = z.number();
const ref = z.string();
/** Ids of advisors, and how a customer is called. */
const by = z.string();
const name = z.string();
const how = z.enum(['phone', 'desk']);
/** A line and what is said to it; null: nothing yet. */
const answered = z.object({
  id: z.string(),
  name: z.string(),
  cents,
  says: z.enum(['yes', 'later', 'no']).nullable(),
});
const state = z.enum(['none', 'asked', 'signing', 'agreed', 'declined', 'withdrawn', 'expired']);
const work = z.enum(['none', 'started', 'stopped', 'done']);

/** What only the advisors see of estimates and work orders, but for `orderWithin`. Keys begin with `order`. */
export const orderPhrases = {
  // Writing an estimate
  /** How it is done; a right example stands below. */
  orderHowTo: none,
  orderNotHere: none,
  /** Above what of a message was not understood. */
  orderProblems: none,
  /** `line`: as it was written, '' where it is about all of it; `what`: the words in it. */
  orderProblem: z.object({
    trouble: z.enum([
      ...['price', 'name', 'words', 'amounts', 'sum', 'negative', 'currency', 'number'],
      ...['urgency', 'options', 'longName', 'longNote', 'time', 'day', 'past', 'twice'],
      ...['empty', 'lines', 'much'],
    ] as const),
    line: z.string(),
    what: z.string(),
  }),
  orderMoreProblems: z.object({ more: z.number() }),
  orderExample: none,
  /** Above the lines of a draft. */
  orderPreview: z.object({ ref, edition: z.number(), car: z.string(), note: z.string(), photos: z.number() }),
  /**
   * Against what was sent or agreed last. `cents`: how much more or less; `kept`: what is agreed and left out now, which will
   * not be done any more.
   */
  orderDiff: z.object({
    cents,
    agreed: z.boolean(),
    added: z.array(z.string()),
    left: z.array(z.string()),
    changed: z.array(z.object({ name: z.string(), from: cents, to: cents })),
  }),
  /** Who is asked; `owner`: whose car it is, where that is somebody else. */
  orderAsked: z.object({ name, owner: name.nullable() }),
  orderLimit: z.object({ agreed: cents, limit: cents, fits: z.boolean() }),
  /** The messenger takes only a prepared notice now. */
  orderShut: none,
  orderHow: none,
  orderNoReach: z.object({ name, phone: z.string() }),
  orderDiscarded: z.object({ ref }),
  /** Words that answered the preview: nobody but the group has seen them. */
  orderReplied: none,
  orderPhotoLate: none,
  orderPhotoMany: z.object({ most: z.number() }),

  // Sent
  orderSent: z.object({ ref, edition: z.number(), by, name, cents }),
  orderWithdrawn: z.object({ ref, by }),
  orderAnswered: z.object({ ref }),
  /** Nobody has answered: please call. `phone`: '' where none is known. */
  orderCall: z.object({ ref, car: z.string(), cents, since: z.number(), name, phone: z.string() }),
  orderPhone: z.object({ name, phone: z.string() }),

  // Agreements by phone or at the desk
  orderRecordHow: z.object({ ref }),
  orderRecord: z.object({ ref, how, lines: z.array(answered), cents, left: z.number() }),
  orderRecorded: z.object({ ref, number: z.number(), how, by, cents, told: z.boolean() }),
  /** By phone, and so much that it needs a signature. */
  orderToSign: z.object({ ref, cents }),
  orderRefusedAll: z.object({ ref, number: z.number(), by }),
  orderCarriedOn: z.object({ ref, number: z.number(), by, cents, limit: cents }),
  /** To the customer: something was added without asking, as far as they allowed it. */
  orderWithin: z.object({
    ref,
    number: z.number(),
    by,
    car: z.string(),
    at: z.number(),
    lines: z.array(answered),
    cents,
    limit: cents,
    ready: z.number().nullable(),
  }),

  // Work
  orderWorkHow: none,
  orderWork: z.object({ ref, by, work: z.enum(['started', 'stopped', 'done']), cents }),
  orderNothing: none,
  /** Why something is not done, with the sums that it is about. */
  orderRefused: z.object({
    why: z.enum(refusals),
    ref,
    agreed: cents,
    planned: cents,
  }),
  /** A line of the pinned card. */
  orderCard: z.object({ ref, car: z.string(), state, work, cents }),
  orderHelp: none,

  orderLabelSend: none,
  orderLabelDiscard: none,
  /** Adds what is agreed and stands not in the draft. */
  orderLabelKeep: none,
  orderLabelWithin: none,
  orderLabelPhone: none,
  orderLabelDesk: none,
  orderLabelWithdraw: none,
  orderLabelCall: none,
  orderLabelAnswered: none,
  orderLabelAllYes: none,
  orderLabelLine: z.object({
    id: z.string(),
    name: z.string(),
    says: z.enum(['yes', 'later', 'no']).nullable(),
  }),
  orderLabelRecord: z.object({ cents }),
  orderLabelBack: none,
  orderLabelStart: none,
  orderLabelDone: none,
} as const;
