/** What people type, in words: folded as lists are, with figures, times and dates kept whole and clauses told apart. */

/** A word of a message. */
export type Token = {
  /** As it was written, folded; of a misspelt word what it may have been meant to be. */
  readonly words: readonly string[];
  /** What a figure can be by its shape alone. */
  readonly figure: Figure | null;
  /** Counts up where a sentence, or only a clause, begins. */
  readonly sentence: number;
  readonly clause: number;
};

/** `number`: may be an hour, a day, an ordinal. `dated`: with an ending, as in "24th". `range`: two numbers with a dash. */
export type Figure =
  | { readonly is: 'number' | 'dated'; readonly value: number }
  | { readonly is: 'clock'; readonly minute: number }
  | { readonly is: 'date'; readonly day: number; readonly month: number; readonly clock: number | null }
  | { readonly is: 'range'; readonly one: number; readonly other: number };

export type Tokens = {
  readonly tokens: readonly Token[];
  /** Of each sentence, whether it ends with a question mark. */
  readonly asks: readonly boolean[];
};

/**
 * Times and dates with their dots, ranges, figures with what hangs on them, words, signs. Letters are named by their places in Unicode: `\p{L}`
 * takes milliseconds to compile in a cold process.
 */
const piece =
  /(\d{1,2}:\d{2})|(\d{1,2}[./]\d{1,2})(?:[./](?:\d{4}|\d{2}))?(?!\d)|(\d{1,2})\s?[-–—]\s?(\d{1,2})(?![\d-])|(\d{1,4})-?([a-zA-Z\u00c0-\u1fff]{0,4})(?![\da-zA-Z\u00c0-\u1fff\u2c00-\ud7ff])|([\da-zA-Z\u00c0-\u1fff\u2c00-\ud7ff]+)|([&+])|([?;!.,\n()…:])/g;

const endings = /^(?:st|nd|rd|th|го|ого|его|мого|е|ое|ме|те|ше|ге|тє|тье|му|ому|и|а|та|η|ησ|ισ|οσ|ο)$/;

/** Begins a clause of its own, without a comma. */
export const because = /^(?:because|cos|coz|cuz|потому|поскольку|бо|тому|оскільки|γιατι|επειδη|αφου|διοτι)$/;

/** Takes a message apart. Linear. Never throws. */
export function tokensOf(text: string): Tokens {
  const plain = unaccented(text);
  const isGreek = hasGreek(plain);
  const tokens: Token[] = [];
  const asks: boolean[] = [false];
  let clause = 0;
  const add = (word: string, figure: Figure | null = null) =>
    tokens.push({
      words: [word.toLowerCase().replaceAll('ς', 'σ')],
      figure,
      sentence: asks.length - 1,
      clause,
    });
  const isBegun = () => tokens.at(-1)?.sentence === asks.length - 1 && tokens.at(-1)?.clause === clause;
  const last = () => tokens.at(-1)?.sentence === asks.length - 1;
  for (const match of plain.matchAll(piece)) {
    const [, clock, dotted, from, to, digits, end, word, and, sign] = match;
    const ending = end?.toLowerCase();
    if (clock !== undefined) add(clock, clockOf(clock));
    else if (dotted !== undefined) add(dotted, dottedOf(dotted));
    else if (from !== undefined && to !== undefined)
      add('#', { is: 'range', one: Number(from), other: Number(to) });
    else if (digits !== undefined) {
      const value = Number(digits);
      if (ending === '' || ending === undefined) add(digits, { is: 'number', value });
      else if (endings.test(ending)) add(digits, { is: 'dated', value });
      else {
        add(digits, { is: 'number', value });
        add(ending);
      }
    } else if (word !== undefined) {
      if (because.test(word.toLowerCase()) && isBegun()) clause += 1;
      add(word);
    } else if (and !== undefined) add('&');
    else if (sign !== undefined) {
      if (sign === '.' && isShortened(plain, match.index)) continue;
      clause += 1;
      const isQuestion = sign === '?' || (isGreek && sign === ';');
      if (!last()) {
        if (isQuestion && asks.length > 1) asks[asks.length - 2] = true;
        continue;
      }
      if (isQuestion) asks[asks.length - 1] = true;
      if (isQuestion || /[!.\n…]/.test(sign)) asks.push(false);
    }
  }
  return { tokens, asks };
}

/** Whether any letter is Greek. */
export function hasGreek(text: string): boolean {
  return /[\u0370-\u03ff\u1f00-\u1fff]/.test(text);
}

/** As `fold` has it, but signs and case stay. */
function unaccented(text: string): string {
  // English lists are plain already: taking letters apart is what costs most in a cold process.
  const apart = /[^\n-~]/.test(text) ? text.normalize('NFKD') : text;
  return (
    apart
      .replace(/[\u0300-\u036f\u20e3\ufe0f]/g, '')
      .replaceAll('ς', 'σ')
      .replaceAll('ґ', 'г')
      .replaceAll('Ґ', 'Г')
      // One word, though a comma stands in it: «ό,τι».
      .replace(/(?<![α-ω])(ο),(?=τι(?![α-ω]))/gi, '$1 ')
      .replace(/['’‘ʼ`´΄]/gu, '')
  );
}

/** A line of a list, folded as messages are; what lists are written with stays. */
export function plainList(text: string): string {
  return unaccented(text)
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .replaceAll('+', '&')
    .replace(/[^a-z0-9α-ωа-яєії()|*#&\n\f]+/g, ' ');
}

/** The dot of "след. неделя" ends no sentence: a short word before it, a small letter behind. */
function isShortened(plain: string, dot: number): boolean {
  return (
    /(?:^|[^a-zA-Z\u00c0-\u1fff])[a-zA-Z\u00c0-\u1fff]{1,4}$/.test(plain.slice(Math.max(0, dot - 6), dot)) &&
    isSmall(
      plain
        .slice(dot + 1, dot + 3)
        .trimStart()
        .charAt(0),
    )
  );
}

function isSmall(letter: string): boolean {
  return letter !== letter.toUpperCase();
}

function clockOf(text: string): Figure | null {
  const [hour = 99, minute = 99] = text.split(/\D/).map(Number);
  return hour < 24 && minute < 60 ? { is: 'clock', minute: hour * 60 + minute } : null;
}

/** `24.11` and `24/11` are dates, `17.30` is a time; what can be both carries both. */
function dottedOf(text: string): Figure | null {
  const [one = 99, other = 99] = text.split(/[./]/).map(Number);
  // "1.6" is an engine.
  const isEngine = /^[1-6]\.\d$/.test(text);
  const isDate = !isEngine && one >= 1 && one <= 31 && other >= 1 && other <= 12;
  const isClock = text.includes('.') && /\.\d\d$/.test(text) && one < 24 && other < 60;
  const clock = isClock ? one * 60 + other : null;
  if (isDate) return { is: 'date', day: one, month: other, clock };
  return clock === null ? null : { is: 'clock', minute: clock };
}
