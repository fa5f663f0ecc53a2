import { taxIn } from '#shared/domain/money.ts';
import { totalOf } from '#shared/domain/order/estimate.ts';
import { card, type Option, type Say, withNotice } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { act as payerAct } from '../payer/action.ts';
import { actsOf } from './action.ts';
import { offeredLine, type Proposed, readyFor } from './lines.ts';

/**
 * The card that asks somebody about an estimate, as it was sent last: who found what, every line, the sum, until when. A card
 * of its own, which goes on beside whatever else is talked about. `name`: of whoever is asked; '' where it is not known. `now`:
 * where it is shown again, epoch milliseconds: a time that was named for an earlier answer is not named any more.
 */
export function estimateCard(order: Proposed, name: string, now = 0): Say {
  const { estimate, car } = order;
  const asked = card('aside', [headOf(order, name), ...wordsOf(order, now)], askButtons(order));
  // Where three buttons fit, who pays is changed by its word.
  return withNotice(
    { ...asked, brief: true },
    {
      kind: 'estimate',
      car,
      until: estimate.validUntil,
    },
  );
}

/** The same without a way to answer it: for somebody who is told, while another one is asked. */
export function estimateShown(order: Proposed, name: string): Say {
  return card('aside', [headOf(order, name), ...wordsOf(order)]);
}

/** [Approve all] [Choose items] [I have a question]; for the owner also [Somebody else pays]. */
export function askButtons(order: Proposed): readonly (readonly Option[])[] {
  const act = actsOf(order, order.estimate.edition);
  return [
    [act(phrase('estimateLabelAll'), { do: 'all' })],
    [act(phrase('estimateLabelSome'), { do: 'some', page: 0 })],
    [act(phrase('estimateLabelQuestion'), { do: 'question', line: null })],
    ...(order.askedWho === null ? [[payerAct(phrase('payerLabelOther'), { do: 'other' })]] : []),
  ];
}

function headOf({ estimate, car }: Proposed, name: string): Phrase {
  const photos = estimate.lines.reduce((sum, line) => sum + line.photos.length, 0);
  const { by, note, edition } = estimate;
  return phrase('estimateHead', { by, name, car, note, photos, edition });
}

/** Every line, then the sum: where a messenger needs two messages, the sum stands with the buttons. */
function wordsOf({ estimate, vatPercent, agreed }: Proposed, now = 0): readonly Phrase[] {
  const cents = totalOf(estimate);
  const { validUntil, lines, edition } = estimate;
  const ready = readyFor(estimate, now);
  const answerBy = ready === null ? null : estimate.answerBy;
  return [
    phrase('estimateLines', { lines: lines.map(offeredLine) }),
    // What they called "not so" is no agreement.
    ...(agreed && agreed.confirmed !== false && agreed.cents > 0 && agreed.edition < edition
      ? [phrase('estimateSoFar', { cents: agreed.cents })]
      : []),
    phrase('estimateTotal', {
      cents,
      tax: taxIn(cents, vatPercent),
      vatPercent,
      ways: lines.some(({ options }) => options.length > 1),
      ready,
      answerBy,
      validUntil,
    }),
  ];
}
