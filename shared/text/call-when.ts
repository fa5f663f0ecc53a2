import { callTimeOf, type Part } from '#shared/domain/call-time.ts';
import type { Format } from './format.ts';

/** How a language calls the parts of a day, and "at once". */
export type CallWords = { readonly now: string } & { readonly [P in Part]: string };

/** When somebody wants to be called: `as soon as possible`, `Tue 24 Nov, morning`; their own words as they are. */
export function callWhen(when: string, words: CallWords, f: Format): string {
  const time = callTimeOf(when);
  if (time === null) return when;
  return time.kind === 'now' ? words.now : `${f.day(time.date)}, ${words[time.part]}`;
}

/** The same on a button, without the month: `Tue 24 · morning`. */
export function callLabel(when: string, words: CallWords, f: Format): string {
  const time = callTimeOf(when);
  if (time?.kind !== 'part') return f.capital(callWhen(when, words, f));
  const [weekday, day] = f.day(time.date).split(' ');
  return f.capital(`${weekday} ${day} · ${words[time.part]}`);
}
