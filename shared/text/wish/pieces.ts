import type { Language } from '#shared/domain/language.ts';
import type { Station } from '#shared/station/schema.ts';
import { listsOf, type Manner, servicesOf, soundsOf } from './lexicons.ts';
import type { Mark, Said } from './marks.ts';
import { misspelt } from './misspelt.ts';
import { type Figure, type Token, type Tokens, tokensOf } from './tokens.ts';
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

/** A language to look in, and how. */
type Look = { readonly language: Language; readonly manner: Manner };

/** What a message is made of, in whatever language leaves the fewest words unknown. Linear in the message. */
export function piecesOf(text: string, station: Station): Pieces {
  const { tokens, asks } = tokensOf(text);
  const own = languagesOf(text).map((language): Look => ({ language, manner: 'letters' }));
  let best = segmented(tokens, own, station);
  if (best.strange > 0)
    for (const looks of soundingsOf(text, own)) {
      const other = segmented(spelling(text, looks) ?? tokens, looks, station);
      if (other.cost < best.cost) best = other;
    }
  return { pieces: mended(spelling(text, best.looks) ?? tokens, best, station).pieces, asks };
}

function languagesOf(text: string): readonly Language[] {
  const languages: Language[] = [];
  if (/\p{Script=Greek}/u.test(text)) languages.push('el');
  if (/\p{Script=Cyrillic}/u.test(text)) languages.push('ru', 'uk');
  if (languages.length === 0 || /\p{Script=Latin}/u.test(text)) languages.push('en');
  return languages;
}

/**
 * By sound, where words stay strange: Greek, Russian and Ukrainian in Latin letters, alone and beside English, and their own letters
 * as people spell them by ear.
 */
function soundingsOf(text: string, own: readonly Look[]): readonly (readonly Look[])[] {
  const heard = (languages: readonly Language[]) =>
    languages.map((language): Look => ({ language, manner: 'sounds' }));
  if (!/\p{Script=Latin}/u.test(text)) return [[...own, ...heard(own.map(({ language }) => language))]];
  return [['el'] as const, ['ru', 'uk'] as const].flatMap((languages) => [
    heard(languages),
    [...own, ...heard(languages)],
  ]);
}

/** Figures that stand for letters at the beginning of a word (`8elw`, `4erez`), by who types so. */
const figures: Readonly<Partial<Record<Language, Readonly<Record<string, string>>>>> = {
  el: { '3': 'ks', '8': 'th', '9': 'th' },
  ru: { '4': 'ch', '6': 'sh' },
};

/** The message with such figures as letters; null where it has none. What is no cheaper so is read as it stands. */
function spelling(text: string, looks: readonly Look[]): Tokens['tokens'] | null {
  const heard = looks.find(({ language, manner }) => manner === 'sounds' && figures[language] !== undefined);
  const letters = heard && figures[heard.language];
  if (!letters) return null;
  const spelt = text.replace(
    /(?<![\p{L}\d:.])\d(?=\p{Script=Latin})/gu,
    (figure) => letters[figure] ?? figure,
  );
  return spelt === text ? null : tokensOf(spelt).tokens;
}

type Taken = {
  readonly pieces: readonly Piece[];
  readonly cost: number;
  readonly strange: number;
  readonly looks: readonly Look[];
};

/** Cost of a word that nobody knows, beside 1 for a phrase: the cheapest reading wins. */
const unknown = 20;

/** Where words stay strange, as they may have been meant. */
function mended(tokens: Tokens['tokens'], first: Taken, station: Station): Taken {
  if (first.strange === 0) return first;
  const { looks } = first;
  const strange = new Set(first.pieces.filter((piece) => isStrange(piece)).map(({ text }) => text));
  let isMended = false;
  const meant = tokens.map((token) => {
    const [word = ''] = token.words;
    if (!strange.has(word)) return token;
    const near = looks.flatMap((look) => misspelt(spelt(word, look), indexesOf(look, station)));
    if (near.length === 0) return token;
    isMended = true;
    return { ...token, words: [word, ...near] };
  });
  return isMended ? segmented(meant, looks, station) : first;
}

export function isStrange({ said, figure }: Piece): boolean {
  return said.length === 0 && figure === null;
}

function indexesOf({ language, manner }: Look, station: Station): readonly Index<Mark>[] {
  return [listsOf(language, manner), servicesOf(station, language, manner)];
}

function spelt(word: string, { language, manner }: Look): string {
  return manner === 'letters' ? word : soundsOf(language)(word);
}

/** A way to read what begins at a place: its end, what it is, the cost from there on. */
type Way = {
  readonly end: number;
  readonly marks: readonly Mark[];
  readonly cost: number;
  readonly strange: number;
};

function segmented(tokens: readonly Token[], looks: readonly Look[], station: Station): Taken {
  const found = looks.map((look) => ({
    words: tokens.map(({ words }) => words.map((word) => spelt(word, look))),
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
    const byEnd = new Map<number, { marks: Mark[]; cost: number }>();
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
  return { pieces, cost: after(0).cost, strange: after(0).strange, looks };
}

/** Each thing once, whatever language says it. */
function unlike(marks: readonly Mark[]): readonly Said[] {
  const known = new Map(marks.map(({ said }) => [JSON.stringify(said), said]));
  return [...known.values()];
}
