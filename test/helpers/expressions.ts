import { isDeepStrictEqual } from 'node:util';

/** Just enough of DynamoDB's expression language for a table in memory. What it does not know it refuses by name. */

export type Item = Record<string, unknown>;
export type Terms = {
  readonly values?: Readonly<Record<string, unknown>> | undefined;
  readonly names?: Readonly<Record<string, string>> | undefined;
};

const token = /\s*(<>|<=|>=|[=<>(),+-]|[:#]?[\w.#]+)/gy;

/** True when the condition holds for the item (undefined: there is none); no condition always holds. */
export function holds(condition: string | undefined, item: Item | undefined, terms: Terms): boolean {
  if (condition === undefined) return true;
  const reader = readerOf(condition, item, terms);
  const result = anyOf(reader);
  reader.end();
  return result;
}

/** The item after `SET …`, `REMOVE …` or both. */
export function updated(expression: string, item: Item, terms: Terms): Item {
  const after = { ...item };
  const reader = readerOf(expression, item, terms);
  while (!reader.atEnd()) {
    const clause = reader.take().toUpperCase();
    if (clause !== 'SET' && clause !== 'REMOVE') throw unknown(clause);
    do {
      const name = reader.name(reader.take());
      if (clause === 'REMOVE') delete after[name];
      else {
        reader.expect('=');
        after[name] = sum(reader);
      }
    } while (reader.skip(','));
  }
  return after;
}

type Reader = {
  take(): string;
  skip(word: string): boolean;
  expect(word: string): void;
  atEnd(): boolean;
  end(): void;
  name(word: string): string;
  has(name: string): boolean;
  valueOf(word: string): unknown;
};

/** The same few expressions come again and again. */
const known = new Map<string, readonly string[]>();

function wordsOf(text: string): readonly string[] {
  const before = known.get(text);
  if (before) return before;
  const words = [...text.matchAll(token)].map(([, word = '']) => word);
  if (words.join('') !== text.replaceAll(/\s/g, '')) throw unknown(text);
  known.set(text, words);
  return words;
}

function readerOf(text: string, item: Item | undefined, { values, names }: Terms): Reader {
  const words = wordsOf(text);
  let at = 0;
  const peek = () => words[at]?.toUpperCase();
  const name = (word: string) => (word.startsWith('#') ? (names?.[word] ?? '') : word);
  const reader: Reader = {
    take: () => words[at++] ?? '',
    skip: (word) => {
      const found = peek() === word.toUpperCase();
      if (found) at += 1;
      return found;
    },
    expect: (word) => {
      if (!reader.skip(word)) throw unknown(text);
    },
    atEnd: () => at >= words.length,
    end: () => {
      if (at < words.length) throw unknown(text);
    },
    name,
    has: (attribute) => item !== undefined && Object.hasOwn(item, attribute),
    valueOf: (word) => {
      if (!word.startsWith(':')) return atPath(item, word.split('.').map(name));
      if (!values || !Object.hasOwn(values, word)) throw unknown(word);
      return values[word];
    },
  };
  return reader;
}

function anyOf(reader: Reader): boolean {
  let result = allOf(reader);
  while (reader.skip('OR')) result = allOf(reader) || result;
  return result;
}

function allOf(reader: Reader): boolean {
  let result = one(reader);
  while (reader.skip('AND')) result = one(reader) && result;
  return result;
}

function one(reader: Reader): boolean {
  if (reader.skip('NOT')) return !one(reader);
  if (reader.skip('(')) {
    const result = anyOf(reader);
    reader.expect(')');
    return result;
  }
  const first = reader.take();
  if (reader.skip('(')) return called(first, reader);
  const left = reader.valueOf(first);
  if (reader.skip('BETWEEN')) {
    const from = reader.valueOf(reader.take());
    reader.expect('AND');
    const to = reader.valueOf(reader.take());
    return compare('>=', left, from) && compare('<=', left, to);
  }
  return compare(reader.take(), left, reader.valueOf(reader.take()));
}

function called(name: string, reader: Reader): boolean {
  const attribute = reader.name(reader.take());
  switch (name) {
    case 'attribute_exists':
      reader.expect(')');
      return reader.has(attribute);
    case 'attribute_not_exists':
      reader.expect(')');
      return !reader.has(attribute);
    case 'begins_with': {
      reader.expect(',');
      const start = reader.valueOf(reader.take());
      reader.expect(')');
      return String(reader.valueOf(attribute) ?? '').startsWith(String(start));
    }
    default:
      throw unknown(name);
  }
}

/** What stands at a path, where each step but the last leads into a map. */
function atPath(from: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((inside, step) => {
    if (typeof inside !== 'object' || inside === null) return undefined;
    return Object.entries(inside).find(([key]) => key === step)?.[1];
  }, from);
}

/** Values of different types, and values that are not there, are never equal and never smaller. */
function compare(sign: string, left: unknown, right: unknown): boolean {
  if (sign === '<>') return !isDeepStrictEqual(left, right);
  if (sign === '=') return isDeepStrictEqual(left, right);
  const numbers = typeof left === 'number' && typeof right === 'number';
  const texts = typeof left === 'string' && typeof right === 'string';
  if (!numbers && !texts) return false;
  switch (sign) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    default:
      throw unknown(sign);
  }
}

function sum(reader: Reader): unknown {
  let result = term(reader);
  for (;;) {
    if (reader.skip('+')) result = Number(result) + Number(term(reader));
    else if (reader.skip('-')) result = Number(result) - Number(term(reader));
    else return result;
  }
}

function term(reader: Reader): unknown {
  const word = reader.take();
  if (!reader.skip('(')) return reader.valueOf(word);
  if (word !== 'if_not_exists') throw unknown(word);
  const attribute = reader.name(reader.take());
  reader.expect(',');
  const otherwise = reader.valueOf(reader.take());
  reader.expect(')');
  return reader.has(attribute) ? reader.valueOf(attribute) : otherwise;
}

function unknown(what: string): Error {
  return new Error(`The table in memory cannot read "${what}": teach it in test/helpers/expressions.ts`);
}
