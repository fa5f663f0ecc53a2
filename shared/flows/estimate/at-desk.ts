import type { Order } from '#shared/domain/order/order.ts';
import type { Option } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { button } from '../flow.ts';

/** What advisors can do below an estimate that waits for its answer: buttons of the desk's own part, which reads them. */
export function deskButtons(
  { of, ref }: Pick<Order, 'of' | 'ref'>,
  edition: number,
): readonly (readonly Option[])[] {
  const act = (label: Parameters<typeof phrase>[0] & OrderLabel, data: object) =>
    button(phrase(label), { flow: 'desk.estimate', data: { ...data, of, ref, edition } });
  return [
    [
      act('orderLabelPhone', { do: 'record', how: 'phone' }),
      act('orderLabelDesk', { do: 'record', how: 'desk' }),
    ],
    [act('orderLabelCall', { do: 'call' }), act('orderLabelWithdraw', { do: 'withdraw' })],
  ];
}

type OrderLabel = 'orderLabelPhone' | 'orderLabelDesk' | 'orderLabelCall' | 'orderLabelWithdraw';
