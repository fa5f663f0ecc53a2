import { agreedTotal, type Choice, type EstimateLine } from '#shared/domain/order/estimate.ts';
import { card, type Option, type Say, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { verbatim } from '../flow.ts';
import { actsOf } from './action.ts';
import { answeredLines, offeredLine, openLines, type Proposed, saidOf } from './lines.ts';

/**
 * Choosing line by line. Where a card can change in place, one card has a row of buttons for each line; where not, each line is
 * a message of its own, and the last one asks for the confirmation.
 */

/** Lines on one card with buttons; more are on further pages. */
const perPage = 6;

/** The next thing to ask: on one card (`page`), or the next line without an answer; all answered: the confirmation. */
export function nextCard(order: Proposed, canEdit: boolean, page: number): Say {
  if (canEdit) return chooseCard(order, page);
  const [next] = openLines(order.estimate, order.choices);
  return next ? lineCard(order, next) : confirmCard(order);
}

/** The page on which a line stands; where all of it is answered, the first one with a line that is not. */
export function pageAfter({ estimate, choices }: Proposed, line: string): number {
  const { lines } = estimate;
  const page = Math.max(0, pageOf(lines, line));
  const open = openLines(estimate, choices);
  if (open.some(({ id }) => pageOf(lines, id) === page)) return page;
  const [next] = open;
  return next ? pageOf(lines, next.id) : page;
}

function pageOf(lines: readonly EstimateLine[], id: string): number {
  return Math.floor(lines.findIndex((line) => line.id === id) / perPage);
}

function chooseCard(order: Proposed, wanted: number): Say {
  const { estimate, choices } = order;
  const { lines } = estimate;
  const pages = Math.ceil(lines.length / perPage);
  const page = wanted < pages ? wanted : 0;
  const shown = lines.slice(page * perPage, (page + 1) * perPage);
  const left = openLines(estimate, choices).length;
  const act = actsOf(order, estimate.edition);
  const more = act(phrase('estimateLabelMore'), { do: 'some', page: (page + 1) % pages });
  return card(
    'aside',
    [
      phrase('estimateLines', { lines: shown.map(offeredLine) }),
      phrase('estimateChoose', {
        lines: left === 0 ? answeredLines(estimate, choices) : [],
        cents: agreedTotal(estimate, choices),
        left,
      }),
    ],
    [
      ...shown.flatMap((line) => lineButtons(order, line)),
      ...(pages > 1 ? [[more]] : []),
      ...(left === 0 ? [[confirmButton(order)]] : []),
      [act(phrase('estimateLabelQuestion'), { do: 'question', line: null })],
    ],
  );
}

/** A line by itself: three buttons, or a list where it can be done in several ways. */
export function lineCard(order: Proposed, line: EstimateLine): Say {
  const { estimate, choices } = order;
  const chosen = choices.find((one) => one.line === line.id);
  const at = estimate.lines.findIndex(({ id }) => id === line.id) + 1;
  const words = phrase('estimateLine', {
    line: offeredLine(line),
    at,
    count: estimate.lines.length,
    says: chosen?.says ?? null,
  });
  return card('aside', words, lineButtons(order, line));
}

export function confirmCard(order: Proposed): Say {
  const { estimate, choices } = order;
  const act = actsOf(order, estimate.edition);
  const cents = agreedTotal(estimate, choices);
  return card('aside', phrase('estimateConfirm', { lines: answeredLines(estimate, choices), cents }), [
    [confirmButton(order)],
    [act(phrase('estimateLabelChange'), { do: 'change' })],
    [act(phrase('estimateLabelQuestion'), { do: 'question', line: null })],
  ]);
}

/** Which line is to be another one, as a list. */
export function changeCard(order: Proposed): Say {
  const { estimate } = order;
  const act = actsOf(order, estimate.edition);
  return say(
    phrase('estimateWhichLine'),
    answeredLines(estimate, order.choices).map(({ id, name }) => [
      act(verbatim(`${id}. ${name}`), { do: 'line', line: id }),
    ]),
  );
}

function confirmButton(order: Proposed): Option {
  const { estimate, choices } = order;
  const act = actsOf(order, estimate.edition);
  return act(phrase('estimateLabelConfirm', { cents: agreedTotal(estimate, choices) }), {
    do: 'confirm',
    said: saidOf(choices),
  });
}

/** Yes (or each way of doing it), later, no; what stands now is marked. */
function lineButtons(order: Proposed, { id, options }: EstimateLine): readonly (readonly Option[])[] {
  const now = order.choices.find(({ line }) => line === id);
  const act = actsOf(order, order.estimate.edition);
  const pick = (says: Choice['says'], option: number) => ({ do: 'pick', line: id, says, option }) as const;
  const yes = options.map(({ name, price }, way) => {
    const chosen = now?.says === 'yes' && now.option === way;
    const label =
      options.length === 1
        ? phrase('estimateLabelYes', { id, chosen })
        : phrase('estimateLabelOption', { id, chosen, way, name, cents: price });
    return act(label, pick('yes', way));
  });
  const others = [
    act(phrase('estimateLabelLater', { id, chosen: now?.says === 'later' }), pick('later', now?.option ?? 0)),
    act(phrase('estimateLabelNo', { id, chosen: now?.says === 'no' }), pick('no', now?.option ?? 0)),
  ];
  return options.length === 1 ? [[...yes, ...others]] : [yes, others];
}
