import type { Fate } from './fate.ts';
import type { Finder, Forgotten, Item } from './forgotten.ts';

/**
 * Somebody else's item without a person who is named in it: entries of lists that are theirs go, names beside their id become
 * empty, and wherever else they stand there are three dots. Attributes that do not name them are not written.
 */
export function scrubbed(item: Item, text: string, finder: Finder, who: Forgotten, described = false): Fate {
  // Names are looked for only where the person had to do with whom the item is of: others have the same name.
  const alsoNames = finder.isRelated(text) || finder.names(text);
  const isNamed = described || finder.names(text) || (alsoNames && finder.without(text, true) !== text);
  if (!isNamed) return { do: 'keep' };
  const clean = { finder, who, alsoNames };
  const attributes = Object.entries(item).flatMap(([name, value]): [string, unknown][] => {
    if (indexed.has(name)) return [];
    const after = name === 'approver' && isTheirs(value, who) ? null : cleaned(value, clean);
    return JSON.stringify(after) === JSON.stringify(value) ? [] : [[name, after]];
  });
  if (attributes.length === 0) return { do: 'keep' };
  const version = typeof item.version === 'number' ? item.version : null;
  return { do: 'set', attributes: Object.fromEntries(attributes), version };
}

/** Keys, and what indexes are made of. */
const indexed = new Set(['pk', 'sk', 'version', 'waiting', 'dueShard', 'dueAt', 'expiresAt']);

type Clean = { readonly finder: Finder; readonly who: Forgotten; readonly alsoNames: boolean };

function cleaned(value: unknown, clean: Clean): unknown {
  if (typeof value === 'string') return clean.finder.without(value, clean.alsoNames);
  if (Array.isArray(value))
    return value.filter((one) => !isTheirs(one, clean.who)).map((one) => cleaned(one, clean));
  if (typeof value !== 'object' || value === null) return value;
  const theirs = isTheirs(value, clean.who);
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => {
      if (name === 'approver' && isTheirs(one, clean.who)) return [name, null];
      return [name, theirs && name === 'name' ? '' : cleaned(one, clean)];
    }),
  );
}

/** An entry about them: it says whose it is. */
function isTheirs(value: unknown, { people }: Pick<Forgotten, 'people'>): boolean {
  if (typeof value !== 'object' || value === null || !('customer' in value)) return false;
  const { customer } = value;
  return typeof customer === 'string' && people.includes(customer);
}
