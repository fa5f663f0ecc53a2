import { addDays, isDate, type LocalDate, weekdayOf } from './clock.ts';
import type { SpokenDay } from './understood.ts';

/**
 * Which dates somebody means by the days that they named, said on the day `today`: never a past one, each once, in order. A weekday that is
 * today's is the one a week from now. A week is from Monday to Sunday, what is left of it where it is this one. Days that do not
 * exist (31 February) are left out.
 */
export function datesOf(days: readonly SpokenDay[], today: LocalDate): readonly LocalDate[] {
  const dates = new Set(days.flatMap((day) => datesOfDay(day, today)));
  return [...dates].filter((date) => date >= today).sort();
}

function datesOfDay(day: SpokenDay, today: LocalDate): readonly LocalDate[] {
  const monday = addDays(today, 1 - weekdayOf(today));
  switch (day.of) {
    case 'ahead':
      return [addDays(today, day.days)];
    case 'weekday': {
      if (day.weeks > 0) return [addDays(monday, day.weeks * 7 + day.day - 1)];
      const ahead = (day.day - weekdayOf(today) + 7) % 7;
      return [addDays(today, ahead === 0 ? 7 : ahead)];
    }
    case 'date': {
      const date = day.month === null ? nextOfMonth(day.day, today) : nextOfYear(day.day, day.month, today);
      return date === null ? [] : [date];
    }
    case 'week':
      return [0, 1, 2, 3, 4, 5, 6].map((weekday) => addDays(monday, day.weeks * 7 + weekday));
    case 'weekend':
      return [5, 6].map((weekday) => addDays(monday, day.weeks * 7 + weekday));
  }
}

/** The next day of a month with this number: today's month, or one of the two after it (two in a row have a 30th or 31st). */
function nextOfMonth(day: number, today: LocalDate): LocalDate | null {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  for (const ahead of [0, 1, 2]) {
    const index = month - 1 + ahead;
    const date = dated(year + Math.floor(index / 12), (index % 12) + 1, day);
    if (isDate(date) && date >= today) return date;
  }
  return null;
}

function nextOfYear(day: number, month: number, today: LocalDate): LocalDate | null {
  const year = Number(today.slice(0, 4));
  const date = [year, year + 1]
    .map((each) => dated(each, month, day))
    .find((each) => isDate(each) && each >= today);
  return date ?? null;
}

function dated(year: number, month: number, day: number): LocalDate {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
