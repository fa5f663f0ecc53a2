import { fold } from './fold.ts';

/**
 * Small patterns over folded words, for lists that people read and mend; one a line:
 * `word*` any ending, `(a|b c|)` one of these (an empty one: or nothing), `~` up to three words in between, `~~` up to eight,
 * `#` a number, `<` and `>` beginning and end of a clause, `a & b` both in any order with up to eight words in between.
 * Commas never stand in the way. Folding leaves out accents and apostrophes, so `don't` and `dont` are the same.
 */
export type Patterns = Book<''>;

/** Several lists under names, looked up in one go: a text is taken apart once for all of them. */
export type Book<Name extends string> = {
  readonly lines: readonly Line<Name>[];
  /** Whole words, each with the groups that it satisfies. */
  readonly words: ReadonlyMap<string, readonly number[]>;
  /** Beginnings of words by their own first letters. */
  readonly beginnings: ReadonlyMap<string, readonly Beginning[]>;
};

type Beginning = { readonly text: string; readonly group: number };

export type Line<Name extends string> = {
  readonly name: Name;
  /** Of each of these groups one word must stand in a text that matches; none: it has to be tried on every text. */
  readonly groups: readonly number[];
  readonly regex: () => RegExp;
};

/** How a word of a list is made plain; the text has to go through the same. */
export type Plain = (word: string) => string;

/** Reads a list. Lines are compiled when a text holds their words: most never are. Throws for a broken line. */
export function patternsOf(list: string, plain: Plain = fold): Patterns {
  return bookOf([['', list]], plain);
}

/** Reads lists under their names, each as `patternsOf` does. */
export function bookOf<Name extends string>(
  lists: readonly (readonly [Name, string])[],
  plain: Plain = fold,
): Book<Name> {
  const words = new Map<string, number[]>();
  const beginnings = new Map<string, Beginning[]>();
  let groups = 0;
  const lines = lists.flatMap(([name, list]) =>
    linesOf(list).map((line) => {
      const sequence = parse(line, plain);
      let compiled: RegExp | undefined;
      return {
        name,
        groups: headsOf(sequence).map((heads) => {
          const group = groups++;
          for (const { text, isWhole } of heads) {
            if (isWhole) added(words, text, group);
            else added(beginnings, text.slice(0, first), { text, group });
          }
          return group;
        }),
        regex: () => {
          compiled ??= new RegExp(sourceOf(sequence), 'g');
          return compiled;
        },
      };
    }),
  );
  return { lines, words, beginnings };
}

function linesOf(list: string): readonly string[] {
  return list
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Beginnings are looked up by so many letters: that leaves most words alone. */
const first = 3;

function added<Value>(index: Map<string, Value[]>, key: string, value: Value): void {
  const there = index.get(key);
  if (there) there.push(value);
  else index.set(key, [value]);
}

/** Every match in a readable text, of every pattern. */
export function matchesIn(said: string, patterns: Patterns): readonly RegExpExecArray[] {
  return likelyIn(said, patterns).flatMap(({ regex }) => allOf(said, regex()));
}

export function allOf(said: string, regex: RegExp): readonly RegExpExecArray[] {
  return [...said.matchAll(regex)];
}

/** The lines that have all of their words in the text; few of them match in the end. Linear in the text. */
export function likelyIn<Name extends string>(said: string, book: Book<Name>): readonly Line<Name>[] {
  const found = new Set<number>();
  for (const word of new Set(said.split(' '))) {
    for (const group of book.words.get(word) ?? []) found.add(group);
    for (let length = 1; length <= Math.min(first, word.length); length += 1)
      for (const { text, group } of book.beginnings.get(word.slice(0, length)) ?? [])
        if (word.startsWith(text)) found.add(group);
  }
  return book.lines.filter(({ groups }) => groups.every((group) => found.has(group)));
}

/** A sentence as patterns read it: every word with a blank before it, `|` where a clause begins or ends. */
export function readable(clauses: readonly string[], plain: Plain = fold): string {
  const folded = clauses.map(plain).filter(Boolean);
  return ` | ${folded.map((clause) => `${clause} | `).join('')}`;
}

/** Where something was found, and what. */
export type Found = { readonly index: number; readonly 0: string };

/** What was found gives way to as many signs that match nothing, so that places stay where they are. */
export function without(said: string, found: readonly Found[]): string {
  const kept: string[] = [];
  let at = 0;
  for (const { index, 0: match } of found.toSorted((one, other) => one.index - other.index)) {
    const end = index + match.length;
    if (end <= at) continue;
    const from = Math.max(at, index);
    kept.push(said.slice(at, from), said.slice(from, end).replace(/[^ |]/gu, '·'));
    at = end;
  }
  return kept.join('') + said.slice(at);
}

type Node =
  | { readonly kind: 'word'; readonly parts: readonly string[] }
  | { readonly kind: 'number' }
  | { readonly kind: 'gap'; readonly most: number }
  | { readonly kind: 'edge' }
  | { readonly kind: 'choice'; readonly among: readonly Sequence[] }
  | { readonly kind: 'both'; readonly one: Sequence; readonly other: Sequence };
type Sequence = readonly Node[];

/** Words that may stand between two that belong together. */
const near = 3;
const far = 8;

function parse(line: string, plain: Plain): Sequence {
  const sides = line.split(/\s&\s/);
  const [one = '', other, ...more] = sides;
  if (more.length > 0) throw new Error(`Only two can stand in any order: ${line}`);
  if (other === undefined) return side(one, plain);
  return [{ kind: 'both', one: side(one, plain), other: side(other, plain) }];
}

function side(line: string, plain: Plain): Sequence {
  const pieces = line.split(/([()|])|\s+/u).filter((piece) => piece !== undefined && piece !== '');
  let at = 0;
  const choices = (depth: number): readonly Sequence[] => {
    const among: Node[][] = [[]];
    for (let piece = pieces[at]; piece !== undefined; piece = pieces[at]) {
      at += 1;
      if (piece === ')') {
        if (depth === 0) throw new Error(`A bracket too many: ${line}`);
        return among;
      }
      if (piece === '|') among.push([]);
      else
        among
          .at(-1)
          ?.push(piece === '(' ? { kind: 'choice', among: choices(depth + 1) } : nodeOf(piece, line, plain));
    }
    if (depth > 0) throw new Error(`A bracket is missing: ${line}`);
    return among;
  };
  const [only = [], ...others] = choices(0);
  return others.length === 0 ? only : [{ kind: 'choice', among: [only, ...others] }];
}

function nodeOf(piece: string, line: string, plain: Plain): Node {
  switch (piece) {
    case '<':
    case '>':
      return { kind: 'edge' };
    case '~':
      return { kind: 'gap', most: near };
    case '~~':
      return { kind: 'gap', most: far };
    case '#':
      return { kind: 'number' };
    default: {
      const parts = piece.split('*').map(plain);
      if (parts.every((part) => part === '') || parts.some((part) => part.includes(' ')))
        throw new Error(`"${piece}" is no word: ${line}`);
      return { kind: 'word', parts };
    }
  }
}

/** Words never hold a blank or a bar, so that anything but these may go on. */
const rest = '[^ |]*';
const word = (source: string) => `(?: \\|)? ${source}(?= )`;
const gap = (most: number) => `(?: [^ ]+){0,${most}}?`;

function sourceOf(sequence: Sequence): string {
  return sequence.map(nodeSource).join('');
}

function nodeSource(node: Node): string {
  switch (node.kind) {
    case 'word':
      return word(node.parts.join(rest));
    case 'number':
      return word(`\\d${rest}`);
    case 'gap':
      return gap(node.most);
    case 'edge':
      return ' \\|';
    case 'choice':
      return choiceSource(node.among);
    case 'both': {
      const [one, other] = [sourceOf(node.one), sourceOf(node.other)];
      return `(?:${one}${gap(far)}${other}|${other}${gap(far)}${one})`;
    }
  }
}

/** Single words stand together, without what repeats, so that a regular expression tries all of them at once. */
function choiceSource(among: readonly Sequence[]): string {
  const whole: string[] = [];
  const begun: string[] = [];
  const others: string[] = [];
  for (const sequence of among) {
    const [node, next] = sequence;
    const [text = '', end, more] = node?.kind === 'word' ? node.parts : [];
    if (node?.kind !== 'word' || next || text === '' || more !== undefined) others.push(sourceOf(sequence));
    else if (end === undefined) whole.push(text);
    else if (end === '') begun.push(text);
    else others.push(sourceOf(sequence));
  }
  const endings = [
    ...(begun.length > 0 ? [`(?:${begun.join('|')})${rest}`] : []),
    ...(whole.length > 0 ? [`(?:${whole.join('|')})`] : []),
  ];
  const single = endings.length > 0 ? [word(`(?:${endings.join('|')})`)] : [];
  // What needs more words comes first: it reaches farther.
  const [empty, full] = [others.filter((one) => one === ''), others.filter((one) => one !== '')];
  return `(?:${[...full, ...single, ...empty].join('|')})`;
}

type Head = { readonly text: string; readonly isWhole: boolean };

/** Words, or beginnings of them, one of each group of which every match holds. */
function headsOf(sequence: Sequence): readonly (readonly Head[])[] {
  return sequence.flatMap(nodeHeads);
}

function nodeHeads(node: Node): readonly (readonly Head[])[] {
  switch (node.kind) {
    case 'word': {
      const [first = ''] = node.parts;
      return first === '' ? [] : [[{ text: first, isWhole: node.parts.length === 1 }]];
    }
    case 'choice': {
      const firsts = node.among.map((sequence) => headsOf(sequence)[0]);
      const heads = firsts.flatMap((group) => group ?? []);
      return firsts.some((group) => group === undefined) ? [] : [heads];
    }
    case 'both':
      return [...headsOf(node.one), ...headsOf(node.other)];
    case 'number':
    case 'gap':
    case 'edge':
      return [];
  }
}
