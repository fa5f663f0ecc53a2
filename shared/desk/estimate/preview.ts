import { taxIn } from '#shared/domain/money.ts';
import { type Estimate, totalOf } from '#shared/domain/order/estimate.ts';
import type { Order } from '#shared/domain/order/order.ts';
import { carryOn, ceiling, isOpen } from '#shared/domain/order/steps.ts';
import { card, type Option, type Say } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { deskButtons } from '#shared/flows/estimate/at-desk.ts';
import { offeredLine } from '#shared/flows/estimate/lines.ts';
import { putOffHint } from '#shared/flows/payer/put-off.ts';
import type { About, DeskTurn } from '../turn.ts';
import { actsOf } from './action.ts';
import { diffOf, leftOut } from './diff.ts';
import type { Asked } from './whose.ts';

/** What is seen of a draft: the lines as they will be shown, what changes by it, who is asked, and what can be done with it. */
export function previewCard(order: Order, draft: Estimate, about: About, asked: Asked, turn: DeskTurn): Say {
  const { ref, car } = order;
  const { edition, note, lines } = draft;
  const photos = lines.reduce((sum, line) => sum + line.photos.length, 0);
  const diff = diffOf(order, draft);
  const limit = limitLine(order, draft, about);
  return card(
    'aside',
    [
      phrase('orderPreview', { ref, edition, car, note, photos }),
      ...estimateText(order, draft),
      ...(diff ? [phrase('orderDiff', diff)] : []),
      ...(limit ? [limit] : []),
      ...putOffHint(about.customer, order, draft, turn.now),
      ...whoLines(about, asked, turn),
      phrase('orderHow'),
    ],
    buttons(order, draft, about, asked, turn),
  );
}

/** The lines and their sum, in the words that the customer reads. */
function estimateText({ vatPercent }: Pick<Order, 'vatPercent'>, estimate: Estimate): readonly Phrase[] {
  const { lines, ready, answerBy, validUntil } = estimate;
  const cents = totalOf(estimate);
  const ways = lines.some(({ options }) => options.length > 1);
  return [
    phrase('estimateLines', { lines: lines.map(offeredLine) }),
    phrase('estimateTotal', {
      cents,
      tax: taxIn(cents, vatPercent),
      vatPercent,
      ways,
      ready,
      answerBy,
      validUntil,
    }),
  ];
}

/** An estimate that waits for its answer, as the desk sees it. `by`: whose it is, a station id; `name`: whoever is asked. */
export function sentCard(order: Order, estimate: Estimate, by: string, name: string): Say {
  const { edition } = estimate;
  const line = phrase('orderSent', { ref: order.ref, edition, by, name, cents: totalOf(estimate) });
  return card('aside', [line, ...estimateText(order, estimate)], deskButtons(order, edition));
}

/** Up to which sum nobody need be asked, where something is agreed and the owner allows it. */
function limitLine(order: Order, draft: Estimate, { customer }: About): Phrase | null {
  const { agreed } = order;
  const limit = ceiling({ ...order, allowance: customer.allowance });
  if (agreed === null || customer.allowance === null || limit <= agreed.cents) return null;
  return phrase('orderLimit', { agreed: agreed.cents, limit, fits: totalOf(draft) <= limit });
}

function whoLines(
  { customer, openUntil }: About,
  { name, other, chat, phone }: Asked,
  { now, windowAt }: DeskTurn,
): readonly Phrase[] {
  if (chat === null) return [phrase('orderNoReach', { name, phone: phone ?? '' })];
  const windowMs = other ? windowAt(other.home) : null;
  const until = other ? (windowMs === null ? null : other.heardAt + windowMs) : openUntil;
  return [
    phrase('orderAsked', { name, owner: other ? customer.name : null }),
    ...(until !== null && until <= now ? [phrase('orderShut')] : []),
  ];
}

function buttons(
  order: Order,
  draft: Estimate,
  { customer }: About,
  { chat }: Asked,
  { station, now }: DeskTurn,
): readonly (readonly Option[])[] {
  const { edition } = draft;
  const act = actsOf(order, edition);
  const { signAbove } = station.rules;
  const goesOn = carryOn(order, { edition, at: now, allowance: customer.allowance, signAbove });
  const send = [act(phrase('orderLabelSend'), { do: 'send' })];
  const record = [
    act(phrase('orderLabelPhone'), { do: 'record', how: 'phone' }),
    act(phrase('orderLabelDesk'), { do: 'record', how: 'desk' }),
  ];
  const rows = [
    chat === null ? record : send,
    goesOn.kind === 'next' ? [act(phrase('orderLabelWithin'), { do: 'within' })] : [],
    !isOpen(order) && leftOut(order, draft).length > 0 ? [act(phrase('orderLabelKeep'), { do: 'keep' })] : [],
    [act(phrase('orderLabelDiscard'), { do: 'discard' })],
  ];
  return rows.filter((row) => row.length > 0);
}
