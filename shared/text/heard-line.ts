import { formatMinute } from '#shared/domain/clock.ts';
import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { Format } from './format.ts';
import { wishedDays, wishedHour } from './wished.ts';

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
  const span =
    from !== null && to !== null
      ? `${formatMinute(from)}–${formatMinute(to)}`
      : [wishedHour(from, words.from), wishedHour(to, words.to)].join('');
  const parts = [
    f.services(services),
    wishedDays(dates, f),
    span,
    wishedHour(at, words.at),
    earliest ? words.earliest : '',
    stay ? words[stay] : '',
  ];
  return `${noted}: ${parts.filter(Boolean).join(', ')}.`;
}
