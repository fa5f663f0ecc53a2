import { formatMinute } from '#shared/domain/clock.ts';
import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { Format } from './format.ts';

type Words = {
  readonly begins: string;
  readonly moves: (dayTime: string) => string;
  readonly from: (time: string) => string;
  readonly to: (time: string) => string;
  readonly at: (time: string) => string;
};

/** More days than these are told by their first and last. */
const mostDays = 3;

/** `Was booking: oil change, Octavia …4821, Fri 27 Nov, after 17:00.` A time that is kept already stands for what was wished. */
export function bookingLine(
  { services, car, moves, start, dates, from, to, at }: PhraseArgs['deskBooking'],
  words: Words,
  f: Format,
): string {
  const hour = (minute: number | null, say: (time: string) => string) =>
    minute === null ? '' : say(formatMinute(minute));
  const wished = [daysOf(dates, f), hour(from, words.from), hour(to, words.to), hour(at, words.at)];
  const when = start === null ? wished : [f.dayTime(start)];
  const begins = moves === null ? words.begins : words.moves(f.dayTime(moves));
  const known = [f.services(services), car, ...when].filter(Boolean);
  return `${begins}: ${known.join(', ')}.`;
}

function daysOf(dates: readonly string[], f: Format): string {
  const [first] = dates;
  const last = dates.at(-1);
  if (first === undefined || last === undefined) return '';
  return dates.length > mostDays
    ? `${f.day(first)} – ${f.day(last)}`
    : dates.map((date) => f.day(date)).join(' / ');
}
