import { fold } from '#shared/domain/fold.ts';

/**
 * Small patterns over folded words, for lists that people read and mend:
 * `word*` any ending, `(a|b c|)` one of these (an empty one: or nothing), `~` up to three words in between, `~~` up to eight,
 * `#` a number, `<` and `>` beginning and end of a clause. Commas never stand in the way. Folding leaves out accents and
 * apostrophes, so `don't` and `dont` are the same.
 */
export function patternsOf(lists: readonly string[]): RegExp {
  const lines = lists.flatMap((list) => list.split('\n')).map((line) => line.trim());
  return new RegExp(lines.filter(Boolean).map(sourceOf).join('|'), 'gu');
}

/** A clause or sentence as patterns read it: every word with a blank before it, `|` where a clause begins or ends. */
export function readable(clauses: readonly string[]): string {
  return ` | ${clauses
    .map(fold)
    .filter(Boolean)
    .map((clause) => `${clause} | `)
    .join('')}`;
}

const word = (source: string) => `(?: \\|)? ${source}(?= )`;

function sourceOf(pattern: string): string {
  return pattern
    .split(/([()|])|\s+/u)
    .filter((piece) => piece !== undefined && piece !== '')
    .map(pieceOf)
    .join('');
}

function pieceOf(piece: string): string {
  switch (piece) {
    case '(':
      return '(?:';
    case ')':
    case '|':
      return piece;
    case '<':
    case '>':
      return ' \\|';
    case '~':
      return '(?: [^ ]+){0,3}?';
    case '~~':
      return '(?: [^ ]+){0,8}?';
    case '#':
      return word('\\d[\\p{L}\\d]*');
    default:
      return word(piece.split('*').map(fold).join('[\\p{L}\\d]*'));
  }
}
