import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { Format } from './format.ts';
import { lines } from './lines.ts';
import { excerpt } from './shorten.ts';

/** What advisors read about a draft looks alike in every language; the words come from the language. */
export type OrderWords = {
  /** `“pads”:` before what is wrong with it. */
  line(line: string): string;
  /** `sum`: how much more or less than what was agreed, or sent before. */
  difference(way: 'more' | 'less' | 'same', sum: string, agreed: boolean): string;
  /** At the beginning of a line. */
  readonly added: string;
  readonly left: string;
  readonly changed: string;
};

type Problem = PhraseArgs['orderProblem'];
export type TroubleWords = Readonly<Record<Problem['trouble'], (what: string, price: string) => string>>;

/** `“pads”: there is no price.` A price that is written right is shown where the currency is wrong. */
export function problemText(
  { trouble, line, what }: Problem,
  words: OrderWords,
  why: TroubleWords,
  f: Format,
): string {
  const said = why[trouble](excerpt(what, 60), f.money(9_600));
  return line === '' ? said : `${words.line(excerpt(line, 60))} ${said}`;
}

/** `148 € more than agreed. New: discs (148 €). Changed: pads 96 € → 114 €.` */
export function changesText(
  { cents, agreed, added, left, changed }: PhraseArgs['orderDiff'],
  words: OrderWords,
  f: Format,
): string {
  const sum = f.money(Math.abs(cents));
  const list = (what: string, items: readonly string[]) =>
    items.length > 0 && `${what}: ${items.map((one) => excerpt(one, 60)).join(', ')}.`;
  return lines(
    words.difference(cents === 0 ? 'same' : cents > 0 ? 'more' : 'less', sum, agreed),
    list(words.added, added),
    list(words.left, left),
    list(
      words.changed,
      changed.map(({ name, from, to }) => `${excerpt(name, 40)} ${f.money(from)} → ${f.money(to)}`),
    ),
  );
}

type Card = PhraseArgs['orderCard'];
export type CardWords = {
  readonly states: Readonly<Record<Card['state'], string>>;
  readonly works: Readonly<Record<Exclude<Card['work'], 'none'>, string>>;
};

/** `K7M2QP, Octavia …4821: 96 €, agreed, work goes on`, a line of the card. */
export function cardText({ ref, car, state, work, cents }: Card, words: CardWords, f: Format): string {
  const name = [ref, excerpt(car, 24)].filter(Boolean).join(', ');
  const how = [words.states[state], work !== 'none' && words.works[work]].filter(Boolean).join(', ');
  return `${name}: ${f.money(cents)}, ${how}`;
}
