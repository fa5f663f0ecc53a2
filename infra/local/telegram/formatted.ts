import * as z from 'zod';
import { badRequest } from './errors.ts';
import { json, optionalText } from './params.ts';
import { parseHtml } from './parse-html.ts';
import { parseMarkdownV2 } from './parse-markdown.ts';
import type { Entity } from './state.ts';

const messageEntity = z.object({
  type: z.string(),
  offset: z.int(),
  length: z.int(),
  url: z.string().optional(),
  user: z.looseObject({ id: z.int() }).optional(),
  language: z.string().optional(),
  custom_emoji_id: z.string().optional(),
  unix_time: z.int().optional(),
  date_time_format: z.string().optional(),
});

export const entitiesField = () =>
  json(
    z.array(messageEntity),
    "Can't parse entities: expected an Array of MessageEntity",
    "can't parse entities: ",
  );
export const parseModeField = () => optionalText('parse_mode');

export type Formatted = { readonly text: string; readonly entities: Entity[] };

/**
 * The text as people see it: parsed, cleaned of surrounding blanks, with its entities checked.
 * @throws ApiError with "can't parse entities: …" or "unsupported parse_mode".
 */
export const formatted = (
  source: string,
  parseMode: string | undefined,
  given: readonly z.infer<typeof messageEntity>[] | undefined,
): Formatted => {
  const parsed = parse(source, parseMode, given);
  for (const entity of parsed.entities) checkEntity(entity, parsed.text);
  return trimmed(parsed.text, parsed.entities);
};

const parse = (
  source: string,
  parseMode: string | undefined,
  given: readonly z.infer<typeof messageEntity>[] | undefined,
): { text: string; entities: readonly Entity[] } => {
  switch (parseMode?.toLowerCase() ?? '') {
    case '':
    case 'none':
      return { text: source, entities: (given ?? []).map(withoutUndefined) };
    case 'html':
      return parseHtml(source);
    case 'markdownv2':
      return parseMarkdownV2(source);
    default:
      // The legacy "Markdown" style is refused too: new code has no reason to use it.
      throw badRequest('Unsupported parse_mode');
  }
};

const withoutUndefined = (entity: z.infer<typeof messageEntity>): Entity => ({ ...entity });

const checkEntity = (entity: Entity, text: string): void => {
  const end = entity.offset + entity.length;
  if (entity.offset < 0 || entity.length <= 0 || end > text.length) {
    throw badRequest(
      `entity beginning at UTF-16 offset ${entity.offset} ends after the end of the text at UTF-16 offset ${end}`,
    );
  }
  if (splitsPair(text, entity.offset) || splitsPair(text, end)) {
    throw badRequest(
      `entity beginning at UTF-16 offset ${entity.offset} ends in a middle of a UTF-16 symbol at byte offset ${end}`,
    );
  }
  if (entity.type === 'text_link' && typeof entity.url !== 'string')
    throw badRequest('can\'t parse entities: Can\'t find field "url"');
};

/** True where a cut at `at` would stand between the two halves of one character. */
const splitsPair = (text: string, at: number): boolean =>
  isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));
const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

const trimmed = (text: string, entities: readonly Entity[]): Formatted => {
  const cut = text.length - text.trimStart().length;
  const clean = text.trim();
  return {
    text: clean,
    entities: entities
      .map((entity) => {
        const offset = Math.max(0, entity.offset - cut);
        const end = Math.min(clean.length, entity.offset + entity.length - cut);
        return { ...entity, offset, length: end - offset };
      })
      .filter((entity) => entity.length > 0),
  };
};
