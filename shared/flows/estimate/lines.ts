import { type Choice, type Estimate, type EstimateLine, priceOf } from '#shared/domain/order/estimate.ts';
import type { Order } from '#shared/domain/order/order.ts';
import { nameOf } from '#shared/domain/order/steps.ts';
import type { PhraseArgs } from '#shared/domain/phrase.ts';

/** An order with an edition that was sent. */
export type Proposed = Order & { readonly estimate: Estimate };

export function isProposed(order: Order): order is Proposed {
  return order.estimate !== null;
}

type Offered = PhraseArgs['estimateLines']['lines'][number];
type Answered = PhraseArgs['estimateAgreed']['lines'][number];

/** A line as the texts show it. */
export function offeredLine({ id, options, urgency, months, reason, photos }: EstimateLine): Offered {
  return { id, options: [...options], urgency, months, reason, photos: photos.length };
}

/** All lines with what was said to each. */
export function answeredLines({ lines }: Estimate, choices: readonly Choice[]): Answered[] {
  return lines.map((line) => {
    const choice = choices.find((one) => one.line === line.id);
    const option = choice?.option ?? 0;
    return {
      id: line.id,
      name: nameOf(line, choice?.says === 'yes' ? option : 0),
      cents: priceOf(line, option),
      says: choice?.says ?? null,
    };
  });
}

/** Lines that nothing was said to yet. */
export function openLines({ lines }: Estimate, choices: readonly Choice[]): readonly EstimateLine[] {
  return lines.filter(({ id }) => !choices.some(({ line }) => line === id));
}

/** What was said as one short text: a confirmation carries it, so that nobody confirms what they did not see. */
export function saidOf(choices: readonly Choice[]): string {
  return choices
    .map(({ line, says, option }) => `${line}${says}${says === 'yes' ? option : ''}`)
    .toSorted()
    .join(' ');
}

/** For when the car is promised by an answer at that moment: what was named for an earlier answer is not promised any more. */
export function readyFor({ ready, answerBy }: Estimate, at: number): number | null {
  return answerBy !== null && at > answerBy ? null : ready;
}
