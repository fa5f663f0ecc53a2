import type { ShownEntity } from '../../phone-api.ts';

/** A text as it is read, and where its formats lie, in UTF-16 units. */
export type Signed = { readonly text: string; readonly entities: readonly ShownEntity[] };

const STYLES: Readonly<Record<string, string>> = { '*': 'bold', _: 'italic', '~': 'strikethrough' };

/**
 * An address (kept as it stands, its underscores are no signs), three backticks, one backtick, or a style whose signs
 * hug their words on one line and stand free of other words.
 */
const SIGNS =
  /(?<address>\bhttps?:\/\/\S+)|```(?<block>[^`][\s\S]*?)```|`(?<code>[^`\n]+)`|(?<![\p{L}\p{N}])(?<sign>[*_~])(?!\k<sign>|\s)(?<styled>.*?\S)\k<sign>(?![\p{L}\p{N}])/gu;

/** Reads WhatsApp's signs out of a text: *bold*, _italic_, ~strike~, ```mono```. https://faq.whatsapp.com/539178204879377 */
export const readSigns = (written: string): Signed => {
  const entities: ShownEntity[] = [];
  let text = '';
  let from = 0;
  const mark = (type: string, inner: Signed): void => {
    const offset = text.length;
    entities.push({ type, offset, length: inner.text.length });
    for (const entity of inner.entities) entities.push({ ...entity, offset: offset + entity.offset });
    text += inner.text;
  };
  for (const match of written.matchAll(SIGNS)) {
    const { address, block, code, sign, styled } = match.groups ?? {};
    if (address !== undefined) continue;
    text += written.slice(from, match.index);
    from = match.index + match[0].length;
    if (block !== undefined) mark('pre', { text: block, entities: [] });
    else if (code !== undefined) mark('code', { text: code, entities: [] });
    else mark(STYLES[sign ?? ''] ?? '', readSigns(styled ?? ''));
  }
  return { text: text + written.slice(from), entities };
};
