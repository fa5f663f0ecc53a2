import { addDays, type LocalDate } from '#shared/domain/clock.ts';
import { fold } from '#shared/domain/fold.ts';
import { lastWeek, nameOf, type Period, readPeriod, weekSoFar } from '#shared/domain/period.ts';
import { monthNamed } from '../diary/month.ts';

/**
 * Weeks and months as they are typed behind a command, on a phone and in a hurry: `w47`, `last week`, `11`, `11/2026`, `ноябрь`. What
 * names no year is the latest that has begun. Null for anything else, and for what lies ahead.
 */

const last = ['last', 'prev', 'прошл', 'минул', 'попередн', 'προηγ', 'περασμ'];
const weeks = ['week', 'недел', 'тижд', 'тижн', 'εβδομαδ'];
const months = ['month', 'месяц', 'місяц', 'μην'];

/** Nothing is this week so far. */
export function periodIn(words: string, today: LocalDate): Period | null {
  const [first = '', second = ''] = wordsOf(words);
  if (begins(first, last) && (second === '' || begins(second, weeks))) return lastWeek(today);
  const month = monthIn(words, today);
  if (month !== null) return readPeriod(month, today);
  const [, year = '', week = ''] =
    /^(?:(\d{4})[\s./-]*)?(?:w|week|недел\p{L}*|тижд\p{L}*|εβδομαδα)?[\s./-]*(\d{1,2})$/u.exec(
      fold(words.trim()),
    ) ?? [];
  return week === '' ? readPeriod(words.trim(), today) : weekIn(year, week, today);
}

function weekIn(year: string, week: string, today: LocalDate): Period | null {
  const named = (of: string) => readPeriod(`${of}-W${week}`, today);
  if (year !== '') return named(year);
  const current = nameOf(weekSoFar(today)).slice(0, 4);
  return named(current) ?? named(String(Number(current) - 1));
}

/** As calendars write it, `2026-11`. */
export function monthIn(words: string, today: LocalDate): string | null {
  const present = today.slice(0, 7);
  const said = wordsOf(words);
  const [first = '', second = ''] = said;
  if (said.length <= 2 && begins(first, last) && (second === '' || begins(second, months)))
    return addDays(`${present}-01`, -1).slice(0, 7);
  const written = words.trim();
  const [, a = '', b = ''] = /^(\d{4})[\s./-]+(\d{1,2})$/.exec(written) ?? [];
  const [, c = '', d = ''] = /^(\d{1,2})(?:[\s./-]+(\d{4}))?$/.exec(written) ?? [];
  const [, name = '', e = ''] = /^(\p{L}[\p{L}\p{M}]*)\.?(?:\s+(\d{4}))?$/u.exec(written) ?? [];
  const month = Number(b || c) || monthNamed(name);
  if (month === null || month < 1 || month > 12) return null;
  const of = (year: string) => `${year}-${String(month).padStart(2, '0')}`;
  const thisYear = present.slice(0, 4);
  const year = a || d || e;
  const named =
    year === '' ? (of(thisYear) <= present ? of(thisYear) : of(String(Number(thisYear) - 1))) : of(year);
  return named.startsWith('20') && named <= present ? named : null;
}

function wordsOf(text: string): readonly string[] {
  return fold(text)
    .split(/\s+/)
    .filter((word) => word !== '');
}

function begins(word: string, beginnings: readonly string[]): boolean {
  return beginnings.some((one) => word.startsWith(fold(one)));
}
