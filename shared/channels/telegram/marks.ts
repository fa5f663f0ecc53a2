import { type Mark, marksSchema } from '#shared/domain/rich-text.ts';
import type { Entities } from './shapes.ts';

/** What our marks are called at Telegram. https://core.telegram.org/bots/api#messageentity */
const kinds: Readonly<Record<string, Mark['kind']>> = {
  bold: 'bold',
  italic: 'italic',
  underline: 'underline',
  strikethrough: 'strike',
  spoiler: 'spoiler',
  code: 'code',
  pre: 'code',
  blockquote: 'quote',
  expandable_blockquote: 'quote',
  text_link: 'link',
};

const mostMarks = 100;
const longestUrl = 1_000;

/**
 * The formatting of the kept part of a text. What Telegram finds by itself (addresses, hashtags, commands) is no formatting;
 * links lead to the web only, so that nobody is named or called by a hidden one.
 */
export function marksOf(entities: Entities, text: string): { readonly marks?: Mark[] } {
  const marks = entities.flatMap((entity): Mark[] => {
    const kind = entity && Object.hasOwn(kinds, entity.type) ? kinds[entity.type] : undefined;
    const length = entity ? Math.min(entity.length, text.length - entity.offset) : 0;
    if (!entity || !kind || length <= 0) return [];
    const place = { offset: entity.offset, length };
    if (kind !== 'link') return [{ kind, ...place }];
    const url = webAddress(entity.url);
    return url === null ? [] : [{ kind, ...place, url }];
  });
  const kept = marksSchema.safeParse(marks.slice(0, mostMarks)).data ?? [];
  return kept.length === 0 ? {} : { marks: kept };
}

/** A link of the web as everybody writes it, or null. */
export function webAddress(url: string | null | undefined): string | null {
  if (!url || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return (protocol === 'https:' || protocol === 'http:') && href.length <= longestUrl ? href : null;
}
