import { addDays, isDate, type LocalDate, weekdayOf } from './clock.ts';

/**
 * A week or a month of the station's calendar, or its first days. `from` is its first day, `to` the first day after what is
 * looked at; `whole`: it is over.
 */
export type Period = {
  readonly unit: 'week' | 'month';
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly whole: boolean;
};

/** The week of a day up to that day, the day itself included. */
export function weekSoFar(today: LocalDate): Period {
  return upTo('week', mondayOf(today), today);
}

/** The last week that is over on a day. */
export function lastWeek(today: LocalDate): Period {
  const monday = mondayOf(today);
  return { unit: 'week', from: addDays(monday, -7), to: monday, whole: true };
}

/**
 * What somebody wrote behind a command: nothing is this week so far, `2026-W47` a week as calendars number them (ISO 8601),
 * `2026-11` a month. Null where it is none of these, or lies wholly after `today`.
 */
export function readPeriod(words: string, today: LocalDate): Period | null {
  if (words === '') return weekSoFar(today);
  const week = /^(\d{4})-?W(\d{1,2})$/i.exec(words);
  const month = /^(\d{4})-(\d{1,2})$/.exec(words);
  const from = week
    ? mondayOfWeek(Number(week[1]), Number(week[2]))
    : month && `${month[1]}-${(month[2] ?? '').padStart(2, '0')}-01`;
  if (!from || !isDate(from) || from > today) return null;
  return upTo(week ? 'week' : 'month', from, today);
}

/** What it is compared with: as many days of the week or month before. */
export function periodBefore({ unit, from, to, whole }: Period): Period {
  const start = unit === 'week' ? addDays(from, -7) : firstOfMonth(addDays(from, -1));
  if (whole) return { unit, from: start, to: from, whole };
  const days = datesOf({ from, to }).length;
  const end = addDays(start, days);
  return { unit, from: start, to: end < from ? end : from, whole };
}

/** The period and so many before it, oldest first; the earlier ones whole. */
export function runUp(last: Period, count: number): readonly Period[] {
  const periods = [last];
  while (periods.length < count) {
    const [first = last] = periods;
    periods.unshift(periodBefore({ ...first, whole: true }));
  }
  return periods;
}

/** Its days. */
export function datesOf({ from, to }: Pick<Period, 'from' | 'to'>): readonly LocalDate[] {
  const dates: LocalDate[] = [];
  for (let date = from; date < to; date = addDays(date, 1)) dates.push(date);
  return dates;
}

/** `2026-W47` or `2026-11`, as it is asked for. */
export function nameOf({ unit, from }: Pick<Period, 'unit' | 'from'>): string {
  if (unit === 'month') return from.slice(0, 7);
  const { year, week } = weekNumber(from);
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The number of a week by its Monday: the week belongs to the year of its Thursday. */
export function weekNumber(monday: LocalDate): { readonly year: number; readonly week: number } {
  const year = Number(addDays(monday, 3).slice(0, 4));
  let week = 1;
  for (let first = mondayOf(`${year}-01-04`); first < monday; first = addDays(first, 7)) week += 1;
  return { year, week };
}

function upTo(unit: Period['unit'], from: LocalDate, today: LocalDate): Period {
  const end = unit === 'week' ? addDays(from, 7) : firstOfMonth(addDays(from, 31));
  const whole = end <= today;
  return { unit, from, to: whole ? end : addDays(today, 1), whole };
}

function mondayOfWeek(year: number, week: number): LocalDate | null {
  if (week < 1 || week > 53) return null;
  const monday = addDays(mondayOf(`${year}-01-04`), (week - 1) * 7);
  return weekNumber(monday).year === year ? monday : null;
}

function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekdayOf(date));
}

function firstOfMonth(date: LocalDate): LocalDate {
  return `${date.slice(0, 7)}-01`;
}
