import { formatMinute } from '#shared/domain/clock.ts';
import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { Format } from './format.ts';

type HeardWords = {
  readonly from: (time: string) => string;
  readonly to: (time: string) => string;
  readonly at: (time: string) => string;
  readonly earliest: string;
  readonly wait: string;
  readonly leave: string;
};

/** `Noted: oil change, Fri 27 Nov, after 17:00, you wait here.` */
export function heardLine(
  noted: string,
  { services, dates, from, to, at, earliest, stay }: PhraseArgs['wishHeard'],
  words: HeardWords,
  f: Format,
): string {
  const hour = (minute: number | null, say: (time: string) => string) =>
    minute === null ? '' : say(formatMinute(minute));
  const span =
    from !== null && to !== null
      ? `${formatMinute(from)}–${formatMinute(to)}`
      : [hour(from, words.from), hour(to, words.to)].join('');
  const parts = [
    f.services(services),
    days(dates, f),
    span,
    hour(at, words.at),
    earliest ? words.earliest : '',
    stay ? words[stay] : '',
  ];
  return `${noted}: ${parts.filter(Boolean).join(', ')}.`;
}

/** More than three days in a row are their first and last. */
function days(dates: readonly string[], f: Format): string {
  const [first] = dates;
  const last = dates.at(-1);
  if (dates.length > 3 && first !== undefined && last !== undefined)
    return `${f.day(first)} – ${f.day(last)}`;
  return dates.map((date) => f.day(date)).join(' / ');
}
