import { currencyNamed, isOne, partsWords, totalWords, workWords } from './words.ts';

/** What an item of an estimate consists of, piece by piece, as it was written from left to right. */
export type Token =
  /** `whole`: the number where it is up to three digits without a sign of their own, which may begin a number like `1 240`. */
  | { readonly kind: 'number'; readonly cents: number; readonly whole: number | null; readonly text: string }
  /** A number that no money has: `12,345,67`, `3.1415`. */
  | { readonly kind: 'odd'; readonly text: string }
  | { readonly kind: 'negative'; readonly text: string }
  | { readonly kind: 'currency'; readonly code: string; readonly text: string }
  | { readonly kind: 'label'; readonly of: 'parts' | 'work' | 'total'; readonly text: string }
  | { readonly kind: 'sign'; readonly sign: '+' | '=' | 'x'; readonly text: string }
  | { readonly kind: 'stop'; readonly text: string }
  | { readonly kind: 'word'; readonly text: string };

const digits = "\\d(?:[\\d.,’']*\\d)?";
/** A piece that is nothing but numbers, signs and currencies: `64+32=96`, `4х128`, `€9,90`. */
const priced = new RegExp(`^(?:${digits}|[€$£₽₴₺]|[+=*×xх])+$`, 'iu');
const inside = new RegExp(`${digits}|[€$£₽₴₺]|[+=*×xх]`, 'giu');
/** A number with the letters of a currency stuck to it: `35eur`, `96грн`. */
const stuck = new RegExp(`^(${digits})(\\p{L}{2,5})\\.?$`, 'u');

/** The tokens of an item. Letters with digits in them (`DOT4`, `70Ah`, `205/55`) are words: no price is looked for in them. */
export function tokensOf(text: string): readonly Token[] {
  const pieces = text.split(/\s+/).filter((piece) => piece !== '');
  return joined(pieces.flatMap(tokensIn));
}

function tokensIn(piece: string): readonly Token[] {
  const [, body = '', end = ''] = /^(.*?)([,;:]*)$/u.exec(piece) ?? [];
  const stop: readonly Token[] = end === '' ? [] : [{ kind: 'stop', text: end }];
  return [...(body === '' ? [] : whole(body)), ...stop];
}

function whole(piece: string): readonly Token[] {
  if (/^[-–—−](?:\d|[€$£]\d)/u.test(piece)) return [{ kind: 'negative', text: piece }];
  if (/^[-–—−]$/u.test(piece)) return [{ kind: 'stop', text: piece }];
  const [, number = '', letters = ''] = stuck.exec(piece) ?? [];
  if (letters !== '' && currencyNamed(letters) !== null) return [numbered(number), named(letters)];
  if (priced.test(piece) && /\d/.test(piece))
    return (piece.match(inside) ?? []).map((one) =>
      /^\d/.test(one) ? numbered(one) : /^[+=*×xх]$/iu.test(one) ? signed(one) : named(one),
    );
  if (/^[+=*×xх]$/iu.test(piece)) return [signed(piece)];
  return [named(piece)];
}

function signed(text: string): Token {
  return { kind: 'sign', sign: text === '+' ? '+' : text === '=' ? '=' : 'x', text };
}

function named(text: string): Token {
  const code = currencyNamed(text);
  if (code !== null) return { kind: 'currency', code, text };
  if (isOne(text, partsWords)) return { kind: 'label', of: 'parts', text };
  if (isOne(text, workWords)) return { kind: 'label', of: 'work', text };
  if (isOne(text, totalWords)) return { kind: 'label', of: 'total', text };
  return { kind: 'word', text };
}

/** Money as people write it: `96`, `7.5`, `27,50`, `1.240,50`, `1,240.50`, `1'240`, `1.240`. */
function numbered(text: string): Token {
  const cents = centsOf(text);
  if (cents === null) return { kind: 'odd', text };
  return { kind: 'number', cents, whole: /^\d{1,3}$/.test(text) ? Number(text) : null, text };
}

const plain = /^(\d+)(?:[.,](\d{1,2}))?$/;
const grouped = /^(\d{1,3}(?:([.,’'])\d{3})(?:\2\d{3})*)(?:(?!\2)[.,](\d{1,2}))?$/;

function centsOf(text: string): number | null {
  const [all, sum = '', , cents = ''] = grouped.exec(text) ?? [];
  if (all !== undefined) return centsFrom(sum.replace(/\D/g, ''), cents);
  const [, whole = '', part = ''] = plain.exec(text) ?? [];
  return whole === '' ? null : centsFrom(whole, part);
}

function centsFrom(whole: string, part: string): number | null {
  // More than twelve digits are no price, and would not be exact.
  return whole.length > 12 ? null : Number(whole) * 100 + Number(part.padEnd(2, '0'));
}

/** `1 240` and `1 240,50` are one number; `DOT 4 350` and `4 x 350` are not. */
function joined(tokens: readonly Token[]): readonly Token[] {
  const made: Token[] = [];
  for (const token of tokens) {
    const last = made.at(-1);
    const before = made.at(-2);
    const mayJoin =
      last?.kind === 'number' &&
      last.whole !== null &&
      last.whole > 0 &&
      token.kind === 'number' &&
      /^\d{3}(?:[.,]\d{1,2})?$/.test(token.text) &&
      !(before?.kind === 'word' && /^dot$/iu.test(before.text));
    if (!mayJoin) made.push(token);
    else {
      made.pop();
      const text = `${last.text} ${token.text}`;
      const cents = centsOf(`${last.text}${token.text}`) ?? 0;
      made.push({ kind: 'number', cents, whole: null, text });
    }
  }
  return made;
}
