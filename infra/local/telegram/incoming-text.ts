import type { Entity } from './state.ts';

/**
 * What Telegram marks by itself in a person's text: commands and links. Offsets in UTF-16 units.
 * https://core.telegram.org/bots/api#messageentity
 */
export const foundEntities = (text: string): Entity[] =>
  [
    ...found(text, /(?<![\w/])\/[a-z0-9_]{1,32}(?:@\w{3,32})?(?![\w/])/gi, 'bot_command'),
    ...found(text, /https?:\/\/[^\s]+/gi, 'url'),
  ].toSorted((one, other) => one.offset - other.offset);

const found = (text: string, pattern: RegExp, type: string): Entity[] =>
  [...text.matchAll(pattern)].map((match) => ({ type, offset: match.index, length: match[0].length }));

/** Telegram's apps cut a long text into messages of at most 4,096 UTF-16 units, never inside a character. */
export const asMessages = (text: string): readonly string[] => {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > 0) {
    const high = rest.charCodeAt(4095);
    const at = high >= 0xd800 && high <= 0xdbff ? 4095 : 4096;
    parts.push(rest.slice(0, at));
    rest = rest.slice(at).trim();
  }
  return parts;
};
