import { isPerson, type Person } from '../customer.ts';
import type { Order } from './order.ts';

/** Why an action on an order is not done. What people are told of it is the caller's business. */
export const refusals = [
  /** The work is over: what comes now is another order. */
  'done',
  /** The button or command is of another edition (or agreement) than the one that stands. */
  'older',
  /** Nothing was sent, or it was taken back. */
  'notOpen',
  /** It was answered already. */
  'already',
  /** The time in which it could be answered is over. */
  'expired',
  /** Somebody else is asked. */
  'notTheirs',
  /** There is no such line, or no such way of doing it. */
  'noLine',
  /** Some lines have no answer yet. */
  'unanswered',
  /** An edition still waits for its answer. */
  'waits',
  /** A question is open: the estimate stays open with it. */
  'question',
  /** Nothing is agreed. */
  'notAgreed',
  /** The owner says that the agreement is not so. */
  'disputed',
  /** The sum is above what was agreed. */
  'above',
  /** The owner lets us do nothing without asking. */
  'mustAsk',
  /** A line can be done in several ways, and only the owner chooses. */
  'options',
  /** The owner put this line off or refused it. */
  'refused',
  /** A sum so high needs a signature. */
  'sign',
  /** No work goes on. */
  'notStarted',
] as const;
export type Refusal = (typeof refusals)[number];

/** The next order, or why there is none. The order that was given is never changed. */
export type OrderStep =
  | { readonly kind: 'next'; readonly order: Order }
  | { readonly kind: 'refused'; readonly why: Refusal };

export function next(order: Order, change: Partial<Order> = {}): OrderStep {
  return { kind: 'next', order: { ...order, ...change } };
}

export function refused(why: Refusal): OrderStep {
  return { kind: 'refused', why };
}

/** Whether the estimate was put to this person: the owner, or the approver in their place. */
export function isAsked({ askedWho, of }: Pick<Order, 'askedWho' | 'of'>, who: Person): boolean {
  return isPerson(askedWho ?? of, who);
}

/** Whether the car is theirs. */
export function isOwner({ of }: Pick<Order, 'of'>, who: Person): boolean {
  return isPerson(of, who);
}
