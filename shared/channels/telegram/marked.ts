import type { MessageEntity } from '@grammyjs/types';
import type { Mark, RichText } from '#shared/domain/rich-text.ts';
import { split } from '../split.ts';
import { limits } from './limits.ts';
import { webAddress } from './marks.ts';

/** Words under the name of who wrote them: a first line in bold, the formatting of the rest moved along. */
export function signed(sign: string, words: RichText): RichText {
  if (sign.trim() === '') return words;
  const bold: Mark = { kind: 'bold', offset: 0, length: sign.length };
  const from = sign.length + 1;
  return words.text === ''
    ? { text: sign, marks: [bold] }
    : { text: `${sign}\n${words.text}`, marks: [bold, ...moved(words.marks, from)] };
}

/** Two texts as paragraphs of one; the formatting of both is kept. */
export function underneath(first: string, then: RichText): RichText {
  if (then.text === '') return { text: first };
  return { text: `${first}\n\n${then.text}`, marks: moved(then.marks, first.length + 2) };
}

/** Parts of at most `limit` UTF-16 units with the formatting that falls into each; parts of blanks alone are left out. */
export function splitMarked(words: RichText, limit: number): readonly RichText[] {
  let from = 0;
  return split(words.text, limit).flatMap((text) => {
    const part = sliced(words, from, from + text.length);
    from += text.length;
    return text.trim() === '' ? [] : [part];
  });
}

const cutSign = ' …';

/** What fits under a picture, cut visibly, and what has to follow as a message of its own. */
export function captionOf(words: RichText): { readonly caption: RichText; readonly rest: RichText } {
  if (words.text.length <= limits.captionLength) return { caption: words, rest: { text: '' } };
  const [head = ''] = split(words.text, limits.captionLength - cutSign.length);
  const caption = sliced(words, 0, head.length);
  return {
    caption: { ...caption, text: `${caption.text.trimEnd()}${cutSign}` },
    rest: sliced(words, head.length, words.text.length),
  };
}

function sliced({ text, marks = [] }: RichText, from: number, to: number): RichText {
  return {
    text: text.slice(from, to),
    marks: marks.flatMap((mark) => {
      const start = Math.max(mark.offset, from);
      const length = Math.min(mark.offset + mark.length, to) - start;
      return length > 0 ? [{ ...mark, offset: start - from, length }] : [];
    }),
  };
}

function moved(marks: readonly Mark[] = [], by: number): Mark[] {
  return marks.map((mark) => ({ ...mark, offset: mark.offset + by }));
}

/** The same signs as entities; more than 100 in a message count for nothing. */
const mostEntities = 100;

const types = {
  bold: 'bold',
  italic: 'italic',
  underline: 'underline',
  strike: 'strikethrough',
  spoiler: 'spoiler',
  code: 'code',
  quote: 'blockquote',
} as const;

/**
 * Formatting as Telegram takes it, inside the text and never through the middle of a character: the server refuses a message
 * for that. https://core.telegram.org/bots/api#messageentity
 */
export function entitiesIn({ text, marks = [] }: RichText): MessageEntity[] {
  return marks.slice(0, mostEntities).flatMap((mark): MessageEntity[] => {
    const offset = splitsPair(text, mark.offset) ? mark.offset + 1 : mark.offset;
    const end = Math.min(mark.offset + mark.length, text.length);
    const length = (splitsPair(text, end) ? end - 1 : end) - offset;
    if (length <= 0 || text.slice(offset, offset + length).trim() === '') return [];
    if (mark.kind !== 'link') return [{ type: types[mark.kind], offset, length }];
    const url = webAddress(mark.url);
    return url === null ? [] : [{ type: 'text_link', offset, length, url }];
  });
}

function splitsPair(text: string, at: number): boolean {
  const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

/** Words of a message, fit to be sent: '…' where there are none. */
export function textFields(words: RichText) {
  const shown = wellFormed(words);
  const entities = entitiesIn(shown);
  const text = shown.text.trim() === '' ? '…' : shown.text;
  return { text, ...(entities.length === 0 ? {} : { entities }) };
}

/** The same for the words under a picture; nothing where there are none. */
export function captionFields(words: RichText) {
  const shown = wellFormed(words);
  if (shown.text.trim() === '') return {};
  const caption_entities = entitiesIn(shown);
  return { caption: shown.text, ...(caption_entities.length === 0 ? {} : { caption_entities }) };
}

function wellFormed(words: RichText): RichText {
  return { ...words, text: words.text.toWellFormed() };
}
