import type { Format } from './format.ts';
import { excerpt } from './shorten.ts';

/** What was put off, as its phrase carries it: its price then in cents, and when (epoch milliseconds). */
export type PutOff = { readonly name: string; readonly cents: number; readonly at: number };

/** The words that a language lends to `putOffIn`. */
export type PutOffWords = {
  /** `in June`, January first. */
  readonly months: readonly string[];
  /** `then 148 €`. */
  priced(price: string): string;
};

/** Longer names do not fit beside others. */
const longestName = 30;

/**
 * `month`: `in June`, where all of it was put off then, and null where the months differ; `list`: `front discs (then 148 €),
 * wipers (then 24 €) +1`, or each with its own month: `front discs (in June, then 148 €)`.
 */
export function putOffIn(
  items: readonly PutOff[],
  more: number,
  words: PutOffWords,
  f: Format,
): { readonly month: string | null; readonly list: string } {
  const [first] = items;
  const together = new Set(items.map((item) => monthOf(item, words, f))).size === 1;
  const each = items.map((item) => {
    const then = words.priced(f.money(item.cents));
    return `${excerpt(item.name, longestName)} (${together ? then : `${monthOf(item, words, f)}, ${then}`})`;
  });
  const list = `${each.join(', ')}${more > 0 ? ` +${more}` : ''}`;
  return { month: first && together ? monthOf(first, words, f) : null, list };
}

function monthOf({ at }: PutOff, { months }: PutOffWords, f: Format): string {
  const { month, year } = f.monthOf(at);
  return `${months[month - 1] ?? ''}${year === null ? '' : ` ${year}`}`;
}

/** What may be done without asking: percent of a sum, but not more than so many cents; 0 of either: nothing. */
export type Limit = { readonly percent: number; readonly cents: number };

/** `10 %, at most 30 €`, or only the sum where the percent say nothing more; null: nothing. */
export function limitIn(
  { percent, cents }: Limit,
  atMost: (percent: string, sum: string) => string,
  f: Format,
): string | null {
  if (percent === 0 || cents === 0) return null;
  return percent >= anyPercent ? f.money(cents) : atMost(`${percent} %`, f.money(cents));
}

/** So many percent are the most that can be kept: then the sum alone is the limit. */
const anyPercent = 50;
