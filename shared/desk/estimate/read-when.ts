import type { LocalDate } from '#shared/domain/clock.ts';
import { fold } from '#shared/domain/fold.ts';
import { readDate } from '../diary/read-date.ts';
import { readTime } from '../diary/read-time.ts';
import {
  answerWords,
  dayWords,
  isOne,
  joinWords,
  leadWords,
  noteWords,
  readyWords,
  validWords,
  weekWords,
} from './words.ts';

/** When something is, by the station's wall clock: minutes past midnight; a date only where one was written. */
export type When = { readonly date: LocalDate | null; readonly minute: number };
export type Valid = { readonly days: number } | { readonly to: LocalDate };

/** What a line says that is no item: when the car is ready, by when to answer, how long it counts, a note. */
export type Footer =
  | { readonly kind: 'ready' | 'answerBy'; readonly at: When }
  | { readonly kind: 'valid'; readonly valid: Valid }
  | { readonly kind: 'note'; readonly text: string }
  /** It is one of them, and its time or day is none. */
  | { readonly kind: 'trouble'; readonly trouble: 'time' | 'day'; readonly what: string };

/** The footers in a line; null where it is an item. */
export function readFooters(line: string, today: LocalDate): readonly Footer[] | null {
  const [, word = '', text = ''] = /^([\p{L}.]+)\s*:\s*(.*)$/u.exec(line) ?? [];
  if (word !== '' && isOne(word, noteWords))
    return text.trim() === '' ? [] : [{ kind: 'note', text: text.trim() }];
  const made: Footer[] = [];
  for (const part of partsOf(line)) {
    const footer = readFooter(part, today);
    if (footer === null) return null;
    made.push(footer);
  }
  return made.length === 0 ? null : made;
}

type Part = { readonly kind: 'ready' | 'answerBy' | 'valid'; readonly words: readonly string[] };

/** A line may say several: `ready 17:00, answer by 13:00`. Each begins with its own word. */
function partsOf(line: string): readonly (Part | null)[] {
  const words = line.split(/[\s,;]+|:(?=\s|$)/u).filter((word) => word !== '');
  const starts = words.flatMap((word, at) => {
    const kind = kindOf(word);
    return kind === null ? [] : [{ kind, at }];
  });
  // `answer, reply by 13:00` is one.
  const begins = starts.filter(({ kind }, index) => kind !== starts[index - 1]?.kind);
  const [first] = begins;
  const lead = words.slice(0, first?.at ?? 0);
  if (!first || (lead.length > 0 && !isLead(lead))) return [null];
  return begins.map(({ kind, at }, index) => ({
    kind,
    words: words.slice(at + 1, begins[index + 1]?.at).filter((word) => kindOf(word) !== kind),
  }));
}

function kindOf(word: string): Part['kind'] | null {
  if (isOne(word, readyWords)) return 'ready';
  if (isOne(word, answerWords)) return 'answerBy';
  return isOne(word, validWords) ? 'valid' : null;
}

function isLead(words: readonly string[]): boolean {
  return isOne(words.join(' '), leadWords);
}

function readFooter(part: Part | null, today: LocalDate): Footer | null {
  if (part === null) return null;
  const words = withoutJoins(part.words);
  return part.kind === 'valid' ? readValid(words, today) : readAt(part.kind, words, today);
}

/** Words like `at` and `until`, and the beginning of what follows (`if you`). */
function withoutJoins(words: readonly string[]): readonly string[] {
  const kept = words.filter((word) => !isOne(word, joinWords));
  for (const count of [2, 1]) {
    const end = kept.slice(-count);
    if (end.length === count && isLead(end)) return kept.slice(0, -count);
  }
  return kept;
}

function readAt(kind: 'ready' | 'answerBy', words: readonly string[], today: LocalDate): Footer | null {
  const times = words.filter((word) => isClock(word));
  const rest = words.filter((word) => !isClock(word));
  const [day, ...more] = rest;
  if (more.length > 0) return null;
  const date = day === undefined ? null : readDate(day, today);
  if (day !== undefined && date === null)
    return /\d/.test(day) && !/\p{L}/u.test(day) ? trouble('day', day) : null;
  const [time, second] = times;
  if (second !== undefined) return null;
  // `ready 25.11` names a day and no hour.
  const minute = time === undefined ? null : readTime(time);
  if (minute === null || minute >= 24 * 60)
    return words.length === 0 ? null : trouble('time', words.join(' '));
  return { kind, at: { date, minute } };
}

/** `17:00`, `9`, `9h`, also one that no clock shows (`25:70`); a day has a dot or a slash. */
function isClock(word: string): boolean {
  return /^\d{1,2}(?::\d{1,3})?h?$/iu.test(word);
}

function trouble(what: 'time' | 'day', words: string): Footer {
  return { kind: 'trouble', trouble: what, what: words };
}

/** At most half a year: prices do not stand longer. */
const longestDays = 180;

function readValid(words: readonly string[], today: LocalDate): Footer | null {
  const [first = '', unit] = words;
  if (words.length === 2 && /^\d{1,3}$/.test(first) && unit !== undefined) {
    const days = isOne(unit, dayWords) ? Number(first) : isOne(unit, weekWords) ? Number(first) * 7 : null;
    if (days === null) return null;
    return days >= 1 && days <= longestDays
      ? { kind: 'valid', valid: { days } }
      : trouble('day', words.join(' '));
  }
  if (words.length !== 1) return null;
  const to = readDate(first, today);
  if (to !== null) return { kind: 'valid', valid: { to } };
  return /\d/.test(first) && !/\p{L}/u.test(fold(first)) ? trouble('day', first) : null;
}
