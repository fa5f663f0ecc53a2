import type { ShownEntity } from '../../phone-api.ts';

/** A stretch of a message's text with the formats that lie on it. It is only ever drawn as a text node. */
export type Stretch = {
  readonly text: string;
  readonly formats: readonly string[];
  /** Where a tap on it leads; '' for nowhere. Only http, https, tel and mailto are let through. */
  readonly href: string;
  /** A bot command that a tap sends, `/book`; '' for none. */
  readonly command: string;
};

/** Cuts a text at the borders of its entities (UTF-16 units) and of the links and commands found in it. */
export const stretchesOf = (text: string, entities: readonly ShownEntity[]): readonly Stretch[] => {
  const marks = [...entities.filter((entity) => fits(entity, text)), ...found(text, entities)];
  const borders = new Set([0, text.length]);
  for (const mark of marks) borders.add(mark.offset).add(mark.offset + mark.length);
  const sorted = [...borders].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, index) => {
    const to = sorted[index + 1] ?? text.length;
    const on = marks.filter((mark) => mark.offset <= from && mark.offset + mark.length >= to);
    const whole = on.find((mark) => mark.type in LINKS);
    const wording = whole ? text.slice(whole.offset, whole.offset + whole.length) : '';
    return {
      text: text.slice(from, to),
      formats: on.map((mark) => mark.type),
      href: whole ? safeHref(LINKS[whole.type]?.(wording, whole.url ?? '') ?? '') : '',
      command: on.some((mark) => mark.type === 'bot_command') ? text.slice(from, to) : '',
    };
  });
};

/** A link that may be followed from the page, or ''. Everything else (javascript:, data:, tg:) stays plain text. */
export const safeHref = (href: string): string =>
  /^(https?:\/\/|tel:\+?\d|mailto:)/i.test(href) ? href : '';

/** The `href` of an address on this station or on the web; nothing for any other, which then leads nowhere. */
export const linkTo = (url: string): { readonly href?: string } => {
  const href = /^(\/(?!\/)|data:|blob:)/.test(url) ? url : safeHref(url);
  return href ? { href } : {};
};

const LINKS: Readonly<Record<string, (wording: string, url: string) => string>> = {
  url: (wording) => (/^[a-z]+:/i.test(wording) ? wording : `https://${wording}`),
  text_link: (_wording, url) => url,
  phone_number: (wording) => `tel:${wording.replace(/[^+\d]/g, '')}`,
  email: (wording) => `mailto:${wording}`,
};

const PATTERNS: readonly { readonly type: string; readonly pattern: RegExp }[] = [
  { type: 'url', pattern: /\bhttps?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/g },
  { type: 'bot_command', pattern: /(?<=^|\s)\/[a-z][a-z0-9_]{0,31}(?=$|[\s.,!?])/g },
];

const found = (text: string, entities: readonly ShownEntity[]): readonly ShownEntity[] =>
  PATTERNS.flatMap(({ type, pattern }) =>
    [...text.matchAll(pattern)].map((match) => ({ type, offset: match.index, length: match[0].length })),
  ).filter(
    (mark) =>
      !entities.some((entity) => overlaps(entity, mark) && entity.type in { ...LINKS, code: 1, pre: 1 }),
  );

const overlaps = (a: ShownEntity, b: ShownEntity): boolean =>
  a.offset < b.offset + b.length && b.offset < a.offset + a.length;

const fits = (entity: ShownEntity, text: string): boolean =>
  entity.length > 0 && entity.offset >= 0 && entity.offset + entity.length <= text.length;
