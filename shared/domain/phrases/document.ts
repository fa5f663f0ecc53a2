import * as z from 'zod';
import { urgencies } from '../order/estimate.ts';
import { agreedHow } from '../order/order.ts';

const none = z.object({});

/** What a work order's document is: an agreement, what was refused, or an estimate that nobody has answered yet. */
export const documentKinds = ['agreement', 'declined', 'estimate'] as const;

/** The work order as a document, and what is said when it comes. Keys begin with `document`. */
export const documentPhrases = {
  // In the chat
  /** Stands below the file. `name`: the number that both sides call it by. */
  documentReady: z.object({ kind: z.enum(documentKinds), name: z.string() }),
  /** It could not be made. */
  documentFailed: z.object({ name: z.string(), phone: z.string() }),

  // On the paper
  documentTitle: z.object({ kind: z.enum(documentKinds), name: z.string() }),
  documentField: z.object({
    field: z.enum(['car', 'owner', 'advisor', 'date', 'ready', 'validUntil', 'answered']),
  }),
  documentPerson: z.object({ advisor: z.string() }),
  documentMoment: z.object({ at: z.number() }),
  documentDay: z.object({ at: z.number() }),
  documentColumn: z.object({ column: z.enum(['work', 'parts', 'labour', 'price']) }),
  documentSection: z.object({ section: z.enum(['proposed', 'chosen', 'agreed', 'later', 'declined']) }),
  /** How soon a line should be done; `months` where they were named. */
  documentUrgency: z.object({ urgency: z.enum(urgencies).nullable(), months: z.number().nullable() }),
  /** `140.00 €`, in a column. */
  documentMoney: z.object({ cents: z.number() }),
  /** `agreed`: of what was said yes to; `all`: of all that was proposed; `allFirst`: where there are ways A and B, with A. */
  documentTotal: z.object({ of: z.enum(['agreed', 'chosen', 'all', 'allFirst']) }),
  documentTax: z.object({ percent: z.number() }),
  /** Who said so, how and when; `by`: the advisor who wrote it down, where one did. */
  documentAnswered: z.object({
    how: z.enum(agreedHow),
    who: z.string(),
    by: z.string().nullable(),
    at: z.number(),
  }),
  /** What the owner says to an agreement that an advisor wrote down. */
  documentOwnersWord: z.object({ word: z.enum(['right', 'notSo', 'open']) }),
  /** Above the words of the chat. */
  documentShown: none,
  documentSignHint: none,
  documentSignature: z.object({ of: z.enum(['owner', 'station']) }),
  documentPage: z.object({ page: z.number(), pages: z.number() }),
} as const;
