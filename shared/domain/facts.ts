import * as z from 'zod';
import type { Customer, Visit } from './customer.ts';
import type { Day } from './day.ts';
import { languageSchema } from './language.ts';

/** What a decision wants to read, as data. The shell fetches all of it in one batch. */
export type Need = { readonly kind: 'days'; readonly dates: readonly string[] };

/** What was read. A day nobody booked yet is there too, empty, with version 0. */
export type Facts = { readonly days: ReadonlyMap<string, Day> };

/** Which promise of the ledger a row keeps. */
export type AgreementKind = 'booked' | 'moved' | 'cancelled';

/**
 * What a decision changes, as data; `shared/store/commit.ts` writes all of it in one transaction. `day` and `customer`
 * are whole new values whose `version` is the one that was read: the write fails when somebody else was faster.
 */
export type Change =
  | { readonly kind: 'customer'; readonly customer: Customer }
  | { readonly kind: 'day'; readonly day: Day }
  /** What was agreed about a visit: the appointment as it stands from now on, and the promise both sides can quote. */
  | { readonly kind: 'agreement'; readonly agreed: AgreementKind; readonly visit: Visit }
  | { readonly kind: 'consent'; readonly purpose: 'visit'; readonly given: boolean; readonly wording: string }
  | { readonly kind: 'request'; readonly request: PersonRequest }
  | { readonly kind: 'timer'; readonly key: string; readonly dueAt: number | null; readonly data: unknown }
  /** The person is there again (or wrote): a destination that was marked unreachable is tried again. */
  | { readonly kind: 'reachable' }
  /** The person is not there any more: what only a timer says is not sent until they write. */
  | { readonly kind: 'unreachable' }
  /** The messenger counts the window that ends at `until` (epoch milliseconds) as shut already. */
  | { readonly kind: 'windowShut'; readonly until: number }
  /** Message `part` of that row did not arrive; noted on the row, so that one row is decided about once. */
  | { readonly kind: 'undelivered'; readonly row: string; readonly part: number; readonly why: string };

/** Someone waits for a person. Kept until an advisor answers it. */
export const personRequestSchema = z.object({
  id: z.string(),
  customer: z.string(),
  name: z.string(),
  reason: z.enum(['asked', 'more', 'misunderstood', 'problem', 'photos', 'file', 'limit', 'tooLate']),
  text: z.string(),
  files: z.array(z.string()),
  language: languageSchema,
  at: z.number(),
  answerBy: z.number(),
});
export type PersonRequest = z.infer<typeof personRequestSchema>;
