import type { Change } from '#shared/domain/facts.ts';
import { type Agreeing, agreementOf } from '#shared/domain/order/agreement.ts';
import { agreedTotal, type Choice, type Estimate } from '#shared/domain/order/estimate.ts';
import type { Order } from '#shared/domain/order/order.ts';
import { ceiling } from '#shared/domain/order/steps.ts';
import { card, type Option, type Say, say } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { aboutOther, type Outgoing, type Turn, toCustomer, toDesk } from '../flow.ts';
import { actsOf } from './action.ts';
import { answeredLines, isProposed, readyFor } from './lines.ts';
import type { Standing } from './standing.ts';

/** What both sides are shown of an agreement, and what the ledger keeps of it: the same words. */

/** Who said it, when, and what stands. `signed`: by the word for it. */
type Answer = {
  readonly who: string;
  readonly at: number;
  readonly number: number;
  readonly signed: boolean;
};

/** The words of an agreement, or of a refusal; with them the sum up to which nobody is asked again, where there is one. */
export function recapOf(
  order: Order,
  estimate: Estimate,
  choices: readonly Choice[],
  { who, at, number, signed }: Answer,
): readonly Phrase[] {
  const { ref, car } = order;
  const lines = answeredLines(estimate, choices);
  const cents = agreedTotal(estimate, choices);
  if (!choices.some(({ says }) => says === 'yes'))
    return [phrase('estimateDeclined', { ref, number, who, car, at, lines })];
  const ready = readyFor(estimate, at);
  const isLate = estimate.ready !== null && ready === null;
  const most = order.agreed?.number === number ? ceiling(order) : cents;
  return [
    phrase('estimateAgreed', { ref, number, who, car, at, lines, cents, ready, signed }),
    ...(isLate ? [phrase('estimateLate', { by: estimate.by })] : []),
    ...(most > cents ? [phrase('payerUpTo', { cents: most })] : []),
  ];
}

/** A row of the ledger with its wording; none where nothing of the kind has happened. */
export function agreedChange(
  order: Order,
  agreeing: Agreeing,
  wording: readonly Phrase[],
): readonly Change[] {
  const agreement = agreementOf(order, agreeing);
  return agreement ? [{ kind: 'agreed', agreement, wording }] : [];
}

/** Who answers in this turn, for the ledger. The shell adds the inbound and the words. */
export function byTurn({ customer, now, language }: Turn): Omit<Agreeing, 'kind'> {
  return {
    who: { customer: customer.id, name: customer.name },
    by: null,
    at: now,
    language,
    inbound: '',
  };
}

/** To whoever answered, to the owner where that is somebody else, and in the owner's topic. */
export function toBoth(
  words: readonly Phrase[],
  buttons: readonly (readonly Option[])[],
  { owner }: Standing,
  { customer }: Turn,
): readonly Outgoing[] {
  const told: Say = card('aside', words, buttons);
  const line = aboutOther(toDesk(say(words)), owner);
  if (owner === null) return [toCustomer(told), line];
  const answered = phrase('payerAnswered', { name: customer.name });
  return [
    toCustomer(told),
    aboutOther(toCustomer(card('aside', [answered, ...words], buttons)), owner),
    line,
  ];
}

/** [Get the document] of the agreement that stands. */
export function documentButton(order: Order): readonly (readonly Option[])[] {
  if (!isProposed(order)) return [];
  const number = order.agreed?.number ?? null;
  const act = actsOf(order, order.estimate.edition);
  return [[act(phrase('estimateLabelDocument'), { do: 'document', number })]];
}
