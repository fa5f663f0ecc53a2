import type { ShownEntity } from '../phone-api.ts';

/**
 * WhatsApp's own marks as its app shows them: `*bold*`, `_italic_`, `~struck~`, three backticks, and links. The marks
 * disappear. https://faq.whatsapp.com/539178204879377
 */
export const formatted = (
  text: string,
): { readonly text: string; readonly entities: readonly ShownEntity[] } => {
  const entities: ShownEntity[] = [];
  let shown = '';
  let rest = text;
  for (;;) {
    const found = marked.exec(rest);
    if (!found) break;
    const [whole, mono, mark, word] = found;
    shown += rest.slice(0, found.index);
    const inner = mono ?? word ?? '';
    entities.push({ type: typeOf(mark), offset: shown.length, length: inner.length });
    shown += inner;
    rest = rest.slice(found.index + whole.length);
  }
  shown += rest;
  return {
    text: shown,
    entities: [...entities, ...linksIn(shown)].toSorted((one, two) => one.offset - two.offset),
  };
};

/** A mark counts between word borders and around something that neither starts nor ends with a space. */
const marked =
  /```(\S(?:[\s\S]*?\S)?)```|(?<![\p{L}\p{N}*_~])([*_~])(?!\s)([^\n*_~]*?[^\s*_~])\2(?![\p{L}\p{N}*_~])/u;

const typeOf = (mark: string | undefined): string => {
  switch (mark) {
    case '*':
      return 'bold';
    case '_':
      return 'italic';
    case '~':
      return 'strikethrough';
    default:
      return 'pre';
  }
};

const linksIn = (text: string): readonly ShownEntity[] =>
  [...text.matchAll(/https?:\/\/[^\s]+/gi)].map((match) => ({
    type: 'url',
    offset: match.index,
    length: match[0].length,
  }));
