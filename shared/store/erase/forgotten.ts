import type { EraseJob, Traces } from '#shared/domain/job.ts';

/** Any item of the table, as it is stored. */
export type Item = Readonly<Record<string, unknown>> & { readonly pk: string; readonly sk: string };

/** Whom a look at the table is for, and how far their erasure is. */
export type Forgotten = Pick<EraseJob, 'at' | 'people' | 'addresses' | 'stage' | 'round'> &
  Traces & {
    /** Key of the address under which everything for the advisors waits. */
    readonly desk: string;
    /** Links to their topics, as the group's messenger makes them. */
    readonly links: readonly string[];
    /** Those of their addresses where nobody new wrote since. */
    readonly vacant: ReadonlySet<string>;
    /** Rows that belong to the erasure itself begin so. */
    readonly own: string;
    readonly now: number;
  };

/** Finds somebody in an item, by ids and addresses; by numbers and plates; by names. */
export type Finder = {
  /** An id or address of theirs stands in it, and nobody's who came there later. */
  names(text: string): boolean;
  /** A number, a plate or a link to their topic. */
  describes(text: string): boolean;
  /** The text without anything of them. `alsoNames`: their names, too. */
  without(text: string, alsoNames: boolean): string;
  isRelated(text: string): boolean;
};

const instead = '…';

export function finderOf(who: Forgotten): Finder {
  const ids = [...new Set([...who.people, ...who.addresses])];
  // `…/42/~3` is somebody else than `…/42/`: whoever came to that address later, unless nobody did.
  const id = any(
    ids.map((one) => `${escaped(one)}${who.vacant.has(one) ? '(?:~\\d+)?' : ''}(?![~\\d])`),
    'u',
  );
  const taken = ids.filter((one) => !who.vacant.has(one));
  const later = any(
    taken.map((one) => `${escaped(one)}~\\d+`),
    'gu',
  );
  const word = any([...who.words.filter(Boolean).map(loosely), ...who.links.map(escaped)], 'iu');
  const name = any(
    who.names.filter((one) => one.length > 1).map((one) => `(?<!\\p{L})${escaped(one)}(?!\\p{L})`),
    'u',
  );
  const related = any(
    who.related.map((one) => `${escaped(one)}(?![~\\d])`),
    'u',
  );
  const isLaters = (text: string) =>
    later !== null && [...text.matchAll(later)].some(([found]) => !who.people.includes(found));
  const without = (text: string, alsoNames: boolean) =>
    [id, word, ...(alsoNames ? [name] : [])].reduce(
      (left, pattern) =>
        pattern === null ? left : left.replace(new RegExp(pattern, `${pattern.flags}g`), instead),
      text,
    );
  return {
    names: (text) => (id?.test(text) ?? false) && !isLaters(text),
    describes: (text) => word?.test(text) ?? false,
    without,
    isRelated: (text) => related?.test(text) ?? false,
  };
}

function any(patterns: readonly string[], flags: string): RegExp | null {
  return patterns.length === 0
    ? null
    : new RegExp([...patterns].sort((a, b) => b.length - a.length).join('|'), flags);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** As it is, or with other signs between letters and digits: plates and numbers are written in many ways. */
function loosely(word: string): string {
  const bare = [...word].filter((sign) => /[\p{L}\d]/u.test(sign));
  const isCode = bare.length <= 15 && /\d{3}/.test(word) && !word.includes(' ');
  return isCode
    ? `(?<![\\p{L}\\d])\\+?${bare.map(escaped).join('[\\s.\\-–]?')}(?![\\p{L}\\d])`
    : escaped(word);
}

/** Whether an id is theirs, or was given to nobody at an address where nobody new wrote. */
export function isTheirId(id: string, { people, vacant }: Pick<Forgotten, 'people' | 'vacant'>): boolean {
  const [address = ''] = id.split('~');
  return people.includes(id) || (id.includes('~') && vacant.has(address));
}
