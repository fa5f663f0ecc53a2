import { byteOffset, cannotParse } from './parse-html.ts';
import type { Entity } from './state.ts';

/**
 * Telegram's MarkdownV2, as strict as the server: every reserved character that opens nothing must be escaped.
 * https://core.telegram.org/bots/api#markdownv2-style
 */
export const parseMarkdownV2 = (
  source: string,
): { readonly text: string; readonly entities: readonly Entity[] } => {
  const open: OpenMark[] = [];
  const entities: Entity[] = [];
  let text = '';
  let at = 0;
  const close = (mark: OpenMark, more: Readonly<Record<string, unknown>> = {}) => {
    open.pop();
    const length = text.length - mark.from;
    if (length > 0) entities.push({ type: mark.type, offset: mark.from, length, ...more });
  };
  while (at < source.length) {
    const char = source.charAt(at);
    const top = open.at(-1);
    const inCode = top?.type === 'code' || top?.type === 'pre';
    if (char === '\\' && isEscapable(source[at + 1])) {
      text += source.charAt(at + 1);
      at += 2;
    } else if (char === '\n' && top?.type === 'blockquote' && source[at + 1] !== '>') {
      close(top);
      text += char;
      at += 1;
    } else if (char === '\n' && top?.type === 'blockquote') {
      text += char;
      at += 2;
    } else if (!(inCode ? '`' : reserved).includes(char)) {
      text += char;
      at += 1;
    } else if (top && closes(top, source, at)) {
      at += top.mark.length;
      if (top.type === 'text_link') {
        const link = readUrl(source, at);
        close(top, { url: link.url });
        at = link.end;
      } else {
        close(top, top.language ? { language: top.language } : {});
      }
    } else {
      const mark = opens(source, at, text);
      open.push({ ...mark, from: text.length, where: byteOffset(source, at) });
      at += mark.length;
    }
  }
  const last = open.at(-1);
  if (last?.type === 'blockquote') close(last);
  const unclosed = open.at(-1);
  if (unclosed)
    throw cannotParse(`Can't find end of ${unclosed.name} entity at byte offset ${unclosed.where}`);
  return {
    text,
    entities: entities.toSorted((one, other) => one.offset - other.offset || other.length - one.length),
  };
};

const reserved = '_*[]()~`>#+-=|{}.!';

type Mark = {
  readonly type: string;
  /** What ends it. */
  readonly mark: string;
  /** The server's name for it in errors. */
  readonly name: string;
  readonly length: number;
  readonly language?: string;
};
type OpenMark = Mark & { readonly from: number; readonly where: number };

const isEscapable = (char: string | undefined): boolean =>
  char !== undefined && char.charCodeAt(0) > 0 && char.charCodeAt(0) < 127;

const closes = (top: OpenMark, source: string, at: number): boolean => {
  if (!source.startsWith(top.mark, at)) return false;
  // "__" inside an italic opens or closes an underline, it does not end the italic.
  return top.mark !== '_' || source[at + 1] !== '_';
};

const opens = (source: string, at: number, text: string): Mark => {
  const rest = source.slice(at);
  if (rest.startsWith('```')) {
    const language = /^```([^\s`]+)\n/.exec(rest)?.[1];
    const skipped = /^```(?:[^\s`]*\n)?/.exec(rest)?.[0].length ?? 3;
    return {
      type: 'pre',
      mark: '```',
      name: language ? 'PreCode' : 'Pre',
      length: skipped,
      ...(language ? { language } : {}),
    };
  }
  if (rest.startsWith('`')) return { type: 'code', mark: '`', name: 'Code', length: 1 };
  if (rest.startsWith('__')) return { type: 'underline', mark: '__', name: 'Underline', length: 2 };
  if (rest.startsWith('_')) return { type: 'italic', mark: '_', name: 'Italic', length: 1 };
  if (rest.startsWith('*')) return { type: 'bold', mark: '*', name: 'Bold', length: 1 };
  if (rest.startsWith('~')) return { type: 'strikethrough', mark: '~', name: 'Strikethrough', length: 1 };
  if (rest.startsWith('||')) return { type: 'spoiler', mark: '||', name: 'Spoiler', length: 2 };
  if (rest.startsWith('[')) return { type: 'text_link', mark: ']', name: 'TextUrl', length: 1 };
  if (rest.startsWith('![')) return { type: 'text_link', mark: ']', name: 'CustomEmoji', length: 2 };
  if (rest.startsWith('>') && (text === '' || text.endsWith('\n'))) {
    return { type: 'blockquote', mark: '\u0000', name: 'BlockQuote', length: 1 };
  }
  throw cannotParse(`Character '${rest.charAt(0)}' is reserved and must be escaped with the preceding '\\'`);
};

const readUrl = (source: string, at: number): { url: string; end: number } => {
  if (source[at] !== '(') throw cannotParse(`Can't find link URL at byte offset ${byteOffset(source, at)}`);
  let url = '';
  let end = at + 1;
  while (end < source.length && source[end] !== ')') {
    if (source[end] === '\\' && isEscapable(source[end + 1])) end += 1;
    url += source.charAt(end);
    end += 1;
  }
  if (end >= source.length)
    throw cannotParse(`Can't find end of a URL at byte offset ${byteOffset(source, at)}`);
  return { url, end: end + 1 };
};
