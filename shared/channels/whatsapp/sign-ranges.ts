import type { Mark } from '#shared/domain/rich-text.ts';
import { after, before, block, isEdge, signs } from './read-marks.ts';

/** A stretch of a text and the sign that goes before and after it. UTF-16 units; `to` is the first unit after it. */
export type Range = { readonly from: number; readonly to: number; readonly sign: string };

/**
 * Which signs can stand around which words, so that WhatsApp reads just these: code first, since nothing is read in it, then
 * the longest. What would cross another, touch a letter, or share a line with the same sign as typed, or as an address of a
 * link has it, is left out. Answers outer ranges before inner ones.
 */
export function rangesOf(text: string, marks: readonly Mark[]): readonly Range[] {
  const taken: Range[] = [];
  const addresses = marks.map(({ url = '' }) => url).join('');
  const wished = [...codes(text, marks), ...inline(text, marks)].filter(
    ({ sign }) => !addresses.includes(sign),
  );
  for (const range of wished)
    if (fits(text, range) && taken.every((one) => nest(one, range))) taken.push(range);
  return taken.toSorted((a, b) => lengthOf(b) - lengthOf(a) || Number(isCode(a)) - Number(isCode(b)));
}

function lengthOf({ from, to }: Range): number {
  return to - from;
}

function isCode({ sign }: Range): boolean {
  return sign === '`' || sign === block;
}

/** Where whole lines that are quoted begin; code over lines is no quote as well. */
export function quotedLines(
  text: string,
  marks: readonly Mark[],
  ranges: readonly Range[],
): readonly number[] {
  const quotes = marks.filter(({ kind }) => kind === 'quote').map(rangeOf);
  const blocks = ranges.filter(({ sign }) => sign === block);
  return linesOf(text, 0, text.length).flatMap(({ from, to }) => {
    const isQuoted = quotes.some((quote) => quote.from <= from && to <= quote.to);
    const touchesCode = blocks.some((code) => code.from <= to && from <= code.to);
    return isQuoted && !touchesCode && /^\S/.test(text.slice(from, to)) ? [from] : [];
  });
}

type Stretch = Pick<Range, 'from' | 'to'>;

function rangeOf({ offset, length }: Mark): Stretch {
  return { from: offset, to: offset + length };
}

function codes(text: string, marks: readonly Mark[]): readonly Range[] {
  return joined(marks.filter(({ kind }) => kind === 'code').map(rangeOf)).map(({ from, to }) =>
    text.slice(from, to).includes('\n')
      ? { from, to, sign: block }
      : { ...trimmed(text, { from, to }), sign: '`' },
  );
}

/** Bold, italic and struck words: each line by itself, without the blanks at its ends. */
function inline(text: string, marks: readonly Mark[]): readonly Range[] {
  const found = Object.entries(signs).flatMap(([sign, kind]) => {
    if (kind === 'code') return [];
    return joined(marks.filter((mark) => mark.kind === kind).map(rangeOf))
      .flatMap(({ from, to }) => linesOf(text, from, to))
      .map((line) => ({ ...trimmed(text, line), sign }));
  });
  return found.toSorted((a, b) => lengthOf(b) - lengthOf(a));
}

/** Stretches that touch or overlap are one. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const whole: Stretch[] = [];
  for (const one of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = whole.at(-1);
    if (last && one.from <= last.to) whole.splice(-1, 1, { from: last.from, to: Math.max(last.to, one.to) });
    else whole.push(one);
  }
  return whole;
}

function linesOf(text: string, from: number, to: number): readonly Stretch[] {
  let at = from;
  return text
    .slice(from, to)
    .split('\n')
    .map((line) => {
      const begin = at;
      at += line.length + 1;
      return { from: begin, to: begin + line.length };
    });
}

function trimmed(text: string, { from, to }: Stretch): Stretch {
  const words = text.slice(from, to);
  const begin = from + words.length - words.trimStart().length;
  return { from: begin, to: Math.max(begin, begin + words.trim().length) };
}

function fits(text: string, { from, to, sign }: Range): boolean {
  if (cutsPair(text, from) || cutsPair(text, to)) return false;
  if (sign === block) return text.slice(from, to).trim() !== '' && !text.includes('`');
  const line = text.slice(text.lastIndexOf('\n', from - 1) + 1, endOfLine(text, to));
  return to > from && !line.includes(sign) && isEdge(before(text, from)) && isEdge(after(text, to - 1));
}

/** Whether a place is inside a character: half of one is none. */
export function cutsPair(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1));
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

/** Whether both can stand: apart, or one inside the other; but nothing inside code. */
function nest(taken: Range, next: Range): boolean {
  if (next.to <= taken.from || taken.to <= next.from) return true;
  const inside = taken.from <= next.from && next.to <= taken.to;
  const around = next.from <= taken.from && taken.to <= next.to;
  return (inside && !isCode(taken)) || (around && taken.sign !== block);
}
