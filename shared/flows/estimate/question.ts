import { fold } from '#shared/domain/fold.ts';
import { type Estimate, priceOf } from '#shared/domain/order/estimate.ts';
import { ask, isOpen, nameOf } from '#shared/domain/order/steps.ts';
import { type Option, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { type AnswerPromise, handOver } from '../call-person.ts';
import { aboutOther, answer, type Decision, type Outgoing, type Turn, toDesk } from '../flow.ts';
import { actsOf } from './action.ts';
import { answeredButton } from './at-desk.ts';
import { changesOf, refusal, type Standing } from './standing.ts';
import type { EstimateState } from './state.ts';

/** A question about an estimate keeps it open: nobody is reminded of an answer while they wait for one themselves. */
export function asksQuestion(
  edition: number,
  line: string | null,
  standing: Standing,
  turn: Turn,
): Decision<EstimateState> {
  const step = ask(standing.order, { edition });
  if (step.kind === 'refused') return refusal(step.why, standing, turn);
  const { of, ref, estimate } = standing.order;
  const several = line === null && estimate.lines.length > 1;
  return {
    ...answer(say(phrase('estimateAskQuestion', { by: estimate.by, several }))),
    changes: changesOf(step.order, standing),
    next: { kind: 'at', state: { at: 'question', of, ref, edition, line } },
  };
}

/** Words, and what came with them. */
export type Question = { readonly text: string; readonly files: readonly string[] };

/** The words go to a person, whatever became of the estimate. */
export function questionOnly(
  { text, files }: Question,
  turn: Turn,
  options: readonly (readonly Option[])[] = [],
): Decision<EstimateState> {
  const tell = ({ advisor, by }: AnswerPromise) =>
    say(phrase('estimateQuestionSent', { advisor, by }), options);
  return { ...handOver(turn, 'estimate', tell, text, files), next: { kind: 'done' } };
}

/** The words go to a person, with the line that they are about. */
export function questionAsked(
  question: Question,
  line: string | null,
  standing: Standing,
  turn: Turn,
): Decision<EstimateState> {
  const { order, owner } = standing;
  const { edition } = order.estimate;
  const step = ask(order, { edition });
  // Who wrote an answer instead of a question finds below it where to tap.
  const some = actsOf(order, edition)(phrase('estimateLabelSome'), { do: 'some', page: 0 });
  const asks = phrase('payerDeskAsks', { name: turn.customer.name, ref: order.ref });
  const atOwner = say(asks, [[answeredButton(order, edition)]]);
  const called = questionOnly(question, turn, isOpen(order) ? [[some]] : []);
  return {
    ...called,
    changes: [...(step.kind === 'next' ? changesOf(step.order, standing) : []), ...called.changes],
    say: [
      ...called.say,
      ...quoted(line ?? lineNamed(question.text, order.estimate), standing),
      ...(owner ? [aboutOther(toDesk(atOwner), owner)] : []),
    ],
  };
}

function quoted(id: string | null, { order }: Standing): readonly Outgoing[] {
  const line = order.estimate.lines.find((one) => one.id === id);
  if (!line) return [];
  const { ref } = order;
  const args = { ref, id: line.id, name: nameOf(line), cents: priceOf(line) };
  return [toDesk(say(phrase('estimateDeskQuestion', args)))];
}

/** Endings differ by case and number: so many letters say which word it is. */
const stem = 4;

/** The line that a question names by its number or by a word of its name; null where it is none, or several. */
export function lineNamed(text: string, { lines }: Estimate): string | null {
  const words = fold(text).split(/[^\p{L}\p{N}]+/u);
  const numbered = lines.filter(({ id }) => words.includes(id));
  const [only, ...more] = numbered.length > 0 ? numbered : lines.filter((line) => isNamed(words, line));
  return only && more.length === 0 ? only.id : null;
}

function isNamed(words: readonly string[], { options }: Estimate['lines'][number]): boolean {
  const names = options
    .flatMap(({ name }) => fold(name).split(/[^\p{L}]+/u))
    .filter((one) => one.length >= stem);
  return names.some((name) =>
    words.some((word) => word.length >= stem && word.startsWith(name.slice(0, stem))),
  );
}
