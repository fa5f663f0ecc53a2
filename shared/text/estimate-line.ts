import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { Format } from './format.ts';
import { lines } from './lines.ts';
import { shorten } from './shorten.ts';

/** Lines of estimates and of what was agreed look alike in every language; the words come from the language. */

export type EstimateWords = {
  readonly parts: string;
  readonly work: string;
  readonly urgency: { readonly safety: string; readonly soon: string; readonly wish: string };
  /** "within 3 months". */
  within(months: number, f: Format): string;
  readonly later: string;
  readonly no: string;
};
type Offered = PhraseArgs['estimateLine']['line'];
type Answered = PhraseArgs['estimateAgreed']['lines'][number];

const signs = { safety: '🔴', soon: '🟡', wish: '⚪' } as const;
const ways = ['A', 'B', 'C'] as const;

/** `1. Front pads: 96 € (parts 64 € + work 32 €) 🔴 safety, 2 mm`; each way of doing it on a line of its own. */
export function offeredText(line: Offered, words: EstimateWords, f: Format): string {
  const { id, options } = line;
  const why = whyOf(line, words, f);
  if (options.length === 1)
    return options
      .map((option) => [`${id}. ${optionText(option, words, f)}`, why].filter(Boolean).join(' '))
      .join('');
  return lines(
    ...options.map((option, index) => `${id}${ways[index] ?? ''}. ${optionText(option, words, f)}`),
    why,
  );
}

function optionText(
  { name, parts, work, price }: Offered['options'][number],
  words: EstimateWords,
  f: Format,
) {
  const split = [
    parts !== null && `${words.parts} ${f.money(parts)}`,
    work !== null && `${words.work} ${f.money(work)}`,
  ].filter(Boolean);
  const sum = `${name}: ${f.money(price)}`;
  return split.length === 2 ? `${sum} (${split.join(' + ')})` : sum;
}

/** The sign never stands without its word. */
function whyOf({ urgency, months, reason, photos }: Offered, words: EstimateWords, f: Format): string {
  const within = months === null ? '' : words.within(months, f);
  const soon = urgency === 'soon' && within !== '' ? within : urgency && words.urgency[urgency];
  const also = urgency !== 'soon' && within !== '' ? within : '';
  const why = [soon, also, reason].filter(Boolean).join(', ');
  return [urgency && signs[urgency], why, photos > 0 && `📷 ${photos}`].filter(Boolean).join(' ');
}

/** `soon, within 3 months`; '' where neither was said. */
export function urgencyText(
  { urgency, months }: Pick<Offered, 'urgency' | 'months'>,
  words: EstimateWords,
  f: Format,
): string {
  return [urgency && words.urgency[urgency], months !== null && words.within(months, f)]
    .filter(Boolean)
    .join(', ');
}

const marks = { yes: '✅', later: '⏳', no: '✖️' } as const;

/** `✅ 1. Front pads: 96 €`, `⏳ 2. Front discs: later (148 €)`, `✖️ 3. Wiper blades: no (24 €)`. */
export function answeredText(
  answered: readonly Answered[],
  words: Pick<EstimateWords, 'later' | 'no'>,
  f: Format,
): string {
  return lines(...answered.map((line) => answeredLine(line, words, f)));
}

function answeredLine(
  { id, name, cents, says }: Answered,
  words: Pick<EstimateWords, 'later' | 'no'>,
  f: Format,
): string {
  const line = `${id}. ${name}`;
  switch (says) {
    case 'yes':
      return `${marks.yes} ${line}: ${f.money(cents)}`;
    case 'later':
      return `${marks.later} ${line}: ${words.later} (${f.money(cents)})`;
    case 'no':
      return `${marks.no} ${line}: ${words.no} (${f.money(cents)})`;
    case null:
      return `${line}: ${f.money(cents)}`;
  }
}

/** The first of these labels that fits on a button; the last one always does. */
export function fitting(...labels: readonly string[]): string {
  return labels.find((label) => label.length <= 20) ?? labels.at(-1) ?? '';
}

/** A button of a choice: its number, and the mark of what stands now. */
export function choiceLabel(
  { id, chosen }: { readonly id: string; readonly chosen: boolean },
  says: keyof typeof marks,
  word: string,
): string {
  return `${chosen ? `${marks[says]} ` : ''}${id}. ${word}`;
}

/** A line as a button, `✅ 1. Front pads`, cut to 20 UTF-16 units; without a mark where nothing is said to it. */
export function lineLabel({ id, name, says }: PhraseArgs['orderLabelLine']): string {
  return shorten(choiceLabel({ id, chosen: says !== null }, says ?? 'yes', name), 20);
}

/** One of several ways as a button: `1A. 96 € Pads original`, cut to 20 UTF-16 units. */
export function optionLabel(
  { id, chosen, way, name, cents }: PhraseArgs['estimateLabelOption'],
  f: Format,
): string {
  return shorten(
    choiceLabel({ id: `${id}${ways[way] ?? ''}`, chosen }, 'yes', `${f.money(cents)} ${name}`),
    20,
  );
}
