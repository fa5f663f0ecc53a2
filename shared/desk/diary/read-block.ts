import { addDays, type LocalDate } from '#shared/domain/clock.ts';
import { fold } from '#shared/domain/fold.ts';
import type { Station } from '#shared/station/schema.ts';
import type { Blocked } from './blocks.ts';
import { monthsInDigits } from './month.ts';
import { isNearly } from './nearly.ts';
import { readDates } from './read-date.ts';
import { readSpan, readTime, type Span } from './read-time.ts';

/** What an advisor wants to take out of the calendar, day after day from `from` to `to`. `span: null`: whole days. */
export type BlockWish = {
  readonly what: Blocked;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly span: Span | null;
  readonly reason: string;
};

/** Why a command cannot be done as it is written. `word` is the part nobody understood, or ''. */
export type BlockProblem = {
  readonly problem: 'noBay' | 'noPerson' | 'noDay' | 'noTime' | 'past' | 'tooLong';
  readonly word: string;
};

/** Absences and closures are written day by day; a longer one belongs in the station's own data. */
export const mostDays = 31;

/** `B3 14-15 [tomorrow] [reason…]`: a bay, from when to when, today unless a day is named. */
export function readBlock(
  words: string,
  station: Pick<Station, 'bays'>,
  today: LocalDate,
): BlockWish | BlockProblem {
  const [first = '', ...rest] = wordsIn(words);
  const bay = station.bays.find(({ id }) => signs(id) === signs(first));
  if (!bay) return { problem: 'noBay', word: first };
  const { dates, reason, odd, ...times } = timesIn(rest, today);
  if (odd !== null) return { problem: 'noTime', word: odd };
  const span = spanOf(times);
  return checked({ what: { of: 'bay', bay: bay.id }, span, reason, ...(dates ?? on(today)) }, today);
}

/** `Kostas tomorrow`, `Костас 24.11-26.11`, `Κώστας today 13-17`: a technician by any of their names. */
export function readAway(
  words: string,
  station: Pick<Station, 'technicians'>,
  today: LocalDate,
): BlockWish | BlockProblem {
  const [first = '', ...rest] = wordsIn(words);
  const technician = technicianNamed(first, station);
  if (technician === null) return { problem: 'noPerson', word: first };
  const { dates, reason, ...times } = timesIn(rest, today);
  if (!dates) return { problem: 'noDay', word: rest.join(' ') };
  const span = spanOf(times);
  return checked({ what: { of: 'technician', technician }, span, reason, ...dates }, today);
}

/** `2026-12-31`, `24.12-26.12`, `tomorrow from 13:00`: days, or the rest of one. */
export function readClosed(words: string, today: LocalDate): BlockWish | BlockProblem {
  const { dates, reason, ...times } = timesIn(wordsIn(words), today);
  if (!dates) return { problem: 'noDay', word: words.trim() };
  return checked({ what: { of: 'station' }, span: spanOf(times), reason, ...dates }, today);
}

/** A single time is from then on. */
function spanOf({ span, from }: Pick<Times, 'span' | 'from'>): Span | null {
  return span ?? (from === null || from === 1440 ? null : { from, to: 1440 });
}

/** Letters that look like Latin ones, or sound so, on the keyboards of the desk: `Β3` and `В3` are B3. */
const latin = new Map(
  [...'αβεζηικμνορτυχавекмнорстухб'].map((sign, at) => [
    sign,
    [...'abezhikmnoptyxabekmhopctyxb'][at] ?? sign,
  ]),
);

function signs(id: string): string {
  return [...fold(id)].map((sign) => latin.get(sign) ?? sign).join('');
}

/** A technician by id or by a name in any language; one wrong letter is forgiven while only one person is meant. */
function technicianNamed(name: string, { technicians }: Pick<Station, 'technicians'>): string | null {
  const said = fold(name);
  if (said === '') return null;
  const named = (same: (known: string) => boolean) =>
    technicians.filter((one) => [one.id, ...Object.values(one.name)].some((known) => same(fold(known))));
  const [exact, ...others] = named((known) => known === said);
  if (exact && others.length === 0) return exact.id;
  const [near, ...more] = named((known) => isNearly(known, said));
  return near && more.length === 0 ? near.id : null;
}

/** "From" before a time, as people write it. */
const fromWords = new Set(['from', 'after', 'с', 'после', 'з', 'із', 'після', 'απο', 'μετα', 'at', 'в', 'о']);
/** "Until" before the second time or day. */
const toWords = new Set(['to', 'till', 'until', 'до', 'по', 'εωσ', 'μεχρι', 'ωσ']);

type Times = {
  readonly span: Span | null;
  /** A single time: from then on. */
  readonly from: number | null;
  readonly dates: { readonly from: LocalDate; readonly to: LocalDate } | null;
  /** The first word that is neither day nor time where one of them is still missing; null when none is. */
  readonly odd: string | null;
  readonly reason: string;
};

/**
 * Days and times at the beginning, in any order; what follows is the reason. The day after the one that was named goes with it, any
 * other second day is no reason and no day: nobody reads that one of two was left open.
 */
function timesIn(words: readonly string[], today: LocalDate): Times {
  let span: Span | null = null;
  let from: number | null = null;
  let dates: Times['dates'] = null;
  let at = 0;
  for (; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const next = words[at + 1] ?? '';
    const isFrom = fromWords.has(fold(word)) && (readTime(next) !== null || readDates(next, today) !== null);
    if (isFrom) continue;
    if (toWords.has(fold(word))) {
      const until = endOf(next, { from, span, dates });
      if (!until) break;
      ({ span, dates } = until);
      at += 1;
      continue;
    }
    const stretch: Span | null = span === null && from === null ? readSpan(word) : null;
    const time: number | null = span === null && from === null && stretch === null ? readTime(word) : null;
    const days: Times['dates'] = dates === null ? readDates(word, today) : null;
    const another: Times['dates'] =
      dates !== null && /^\d+[./-]\d/.test(word) ? readDates(word, dates.from) : null;
    if (dates && another) {
      const isNext = dates.from === dates.to && another.from === addDays(dates.to, 1);
      if (!isNext) return { span, from, dates: null, odd: word, reason: '' };
      dates = { from: dates.from, to: another.to };
    } else if (stretch) span = stretch;
    else if (time !== null && days === null) from = time;
    else if (days) dates = days;
    else break;
  }
  const reason = words.slice(at).join(' ');
  if (dates === null && gone.has(fold(words[at] ?? ''))) dates = on(addDays(today, -1));
  const odd = span === null && from === null && /^\d/.test(words[at] ?? '') ? (words[at] ?? '') : null;
  return { span, from, dates, odd, reason };
}

/** `14 to 15`, `tomorrow until friday`: what was said last ends there. Null where it does not. */
function endOf(
  word: string,
  { from, span, dates }: Pick<Times, 'from' | 'span' | 'dates'>,
): Pick<Times, 'span' | 'dates'> | null {
  const time = readTime(word);
  if (time !== null && from !== null && span === null && time > from)
    return { span: { from, to: time }, dates };
  const day = dates && dates.from === dates.to ? readDates(word, dates.from) : null;
  return dates && day && day.to >= dates.from ? { span, dates: { from: dates.from, to: day.to } } : null;
}

/** Nothing can be taken out of yesterday; it is no reason either. */
const gone = new Set(['yesterday', 'вчера', 'вчора', 'χθεσ', 'χτεσ']);

function on(date: LocalDate) {
  return { from: date, to: date };
}

function checked(wish: BlockWish, today: LocalDate): BlockWish | BlockProblem {
  if (wish.from < today) return { problem: 'past', word: wish.from };
  const days = (Date.parse(wish.to) - Date.parse(wish.from)) / 86_400_000 + 1;
  return days > mostDays ? { problem: 'tooLong', word: '' } : wish;
}

function wordsIn(text: string): readonly string[] {
  return monthsInDigits(text)
    .split(/\s+/)
    .filter((word) => word !== '');
}
