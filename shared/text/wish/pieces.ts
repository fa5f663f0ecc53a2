import type { Station } from '#shared/station/schema.ts';
import { heardAs, type Look, looksOf, spellings, withLetters } from './by-ear.ts';
import { listsOf, servicesOf } from './lexicons.ts';
import type { Said } from './marks.ts';
import { misspelt } from './misspelt.ts';
import { type Figure, type Token, tokensOf } from './tokens.ts';
import { type Index, phrasesAt } from './trie.ts';

/** A phrase of a message that a list has, a figure, or a word that nobody knows. */
export type Piece = {
  /** All that it may say; nothing: it is strange. */
  readonly said: readonly Said[];
  readonly figure: Figure | null;
  readonly text: string;
  readonly sentence: number;
  readonly clause: number;
};

export type Pieces = { readonly pieces: readonly Piece[]; readonly asks: readonly boolean[] };

/** What a message is made of, in whatever language leaves the fewest words unknown. Linear in the message. */
export function piecesOf(text: string, station: Station): Pieces {
  const { tokens, asks } = tokensOf(text);
  const looks = looksOf(text);
  const written = segmented({ tokens, looks, heard: null }, station);
  let best = written;
  if (isUnheard(written))
    for (const way of heardAs(text, looks)) {
      if (best.strange === 0) break;
      const spelt = withLetters(text, way.looks) ?? tokens;
      const asWritten = () =>
        spelt === tokens ? written : segmented({ tokens: spelt, looks, heard: null }, station);
      // Beside English only what it does not know is heard: "to" is no Russian «ТО» there.
      const heard = way.isBesideEnglish ? strangeIn(asWritten()) : null;
      const other = segmented({ tokens: spelt, looks: way.looks, heard }, station);
      if (other.strange < best.strange || (other.strange === best.strange && other.cost + 1 < best.cost))
        best = other;
    }
  return { pieces: mended(best, station).pieces, asks };
}

/** One strange word among many is a name or a slip; lists by sound cost a cold process more than all the rest. Little words do not count. */
function isUnheard({ strange, pieces }: Taken): boolean {
  const telling = pieces.filter(
    ({ said, figure }) => figure !== null || said.some(({ is }) => is !== 'filler'),
  );
  return strange > 1 || (strange === 1 && telling.length <= 3);
}

/** Words, where they are looked up, and which of them also by sound (null: all). */
type Sought = {
  readonly tokens: readonly Token[];
  readonly looks: readonly Look[];
  readonly heard: ReadonlySet<string> | null;
};

type Taken = {
  readonly sought: Sought;
  readonly pieces: readonly Piece[];
  readonly cost: number;
  readonly strange: number;
};

/** Cost of a word that nobody knows, beside 1 for a phrase: the cheapest reading wins. */
const unknown = 20;

/** Where words stay strange, as they may have been meant. */
function mended(first: Taken, station: Station): Taken {
  if (first.strange === 0) return first;
  const { looks, heard } = first.sought;
  const strange = strangeIn(first);
  let isMended = false;
  const tokens = first.sought.tokens.map((token) => {
    const [word = ''] = token.words;
    if (!strange.has(word)) return token;
    const near = looks.flatMap((look) =>
      spellings(word, look).flatMap((each) => misspelt(each, indexesOf(look, station))),
    );
    if (near.length === 0) return token;
    isMended = true;
    return { ...token, words: [word, ...near] };
  });
  return isMended ? segmented({ tokens, looks, heard }, station) : first;
}

function strangeIn({ pieces }: Taken): ReadonlySet<string> {
  return new Set(pieces.filter(isStrange).map(({ text }) => text));
}

export function isStrange({ said, figure }: Piece): boolean {
  return said.length === 0 && figure === null;
}

function indexesOf({ language, manner }: Look, station: Station): readonly Index<Said>[] {
  return [listsOf(language, manner), servicesOf(station, language, manner)];
}

/** A way to read what begins at a place: its end, what it is, the cost from there on. */
type Way = {
  readonly end: number;
  readonly marks: readonly Said[];
  readonly cost: number;
  readonly strange: number;
};

function segmented(sought: Sought, station: Station): Taken {
  const { tokens, looks, heard } = sought;
  const found = looks.map((look) => ({
    words: tokens.map(({ words }) => {
      const [written = ''] = words;
      // By sound a particle is a word of work: «та» is no «ТО».
      const isTold = written.length > 2 || /[a-z]/.test(written);
      const isLookedUp = look.manner === 'letters' || (isTold && (heard === null || heard.has(written)));
      return isLookedUp ? words.flatMap((word) => spellings(word, look)) : [];
    }),
    indexes: indexesOf(look, station),
    cost: look.manner === 'letters' ? 1 : 1.5,
  }));
  const ways: Way[] = [];
  const after = (end: number) => ways[end] ?? { cost: 0, strange: 0 };
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    const token = tokens[at];
    if (!token) continue;
    const alone = token.figure ? 1 : unknown;
    let best: Way = {
      end: at + 1,
      marks: [],
      cost: alone + after(at + 1).cost,
      strange: (token.figure ? 0 : 1) + after(at + 1).strange,
    };
    const byEnd = new Map<number, { marks: Said[]; cost: number }>();
    for (const { words, indexes, cost } of found)
      for (const index of indexes)
        for (const { end, marks } of phrasesAt(at, words, index)) {
          if (tokens[end - 1]?.clause !== token.clause) continue;
          const there = byEnd.get(end);
          if (there) {
            there.marks.push(...marks);
            there.cost = Math.min(there.cost, cost);
          } else byEnd.set(end, { marks: [...marks], cost });
        }
    for (const [end, { marks, cost }] of byEnd) {
      const whole = cost + after(end).cost;
      if (whole < best.cost || (whole === best.cost && end >= best.end))
        best = { end, marks, cost: whole, strange: after(end).strange };
    }
    ways[at] = best;
  }
  const pieces: Piece[] = [];
  for (let at = 0; at < tokens.length; ) {
    const way = ways[at];
    const token = tokens[at];
    if (!way || !token) break;
    pieces.push({
      said: unlike(way.marks),
      figure: way.end === at + 1 ? token.figure : null,
      text: tokens
        .slice(at, way.end)
        .map(({ words }) => words[0])
        .join(' '),
      sentence: token.sentence,
      clause: token.clause,
    });
    at = way.end;
  }
  return { pieces, cost: after(0).cost, strange: after(0).strange, sought };
}

/** Each thing once, whatever language says it. */
function unlike(marks: readonly Said[]): readonly Said[] {
  return [...new Map(marks.map((said) => [JSON.stringify(said), said])).values()];
}
