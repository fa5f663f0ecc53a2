import type { Facts } from '#shared/domain/facts.ts';
import { agreedTotal, type Choice, type Estimate, type EstimateLine } from '#shared/domain/order/estimate.ts';
import type { Order } from '#shared/domain/order/order.ts';
import { record, withOrder } from '#shared/domain/order/steps.ts';
import { card, type Say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { answeredLines, openLines } from '#shared/flows/estimate/lines.ts';
import { agreedChange, recapOf } from '#shared/flows/estimate/recap.ts';
import { recordedCard } from '#shared/flows/estimate/recorded.ts';
import { noEstimateTimers } from '#shared/flows/estimate/timers.ts';
import { dealtWith } from '../diary/outcome.ts';
import { type About, type DeskDecision, type DeskSay, type DeskTurn, reply } from '../turn.ts';
import { actsOf } from './action.ts';
import { refusedToast } from './refused.ts';
import { byDesk } from './send.ts';
import { askedOf, toEverybody } from './whose.ts';

/** What was agreed by phone or at the desk: line by line, then it counts, and the owner is asked if it is right. */

export type How = 'phone' | 'desk';

/** The edition that a button or command means: a draft, or the one that was sent. */
export function editionOf({ draft, estimate }: Order, edition: number): Estimate | null {
  if (draft?.edition === edition) return draft;
  return estimate?.edition === edition ? estimate : null;
}

/** How was it agreed? For `/agreed` without a word. */
export function askHow(order: Order, edition: number): DeskDecision {
  const act = actsOf(order, edition);
  return reply(
    card('aside', phrase('orderRecordHow', { ref: order.ref }), [
      [
        act(phrase('orderLabelPhone'), { do: 'record', how: 'phone' }),
        act(phrase('orderLabelDesk'), { do: 'record', how: 'desk' }),
      ],
    ]),
  );
}

/** Which lines? A tap on one takes it on: yes (in each of its ways), later, no. */
export function askLines(order: Order, edition: number, how: How, choices: readonly Choice[]): DeskDecision {
  const estimate = editionOf(order, edition);
  return estimate ? reply(linesCard(order, estimate, how, choices)) : refusedToast('older', order);
}

function linesCard(order: Order, estimate: Estimate, how: How, choices: readonly Choice[]): Say {
  const { edition, lines } = estimate;
  const act = actsOf(order, edition);
  const cents = agreedTotal(estimate, choices);
  const left = openLines(estimate, choices).length;
  const shown = answeredLines(estimate, choices);
  const rows = lines.map((line) => {
    const known = shown.find(({ id }) => id === line.id);
    const label = phrase('orderLabelLine', {
      id: line.id,
      name: known?.name ?? '',
      says: known?.says ?? null,
    });
    return act(label, { do: 'record', how, choices: [...turned(line, choices)] });
  });
  const all = lines.map(({ id }): Choice => ({ line: id, says: 'yes', option: 0 }));
  const end =
    left > 0
      ? act(phrase('orderLabelAllYes'), { do: 'record', how, choices: all })
      : act(phrase('orderLabelRecord', { cents }), { do: 'recorded', how, choices: [...choices] });
  return card('aside', phrase('orderRecord', { ref: order.ref, how, lines: shown, cents, left }), [
    ...pairs(rows),
    [end, act(phrase('orderLabelBack'), { do: 'shown' })],
  ]);
}

/** Twenty lines stand in ten rows. */
function pairs<T>(all: readonly T[]): readonly (readonly T[])[] {
  const perRow = all.length > 6 ? 2 : 1;
  return Array.from({ length: Math.ceil(all.length / perRow) }, (_, at) =>
    all.slice(at * perRow, (at + 1) * perRow),
  );
}

/** The next word on a line: nothing → yes in the first way → in the next … → later → no → yes. */
function turned({ id, options }: EstimateLine, choices: readonly Choice[]): readonly Choice[] {
  const others = choices.filter(({ line }) => line !== id);
  const now = choices.find(({ line }) => line === id);
  return [...others, next(now)].toSorted((a, b) => Number(a.line) - Number(b.line));

  function next(before: Choice | undefined): Choice {
    if (!before || before.says === 'no') return { line: id, says: 'yes', option: 0 };
    if (before.says === 'later') return { line: id, says: 'no', option: 0 };
    return before.option + 1 < options.length
      ? { line: id, says: 'yes', option: before.option + 1 }
      : { line: id, says: 'later', option: 0 };
  }
}

/** It counts from now on; the owner gets the same words, and says whether they are right. */
export function recorded(
  order: Order,
  edition: number,
  how: How,
  choices: readonly Choice[],
  about: About,
  facts: Facts,
  turn: DeskTurn,
): DeskDecision {
  const { now, by, station } = turn;
  const { signAbove } = station.rules;
  // The same tap once more, or a colleague's: it is written down already.
  if (isRecorded(order, edition, how, choices)) return refusedToast('already', order);
  const asked = askedOf(about, facts, turn);
  const { chat, other, language } = asked;
  const who = other?.customer.id ?? null;
  const step = record(order, { edition, at: now, how, choices, who, signAbove });
  if (step.kind === 'refused') return refusedToast(step.why, order);
  const { order: after } = step;
  const { ref, state, estimate, agreements: number } = after;
  const customer = withOrder(about.customer, after);
  const common = { customer, case: dealtWith(about, turn), spoke: true };
  const timers = chat === null ? [] : noEstimateTimers(ref, chat);
  const changes = [{ kind: 'order', order: after } as const, ...timers];
  const here = (message: Say): DeskSay => ({ to: 'here', priority: 'answer', message });
  const tell = (message: Say) => toEverybody(message, about, asked);
  if (estimate === null) return refusedToast('older', order);
  const cents = agreedTotal(estimate, choices);
  if (state === 'signing') {
    const lines = answeredLines(estimate, choices);
    const asks = phrase('estimateSign', { ref, cents, lines, limit: signAbove ?? 0 });
    return {
      ...common,
      changes,
      say: [here(card('aside', phrase('orderToSign', { ref, cents }))), ...tell(card('aside', asks))],
    };
  }
  const spoken = other?.customer ?? about.customer;
  const answer = { who: spoken.name, at: now, number, signed: false };
  const words = recapOf(after, estimate, choices, answer);
  const isDeclined = state === 'declined';
  const shown = isDeclined ? null : recordedCard(after, by.advisor);
  const kind = isDeclined ? 'declined' : how === 'desk' ? 'signed' : 'answer';
  const wording = shown?.text ?? words;
  const line = isDeclined
    ? phrase('orderRefusedAll', { ref, number, by: by.advisor })
    : phrase('orderRecorded', {
        ref,
        number,
        how,
        by: by.advisor,
        cents,
        told: about.home !== null || other !== null,
      });
  return {
    ...common,
    changes: [...changes, ...agreedChange(after, { ...byDesk(spoken, turn, language), kind, how }, wording)],
    say: [here(card('aside', [line, ...(isDeclined ? [] : words)])), ...tell(shown ?? card('aside', words))],
  };
}

function isRecorded(
  { agreed, draft, state }: Order,
  edition: number,
  how: How,
  choices: readonly Choice[],
): boolean {
  if (draft?.edition === edition || agreed?.edition !== edition || state !== 'agreed') return false;
  const isSame = JSON.stringify(agreed.choices) === JSON.stringify(choices);
  return agreed.how === how && agreed.confirmed !== false && isSame;
}
