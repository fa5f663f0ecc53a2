import type { Case } from '#shared/domain/case.ts';
import type { Conversation } from '#shared/domain/conversation.ts';
import type { Customer } from '#shared/domain/customer.ts';
import type { Word } from '../word.ts';

type Known = {
  readonly conversation: Conversation;
  readonly customer: Customer;
  readonly case: Pick<Case, 'waitingSince'>;
};

/**
 * The word that signs is a plain yes where nothing waits for it. An estimate that waits for an answer at all is meant by it only
 * while nothing else is asked. Words of a problem begin a report only where they answer nothing, belong to no photo that
 * was just sent, and nobody waits for a person: there they are what is being told.
 */
export function wordIn(
  word: Word | null,
  { conversation: { flow, burst }, customer, case: known }: Known,
): Word | null {
  if (word === 'problem') return flow === null && burst === null && known.waitingSince === null ? word : null;
  if (word !== 'sign') return word;
  const { orders, approvesFor } = customer;
  if (flow?.name === 'estimate' || orders.some(({ state }) => state === 'signing')) return word;
  const isAsked = orders.some(({ state }) => state === 'asked') || approvesFor.length > 0;
  return flow === null && isAsked ? word : 'yes';
}
