import type { Conversation } from '#shared/domain/conversation.ts';
import type { Customer } from '#shared/domain/customer.ts';
import type { Word } from '../word.ts';

type Known = { readonly conversation: Conversation; readonly customer: Customer };

/**
 * The word that signs is a plain yes where nothing waits for it. An estimate that waits for an answer at all is meant by it only
 * while nothing else is asked.
 */
export function wordIn(word: Word | null, { conversation: { flow }, customer }: Known): Word | null {
  if (word !== 'sign') return word;
  const { orders, approvesFor } = customer;
  if (flow?.name === 'estimate' || orders.some(({ state }) => state === 'signing')) return word;
  const isAsked = orders.some(({ state }) => state === 'asked') || approvesFor.length > 0;
  return flow === null && isAsked ? word : 'yes';
}
