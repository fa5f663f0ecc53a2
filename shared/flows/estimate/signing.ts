import type { Facts, Need } from '#shared/domain/facts.ts';
import type { OrderHead } from '#shared/domain/order/order.ts';
import { isOpen } from '#shared/domain/order/steps.ts';
import { say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { answer, type Decision, type Turn } from '../flow.ts';
import { actsOf } from './action.ts';
import { shown, signed } from './answer.ts';
import { isStanding, needsOf, standingOf } from './standing.ts';
import type { EstimateState } from './state.ts';

/** The word that signs, as a whole message: for what waits for it, wherever the talk went meanwhile. */

type Where = Pick<OrderHead, 'of' | 'ref'>;

export function needsOfSigning(state: EstimateState | null, turn: Turn): readonly Need[] {
  const where = signingAt(state, turn);
  if (where) return needsOf(where, turn);
  const ids = turn.customer.approvesFor.map(({ customer }) => customer);
  return ids.length === 0 ? [] : [{ kind: 'people', ids }];
}

/** What waits for an answer, as it stands now. */
export function waiting(facts: Facts, turn: Turn): Decision<EstimateState> {
  const where = signingAt(null, turn);
  if (!where) return answer(say(phrase('estimateNothingToSign')));
  const found = standingOf(where, facts, turn);
  return isStanding(found) ? shown(found, turn) : found;
}

export function signing(state: EstimateState | null, facts: Facts, turn: Turn): Decision<EstimateState> {
  const where = signingAt(state, turn);
  if (!where) return ofOthers(facts, turn);
  const found = standingOf(where, facts, turn);
  if (!isStanding(found)) return found;
  // The word does not answer what was not yet chosen: the estimate is shown, with its buttons.
  return found.order.state === 'signing'
    ? signed(found.order.estimate.edition, found, turn)
    : shown(found, turn);
}

/** What waits for the word; else what waits for an answer at all, which is shown. */
function signingAt(state: EstimateState | null, turn: Turn): Where | null {
  return state?.at === 'signing' ? state : openAt(turn);
}

/** The own order that waits: for the word, else for an answer at all. */
export function openAt({ customer }: Turn): Where | null {
  const newest = customer.orders.toReversed();
  const waits = (wanted: OrderHead['state']) => newest.find(({ state: now }) => now === wanted);
  return waits('signing') ?? waits('asked') ?? null;
}

/** Of those for whom they answer: a way to what waits. */
function ofOthers({ people }: Facts, turn: Turn): Decision<never> {
  const heads = turn.customer.approvesFor.flatMap(
    ({ customer }) => people.get(customer)?.customer.orders ?? [],
  );
  const head = heads.findLast(isOpen);
  if (!head) return answer(say(phrase('estimateNothingToSign')));
  const act = actsOf(head, 0);
  return answer(say(phrase('estimateNewest'), [[act(phrase('estimateLabelShow'), { do: 'show' })]]));
}
