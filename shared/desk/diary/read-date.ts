import { addDays, isDate, type LocalDate, weekdayOf } from '#shared/domain/clock.ts';
import { fold } from '#shared/domain/fold.ts';
import { monthsInDigits } from './month.ts';

/** Names of days as advisors write them in commands, in all the desk's languages, from their beginnings. */
const relative: readonly (readonly [days: number, words: readonly string[]])[] = [
  [0, ['today', 'сегодня', 'сьогодні', 'σημερα']],
  [1, ['tomorrow', 'tmrw', 'завтра', 'αυριο']],
  [2, ['послезавтра', 'післязавтра', 'μεθαυριο', 'overmorrow']],
];

/** Monday first; a word that begins so, of at least two letters, is that day. */
const weekdays: readonly (readonly string[])[] = [
  ['mon', 'пон', 'пн', 'δευ'],
  ['tue', 'вто', 'вт', 'вів', 'τρι'],
  ['wed', 'сре', 'ср', 'сер', 'τετ'],
  ['thu', 'чет', 'чт', 'πεμ'],
  ['fri', 'пят', 'пт', 'п’я', "п'я", 'παρ'],
  ['sat', 'суб', 'сб', 'σαβ'],
  ['sun', 'вос', 'вс', 'нед', 'нд', 'κυρ'],
];

/**
 * A day as an advisor writes it: `today`, `завтра`, `Παρασκευή` (the next one, today included), `24.11`, `24/11/2026`, `24 December`,
 * `2026-11-24`. A date without a year is the next one of that name. Null for anything else.
 */
export function readDate(given: string, today: LocalDate): LocalDate | null {
  const text = monthsInDigits(given);
  const word = fold(text);
  const near = relative.find(([, words]) => words.some((one) => fold(one) === word));
  if (near) return addDays(today, near[0]);
  const weekday = weekdays.findIndex((names) => names.some((name) => startsAs(word, fold(name))));
  if (weekday >= 0) return addDays(today, (weekday + 1 - weekdayOf(today) + 7) % 7);
  const written = text.trim();
  return isDate(written) ? written : readNumbers(written, today);
}

/** Short forms count whole (`пн`), longer ones as beginnings (`monday`, `понедельник`). */
function startsAs(word: string, name: string): boolean {
  return name.length < 3 ? word === name : word.startsWith(name);
}

function readNumbers(word: string, today: LocalDate): LocalDate | null {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[./](\d{1,2})(?:[./](\d{4}))?$/.exec(word) ?? [];
  if (day === '') return null;
  const of = (given: string) => `${given}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (year !== '') return isDate(of(year)) ? of(year) : null;
  const thisYear = today.slice(0, 4);
  const nextYear = String(Number(thisYear) + 1);
  if (isDate(of(thisYear)) && of(thisYear) >= today) return of(thisYear);
  return isDate(of(nextYear)) ? of(nextYear) : null;
}

/** `24.11-26.11`, `24-26.11`, `today–friday`, or one day. Null for what is no day, or ends before it begins. */
export function readDates(
  given: string,
  today: LocalDate,
): { readonly from: LocalDate; readonly to: LocalDate } | null {
  const text = monthsInDigits(given);
  const whole = readDate(text, today);
  if (whole) return { from: whole, to: whole };
  const parts = text.split(/[–—-]/);
  if (parts.length !== 2) return null;
  const [first = '', last = ''] = parts;
  const [, month = ''] = /^\d{1,2}([./].+)$/.exec(last.trim()) ?? [];
  const from = readDate(/^\d{1,2}$/.test(first) && month !== '' ? `${first}${month}` : first, today);
  const to = from && readDate(last, from);
  return from && to && to >= from ? { from, to } : null;
}
