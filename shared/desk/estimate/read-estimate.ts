import type { LocalDate } from '#shared/domain/clock.ts';
import { mostLines } from '#shared/domain/order/estimate.ts';
import { type ItemTrouble, type ReadItem, readItem } from './read-item.ts';
import { readFooters, type Valid, type When } from './read-when.ts';

/** What an advisor wrote behind `/estimate`, understood. Money in integer cents of the station's currency, tax included. */
export type ReadEstimate = {
  readonly lines: readonly ReadItem[];
  readonly ready: When | null;
  readonly answerBy: When | null;
  readonly valid: Valid | null;
  readonly note: string;
};
export type Trouble =
  | ItemTrouble
  | 'time'
  | 'day'
  | 'past'
  | 'twice'
  | 'empty'
  | 'lines'
  | 'much'
  | 'longNote';
/** What was not understood: in which line (from 1 on, as it was written), its words, and what in it. */
export type EstimateProblem = {
  readonly trouble: Trouble;
  readonly line: string;
  readonly what: string;
};
/** In cents. */
export const largestSum = 10_000_000;
/** UTF-16 units. */
export const longestNote = 300;

/**
 * Reads an estimate: a line an item, then when it is ready, by when to answer, how long it counts, a note. In all languages
 * of the desk at once. Nothing is guessed: what is not understood is named, and nothing of the rest counts then.
 */
export function readEstimate(
  text: string,
  { currency, today }: { readonly currency: string; readonly today: LocalDate },
): ReadEstimate | { readonly problems: readonly EstimateProblem[] } {
  const problems: EstimateProblem[] = [];
  const lines: ReadItem[] = [];
  const notes: string[] = [];
  let [ready, answerBy, valid]: [When | null, When | null, Valid | null] = [null, null, null];
  for (const written of linesOf(text)) {
    const wrong = (trouble: Trouble, what = written) => problems.push({ trouble, line: written, what });
    const footers = readFooters(written, today);
    if (footers === null) {
      const item = readItem(written.replace(marker, ''), currency);
      if ('trouble' in item) wrong(item.trouble, item.what);
      else lines.push(item);
      continue;
    }
    for (const footer of footers) {
      switch (footer.kind) {
        case 'note':
          notes.push(footer.text);
          break;
        case 'trouble':
          wrong(footer.trouble, footer.what);
          break;
        case 'ready':
          if (ready !== null) wrong('twice');
          ready = footer.at;
          break;
        case 'answerBy':
          if (answerBy !== null) wrong('twice');
          answerBy = footer.at;
          break;
        case 'valid':
          if (valid !== null) wrong('twice');
          valid = footer.valid;
          break;
      }
    }
  }
  const note = notes.join('\n');
  const whole = problems.length > 0 ? null : wholeTrouble(lines, note);
  if (whole) problems.push(whole);
  return problems.length > 0 ? { problems } : { lines, ready, answerBy, valid, note };
}

/** `1.`, `2)`, a dash or a dot before an item; the numbers are ours to give. */
const marker = /^(?:[-–—*•·]\s+|\d{1,2}[.)]\s+)/u;

function linesOf(text: string): readonly string[] {
  return text
    .replace(/^\s*\/\w+(?:@\w+)?(?=\s|$)/u, '')
    .split(/\r\n?|\n|\u2028/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function wholeTrouble(lines: readonly ReadItem[], note: string): EstimateProblem | null {
  if (lines.length === 0) return { trouble: 'empty', line: '', what: '' };
  if (lines.length > mostLines) return { trouble: 'lines', line: '', what: String(lines.length) };
  if (note.length > longestNote) return { trouble: 'longNote', line: note, what: note };
  const dear = (option: (line: ReadItem) => number) =>
    lines.reduce((sum, line) => sum + option(line), 0) > largestSum;
  // Whichever way is chosen, the sum stays within the limit.
  return dear((line) => Math.max(...line.options.map(({ price }) => price)))
    ? { trouble: 'much', line: '', what: '' }
    : null;
}
