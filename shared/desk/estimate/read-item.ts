import type { EstimateLine, EstimateOption } from '#shared/domain/order/estimate.ts';
import { type PriceTrouble, type ReadOption, readOption, readTail } from './read-price.ts';
import { tokensOf } from './tokens.ts';

/** An item as it was written; its photos and its number come later. */
export type ReadItem = Pick<EstimateLine, 'options' | 'urgency' | 'months' | 'reason'>;
export type ItemTrouble =
  | PriceTrouble
  /** There is no price, or it stands before words that say nothing known. */
  | 'price'
  | 'words'
  | 'name'
  | 'longName'
  | 'options';
export type ItemProblem = { readonly trouble: ItemTrouble; readonly what: string };

/** UTF-16 units of a name, also of a reason. */
export const longestName = 80;
export const longestReason = 200;
const mostOptions = 3;
/** A line that is longer than what may stand in it needs no look. */
const longestLine = 600;

type Option = Extract<ReadOption, { readonly name: string }>;

/** One line of an estimate: a name, what it costs, how soon, why; `A 96 / B 78` are two ways of doing the same. */
export function readItem(line: string, currency: string): ReadItem | ItemProblem {
  if (line.length > longestLine) return { trouble: 'longName', what: line };
  const { text, said } = asideOf(line, currency);
  const whole = optionsIn(text, currency);
  const behind = reasonBehind(text, currency);
  if (
    whole.kind === 'read' &&
    behind === null &&
    whole.options.some(({ name }) => hidesPrice(name, currency))
  )
    return { trouble: 'amounts', what: line };
  // `pads 96 - 2 mm left, limit 3` reads in two ways, unless the 96 is called a price by a sign or a word.
  if (whole.kind === 'read' && behind && !behind.isClear) return { trouble: 'amounts', what: line };
  const dashed = whole.kind === 'read' && !behind?.isClear ? null : behind;
  const read = dashed?.read ?? whole;
  if (read.kind === 'trouble') return { trouble: read.trouble, what: read.what };
  const reasons = [...said.reasons, ...(dashed ? [dashed.reason] : [])];
  return checked(read.options, said.breakdown, reasons.join('; '), line);
}

type Read =
  | { readonly kind: 'read'; readonly options: readonly Option[] }
  | { readonly kind: 'trouble'; readonly trouble: ItemTrouble; readonly what: string };

type Said = {
  readonly reasons: readonly string[];
  readonly breakdown: { parts: number; work: number } | null;
};

/** What stands in brackets says why; but `96 (64+32)` tells parts and work apart. */
function asideOf(line: string, currency: string): { readonly text: string; readonly said: Said } {
  const reasons: string[] = [];
  let breakdown: Said['breakdown'] = null;
  const text = line.replace(/\(([^()]*)\)/gu, (_all, words: string) => {
    const inside = readTail(tokensOf(words), currency);
    if (inside && !('trouble' in inside) && inside.parts !== null && inside.work !== null)
      breakdown = { parts: inside.parts, work: inside.work };
    else if (words.trim() !== '') reasons.push(words.replace(/\s+/g, ' ').trim());
    return ' ';
  });
  return { text: text.trim(), said: { reasons, breakdown } };
}

/** The item as one option or as several, split where both sides have a price. */
function optionsIn(text: string, currency: string): Read {
  const found = split(text, currency);
  const options: Option[] = [];
  for (const one of found) {
    const option = readOption(one, currency);
    if (option === null) return { kind: 'trouble', ...whyNot(one, currency) };
    if ('trouble' in option) return { kind: 'trouble', trouble: option.trouble, what: one.trim() };
    options.push(option);
  }
  return { kind: 'read', options };
}

/**
 * A slash behind a price begins another way, if words follow: without spaces around it only a letter may (`60/55W` is one name).
 */
function split(text: string, currency: string): readonly string[] {
  const made: string[] = [];
  let from = 0;
  for (const found of text.matchAll(/\s+\/\s*|\s*\/\s+|\/(?=\p{L})|\s+(?:or|или|або|ή)\s+/giu)) {
    if (readOption(text.slice(from, found.index), currency) === null) continue;
    made.push(text.slice(from, found.index));
    from = found.index + found[0].length;
  }
  return [...made, text.slice(from)];
}

/** `96 safety - 2 mm left`: what stands behind a dash or colon, where a whole item stands before it. */
function reasonBehind(text: string, currency: string): Reasoned | null {
  for (const found of text.matchAll(/\s[-–—]\s*(?=\S)|\s*—\s*|:\s+/gu)) {
    const before = text.slice(0, found.index);
    const read = optionsIn(before, currency);
    const reason = text.slice(found.index + found[0].length).trim();
    if (read.kind !== 'read' || !/\p{L}/u.test(reason)) continue;
    const isClear = read.options.some(
      ({ parts, work, urgency, price }) => (parts ?? work ?? urgency) !== null || price % 100 > 0,
    );
    return { read, reason, isClear: isClear || /[€$£₴₽₺]|\p{L}{3,}\s*$/u.test(before) };
  }
  return null;
}

/** `isClear`: what stands before it ends with more than a bare number. */
type Reasoned = {
  readonly read: Extract<Read, { kind: 'read' }>;
  readonly reason: string;
  readonly isClear: boolean;
};

/** `pads 96, limit 3`: the name holds what reads as a price by itself, before a comma. */
function hidesPrice(name: string, currency: string): boolean {
  return [...name.matchAll(/[,;:](?=\s)/gu)].some(
    ({ index }) => readOption(name.slice(0, index), currency) !== null,
  );
}

/** Why an item was not understood: its words behind the price, or that it has none. */
function whyNot(text: string, currency: string): ItemProblem {
  const tokens = tokensOf(text);
  const alone = readTail(tokens, currency);
  if (alone !== null) return { trouble: 'trouble' in alone ? alone.trouble : 'name', what: text.trim() };
  for (let end = tokens.length - 1; end > 1; end -= 1) {
    const before = tokens.slice(0, end);
    for (let cut = 1; cut < end; cut += 1) {
      const tail = readTail(before.slice(cut), currency);
      if (tail && 'trouble' in tail) return { trouble: tail.trouble, what: text.trim() };
      if (tail) {
        const rest = tokens.slice(end);
        const onlyNumbers = rest.every(({ kind }) => kind !== 'word');
        const what = rest.map((one) => one.text).join(' ');
        return { trouble: onlyNumbers ? 'amounts' : 'words', what };
      }
    }
  }
  return { trouble: 'price', what: text.trim() };
}

function checked(
  options: readonly Option[],
  breakdown: Said['breakdown'],
  reason: string,
  line: string,
): ReadItem | ItemProblem {
  if (options.length > mostOptions) return { trouble: 'options', what: line };
  const long = options.find(({ name }) => name.length > longestName);
  if (long) return { trouble: 'longName', what: long.name };
  if (reason.length > longestReason) return { trouble: 'longName', what: reason };
  const [only] = options;
  if (breakdown && (options.length > 1 || breakdown.parts + breakdown.work !== only?.price))
    return { trouble: 'sum', what: line };
  const urgencies = [...new Set(options.flatMap(({ urgency }) => (urgency === null ? [] : [urgency])))];
  const months = [...new Set(options.flatMap((one) => (one.months === null ? [] : [one.months])))];
  if (urgencies.length > 1 || months.length > 1) return { trouble: 'urgency', what: line };
  return {
    options: options.map(
      ({ name, parts, work, price }): EstimateOption => ({ name, parts, work, price, ...breakdown }),
    ),
    urgency: urgencies[0] ?? null,
    months: months[0] ?? null,
    reason,
  };
}
