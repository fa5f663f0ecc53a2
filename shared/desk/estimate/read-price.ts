import type { Cents } from '#shared/domain/money.ts';
import type { Urgency } from '#shared/domain/order/estimate.ts';
import { type Token, tokensOf } from './tokens.ts';
import { eachWords, isOne, monthWords, pieceWords, urgencyNamed, withinWords } from './words.ts';

/** What is wrong with the price or the urgency of an item. */
export type PriceTrouble = 'negative' | 'currency' | 'number' | 'sum' | 'urgency' | 'amounts';

/** What stands behind the name of an item: what it costs and how soon it should be done. Money in cents. */
export type Priced = {
  readonly parts: Cents | null;
  readonly work: Cents | null;
  readonly price: Cents;
  readonly urgency: Urgency | null;
  readonly months: number | null;
};

/** An option with its name; or what is wrong with it; null: there is no price behind any name. */
export type ReadOption = ({ readonly name: string } & Priced) | { readonly trouble: PriceTrouble };

/**
 * Reads `pads front original 64 parts 32 work, safety`: the longest end that is nothing but amounts and an urgency; what is
 * before it is the name.
 */
export function readOption(text: string, currency: string): ReadOption | null {
  const tokens = tokensOf(text);
  for (let cut = 1; cut < tokens.length; cut += 1) {
    const tail = readTail(tokens.slice(cut), currency);
    if (tail === null) continue;
    const name = nameOf(tokens.slice(0, cut), text);
    if (!/[\p{L}\p{N}]/u.test(name)) continue;
    return 'trouble' in tail ? tail : { name, ...tail };
  }
  return null;
}

/** The words before the price, as they were written. */
function nameOf(tokens: readonly Token[], text: string): string {
  let at = 0;
  for (const token of tokens) {
    const [first = ''] = token.text.split(' ');
    at = text.indexOf(first, at) + first.length;
    for (const part of token.text.split(' ').slice(1)) at = text.indexOf(part, at) + part.length;
  }
  return text
    .slice(0, at)
    .replace(/\s+/g, ' ')
    .replace(/[\s,;:–—-]+$/u, '')
    .trim();
}

type Amount = {
  readonly of: 'parts' | 'work' | 'total' | null;
  readonly cents: Cents;
  readonly plus: boolean;
};

/** Everything of the end must be understood; null where something is not, or where there is no amount. */
export function readTail(
  tokens: readonly Token[],
  currency: string,
): Priced | { readonly trouble: PriceTrouble } | null {
  const amounts = readAmounts(tokens, currency);
  if (amounts === null || 'trouble' in amounts) return amounts;
  const rest = readUrgency(tokens.slice(amounts.used), currency);
  if (rest === null || 'trouble' in rest) return rest;
  const sum = summed(amounts.amounts);
  return 'trouble' in sum ? sum : { ...sum, ...rest };
}

type Amounts = { readonly amounts: readonly Amount[]; readonly used: number };

/** `64 parts 32 work`, `parts 64, work 32`, `64+32=96`, `4 x 85`, `2 pcs at 9.50 work 70`, `96 €`. */
function readAmounts(
  tokens: readonly Token[],
  currency: string,
): Amounts | { readonly trouble: PriceTrouble } | null {
  const first = tokens[0];
  const labelFirst = first?.kind === 'label';
  const amounts: Amount[] = [];
  let at = 0;
  let used = 0;
  while (at < tokens.length) {
    const start = at;
    let plus = false;
    let isTotal = false;
    for (let token = tokens[at]; token?.kind === 'stop' || token?.kind === 'sign'; token = tokens[at]) {
      if (amounts.length === 0 && token.kind === 'stop' && start === at && at === 0) return null;
      if (token.kind === 'sign' && (token.sign === 'x' || amounts.length === 0)) return null;
      if (token.kind === 'sign' && token.sign === '+') plus = true;
      if (token.kind === 'sign' && token.sign === '=') isTotal = true;
      at += 1;
    }
    let label: Amount['of'] = isTotal ? 'total' : null;
    const before = tokens[at];
    if (before?.kind === 'label') {
      label = before.of;
      at += 1;
      if (tokens[at]?.kind === 'stop') at += 1;
    }
    const number = readNumber(tokens, at, currency);
    if (number === null) break;
    if ('trouble' in number) return number;
    // A number of months is no amount.
    if (amounts.length > 0 && label === null && isMonths(tokens, at)) break;
    at = number.next;
    const after = tokens[at];
    const next = tokens[at + 1];
    // `64 parts 32 work` and `55 work 70`: the word belongs to the number before it unless a number of its own follows at the end.
    if (label === null && !labelFirst && after?.kind === 'label' && after.of !== 'total') {
      const ownsNext = readNumber(tokens, at + 1, currency);
      const isLast =
        next === undefined || ownsNext === null || 'trouble' in ownsNext || isMonths(tokens, at + 1);
      const followed = !isLast && tokens[ownsNext.next]?.kind === 'label' && !ofTotal(tokens[ownsNext.next]);
      if (isLast || followed) {
        label = after.of;
        at += 1;
      }
    }
    // Two bare numbers beside each other are not understood.
    if (amounts.length > 0 && label === null && !plus && amounts.at(-1)?.of === null) return null;
    amounts.push({ of: label, cents: number.cents, plus });
    used = at;
  }
  return amounts.length === 0 ? null : { amounts, used };
}

function ofTotal(token: Token | undefined): boolean {
  return token?.kind === 'label' && token.of === 'total';
}

type Figure = { readonly cents: Cents; readonly next: number };

/** One amount: a number with or without its currency, or so many of one price. */
function readNumber(
  tokens: readonly Token[],
  from: number,
  currency: string,
): Figure | { readonly trouble: PriceTrouble } | null {
  let at = from;
  const lead = tokens[at];
  if (lead?.kind === 'currency') {
    if (tokens[at + 1]?.kind !== 'number') return null;
    if (lead.code !== currency) return { trouble: 'currency' };
    at += 1;
  }
  const token = tokens[at];
  if (token?.kind === 'negative') return { trouble: 'negative' };
  if (token?.kind === 'odd') return { trouble: 'number' };
  if (token?.kind !== 'number') return null;
  const count = token.whole;
  const times = count === null ? null : timesAt(tokens, at + 1);
  if (times !== null && count !== null) {
    const each = readNumber(tokens, times, currency);
    // `26 по желанию`: no number follows, so it is no count.
    if (each !== null) return 'trouble' in each ? each : { cents: count * each.cents, next: each.next };
  }
  const behind = tokens[at + 1];
  if (behind?.kind !== 'currency') return { cents: token.cents, next: at + 1 };
  if (behind.code !== currency) return { trouble: 'currency' };
  return { cents: token.cents, next: at + 2 };
}

/** Behind a count: `x`, `pcs`, `pcs x`, `pcs at`. Where the price of one begins; null: it is no count. */
function timesAt(tokens: readonly Token[], from: number): number | null {
  let at = from;
  const isWord = (words: readonly string[]) => {
    const token = tokens[at];
    return token?.kind === 'word' && isOne(token.text, words);
  };
  const pieces = isWord(pieceWords);
  if (pieces) at += 1;
  const token = tokens[at];
  if (token?.kind === 'sign' && token.sign === 'x') return at + 1;
  if (isWord(eachWords)) return at + 1;
  return pieces && (token?.kind === 'number' || token?.kind === 'currency') ? at : null;
}

function isMonths(tokens: readonly Token[], at: number): boolean {
  const [number, unit] = [tokens[at], tokens[at + 1]];
  return number?.kind === 'number' && unit?.kind === 'word' && isOne(unit.text, monthWords);
}

/** What the amounts mean together. Named ones count by their names; of two bare ones the first are parts. */
function summed(
  amounts: readonly Amount[],
): Pick<Priced, 'parts' | 'work' | 'price'> | { readonly trouble: PriceTrouble } {
  const totals = amounts.filter(({ of }) => of === 'total');
  const named = amounts.filter(({ of }) => of !== 'total');
  const parts = named.filter(({ of }) => of === 'parts');
  const work = named.filter(({ of }) => of === 'work');
  const bare = named.filter(({ of }) => of === null);
  if (totals.length > 1 || parts.length > 1 || work.length > 1) return { trouble: 'amounts' };
  // `64 parts 32` may be either; `64 parts + 32` is not.
  if (parts.length > 0 && bare.some(({ plus }) => !plus)) return { trouble: 'amounts' };
  const made = together(
    parts[0]?.cents,
    work[0]?.cents,
    bare.map(({ cents }) => cents),
  );
  const [total] = totals;
  if (made === null) return total && named.length === 0 ? one(total.cents) : { trouble: 'amounts' };
  return total && total.cents !== made.price ? { trouble: 'sum' } : made;
}

function one(price: Cents): Pick<Priced, 'parts' | 'work' | 'price'> {
  return { parts: null, work: null, price };
}

function together(
  parts: Cents | undefined,
  work: Cents | undefined,
  bare: readonly Cents[],
): Pick<Priced, 'parts' | 'work' | 'price'> | null {
  const [first, second] = bare;
  if (bare.length > 2 || (bare.length === 2 && (parts ?? work) !== undefined)) return null;
  if (first !== undefined && second !== undefined)
    return { parts: first, work: second, price: first + second };
  if (first === undefined)
    return parts === undefined && work === undefined
      ? null
      : { parts: parts ?? null, work: work ?? null, price: (parts ?? 0) + (work ?? 0) };
  if (parts !== undefined && work !== undefined) return null;
  if (work !== undefined) return { parts: first, work, price: first + work };
  if (parts !== undefined) return { parts, work: first, price: parts + first };
  return one(first);
}

type Soon = Pick<Priced, 'urgency' | 'months'>;

/** The words behind the amounts: each must say how soon it should be done. */
function readUrgency(
  tokens: readonly Token[],
  currency: string,
): Soon | { readonly trouble: PriceTrouble } | null {
  let urgency: Urgency | null = null;
  let months: number | null = null;
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    if (token?.kind === 'stop') {
      at += 1;
      continue;
    }
    if (token?.kind === 'negative') return { trouble: 'negative' };
    if (token?.kind === 'currency') return token.code === currency ? null : { trouble: 'currency' };
    const within = monthsAt(tokens, at);
    if (within) {
      if (months !== null) return { trouble: 'urgency' };
      months = within.months;
      at = within.next;
      continue;
    }
    const named = namedAt(tokens, at);
    if (!named) return null;
    if (urgency !== null && urgency !== named.urgency) return { trouble: 'urgency' };
    urgency = named.urgency;
    at = named.next;
  }
  if (months !== null && urgency !== null && urgency !== 'soon') return { trouble: 'urgency' };
  return { urgency: months === null ? urgency : 'soon', months };
}

/** `3m`, `3 months`, `within 6 months`. */
function monthsAt(tokens: readonly Token[], from: number): { months: number; next: number } | null {
  const at = from + leadAt(tokens, from);
  const token = tokens[at];
  if (token?.kind === 'number' && token.whole !== null && isMonths(tokens, at))
    return within(token.whole, at + 2);
  const [, count = '', unit = ''] =
    token?.kind === 'word' ? (/^(\d{1,2})(\p{L}+)\.?$/u.exec(token.text) ?? []) : [];
  return count !== '' && isOne(unit, monthWords) ? within(Number(count), at + 1) : null;
}

/** Longer than three years nobody plans. */
function within(months: number, next: number): { months: number; next: number } | null {
  return months >= 1 && months <= 36 ? { months, next } : null;
}

function leadAt(tokens: readonly Token[], from: number): number {
  for (const count of [2, 1]) {
    const said = wordsAt(tokens, from, count);
    if (said !== null && isOne(said, withinWords)) return count;
  }
  return 0;
}

function namedAt(tokens: readonly Token[], from: number): { urgency: Urgency; next: number } | null {
  for (const count of [3, 2, 1]) {
    const said = wordsAt(tokens, from, count);
    const urgency = said === null ? null : urgencyNamed(said);
    if (urgency !== null) return { urgency, next: from + count };
  }
  return null;
}

function wordsAt(tokens: readonly Token[], from: number, count: number): string | null {
  const some = tokens.slice(from, from + count);
  return some.length === count && some.every(({ kind }) => kind === 'word')
    ? some.map(({ text }) => text).join(' ')
    : null;
}
