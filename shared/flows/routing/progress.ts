import type { Conversation } from '#shared/domain/conversation.ts';
import { isOpen } from '#shared/domain/order/steps.ts';
import type { FlowEvent, Turn } from '../flow.ts';
import type { Call } from '../meant.ts';
import { flowNamed } from '../registry.ts';

/** What is in progress, and what waits: whose words they are. Pure. */

/** The flow in progress, where the words or the contact answer what it asks. */
export function inProgress(
  { flow }: Pick<Conversation, 'flow'>,
  told: FlowEvent<unknown>,
  turn: Turn,
): Call | null {
  if (!flow) return null;
  return flowNamed(flow.name)?.takes(flow.state, told, turn) ? { flow: flow.name, event: told } : null;
}

/**
 * Whether what is not understood is about an estimate: nothing else is asked, or it came after the last tap, so that what was
 * begun before it is not what they write about.
 */
export function estimateWaits({ conversation, customer }: Pick<Turn, 'conversation' | 'customer'>): boolean {
  const { flow, tappedAt } = conversation;
  if (flow?.name === 'estimate') return false;
  return customer.orders.some((head) => isOpen(head) && (flow === null || head.at > tappedAt));
}

/** A booking that was not touched for so long is not what somebody writes about. */
const leftMs = 6 * 60 * 60_000;

/** A booking is in progress, and they were at it lately: `since` is when they did last what counts. Epoch milliseconds. */
export function isBooking({ flow }: Pick<Conversation, 'flow'>, since: number, now: number): boolean {
  return flow?.name === 'book' && now - since <= leftMs;
}

/** They tapped or wrote lately, and a booking is in progress. */
export function isBookingNow({ conversation, now }: Pick<Turn, 'conversation' | 'now'>): boolean {
  return isBooking(conversation, Math.max(conversation.tappedAt, conversation.heardAt), now);
}
