/**
 * Phrases of several lists, found in a message word by word. A list is kept as it was written and read only where a message holds
 * the first word of one of its lines, so that a cold process pays for next to nothing.
 */

/** What a list tells of its phrases. */
export type Entry<Mark> = { readonly mark: Mark; readonly phrases: readonly string[] };

export type Index<Mark> = {
  /** Lines not yet read, by the first word of each of their readings; of words with any ending by their first letters. */
  readonly waiting: Map<string, Line<Mark>[]>;
  readonly waitingPrefixes: Map<string, Line<Mark>[]>;
  readonly root: Node<Mark>;
  /** Every word of the lists as written there, for words that are misspelt. */
  readonly text: string;
};

type Line<Mark> = { readonly mark: Mark; readonly text: string; isRead: boolean };

/** A place in phrases: where the next word leads to. Choices of one place lead to the same next one, so that lines stay small. */
type Node<Mark> = {
  readonly words: Map<string, Node<Mark>[]>;
  readonly prefixes: Map<string, Node<Mark>[]>;
  readonly marks: Mark[];
};

/** A number in a phrase. */
const number = '#';

/** So many letters of a `word*` are looked up; shorter ones by what they have. */
const firstLetters = 3;

/** `plain` is what the words of a message go through too; it keeps `( | ) * #` and line ends. */
export function indexOf<Mark>(entries: readonly Entry<Mark>[], plain: (text: string) => string): Index<Mark> {
  const text = plain(entries.map(({ phrases }) => phrases.join('\n')).join('\n\f\n'));
  const waiting = new Map<string, Line<Mark>[]>();
  const waitingPrefixes = new Map<string, Line<Mark>[]>();
  for (const [at, list] of text.split('\f').entries()) {
    const mark = entries[at]?.mark;
    if (mark === undefined) continue;
    for (const phrase of list.split('\n')) {
      if (phrase === '') continue;
      for (const each of apart(phrase.trim())) {
        const line = { mark, text: each, isRead: false };
        for (const first of firstWords(each)) {
          if (first.endsWith('*'))
            added(waitingPrefixes, first.slice(0, Math.min(first.length - 1, firstLetters)), line);
          else added(waiting, first, line);
        }
      }
    }
  }
  return { waiting, waitingPrefixes, root: newNode(), text };
}

/** Where phrases that begin with the word at `at` end (the place behind), and what each of them is. */
export function phrasesAt<Mark>(
  at: number,
  words: readonly (readonly string[])[],
  index: Index<Mark>,
): readonly { readonly end: number; readonly marks: readonly Mark[] }[] {
  for (const word of words[at] ?? []) read(word, index);
  const found: { end: number; marks: readonly Mark[] }[] = [];
  let nodes: ReadonlySet<Node<Mark>> = new Set([index.root]);
  for (let place = at; place < words.length; place += 1) {
    const next = new Set<Node<Mark>>();
    for (const word of words[place] ?? []) for (const node of nodes) step(node, word, next);
    if (next.size === 0) break;
    nodes = next;
    const marks = [...nodes].flatMap((node) => node.marks);
    if (marks.length > 0) found.push({ end: place + 1, marks });
  }
  return found;
}

function step<Mark>(node: Node<Mark>, word: string, next: Set<Node<Mark>>): void {
  for (const there of node.words.get(word) ?? []) next.add(there);
  const isNumber = node.words.has(number) && /^\d+$/.test(word);
  for (const there of isNumber ? (node.words.get(number) ?? []) : []) next.add(there);
  if (node.prefixes.size === 0) return;
  for (let length = 1; length <= word.length; length += 1)
    for (const there of node.prefixes.get(word.slice(0, length)) ?? []) next.add(there);
}

/** Reads the lines that may begin with this word. */
function read<Mark>(word: string, index: Index<Mark>): void {
  const keys = [word, ...(/^\d/.test(word) ? [number] : [])];
  for (const key of keys) readLines(index.waiting, key, index.root);
  for (let length = 1; length <= Math.min(firstLetters, word.length); length += 1)
    readLines(index.waitingPrefixes, word.slice(0, length), index.root);
}

function readLines<Mark>(waiting: Map<string, Line<Mark>[]>, key: string, root: Node<Mark>): void {
  const lines = waiting.get(key);
  if (!lines) return;
  waiting.delete(key);
  for (const line of lines) {
    if (line.isRead) continue;
    line.isRead = true;
    const end = newNode<Mark>();
    lead([root], sequenceOf(line.text), end);
    end.marks.push(line.mark);
  }
}

function newNode<Mark>(): Node<Mark> {
  return { words: new Map(), prefixes: new Map(), marks: [] };
}

/** A line as a sequence of words and of choices between sequences. */
type Sequence = readonly (string | readonly Sequence[])[];

/** Leads from some places through a sequence to an end. */
function lead<Mark>(from: readonly Node<Mark>[], sequence: Sequence, end: Node<Mark>): void {
  let nodes = from;
  for (const [at, part] of sequence.entries()) {
    const rest = sequence.slice(at + 1);
    const target = rest.length === 0 ? end : newNode<Mark>();
    // What may follow may be empty: then this part leads to the end as well.
    const targets = rest.length > 0 && mayBeEmpty(rest) ? [target, end] : [target];
    const choices = typeof part === 'string' ? [[part]] : part;
    let isOptional = false;
    for (const choice of choices) {
      if (mayBeEmpty(choice)) isOptional = true;
      if (choice.length === 0) continue;
      for (const to of targets) {
        const [only] = choice;
        if (choice.length === 1 && typeof only === 'string') for (const node of nodes) edge(node, only, to);
        else lead(nodes, choice, to);
      }
    }
    nodes = isOptional ? [...nodes, target] : [target];
  }
}

function mayBeEmpty(sequence: Sequence): boolean {
  return sequence.every((part) => typeof part !== 'string' && part.some(mayBeEmpty));
}

function edge<Mark>(from: Node<Mark>, word: string, to: Node<Mark>): void {
  if (word.endsWith('*')) added(from.prefixes, word.slice(0, -1), to);
  else added(from.words, word, to);
}

/** Brackets, bars and words. */
function partsOf(line: string): readonly string[] {
  return line.match(/[()|]|[^()| ]+/g) ?? [];
}

/** Throws for a line whose brackets do not match. */
export function sequenceOf(line: string): Sequence {
  const parts = partsOf(line);
  let at = 0;
  const choices = (depth: number): readonly Sequence[] => {
    const among: (string | readonly Sequence[])[][] = [[]];
    for (let part = parts[at]; part !== undefined; part = parts[at]) {
      at += 1;
      if (part === ')') {
        if (depth === 0) throw new Error(`A bracket too many: ${line}`);
        return among;
      }
      if (part === '|') among.push([]);
      else among.at(-1)?.push(part === '(' ? choices(depth + 1) : part);
    }
    if (depth > 0) throw new Error(`A bracket is missing: ${line}`);
    return among;
  };
  return [choices(0)];
}

/** A line that is nothing but choices, as lines of their own: only those are read that begin with a word of the message. */
function apart(line: string): readonly string[] {
  const isChoices =
    line.startsWith('(') && line.indexOf(')') === line.length - 1 && line.lastIndexOf('(') === 0;
  return isChoices
    ? line
        .slice(1, -1)
        .split('|')
        .filter((choice) => choice !== '')
    : [line];
}

/** The first words of all readings of a line. Simple beginnings are read by hand: every line goes through here in a cold process. */
function firstWords(line: string): readonly string[] {
  const words: string[] = [];
  let at = 0;
  while (line.startsWith('(', at)) {
    const end = line.indexOf(')', at);
    const choices = line.slice(at + 1, end);
    if (end < 0 || choices.includes('(')) return startsOf(sequenceOf(line)).words;
    let mayBeEmpty = false;
    for (const choice of choices.split('|')) {
      const first = firstWord(choice);
      if (first === '') mayBeEmpty = true;
      else words.push(first);
    }
    if (!mayBeEmpty) return words;
    at = end + 1;
    while (line.startsWith(' ', at)) at += 1;
  }
  const first = firstWord(line.slice(at));
  if (first !== '') words.push(first);
  return words;
}

function firstWord(text: string): string {
  const trimmed = text.trimStart();
  const end = trimmed.indexOf(' ');
  return end < 0 ? trimmed : trimmed.slice(0, end);
}

function startsOf(sequence: Sequence): { readonly words: readonly string[]; readonly mayBeEmpty: boolean } {
  const words: string[] = [];
  for (const part of sequence) {
    if (typeof part === 'string') return { words: [...words, part], mayBeEmpty: false };
    const starts = part.map(startsOf);
    words.push(...starts.flatMap((start) => start.words));
    if (!starts.some(({ mayBeEmpty }) => mayBeEmpty)) return { words, mayBeEmpty: false };
  }
  return { words, mayBeEmpty: true };
}

function added<Value>(index: Map<string, Value[]>, key: string, value: Value): void {
  const there = index.get(key);
  if (there) there.push(value);
  else index.set(key, [value]);
}
