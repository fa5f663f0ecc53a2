import * as z from 'zod';
import type { Address } from './address.ts';
import type { Case, Topic, TopicOwner, Waiter } from './case.ts';
import type { Purpose } from './consent.ts';
import type { Conversation } from './conversation.ts';
import type { Customer, Visit } from './customer.ts';
import type { Day } from './day.ts';
import type { HappenedAt } from './digest.ts';
import type { Erased } from './erased.ts';
import type { Roster } from './group.ts';
import type { Happened } from './happened.ts';
import { type Language, languageSchema } from './language.ts';
import type { Agreement } from './order/agreement.ts';
import type { Order } from './order/order.ts';
import type { Phrase } from './phrase.ts';
import type { Answers, Replies } from './replies.ts';
import type { Report, StoredFile } from './report.ts';
import { requestReasons } from './request-reasons.ts';
import type { Stage } from './visit/stage.ts';
import type { Waitlist } from './waitlist.ts';

/**
 * What a decision wants to read, as data. The shell fetches all of it in one batch; `timers` is a query beside it, and a
 * number or code that names another customer brings that customer in one more batch.
 */
export type Need =
  | { readonly kind: 'days'; readonly dates: readonly string[] }
  /** Whose number it is, in its canonical form. */
  | { readonly kind: 'number'; readonly number: string }
  /** Who made a code, by its digits. */
  | { readonly kind: 'code'; readonly digits: string }
  /** What is still to fall due at an address, by its key. */
  | { readonly kind: 'timers'; readonly of: string }
  /** Everybody who waits for a person, longest first. */
  | { readonly kind: 'waiters' }
  /** Whose the visits are that have work on these dates; the days are read with it. */
  | { readonly kind: 'visits'; readonly on: readonly string[] }
  /** A work order, by the customer in whose partition it lies and its number. */
  | { readonly kind: 'order'; readonly of: string; readonly ref: string }
  /** A report, by the customer in whose partition it lies and its number. */
  | { readonly kind: 'report'; readonly of: string; readonly id: string }
  /** What was agreed with these customers, newest first; at most 20. */
  | { readonly kind: 'agreements'; readonly of: readonly string[] }
  /** The calendar feed of the bays, as it is given out now. */
  | { readonly kind: 'feed' }
  /** What happened on these station days, for the owner's figures. */
  | { readonly kind: 'happened'; readonly dates: readonly string[] }
  /** Who waits for a free time. */
  | { readonly kind: 'waitlist' }
  /** Replies of advisors that may be like one, by a name of `bucketsOf` it. */
  | { readonly kind: 'replies'; readonly bucket: string }
  /** Ready answers that a manager kept. */
  | { readonly kind: 'answers' }
  /** Other customers, and how they are reached. */
  | { readonly kind: 'people'; readonly ids: readonly string[] };

/** Somebody else than whoever a step is about: the driver whose approver answers, or the approver. */
export type Other = {
  readonly customer: Customer;
  readonly case: Case;
  /** Where they are spoken to: the address they wrote from last. */
  readonly home: Address;
  readonly language: Language;
  /** When they were heard there last; what may be sent freely is counted from it (epoch milliseconds). */
  readonly heardAt: number;
};

/** Name of an order among the facts. */
export function orderName({ of, ref }: Pick<Order, 'of' | 'ref'>): string {
  return `${of} ${ref}`;
}

/** What was read; what is not there has no entry. A day nobody booked yet is there too, empty, with version 0. */
export type Facts = {
  readonly days: ReadonlyMap<string, Day>;
  readonly numbers: ReadonlyMap<string, NumberClaim>;
  readonly codes: ReadonlyMap<string, LinkCode>;
  /** Customers whom numbers and codes name, by the id that is named there: as they are now, if they were merged. */
  readonly customers: ReadonlyMap<string, Customer>;
  readonly timers: readonly PendingTimer[];
  /** With the topic of each, where there is one. */
  readonly waiters: readonly (Waiter & { readonly topic: Topic | null })[];
  /** Customers by the ids of their visits. */
  readonly visits: ReadonlyMap<string, Customer>;
  /** Work orders by `orderName`. */
  readonly orders: ReadonlyMap<string, Order>;
  /** Reports by their numbers. */
  readonly reports: ReadonlyMap<string, Report>;
  /** Newest first. */
  readonly agreements: readonly Agreement[];
  /** What happened, by the day. */
  readonly happened: ReadonlyMap<string, readonly HappenedAt[]>;
  /** Who waits for a free time; empty where it was not asked for. */
  readonly waitlist: Waitlist;
  /** Other customers by the id that was asked for. */
  readonly people: ReadonlyMap<string, Other>;
  /** Null where none was given out. */
  readonly feed: Feed | null;
  /** Replies of advisors, by the name under which those like them are remembered. */
  readonly replies: ReadonlyMap<string, Replies>;
  /** Empty where it was not asked for. */
  readonly answers: Answers;
};

/** The address of the bays' days that is good now; only its hash is kept. `by`: the manager who made it, since when. */
export type Feed = { readonly version: number; readonly by: string; readonly since: number };

/** Which customer a messenger's word on a number belongs to, at which of their addresses (a key), since when. */
export type NumberClaim = {
  readonly version: number;
  readonly customer: string;
  readonly address: string;
  readonly at: number;
};

/** Where a code was made and until when it can be used, epoch milliseconds. */
export type LinkCode = {
  readonly customer: string;
  readonly address: string;
  readonly until: number;
  /** What it is good for: joining two chats of one person, or saying yes to costs in somebody's place. */
  readonly purpose: 'link' | 'approve';
};

export type PendingTimer = { readonly key: string; readonly dueAt: number; readonly data: unknown };

/** Which promise of the ledger a row keeps. */
export type AgreementKind = 'booked' | 'moved' | 'cancelled';

/**
 * What a decision changes, as data; `shared/store/commit.ts` writes all of it in one transaction. `day` and `customer`
 * are whole new values whose `version` is the one that was read: the write fails when somebody else was faster.
 */
export type Change =
  /** `read`: the version that was read, where the new one is not the next after it (two rows became one). */
  | { readonly kind: 'customer'; readonly customer: Customer; readonly read?: number }
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'waitlist'; readonly list: Waitlist }
  | { readonly kind: 'replies'; readonly bucket: string; readonly replies: Replies }
  | { readonly kind: 'answers'; readonly answers: Answers }
  /** What was agreed about a visit: the appointment as it stands from now on, and the promise both sides can quote. */
  /**
   * `by`: the advisor who agreed to it in the customer's place; without it the customer. `customer`: whose it is, where
   * that is not the step's own customer.
   */
  | {
      readonly kind: 'agreement';
      readonly agreed: AgreementKind;
      readonly visit: Visit;
      readonly by?: string;
      readonly customer?: string;
    }
  /** A visit is over: how it went, as the customer's own row knew it. Should it go on after all, the next end takes its place. */
  | { readonly kind: 'over'; readonly customer: string; readonly visit: Visit; readonly stage: Stage }
  | {
      readonly kind: 'consent';
      readonly purpose: Purpose;
      readonly given: boolean;
      readonly wording: string;
      /** The message that it answers, by the messenger's id; null: none. */
      readonly messageId: string | null;
    }
  /** Something happened on that station day that the owner's figures count; of the same name it counts once. */
  | {
      readonly kind: 'happened';
      readonly date: string;
      readonly name: string;
      readonly happened: Happened;
    }
  | { readonly kind: 'request'; readonly request: PersonRequest }
  /** A whole new value whose `version` is the one that was read. */
  | { readonly kind: 'order'; readonly order: Order }
  /**
   * What was agreed, for good. `wording`: what both sides are shown, in the agreement's language; the shell keeps it as the words
   * that they were (`Agreement.shown`).
   */
  | { readonly kind: 'agreed'; readonly agreement: Agreement; readonly wording: readonly Phrase[] }
  /** A defect as it is known now; the step's own customer's. */
  | { readonly kind: 'report'; readonly report: Report }
  /** A file of the step's own customer lies in the station's store now. */
  | { readonly kind: 'file'; readonly file: StoredFile }
  /** `chat`: key of the address it belongs to; without it the conversation's own. */
  | {
      readonly kind: 'timer';
      readonly key: string;
      readonly dueAt: number | null;
      readonly data: unknown;
      readonly chat?: string;
    }
  /**
   * Another address (a key) of the same person shows to the conversation's own from now on. `left`: since when it is theirs
   * no more (messenger's time, epoch milliseconds); null: it still is. `read`: the version that lay there, or 0.
   */
  | { readonly kind: 'moved'; readonly from: string; readonly left: number | null; readonly read: number }
  /** A messenger vouches that a number is this customer's; null takes that back. `read`: the version that was read, or 0. */
  | {
      readonly kind: 'number';
      readonly number: string;
      readonly claim: Omit<NumberClaim, 'version'> | null;
      readonly read: number;
    }
  /** A code is made; or used up, once: the step is decided again when somebody else used it. */
  | { readonly kind: 'code'; readonly digits: string; readonly made: LinkCode | 'used' }
  /** A link that people open, until then (epoch milliseconds). `token`: 22 url-safe signs. */
  | { readonly kind: 'link'; readonly token: string; readonly to: LinkTarget; readonly until: number }
  /** The bays' days have a new address from now on, and the one before leads nowhere. `feed`: with the version that was read, or 0. */
  | { readonly kind: 'feed'; readonly token: string; readonly feed: Feed }
  /** The person is there again (or wrote): a destination that was marked unreachable is tried again. */
  | { readonly kind: 'reachable' }
  /** The person is not there any more: what only a timer says is not sent until they write. */
  | { readonly kind: 'unreachable' }
  /** The messenger counts the window that ends at `until` (epoch milliseconds) as shut already. */
  | { readonly kind: 'windowShut'; readonly until: number }
  /** The desk's side of a customer; a whole new value whose `version` is the one that was read. */
  | { readonly kind: 'case'; readonly case: Case }
  /** Somebody waits for a person from now on, or does not any more (null). */
  | { readonly kind: 'waiter'; readonly customer: string; readonly waiter: Waiter | null }
  /**
   * This message (`at`: key of its address, `messageId`) was passed on as row `row` of `to` (a key): answers to it,
   * corrections and reactions find their way.
   */
  | {
      readonly kind: 'passed';
      readonly at: string;
      readonly messageId: string;
      readonly to: string;
      readonly row: string;
    }
  /** A row that still waits is not sent any more; decided again where it left meanwhile. */
  | { readonly kind: 'withdrawn'; readonly destination: string; readonly row: string }
  /**
   * Nobody is at this address (a key) any more: all that was there is erased. `blank`: the conversation that lies there from now on,
   * with the version that was read; null where the step itself writes it. `version`: the number after which rows there go on.
   */
  | {
      readonly kind: 'buried';
      readonly address: string;
      readonly erased: Erased;
      readonly version: number;
      readonly blank: { readonly conversation: Conversation; readonly read: number } | null;
    }
  | { readonly kind: 'roster'; readonly roster: Roster }
  /** A topic of the group that was made but not recorded is this customer's. */
  | {
      readonly kind: 'topicMade';
      readonly chat: string;
      readonly thread: string;
      readonly title: string;
      readonly owner: TopicOwner;
    }
  /** The group has a new id. */
  | { readonly kind: 'groupMoved'; readonly to: string }
  /** What a check of the group found wrong; empty when all is well. */
  | { readonly kind: 'groupTrouble'; readonly trouble: readonly string[] }
  /** Message `part` of that row did not arrive; noted on the row, so that one row is decided about once. */
  | { readonly kind: 'undelivered'; readonly row: string; readonly part: number; readonly why: string };

/**
 * What a link gives out: the calendar file of a visit, all that was said with the step's customer, a part of their archive by its
 * key in the station's store, or the bays' days.
 */
export const linkTargetSchema = z.discriminatedUnion('of', [
  z.object({ of: z.literal('visit'), visit: z.string() }),
  z.object({ of: z.literal('history') }),
  z.object({ of: z.literal('archive'), key: z.string(), name: z.string() }),
  z.object({ of: z.literal('feed') }),
]);
export type LinkTarget = z.infer<typeof linkTargetSchema>;

/** Someone waits for a person. Kept until an advisor answers it. */
export const personRequestSchema = z.object({
  id: z.string(),
  customer: z.string(),
  name: z.string(),
  reason: z.enum(requestReasons),
  text: z.string(),
  files: z.array(z.string()),
  language: languageSchema,
  at: z.number(),
  answerBy: z.number(),
});
export type PersonRequest = z.infer<typeof personRequestSchema>;
