import type { Order } from '#shared/domain/order/order.ts';
import type { Option } from '#shared/domain/outbound.ts';
import { type PhraseKey, phrase } from '#shared/domain/phrase.ts';
import { button } from '../flow.ts';

/** Buttons of the desk's own part, which reads them: what advisors can do about an estimate. Pure. */

type At = Pick<Order, 'of' | 'ref'>;
type OrderLabel = Extract<PhraseKey, `orderLabel${string}`>;
type PlainLabel = Exclude<OrderLabel, 'orderLabelLine' | 'orderLabelRecord'>;

function act(label: PlainLabel, { of, ref }: At, edition: number, data: object): Option {
  return button(phrase(label), { flow: 'desk.estimate', data: { ...data, of, ref, edition } });
}

/** Below an estimate that waits for its answer. */
export function deskButtons(order: At, edition: number): readonly (readonly Option[])[] {
  return [
    [
      act('orderLabelPhone', order, edition, { do: 'record', how: 'phone' }),
      act('orderLabelDesk', order, edition, { do: 'record', how: 'desk' }),
    ],
    [
      act('orderLabelCall', order, edition, { do: 'call' }),
      act('orderLabelWithdraw', order, edition, { do: 'withdraw' }),
    ],
  ];
}

/** A question that was put in another topic is answered there: here it is called over. */
export function answeredButton(order: At, edition: number): Option {
  return act('orderLabelAnswered', order, edition, { do: 'answered' });
}
