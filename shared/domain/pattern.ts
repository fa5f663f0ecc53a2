import { fold } from './fold.ts';

/**
 * Small patterns over folded words, for lists that people read and mend; one a line:
 * `word*` any ending, `(a|b c|)` one of these (an empty one: or nothing), `~` up to three words in between, `~~` up to eight,
 * `#` a number, `<` and `>` beginning and end of a clause, `a & b` both in any order with up to eight words in between.
 * Commas never stand in the way. Folding leaves out accents and apostrophes, so `don't` and `dont` are the same.
 */
export type Patterns = {
  readonly lines: readonly Line[];
  /** Words and beginnings of words, each with the groups that it satisfies. */
  readonly words: ReadonlyMap<string, readonly number[]>;
  readonly beginnings: ReadonlyMap<string, readonly number[]>;
  /** How long the beginnings are, shortest first. */
  readonly lengths: readonly number[];
};

type Line = {
  /** Of each of these groups one word must stand in a text that matches; none: it has to be tried on every text. */
  readonly groups: readonly number[];
  readonly regex: () => RegExp;
};

/** How a word of a list is made plain; the text has to go through the same. */
export type Plain = (word: string) => string;

/** Reads a list. Lines are compiled when a text holds their words: most never are. Throws for a broken line. */
export function patternsOf(list: string, plain: Plain = fold): Patterns {
  const words = new Map<string, number[]>();
  const beginnings = new Map<string, number[]>();
  let groups = 0;
  const lines = list
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const sequence = parse(line, plain);
      let compiled: RegExp | undefined;
      return {
        groups: headsOf(sequence).map((heads) => {
          const group = groups++;
          for (const head of heads) added(head.isWhole ? words : beginnings, head.text, group);
          return group;
        }),
        regex: () => {
          compiled ??= new RegExp(sourceOf(sequence), 'g');
          return compiled;
        },
      };
    });
  const lengths = [...new Set([...beginnings.keys()].map(({ length }) => length))].sort((a, b) => a - b);
  return { lines, words, beginnings, lengths };
}

function added(index: Map<string, number[]>, text: string, group: number): void {
  const there = index.get(text);
  if (there) there.push(group);
  else index.set(text, [group]);
}

/** Every match in a readable text, of every pattern. Linear in the text where few of its words are in the list. */
export function matchesIn(said: string, patterns: Patterns): readonly RegExpExecArray[] {
  const found = groupsIn(said, patterns);
  return patterns.lines
    .filter(({ groups }) => groups.every((group) => found.has(group)))
    .flatMap(({ regex }) => [...said.matchAll(regex())]);
}

function groupsIn(said: string, { words, beginnings, lengths }: Patterns): ReadonlySet<number> {
  const found = new Set<number>();
  for (const word of new Set(said.split(' '))) {
    for (const group of words.get(word) ?? []) found.add(group);
    for (const length of lengths) {
      if (length > word.length) break;
      for (const group of beginnings.get(word.slice(0, length)) ?? []) found.add(group);
    }
  }
  return found;
}

/** A sentence as patterns read it: every word with a blank before it, `|` where a clause begins or ends. */
export function readable(clauses: readonly string[], plain: Plain = fold): string {
  const folded = clauses.map(plain).filter(Boolean);
  return ` | ${folded.map((clause) => `${clause} | `).join('')}`;
}

/** What was found gives way to as many signs that match nothing, so that places stay where they are. */
export function without(said: string, found: readonly RegExpExecArray[]): string {
  return found.reduce(
    (text, { index, 0: match }) =>
      text.slice(0, index) + match.replace(/[^ |]/gu, '·') + text.slice(index + match.length),
    said,
  );
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
      return `(?:${node.among.map(sourceOf).join('|')})`;
    case 'both': {
      const [one, other] = [sourceOf(node.one), sourceOf(node.other)];
      return `(?:${one}${gap(far)}${other}|${other}${gap(far)}${one})`;
    }
  }
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
