import { addressKey } from '#shared/domain/address.ts';
import type { Change } from '#shared/domain/facts.ts';
import { agreedTotal, type Choice } from '#shared/domain/order/estimate.ts';
import type { Order } from '#shared/domain/order/order.ts';
import { agree, choose, chooseAll, type OrderStep, sign, withOrder } from '#shared/domain/order/steps.ts';
import { card, type Option, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { aboutOther, answer, type Decision, type Turn, toCustomer, toDesk } from '../flow.ts';
import { offerLimit } from '../payer/limit.ts';
import { actsOf } from './action.ts';
import { estimateCard } from './card.ts';
import { confirmCard, nextCard, pageAfter } from './choose.ts';
import { documentJob } from './document.ts';
import { answeredLines, isProposed, openLines, type Proposed, saidOf } from './lines.ts';
import { agreedChange, byTurn, documentButton, recapOf, toBoth } from './recap.ts';
import { changesOf, refusal, type Standing } from './standing.ts';
import type { EstimateState } from './state.ts';
import { noEstimateTimers } from './timers.ts';

/** What is answered to an estimate, from the first choice to the agreement. */

type Answered = Decision<EstimateState>;

/** Yes to all, each line in its first way: the sum that the card shows, whatever was chosen before. */
export function approveAll(edition: number, standing: Standing, turn: Turn): Answered {
  const by = { edition, at: turn.now, who: turn.customer };
  const chosen = chooseAll({ ...standing.order, choices: [] }, { ...by, says: 'yes' });
  return chosen.kind === 'next'
    ? agreeing(chosen.order, standing, turn)
    : refusal(chosen.why, standing, turn);
}

/** One line is chosen; then the next one is asked about, on the same card where it can change. */
export function pick(edition: number, choice: Choice, standing: Standing, turn: Turn): Answered {
  const step = choose(standing.order, { edition, at: turn.now, who: turn.customer, choice });
  if (step.kind === 'refused') return refusal(step.why, standing, turn);
  const { order } = step;
  if (!isProposed(order)) return refusal('notOpen', standing, turn);
  return {
    ...answer(nextCard(order, turn.canEdit, pageAfter(order, choice.line))),
    changes: changesOf(order, standing),
  };
}

/** They confirm what they saw; what is another by now is shown as it is. */
export function confirmed(edition: number, said: string, standing: Standing, turn: Turn): Answered {
  const { order } = standing;
  if (edition === order.estimate.edition && order.state === 'asked') {
    const isOpen = openLines(order.estimate, order.choices).length > 0;
    if (isOpen) return answer(nextCard(order, turn.canEdit, 0));
    if (said !== saidOf(order.choices)) {
      const now = turn.canEdit ? nextCard(order, true, 0) : confirmCard(order);
      return answer({ ...now, text: [phrase('estimateChanged'), ...now.text] });
    }
  }
  return agreeing(order, standing, turn);
}

function agreeing(chosen: Order, standing: Standing, turn: Turn): Answered {
  const edition = standing.order.estimate.edition;
  const { signAbove } = turn.station.rules;
  const step = agree(chosen, { edition, at: turn.now, who: turn.customer, signAbove });
  return settled(step, false, standing, turn);
}

/** The word for it. */
export function signed(edition: number, standing: Standing, turn: Turn): Answered {
  const step = sign(standing.order, { edition, at: turn.now, who: turn.customer });
  return settled(step, true, standing, turn);
}

function settled(step: OrderStep, isSigned: boolean, standing: Standing, turn: Turn): Answered {
  if (step.kind === 'refused')
    return step.why === 'sign'
      ? toSign(standing.order, [], standing, turn)
      : refusal(step.why, standing, turn);
  const { order } = step;
  if (!isProposed(order)) return refusal('notOpen', standing, turn);
  if (order.state === 'signing') return toSign(order, changesOf(order, standing), standing, turn);
  return agreed(order, isSigned, standing, turn);
}

/** It is written down, for good, and both sides are shown the same words. */
function agreed(order: Proposed, isSigned: boolean, standing: Standing, turn: Turn): Answered {
  const { estimate, choices, agreements: number, state } = order;
  const by = byTurn(turn);
  const answered = { who: by.who.name, at: turn.now, number, signed: isSigned };
  const words = recapOf(order, estimate, choices, answered);
  const isDeclined = state === 'declined';
  const kind = isDeclined ? 'declined' : isSigned ? 'signed' : 'answer';
  const buttons = isDeclined ? [] : documentButton(order);
  const paper = isSigned ? [documentJob({ order, number }, turn)] : [];
  const offer = isDeclined ? null : offerLimit(withOrder(standing.customer, order), ownerId(standing));
  return {
    next: turn.conversation.flow?.name === 'estimate' ? { kind: 'done' } : { kind: 'stay' },
    changes: [
      ...changesOf(order, standing),
      ...(offer ? [{ kind: 'customer', customer: offer.customer } as const] : []),
      ...agreedChange(order, { ...by, kind }, words),
      ...timersGone(order, turn),
    ],
    say: [...toBoth(words, buttons, standing, turn), ...(offer ? [toCustomer(offer.ask)] : [])],
    ...(paper.length > 0 ? { jobs: paper } : {}),
  };
}

/** Of whom a limit is asked, where that is not whoever answers. */
function ownerId({ owner }: Standing): string | null {
  return owner?.customer.id ?? null;
}

/** The estimate as it stands now, to be answered. */
export function shown(standing: Standing, turn: Turn): Answered {
  const { order } = standing;
  return order.state === 'signing'
    ? toSign(order, [], standing, turn)
    : answer(estimateCard(order, turn.customer.name, turn.now));
}

function timersGone({ ref }: Order, { address }: Turn): readonly Change[] {
  return noEstimateTimers(ref, addressKey(address));
}

/** So high a sum needs the word for it or a signature; the document comes by itself. */
function toSign(
  order: Proposed,
  changes: readonly Change[],
  { owner }: Pick<Standing, 'owner'>,
  turn: Turn,
): Answered {
  const { of, ref, estimate, choices } = order;
  const words = phrase('estimateSign', {
    ref,
    cents: agreedTotal(estimate, choices),
    lines: answeredLines(estimate, choices),
    limit: turn.station.rules.signAbove ?? 0,
  });
  return {
    next: isBusy(turn)
      ? { kind: 'stay' }
      : { kind: 'at', state: { at: 'signing', of, ref, edition: estimate.edition } },
    changes,
    say: [
      toCustomer(card('aside', words, signButtons(order))),
      ...(changes.length > 0 ? [aboutOther(toDesk(say(words)), owner)] : []),
    ],
    ...(changes.length > 0 ? { jobs: [documentJob({ order, number: null }, turn)] } : {}),
  };
}

/** Something else is in progress: it goes on, and the word is understood all the same (`signing.ts`). */
function isBusy({ conversation: { flow } }: Turn): boolean {
  return flow !== null && flow.name !== 'estimate';
}

function signButtons(order: Proposed): readonly (readonly Option[])[] {
  const act = actsOf(order, order.estimate.edition);
  return [
    [act(phrase('estimateLabelChange'), { do: 'change' })],
    [act(phrase('estimateLabelQuestion'), { do: 'question', line: null })],
  ];
}
