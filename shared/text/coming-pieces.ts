import type { NamedDay } from '#shared/domain/said.ts';
import { el } from './coming-words/el.ts';
import { en } from './coming-words/en.ts';
import { ru } from './coming-words/ru.ts';
import { uk } from './coming-words/uk.ts';
import type { ComingWords } from './coming-words/words.ts';
import { plain, readings } from './plain.ts';

/** What a word or short phrase is in a message about coming; `strange` is any word that no list has. */
export type Piece =
  | { readonly is: Plainly | 'strange' }
  | { readonly is: 'span' | 'number' | 'clock'; readonly value: number }
  | { readonly is: 'day'; readonly day: NamedDay };

/** Later lists win: what says most stands last. */
const plainly = [
  'filler',
  'at',
  'by',
  'within',
  'later',
  'hours',
  'minutes',
  'half',
  'onTime',
  'affirm',
  'yes',
  'here',
  'move',
  'late',
  'behind',
  'cant',
  'apart',
] as const satisfies readonly (keyof ComingWords)[];
type Plainly = (typeof plainly)[number];

/** `9:30`, `9.30`; a date like `24.11` has another month than any hour has minutes, often enough to ask a person. */
const clock = /(?<![\d.:])([01]?\d|2[0-3])[:.]([0-5]\d)(?![\d.:])/gu;
/** `1.5` and `1,5`, as people write an hour and a half. */
const decimal = /(?<![\d.,:])(\d)[.,]5(?![\d.,:])/gu;

/** The message with its times and halves as words that `piecesOf` reads, so that no mark in them parts a sentence. */
export function withTimes(text: string): string {
  return text.replace(clock, ' clock$1x$2 ').replace(decimal, ' half$1 ');
}

/** The longest known phrase at each place. */
export function piecesOf(clause: string): readonly Piece[] {
  const words = plain(clause).split(' ');
  const pieces: Piece[] = [];
  for (let at = 0; at < words.length; ) {
    const { piece, length } = pieceAt(words, at);
    pieces.push(piece);
    at += length;
  }
  return pieces;
}

function pieceAt(words: readonly string[], at: number): { readonly piece: Piece; readonly length: number } {
  const { phrases, mostWords } = dictionary();
  for (let length = Math.min(mostWords, words.length - at); length > 0; length -= 1) {
    const piece = phrases.get(words.slice(at, at + length).join(' '));
    if (piece) return { piece, length };
  }
  return { piece: figure(words[at] ?? ''), length: 1 };
}

function figure(word: string): Piece {
  const time = /^clock(\d{1,2})x(\d{2})$/.exec(word);
  if (time) return { is: 'clock', value: Number(time[1]) * 60 + Number(time[2]) };
  if (/^\d{1,3}$/.test(word)) return { is: 'number', value: Number(word) };
  const half = /^half(\d)$/.exec(word);
  if (half) return { is: 'number', value: Number(half[1]) + 0.5 };
  const hours = /^(\d)(?:h|hr|hrs|ч|час|часа|г|год|ω|ωρα|ωρεσ)(?:([0-5]\d)(?:min|m|мин|м|хв|λ)?)?$/.exec(
    word,
  );
  if (hours) return { is: 'span', value: Number(hours[1]) * 60 + Number(hours[2] ?? 0) };
  const glued = /^(\d{1,3})(?:min|mins|m|мин|м|хв|λ|λεπτα)$/.exec(word);
  return glued ? { is: 'span', value: Number(glued[1]) } : { is: 'strange' };
}

/** Made when it is first asked for: most people write about other things. */
let known: { readonly phrases: ReadonlyMap<string, Piece>; readonly mostWords: number } | undefined;

function dictionary() {
  known ??= readLists();
  return known;
}

function readLists() {
  const entries = [en, ru, uk, el].flatMap(entriesOf).sort(byWeight);
  const phrases = new Map(entries.map(({ said, piece }) => [said, piece]));
  return { phrases, mostWords: Math.max(...entries.map(({ said }) => said.split(' ').length)) };
}

type Entry = { readonly said: string; readonly piece: Piece; readonly weight: number };

function byWeight(a: Entry, b: Entry): number {
  return a.weight - b.weight;
}

function entriesOf(words: ComingWords): readonly Entry[] {
  const listed = plainly.flatMap((is, weight) => made(words[is], { is }, weight));
  const days = words.weekdays.flatMap((said, index) =>
    made(said, { is: 'day', day: { of: 'weekday', day: index + 1 } }, plainly.length),
  );
  const ahead = [words.today, words.tomorrow, words.afterTomorrow].flatMap((said, days) =>
    made(said, { is: 'day', day: { of: 'ahead', days } }, plainly.length),
  );
  const figures = (['spans', 'numbers'] as const).flatMap((list) =>
    Object.entries(words[list]).flatMap(([value, said]) =>
      made(said, { is: list === 'spans' ? 'span' : 'number', value: Number(value) }, plainly.length),
    ),
  );
  return [...listed, ...days, ...ahead, ...figures];
}

function made(patterns: readonly string[], piece: Piece, weight: number): readonly Entry[] {
  return patterns
    .flatMap(readings)
    .filter((said) => said !== '')
    .map((said) => ({ said, piece, weight }));
}
