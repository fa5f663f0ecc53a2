import { encodeDay, withoutJob } from '#shared/domain/day.ts';
import { dayFrom } from '../day.ts';
import { keep } from '../keep.ts';
import { type Finder, type Forgotten, type Item, isTheirId } from './forgotten.ts';
import { scrubbed } from './scrub.ts';

/**
 * What becomes of an item: it stays; it goes (`version`: only as it was read); some attributes of it are written without that
 * person; entries of a map go. `wait`: it goes once what it says was said.
 */
export type Fate =
  | { readonly do: 'keep' | 'wait' }
  | {
      readonly do: 'delete';
      readonly version?: number;
      /** Messages in the group's General that go with it, by their ids there. */
      readonly shown?: readonly string[];
    }
  | {
      readonly do: 'set';
      readonly attributes: Readonly<Record<string, unknown>>;
      readonly version: number | null;
    }
  | { readonly do: 'cut'; readonly paths: readonly (readonly string[])[] };

const keeps: Fate = { do: 'keep' };
const goes: Fate = { do: 'delete' };

/** Prefixes of keys with what is known of them; a test holds every key maker of `shared/store` to this list. */
export const knownPrefixes = [
  'P',
  'C',
  'L',
  'O',
  'T',
  'M',
  'D',
  'W',
  'G',
  'N',
  'K',
  'U',
  'V',
  'S',
  'X',
] as const;

/** How long what is still being said to them may take. */
const mostWaitMs = 10 * 60_000;

/** Pure: the same item and person, the same fate. */
export function fateOf(item: Item, who: Forgotten, finder: Finder): Fate {
  const kind = item.pk.slice(0, 2);
  const of = item.pk.slice(2);
  const text = JSON.stringify(item);
  const named = () => (finder.names(text) ? goes : keeps);
  switch (kind) {
    case 'S#':
    case 'X#':
      return keeps;
    case 'P#':
      return isTheirId(of, who) ? goes : scrubbed(item, text, finder, who);
    case 'D#':
      if (item.sk === 'day') return freed(item, of, who);
      return isTheirId(of, who) ? goes : scrubbed(item, text, finder, who);
    case 'W#':
      return isTheirId(item.sk, who) ? goes : scrubbed(item, text, finder, who);
    case 'C#':
      return resident(item, of, text, who, finder);
    case 'L#':
    case 'M#':
    case 'T#':
      return atAddress(item, of, text, who, finder);
    case 'O#':
      return of === who.desk ? atDesk(item, text, who, finder) : row(item, of, text, who, finder);
    case 'G#':
      return group(item, text, finder);
    case 'N#':
    case 'K#':
    case 'U#':
    case 'V#':
      return isLater(item, who) ? keeps : named();
    default:
      return named();
  }
}

/** What stands on a day names visits only. The times of theirs are free again, also where a restored table brought them back. */
function freed(item: Item, date: string, { visits }: Forgotten): Fate {
  const day = dayFrom(date, item);
  const left = visits.reduce(withoutJob, day);
  if (left.jobs.length === day.jobs.length) return keeps;
  return { do: 'set', attributes: { jobs: encodeDay(left).jobs }, version: day.version };
}

/** The conversation at one of their addresses, or what shows the way to it. */
function resident(item: Item, at: string, text: string, who: Forgotten, finder: Finder): Fate {
  if (typeof item.movedTo === 'string') return who.addresses.includes(item.movedTo) ? goes : keeps;
  const version = typeof item.version === 'number' ? item.version : 0;
  if (!who.addresses.includes(at)) return scrubbed(item, text, finder, who);
  if (typeof item.customer === 'string' && who.people.includes(item.customer))
    return { do: 'delete', version };
  if (!who.vacant.has(at)) return keeps;
  return who.stage === 'close' ? { do: 'delete', version } : { do: 'wait' };
}

/** What came in, the other sides of messages, and what is to fall due: at their addresses, and in their topics. */
function atAddress(item: Item, at: string, text: string, who: Forgotten, finder: Finder): Fate {
  if (who.addresses.includes(at)) {
    // What was freed with their visits is still to be offered to whoever waits for it.
    if (item.pk.startsWith('T#') && item.sk.startsWith('waitlist#freed#')) return { do: 'wait' };
    if (who.vacant.has(at)) return goes;
    const isBefore = item.pk.startsWith('T#') ? who.round <= 1 : !isLater(item, who);
    return isBefore ? goes : keeps;
  }
  if (who.places.some(({ chat, thread }) => at.endsWith(`/${chat}/${thread}`))) return goes;
  if (isLater(item, who)) return keeps;
  if (item.pk.startsWith('L#')) {
    return finder.describes(text)
      ? scrubbed(item, text, finder, who, true)
      : scrubbed(item, text, finder, who);
  }
  return finder.names(text) ? goes : keeps;
}

/** A row of what is said to somebody: to them it goes, once nothing of it waits; to others it forgets them. */
function row(item: Item, to: string, text: string, who: Forgotten, finder: Finder): Fate {
  if (!who.addresses.includes(to)) return scrubbed(item, text, finder, who);
  const isFree = who.vacant.has(to);
  if (item.sk === 'sender') return isFree ? (who.stage === 'close' ? goes : { do: 'wait' }) : keeps;
  const isOwn = item.sk.startsWith(who.own);
  const born = typeof item.born === 'number' ? item.born : 0;
  const isSaid = item.waiting === undefined || born < who.at || who.now - born > mostWaitMs;
  if (isOwn || (born === who.at && isFree)) return isSaid ? goes : { do: 'wait' };
  return born <= who.at || isFree ? goes : keeps;
}

/** What is said to the advisors: in their topic; in General where it names or describes them, or is a table of everybody. */
function atDesk(item: Item, text: string, who: Forgotten, finder: Finder): Fate {
  if (item.sk === 'sender') {
    const lanes = typeof item.talked === 'object' && item.talked !== null ? Object.keys(item.talked) : [];
    const theirs = lanes.filter((lane) => who.people.some((id) => lane === `customer ${id}`));
    return theirs.length === 0 ? keeps : { do: 'cut', paths: theirs.map((lane) => ['talked', lane]) };
  }
  if (item.sk.startsWith(who.own) || isLater(item, who)) return keeps;
  const topic = JSON.stringify(item.topic ?? null);
  const isThere =
    finder.names(topic) || who.places.some(({ thread }) => topic.includes(`"thread":"${thread}"`));
  if (isThere) return goes;
  if (item.topic !== undefined) return scrubbed(item, text, finder, who);
  const isTable = /"mime":"text\/csv/.test(text);
  if (!isTable && !finder.names(text) && !finder.describes(text)) return keeps;
  const parts = Array.isArray(item.parts) ? item.parts.filter((part) => typeof part === 'string') : [];
  return { do: 'delete', shown: parts };
}

/** Whose a topic is, and the claim of one that is being made. */
function group(item: Item, text: string, finder: Finder): Fate {
  if (item.sk === 'owner') return finder.names(text) ? goes : keeps;
  const { creating } = item;
  return creating !== undefined && finder.names(JSON.stringify(creating))
    ? { do: 'cut', paths: [['creating']] }
    : keeps;
}

/** Born after the erasure: it is about whoever came since. */
function isLater(item: Item, { at }: Forgotten): boolean {
  const { born, at: when, expiresAt, pk } = item;
  if (typeof born === 'number') return born > at;
  if (typeof when === 'number') return when > at;
  const lives = pk.startsWith('M#') ? keep.counterpart : null;
  return lives !== null && typeof expiresAt === 'number' && (expiresAt - lives) * 1_000 > at;
}
