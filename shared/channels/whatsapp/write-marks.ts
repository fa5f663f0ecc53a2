import type { RichText } from '#shared/domain/rich-text.ts';
import { split } from '../split.ts';
import { cutsPair, quotedLines, rangesOf } from './sign-ranges.ts';

/**
 * Words with WhatsApp's signs for their formatting. Signs cannot be escaped and would be read wrongly beside a letter or
 * beside the same sign: there the formatting is left out, never a word. The address of a link follows its words.
 */
export function writeMarks({ text, marks = [] }: RichText): string {
  const ranges = rangesOf(text, marks);
  // Of signs at the same place, inner ones end first and outer ones begin first: `ranges` has the outer ones first.
  const inserts = ranges.flatMap(({ from, to, sign }, depth): Insert[] => [
    { at: from, words: sign, order: depth },
    { at: to, words: sign, order: -depth, isEnd: true },
  ]);
  for (const at of quotedLines(text, marks, ranges)) inserts.push({ at, words: '> ', order: -Infinity });
  for (const { kind, offset, length, url } of marks) {
    if (kind !== 'link' || !opens(url) || text.slice(offset, offset + length).includes(url)) continue;
    const at = offset + length + (cutsPair(text, offset + length) ? 1 : 0);
    inserts.push({ at, words: ` (${url})`, order: Infinity, isEnd: true });
  }
  return inserted(text, inserts);
}

/** Addresses inside another messenger open nothing here. */
function opens(url: string | undefined): url is string {
  return url !== undefined && /^(?:https?|mailto|tel):/i.test(url);
}

/** The same in parts of at most `limit` UTF-16 units, each with its own signs; the first may have to be shorter. */
export function writeParts(rich: RichText, limit: number, first = limit): readonly string[] {
  const parts: string[] = [];
  let rest = rich;
  do {
    const most = parts.length === 0 ? first : limit;
    const part = firstPart(rest, most);
    if (part === null) return [...parts, ...partsOf(writeMarks(rest), limit, most)];
    parts.push(part.written);
    rest = within(rest, part.length, rest.text.length);
  } while (rest.text !== '');
  return parts;
}

/**
 * As much of a text as fits with its signs. Null where addresses of links leave little room for words: they are then split
 * as they are written, signs or not.
 */
function firstPart(
  rich: RichText,
  most: number,
): { readonly written: string; readonly length: number } | null {
  for (let room = most; room > most / 2; ) {
    const [{ length } = ''] = split(rich.text, room);
    const written = writeMarks(within(rich, 0, length));
    if (written.length <= most) return { written, length };
    room -= written.length - most;
  }
  return null;
}

/** Formatting of a whole text. */
export function all(text: string, kind: 'bold' | 'italic'): RichText {
  return text === '' ? { text } : { text, marks: [{ kind, offset: 0, length: text.length }] };
}

/** One text after another. */
export function joinedRich(one: RichText, joint: string, next: RichText): RichText {
  if (one.text === '') return next;
  if (next.text === '') return one;
  const shift = one.text.length + joint.length;
  const moved = (next.marks ?? []).map((mark) => ({ ...mark, offset: mark.offset + shift }));
  return { text: `${one.text}${joint}${next.text}`, marks: [...(one.marks ?? []), ...moved] };
}

function partsOf(text: string, limit: number, first: number): readonly string[] {
  const [head = '', ...others] = split(text, first);
  return others.length === 0 ? [head] : [head, ...split(text.slice(head.length), limit)];
}

/** A stretch of a text with what of its formatting is there. A link's address goes with its beginning. */
function within({ text, marks = [] }: RichText, from: number, to: number): RichText {
  const clipped = marks.flatMap((mark) => {
    const start = Math.max(mark.offset, from);
    const end = Math.min(mark.offset + mark.length, to);
    const isOut = start >= end || (mark.kind === 'link' && mark.offset < from);
    return isOut ? [] : [{ ...mark, offset: start - from, length: end - start }];
  });
  return { text: text.slice(from, to), marks: clipped };
}

/** What is put in at a place; of several, ends come first, inner before outer, then beginnings, outer before inner. */
type Insert = {
  readonly at: number;
  readonly words: string;
  readonly order: number;
  readonly isEnd?: true;
};

function inserted(text: string, inserts: readonly Insert[]): string {
  const ordered = inserts.toSorted(
    (a, b) => a.at - b.at || Number(b.isEnd ?? false) - Number(a.isEnd ?? false) || a.order - b.order,
  );
  let written = '';
  let from = 0;
  for (const { at, words } of ordered) {
    written += text.slice(from, at) + words;
    from = at;
  }
  return written + text.slice(from);
}
