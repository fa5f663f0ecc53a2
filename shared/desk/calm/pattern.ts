import { fold } from '#shared/domain/fold.ts';

/**
 * Small patterns over folded words, for lists that people read and mend; one a line:
 * `word*` any ending, `(a|b c|)` one of these (an empty one: or nothing), `~` up to three words in between, `~~` up to eight,
 * `#` a number, `<` and `>` beginning and end of a clause. Commas never stand in the way. Folding leaves out accents and
 * apostrophes, so `don't` and `dont` are the same.
 */
export type Patterns = readonly Pattern[];

type Pattern = {
  /** One of these must stand in a text that matches; empty: it has to be tried on every text. */
  readonly heads: readonly string[];
  readonly regex: () => RegExp;
};

/** Reads a list. Lines are compiled when a text holds one of their words: most never are. Throws for a broken line. */
export function patternsOf(list: string): Patterns {
  return list
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const sequence = parse(line);
      let compiled: RegExp | undefined;
      return {
        heads: headsOf(sequence) ?? [],
        regex: () => {
          compiled ??= new RegExp(sourceOf(sequence), 'g');
          return compiled;
        },
      };
    });
}

/** Every match in a readable text, of every pattern. */
export function matchesIn(said: string, patterns: Patterns): readonly RegExpExecArray[] {
  return patterns
    .filter(({ heads }) => heads.length === 0 || heads.some((head) => said.includes(head)))
    .flatMap(({ regex }) => [...said.matchAll(regex())]);
}

/** A sentence as patterns read it: every word with a blank before it, `|` where a clause begins or ends. */
export function readable(clauses: readonly string[]): string {
  const folded = clauses.map(fold).filter(Boolean);
  return ` | ${folded.map((clause) => `${clause} | `).join('')}`;
}

type Node =
  | { readonly kind: 'word'; readonly parts: readonly string[] }
  | { readonly kind: 'number' }
  | { readonly kind: 'gap'; readonly most: number }
  | { readonly kind: 'edge' }
  | { readonly kind: 'choice'; readonly among: readonly Sequence[] };
type Sequence = readonly Node[];

function parse(line: string): Sequence {
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
          ?.push(piece === '(' ? { kind: 'choice', among: choices(depth + 1) } : nodeOf(piece, line));
    }
    if (depth > 0) throw new Error(`A bracket is missing: ${line}`);
    return among;
  };
  return [{ kind: 'choice', among: choices(0) }];
}

function nodeOf(piece: string, line: string): Node {
  switch (piece) {
    case '<':
    case '>':
      return { kind: 'edge' };
    case '~':
      return { kind: 'gap', most: 3 };
    case '~~':
      return { kind: 'gap', most: 8 };
    case '#':
      return { kind: 'number' };
    default: {
      const parts = piece.split('*').map(fold);
      if (parts.every((part) => part === '') || parts.some((part) => part.includes(' ')))
        throw new Error(`"${piece}" is no word: ${line}`);
      return { kind: 'word', parts };
    }
  }
}

/** Words never hold a blank or a bar, so that anything but these may go on. */
const rest = '[^ |]*';
const word = (source: string) => `(?: \\|)? ${source}(?= )`;

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
      return `(?: [^ ]+){0,${node.most}}?`;
    case 'edge':
      return ' \\|';
    case 'choice':
      return `(?:${node.among.map(sourceOf).join('|')})`;
  }
}

/** Beginnings of words one of which every match holds; null where that cannot be told. */
function headsOf(sequence: Sequence): readonly string[] | null {
  for (const node of sequence) {
    const heads = nodeHeads(node);
    if (heads !== null) return heads;
  }
  return null;
}

function nodeHeads(node: Node): readonly string[] | null {
  switch (node.kind) {
    case 'word': {
      const [first = ''] = node.parts;
      return first === '' ? null : [node.parts.length === 1 ? ` ${first} ` : ` ${first}`];
    }
    case 'choice': {
      const heads = node.among.map(headsOf);
      return heads.some((one) => one === null) ? null : heads.flatMap((one) => one ?? []);
    }
    case 'number':
    case 'gap':
    case 'edge':
      return null;
  }
}
