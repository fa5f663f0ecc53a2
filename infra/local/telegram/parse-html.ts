import { badRequest } from './errors.ts';
import type { Entity } from './state.ts';

/**
 * Telegram's HTML style, as strict as the server: unknown or unclosed tags are refused with the byte offset.
 * https://core.telegram.org/bots/api#html-style
 */
export const parseHtml = (
  source: string,
): { readonly text: string; readonly entities: readonly Entity[] } => {
  const open: OpenTag[] = [];
  const entities: Entity[] = [];
  let text = '';
  let at = 0;
  while (at < source.length) {
    const char = source.charAt(at);
    if (char === '&') {
      const { decoded, length } = decodeEntity(source, at);
      text += decoded;
      at += length;
    } else if (char !== '<') {
      text += char;
      at += 1;
    } else if (source[at + 1] === '/') {
      at = closeTag(source, at, open, entities, text.length);
    } else {
      const tag = readStartTag(source, at);
      open.push({ ...tag, from: text.length });
      at = tag.end;
    }
  }
  const unclosed = open.at(-1);
  if (unclosed) throw cannotParse(`Can't find end tag corresponding to start tag "${unclosed.name}"`);
  return { text, entities: fillLinks(entities, text) };
};

export const cannotParse = (why: string) => badRequest(`can't parse entities: ${why}`);

/** Telegram names places in the source in UTF-8 bytes. */
export const byteOffset = (source: string, at: number): number => Buffer.byteLength(source.slice(0, at));

type StartTag = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly end: number;
};
type OpenTag = StartTag & { readonly from: number };

const simpleTags: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
};
const otherTags = ['a', 'span', 'tg-emoji', 'tg-time'];

const readStartTag = (source: string, start: number): StartTag => {
  const where = byteOffset(source, start);
  const name = /^[^\s>]*/.exec(source.slice(start + 1))?.[0].toLowerCase() ?? '';
  if (start + 1 + name.length >= source.length)
    throw cannotParse(`Unclosed start tag at byte offset ${where}`);
  if (!Object.hasOwn(simpleTags, name) && !otherTags.includes(name)) {
    throw cannotParse(`Unsupported start tag "${name}" at byte offset ${where}`);
  }
  const attributes: Record<string, string> = {};
  let at = start + 1 + name.length;
  while (source[at] !== '>') {
    const found = attributePattern.exec(source.slice(at));
    if (!found) throw cannotParse(`Unclosed start tag at byte offset ${where}`);
    const [whole, spaces, key = '', quoted, single, bare] = found;
    if (whole === spaces && source[at + whole.length] !== '>') {
      throw cannotParse(
        at + whole.length >= source.length
          ? `Unclosed start tag at byte offset ${where}`
          : `Empty attribute name in the tag "${name}" at byte offset ${where}`,
      );
    }
    if (key) attributes[key.toLowerCase()] = decodeAll(quoted ?? single ?? bare ?? '');
    at += whole.length;
  }
  if (name === 'span' && attributes.class !== 'tg-spoiler') {
    throw cannotParse(`Tag "span" must have class "tg-spoiler" at byte offset ${where}`);
  }
  return { name, attributes, end: at + 1 };
};

const attributePattern = /^(\s*)(?:([^\s=>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?)?/;

const closeTag = (
  source: string,
  start: number,
  open: OpenTag[],
  entities: Entity[],
  length: number,
): number => {
  const where = byteOffset(source, start);
  const tag = open.pop();
  if (!tag) throw cannotParse(`Unexpected end tag at byte offset ${where}`);
  const end = source.indexOf('>', start);
  if (end < 0) throw cannotParse(`Unclosed end tag at byte offset ${where}`);
  const name = source
    .slice(start + 2, end)
    .trim()
    .toLowerCase();
  if (name !== '' && name !== tag.name) {
    throw cannotParse(
      `Unmatched end tag at byte offset ${where}, expected "</${tag.name}>", found "</${name}>"`,
    );
  }
  if (length > tag.from) entities.push({ ...entityOf(tag), offset: tag.from, length: length - tag.from });
  return end + 1;
};

const entityOf = ({ name, attributes }: OpenTag): { type: string; [key: string]: unknown } => {
  if (name === 'a') return { type: 'text_link', url: attributes.href ?? '' };
  if (name === 'span') return { type: 'spoiler' };
  if (name === 'tg-emoji') return { type: 'custom_emoji', custom_emoji_id: attributes['emoji-id'] ?? '' };
  if (name === 'tg-time') return { type: 'date_time', unix_time: Number(attributes.unix ?? 0) };
  if (name === 'blockquote' && attributes.expandable !== undefined) return { type: 'expandable_blockquote' };
  return { type: simpleTags[name] ?? name };
};

/** `<a>` without href links to its own words; what is no link at all loses its entity, as on the server. */
const fillLinks = (entities: readonly Entity[], text: string): Entity[] =>
  entities
    .map((entity) =>
      entity.type === 'text_link' && entity.url === ''
        ? { ...entity, url: text.slice(entity.offset, entity.offset + entity.length) }
        : entity,
    )
    .filter(
      (entity) =>
        entity.type !== 'text_link' ||
        /^(?:https?|tg|tel|mailto):|^[\w-]+(?:\.[\w-]+)+/i.test(String(entity.url)),
    )
    .toSorted((one, other) => one.offset - other.offset || other.length - one.length);

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

const decodeEntity = (source: string, at: number): { decoded: string; length: number } => {
  const [whole, name = '', hex, decimal] =
    /^&(?:([a-z]+)|#x([0-9a-f]+)|#(\d+));?/i.exec(source.slice(at, at + 14)) ?? [];
  if (whole === undefined) return { decoded: '&', length: 1 };
  if (hex === undefined && decimal === undefined) {
    const known = named[name];
    return known === undefined ? { decoded: '&', length: 1 } : { decoded: known, length: whole.length };
  }
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code > 0 && code < 0x10ffff
    ? { decoded: String.fromCodePoint(code), length: whole.length }
    : { decoded: '&', length: 1 };
};

const decodeAll = (value: string): string => {
  let decoded = '';
  for (let at = 0; at < value.length; ) {
    const step = value[at] === '&' ? decodeEntity(value, at) : { decoded: value.charAt(at), length: 1 };
    decoded += step.decoded;
    at += step.length;
  }
  return decoded;
};
