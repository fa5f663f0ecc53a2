import { formatMinute } from '#shared/domain/clock.ts';
import type { Format } from './format.ts';

/** Days and hours that were wished, as people and advisors read them. */

/** More days than these are told by their first and last. */
const mostDays = 3;

/** `Fri 27 Nov / Sat 28 Nov`; `Mon 23 Nov – Thu 26 Nov`. */
export function wishedDays(dates: readonly string[], f: Format): string {
  const [first] = dates;
  const last = dates.at(-1);
  if (first === undefined || last === undefined) return '';
  return dates.length > mostDays
    ? `${f.day(first)} – ${f.day(last)}`
    : dates.map((date) => f.day(date)).join(' / ');
}

/** `after 17:00`, of minutes past midnight; '' where no hour was said. */
export function wishedHour(minute: number | null, say: (time: string) => string): string {
  return minute === null ? '' : say(formatMinute(minute));
}
