import { type Facts, orderName } from '#shared/domain/facts.ts';
import { isOpen } from '#shared/domain/order/steps.ts';
import { say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { answer, type Decision, type Turn } from '../flow.ts';
import { mayAnswer } from '../payer/asked.ts';
import { documentJob, type Wanted } from './document.ts';
import { newestOf } from './quote.ts';

/** The work order as a document, for its owner and for whoever answers in their place. */
export function document(
  { of, ref, number }: { readonly of: string; readonly ref: string; readonly number: number | null },
  facts: Facts,
  turn: Turn,
): Decision<never> {
  const order = facts.orders.get(orderName({ of, ref }));
  if (!order) return answer(say(phrase('estimateOver', { ref, state: 'gone' })));
  if (mayAnswer(turn.customer, order, facts.people).as === 'nobody')
    return answer(say(phrase('payerNotYours')));
  return made(order, number ?? order.agreed?.number ?? null, turn);
}

/** "Send me the document": of what was agreed last; where nothing was, of the estimate that waits. */
export function lastDocument(facts: Facts, turn: Turn): Decision<never> {
  const newest = newestOf(facts, turn);
  if (newest) return made({ ...newest, state: 'agreed' }, newest.number, turn);
  const open = turn.customer.orders.findLast(isOpen);
  return open ? made(open, null, turn) : answer(say(phrase('estimateNothingAgreed')));
}

function made(order: Wanted['order'], number: number | null, turn: Turn): Decision<never> {
  return { ...answer(say(phrase('estimateDocument'))), jobs: [documentJob({ order, number }, turn)] };
}
