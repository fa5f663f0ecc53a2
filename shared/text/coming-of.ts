import type { HowLate, NamedDay, Said } from '#shared/domain/said.ts';
import { sentencesOf } from '#shared/domain/sentences.ts';
import { el } from './coming-words/el.ts';
import { en } from './coming-words/en.ts';
import { ru } from './coming-words/ru.ts';
import { uk } from './coming-words/uk.ts';
import type { ComingWords } from './coming-words/words.ts';
import { plain, readings } from './plain.ts';

/** What a word or short phrase is in such a message; `strange` is any word that no list has. */
type Piece =
  | {
      readonly is:
        | 'yes'
        | 'affirm'
        | 'come'
        | 'late'
        | 'behind'
        | 'later'
        | 'within'
        | 'at'
        | 'strong'
        | 'weak'
        | 'move'
        | 'filler'
        | 'minutes'
        | 'hours'
        | 'strange';
    }
  | { readonly is: 'span' | 'number' | 'clock'; readonly value: number }
  | { readonly is: 'day'; readonly day: NamedDay };

type Clause = { readonly pieces: readonly Piece[]; readonly asks: boolean };

/** Nobody says so much about coming. */
const longest = 240;

/**
 * What a message says about coming to a visit, in any of the languages; null for everything else, which a person reads. By lists
 * alone: a clause that says it may hold nothing unknown, other clauses may say why, as long as they ask nothing.
 */
export function comingOf(text: string): Said | null {
  if (text.length > longest) return null;
  const clauses = sentencesOf(text.replace(clock, ' clock$1x$2 ')).flatMap((sentence) =>
    sentence.clauses.map(
      (words, index): Clause => ({
        pieces: piecesOf(plain(words).split(' ')),
        asks: sentence.asks && index === sentence.clauses.length - 1,
      }),
    ),
  );
  const all = clauses.flatMap(({ pieces }) => pieces);
  const has = (...kinds: readonly Piece['is'][]) => all.some(({ is }) => kinds.includes(is));
  if (has('strong', 'weak', 'move'))
    return clauses.every(mayBeRefusal) ? { kind: 'cant', days: daysIn(all) } : null;
  // Who asks wants an answer, and who says something unknown beside it wants it read.
  if (clauses.some(({ asks }) => asks)) return null;
  const late = lateOf(clauses, all);
  if (late) return late;
  if (!has('yes', 'affirm') || has('strange', 'late', 'behind', 'span', 'minutes')) return null;
  return { kind: 'yes', at: clockIn(all), days: daysIn(all) };
}

/** `9:30`, `9.30`; a date like `24.11` has another month than any hour has minutes, often enough to ask a person. */
const clock = /(?<![\d.:])([01]?\d|2[0-3])[:.]([0-5]\d)(?![\d.:])/gu;

function isStrange({ pieces }: Clause): boolean {
  return pieces.some(({ is }) => is === 'strange');
}

/** A clause beside or with "can't": what it says must be known where it refuses or asks; elsewhere it may say why. */
function mayBeRefusal(clause: Clause): boolean {
  const { pieces, asks } = clause;
  const kinds = new Set(pieces.map(({ is }) => is));
  if (kinds.has('strong') || (kinds.has('weak') && kinds.has('come'))) return !asks || !isStrange(clause);
  if (kinds.has('weak') || kinds.has('move')) return !isStrange(clause);
  return !asks || (!isStrange(clause) && kinds.has('day'));
}

/** Late by so much; or coming in so many minutes, or so much later. */
function lateOf(clauses: readonly Clause[], all: readonly Piece[]): Said | null {
  const has = (kind: Piece['is']) => all.some(({ is }) => is === kind);
  const speaking = clauses.filter(({ pieces }) =>
    pieces.some(({ is }) => is === 'late' || is === 'behind' || is === 'yes' || is === 'later'),
  );
  if (speaking.length === 0 || speaking.some(isStrange)) return null;
  const minutes = spanIn(all);
  const isSoon = minutes !== null && has('within') && has('yes') && !has('later');
  if (isSoon) return { kind: 'late', how: { of: 'fromNow', minutes } };
  if (has('behind'))
    return { kind: 'late', how: minutes === null ? { of: 'unknown' } : { of: 'after', minutes } };
  if (has('late') || (has('later') && minutes !== null)) return { kind: 'late', how: howLate(minutes, all) };
  return null;
}

function howLate(minutes: number | null, all: readonly Piece[]): HowLate {
  const minute = clockIn(all);
  if (minutes !== null) return { of: 'after', minutes };
  if (minute !== null) return { of: 'at', minute };
  const [number] = all.flatMap((piece) => (piece.is === 'number' ? [piece.value] : []));
  return number !== undefined && number >= 5 ? { of: 'after', minutes: number } : { of: 'unknown' };
}

/** A span of time in minutes: `20 min`, `мин 20`, `half an hour`, `2 hours`. */
function spanIn(all: readonly Piece[]): number | null {
  for (const [index, piece] of all.entries()) {
    if (piece.is === 'span') return piece.value;
    if (piece.is !== 'number') continue;
    const around = [all[index + 1], all[index - 1]];
    if (around.some((one) => one?.is === 'minutes')) return piece.value;
    if (around[0]?.is === 'hours') return piece.value * 60;
    // «минут на 20»: a little word stands in between.
    if (all[index - 2]?.is === 'minutes' && around[1]?.is !== 'number') return piece.value;
  }
  return null;
}

/** A time of day, minutes past midnight: `9:30`, or `at 9`. */
function clockIn(all: readonly Piece[]): number | null {
  for (const [index, piece] of all.entries()) {
    if (piece.is === 'clock') return piece.value;
    const isAt = all[index - 1]?.is === 'at';
    if (piece.is === 'number' && isAt && piece.value >= 6 && piece.value <= 22) return piece.value * 60;
  }
  return null;
}

function daysIn(pieces: readonly Piece[]): readonly NamedDay[] {
  return pieces.flatMap((piece) => (piece.is === 'day' ? [piece.day] : []));
}

/** The longest known phrase at each place. */
function piecesOf(words: readonly string[]): readonly Piece[] {
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
  const glued = /^(\d{1,3})(?:min|mins|m|мин|м|хв|λ|λεπτα)$/.exec(word);
  return glued ? { is: 'span', value: Number(glued[1]) } : { is: 'strange' };
}

/** Later lists win: what says most stands last. Made when it is first asked for: most people write about other things. */
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
  const plainly = [
    'filler',
    'come',
    'at',
    'within',
    'later',
    'hours',
    'minutes',
    'affirm',
    'yes',
    'move',
    'weak',
    'late',
    'behind',
    'strong',
  ] as const;
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
