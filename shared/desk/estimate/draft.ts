import { addressKey } from '#shared/domain/address.ts';
import { toWall } from '#shared/domain/clock.ts';
import type { Facts } from '#shared/domain/facts.ts';
import type { EstimateLine } from '#shared/domain/order/estimate.ts';
import { mostLines } from '#shared/domain/order/estimate.ts';
import type { Order } from '#shared/domain/order/order.ts';
import { draftOf, type OrderStep, withOrder } from '#shared/domain/order/steps.ts';
import { card, type Say } from '#shared/domain/outbound.ts';
import { type Phrase, phrase } from '#shared/domain/phrase.ts';
import { verbatim } from '#shared/flows/flow.ts';
import type { About, DeskDecision, DeskTurn } from '../turn.ts';
import { keyOf, leftOut, numbered } from './diff.ts';
import { examples } from './examples.ts';
import { momentsOf } from './moments.ts';
import { previewAnswered } from './photos.ts';
import { previewCard } from './preview.ts';
import { type EstimateProblem, readEstimate } from './read-estimate.ts';
import { refusedCard } from './refused.ts';
import { askedOf, openHead, orderAt, orderFor } from './whose.ts';

/** More is no message any more. */
const mostProblems = 4;

/**
 * What an advisor wrote behind `/estimate` becomes the draft of the customer's order, and a preview that only the group sees.
 * What is not understood is told, and nothing is kept then.
 */
export function written(words: string, about: About, facts: Facts, turn: DeskTurn): DeskDecision {
  const { station, now, by, language } = turn;
  const before = orderAt(openHead(about, now), about, facts);
  if (words.trim() === '')
    return following(card('aside', [phrase('orderHowTo'), verbatim(examples[language])]), before, turn);
  const today = toWall(now, station.zone).date;
  const read = readEstimate(words, { currency: station.currency, today });
  if ('problems' in read) return shownProblems(read.problems, before, turn);
  const moments = momentsOf(read, turn);
  if ('problems' in moments) return shownProblems(moments.problems, before, turn);
  const order = before ?? orderFor(about, turn);
  const lines = numbered(read.lines.map((line) => ({ ...line, id: '', photos: photosOf(line, order) })));
  return drafted(
    order,
    draftOf(order, { by: by.advisor, at: now, note: read.note, lines, ...moments }),
    about,
    facts,
    turn,
  );
}

/** A line that is corrected keeps the photos of the line of its name. */
function photosOf({ options }: Pick<EstimateLine, 'options'>, { draft }: Order): string[] {
  const name = keyOf({ options, id: '', urgency: null, months: null, reason: '', photos: [] });
  return (draft?.lines ?? []).filter((line) => keyOf(line) === name).flatMap(({ photos }) => photos);
}

/** What is agreed joins the draft that leaves it out. */
export function kept(order: Order, about: About, facts: Facts, turn: DeskTurn): DeskDecision {
  const { draft } = order;
  if (draft === null) return refusedCard('older', order);
  const lines = numbered([...leftOut(order, draft), ...draft.lines]);
  // The tapped preview itself changes; the message that wrote it stays what it is known by.
  const here = { ...turn, messageId: null };
  if (lines.length > mostLines)
    return shownProblems([{ trouble: 'lines', line: '', what: String(lines.length) }], order, here);
  return drafted(order, draftOf(order, { ...draft, lines }), about, facts, here);
}

/** The draft is kept and shown. Its message is known by the one that wrote it: an edit of that changes it in its place. */
function drafted(before: Order, step: OrderStep, about: About, facts: Facts, turn: DeskTurn): DeskDecision {
  if (step.kind === 'refused') return refusedCard(step.why, before);
  const { order } = step;
  const { draft } = order;
  if (draft === null) return refusedCard('older', before);
  const preview = previewCard(order, draft, about, askedOf(about, facts, turn), turn);
  const shown = following(preview, before, turn);
  return {
    changes: [{ kind: 'order', order }, ...shown.changes],
    customer: withOrder(about.customer, order),
    say: shown.say,
  };
}

/**
 * What follows from a message stands where what followed from it before stood; that is gone where it did not leave yet. What was
 * sent meanwhile stays as it is. It is known by the message, so that answers to it and edits of that find each other.
 */
function following(
  message: Say,
  before: Order | null,
  turn: DeskTurn,
): Pick<DeskDecision, 'changes' | 'say'> {
  const { counterpart, messageId, desk } = turn;
  const place = addressKey(desk.address);
  const shown = previewAnswered(turn);
  const isOver = shown !== null && before?.draft?.edition !== shown.edition;
  const row =
    counterpart?.how === 'passed' && counterpart.destination === place && !isOver ? counterpart.row : null;
  const target = row?.parts.findLast((part) => part !== null) ?? null;
  return {
    changes: row?.waits ? [{ kind: 'withdrawn', destination: place, row: row.sk }] : [],
    say: [
      {
        to: 'topic',
        priority: 'answer',
        message: target === null ? message : { ...message, place: 'edit', target },
        ...(messageId === null ? {} : { carries: messageId }),
      },
    ],
  };
}

/** Each thing that was not understood, and a right example. */
function shownProblems(
  problems: readonly EstimateProblem[],
  before: Order | null,
  turn: DeskTurn,
): DeskDecision {
  const more = problems.length - mostProblems;
  const text: readonly Phrase[] = [
    phrase('orderProblems'),
    ...problems.slice(0, mostProblems).map((one) => phrase('orderProblem', one)),
    ...(more > 0 ? [phrase('orderMoreProblems', { more })] : []),
    phrase('orderExample'),
    verbatim(examples[turn.language]),
  ];
  return following(card('aside', text), before, turn);
}
