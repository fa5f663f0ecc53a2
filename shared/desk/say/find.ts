import { fold } from '#shared/domain/fold.ts';
import { languages } from '#shared/domain/language.ts';
import type { Canned } from '#shared/station/canned/schema.ts';
import { isNearly } from '../diary/nearly.ts';

/** What is looked at: an id and texts in several languages. */
type Findable = Pick<Canned, 'id' | 'title' | 'words' | 'text'>;

/**
 * The canned answers that words lead to, best first: in any language, by beginnings of words, without accents, forgiving one
 * slip of a letter. Words that lead nowhere are passed over; where none leads anywhere, nothing is found.
 */
export function find<A extends Findable>(words: string, answers: readonly A[]): readonly A[] {
  const said = fold(words);
  const asked = said.split(' ').filter((word) => word.length > 1);
  return answers
    .map((answer, at) => ({ answer, at, score: scoreOf(asked, answer) + titled(said, answer) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .map(({ answer }) => answer);
}

/** Whoever writes a whole title means that answer and not a longer title that begins alike. */
function titled(said: string, { title }: Findable): number {
  return said !== '' && Object.values(title).some((one) => fold(one) === said) ? 100 : 0;
}

/** How well each asked word is met in the place where it is met best; a title says more than a keyword, that more than a text. */
function scoreOf(asked: readonly string[], { id, title, words, text }: Findable): number {
  const places: readonly (readonly [readonly string[], number])[] = [
    [wordsOf([...Object.values(title), id]), 5],
    [wordsOf(languages.map((language) => words[language] ?? '')), 4],
    [wordsOf(Object.values(text)), 1],
  ];
  const scores = asked.map((word) =>
    Math.max(
      ...places.map(([known, weight]) => weight * Math.max(0, ...known.map((one) => likeness(word, one)))),
    ),
  );
  const met = scores.filter((score) => score > 0).length;
  return scores.reduce((sum, score) => sum + score, 0) * met;
}

/** 1 for the same word down to 0 for another one. Endings change, so words that begin alike are alike. */
function likeness(asked: string, known: string): number {
  if (asked === known) return 1;
  if (asked.length >= 3 && known.startsWith(asked)) return 0.8;
  if (known.length >= 4 && asked.startsWith(known)) return 0.7;
  const stem = Math.min(asked.length, known.length) - 2;
  if (
    stem >= 4 &&
    asked.slice(0, stem) === known.slice(0, stem) &&
    Math.abs(asked.length - known.length) <= 2
  )
    return 0.6;
  return isNearly(asked, known) ? 0.5 : 0;
}

function wordsOf(texts: readonly string[]): readonly string[] {
  return texts
    .flatMap((text) => fold(text.replace(/\{[^{}]*\}/gu, ' ')).split(' '))
    .filter((word) => word !== '');
}
