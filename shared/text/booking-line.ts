import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { Format } from './format.ts';
import { wishedDays, wishedHour } from './wished.ts';

type Words = {
  readonly begins: string;
  readonly moves: (dayTime: string) => string;
  readonly from: (time: string) => string;
  readonly to: (time: string) => string;
  readonly at: (time: string) => string;
};

/** `Was booking: oil change, Octavia …4821, Fri 27 Nov, after 17:00.` A time that is kept already stands for what was wished. */
export function bookingLine(
  { services, car, moves, start, dates, from, to, at }: PhraseArgs['deskBooking'],
  words: Words,
  f: Format,
): string {
  const wished = [
    wishedDays(dates, f),
    wishedHour(from, words.from),
    wishedHour(to, words.to),
    wishedHour(at, words.at),
  ];
  const when = start === null ? wished : [f.dayTime(start)];
  const begins = moves === null ? words.begins : words.moves(f.dayTime(moves));
  const known = [f.services(services), car, ...when].filter(Boolean);
  return `${begins}: ${known.join(', ')}.`;
}
