import type { PhraseArgs } from '#shared/domain/phrase.ts';
import type { Format } from './format.ts';
import { excerpt, firstFew } from './shorten.ts';

/** Who pays, what may be done without asking and what was put off look alike in every language; the words come from it. */

/** Somebody as far as they are known: `unnamed` where they are not. */
export function named(name: string, unnamed: string): string {
  return name === '' ? unnamed : excerpt(name, 40);
}

/** `Octavia …4821, Golf …12 +1`; `unnamed` where none is known. */
export function carsText(cars: readonly string[], unnamed: string): string {
  return cars.length === 0
    ? unnamed
    : firstFew(
        cars.map((car) => excerpt(car, 30)),
        2,
      );
}

type Items = PhraseArgs['payerPutOff']['items'];

/** The words that a language lends to what was put off. */
export type PutOffWords = {
  /** "in June", January first. */
  readonly months: readonly string[];
  /** "we put off". */
  readonly put: string;
  /** "then", before a price. */
  readonly before: string;
};

/** Longer names do not fit beside others. */
const longestName = 30;

/**
 * `In June we put off: front discs (then 148 €), wipers (then 24 €) +1`; where the months differ, each stands with its own:
 * `We put off: front discs (in June, then 148 €)`.
 */
export function putOffText(items: Items, more: number, words: PutOffWords, f: Format): string {
  const months = new Set(items.map((item) => monthText(item.at, words, f)));
  const [month] = months.size === 1 ? months : [];
  const each = items.map((item) => {
    const then = `${words.before} ${f.money(item.cents)}`;
    const when = month === undefined ? `${monthText(item.at, words, f)}, ${then}` : then;
    return `${excerpt(item.name, longestName)} (${when})`;
  });
  const put = month === undefined ? words.put : `${month} ${words.put}`;
  return f.capital(`${put}: ${each.join(', ')}${more > 0 ? ` +${more}` : ''}`);
}

/** "in June", with the year where it is another one. */
export function monthText(at: number, { months }: Pick<PutOffWords, 'months'>, f: Format): string {
  const { month, year } = f.monthOf(at);
  return `${months[month - 1] ?? ''}${year === null ? '' : ` ${year}`}`;
}

/** What may be done without asking: `10%, at most 30 €`, or only the sum where the percent say nothing more; null: nothing. */
export function limitIn(
  { percent, cents }: PhraseArgs['payerLimitSet'],
  atMost: (percent: string, sum: string) => string,
  f: Format,
): string | null {
  if (percent === 0 || cents === 0) return null;
  return percent >= anyPercent ? f.money(cents) : atMost(f.percent(percent), f.money(cents));
}

/** So many percent are the most that can be kept: then the sum alone is the limit. */
const anyPercent = 50;
