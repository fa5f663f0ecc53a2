/**
 * Phrases of several lists, found in a message word by word. A list is kept as it was written and read only where a message holds
 * the first word of one of its lines, so that a cold process pays for next to nothing.
 */

/** What a list tells of its phrases. */
export type Entry<Mark> = { readonly mark: Mark; readonly phrases: readonly string[] };

export type Index<Mark> = {
  /** All lists, a phrase a line, folded; searched for the words of a message. */
  readonly text: string;
  /** Where each list begins in it. */
  readonly lists: readonly { readonly from: number; readonly mark: Mark }[];
  /** The beginnings of words that may end anyhow, as they stand there (`word*`). */
  readonly beginnings: ReadonlySet<string>;
  /** Words that were looked for, and the places of phrases that were read. */
  readonly sought: Set<string>;
  readonly read: Set<number>;
  readonly root: Node<Mark>;
};

/** A place in phrases: where the next word leads to. Choices of one place lead to the same next one, so that lines stay small. */
type Node<Mark> = {
  readonly words: Map<string, Node<Mark>[]>;
  readonly prefixes: Map<string, Node<Mark>[]>;
  readonly marks: Mark[];
};

/** A number in a phrase. */
const number = '#';

/** `plain` is what the words of a message go through too; it keeps `( | ) * #` and line ends. */
export function indexOf<Mark>(entries: readonly Entry<Mark>[], plain: (text: string) => string): Index<Mark> {
  const text = plain(`\n${entries.map(({ phrases }) => phrases.join('\n')).join('\n\f\n')}\n`).replace(
    / *([\n|]) */g,
    '$1',
  );
  const lists: { from: number; mark: Mark }[] = [];
  let from = 0;
  for (const { mark } of entries) {
    lists.push({ from, mark });
    from = text.indexOf('\f', from) + 1;
  }
  return {
    text,
    lists,
    beginnings: new Set(text.match(/[^\s(|]+(?=\*)/g) ?? []),
    sought: new Set(),
    read: new Set(),
    root: newNode(),
  };
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
  // Nothing else can stand in a message's word; a bracket would be read as a list's own.
  if (!/^[^\s()|*\f]+$/.test(word) || index.sought.has(word)) return;
  index.sought.add(word);
  readAll(word, index);
  if (/^\d/.test(word)) read(number, index);
  for (let length = 1; length <= word.length; length += 1) {
    const beginning = word.slice(0, length);
    if (index.beginnings.has(beginning)) readAll(`${beginning}*`, index);
  }
}

/** Looks for a word where a phrase may begin with it, and reads those phrases. */
function readAll<Mark>(word: string, index: Index<Mark>): void {
  const { text } = index;
  for (const before of ['\n', '(', '|', ') ']) {
    const sought = before + word;
    for (let place = text.indexOf(sought); place >= 0; place = text.indexOf(sought, place + 1)) {
      const at = place + before.length;
      if (isEdge(text.charCodeAt(at + word.length))) readAt(at, word, index);
    }
  }
}

function readAt<Mark>(at: number, word: string, index: Index<Mark>): void {
  const { text } = index;
  const from = text.lastIndexOf('\n', at - 1) + 1;
  const line = text.slice(from, text.indexOf('\n', at));
  if (isChoices(line)) {
    // Nothing but choices: each is a phrase of its own, and only this one is read.
    const choice = line.slice(at - from);
    readPhrase(at, choice.slice(0, choice.search(/[|)]/)), index);
  } else if (!index.read.has(from) && firstWords(line).includes(word)) readPhrase(from, line, index);
}

const bracket = 40;
const bar = 124;

/** A blank, a line's end, a bracket or a bar. */
function isEdge(code: number): boolean {
  return code <= 32 || code === bracket || code === bracket + 1 || code === bar;
}

function isChoices(line: string): boolean {
  return line.startsWith('(') && line.indexOf(')') === line.length - 1 && line.lastIndexOf('(') === 0;
}

function readPhrase<Mark>(at: number, phrase: string, { read: known, lists, root }: Index<Mark>): void {
  if (known.has(at)) return;
  known.add(at);
  const list = lists.findLast(({ from }) => from <= at);
  if (!list) return;
  const end = newNode<Mark>();
  lead([root], sequenceOf(phrase), end);
  end.marks.push(list.mark);
}

function newNode<Mark>(): Node<Mark> {
  return { words: new Map(), prefixes: new Map(), marks: [] };
}

/** A line as a sequence of words and of choices between sequences. */
type Sequence = readonly (string | readonly Sequence[])[];

/** Leads from some places through a sequence to an end. */
function lead<Mark>(from: readonly Node<Mark>[], sequence: Sequence, end: Node<Mark>): void {
  let nodes = from;
  const empty = sequence.map(isOptional);
  for (const [at, part] of sequence.entries()) {
    const isLast = at === sequence.length - 1;
    const target = isLast ? end : newNode<Mark>();
    // What follows may be empty: then this part leads to the end as well.
    const targets = !isLast && empty.indexOf(false, at + 1) < 0 ? [target, end] : [target];
    const choices = typeof part === 'string' ? [[part]] : part;
    for (const choice of choices) {
      const [only] = choice;
      if (only === undefined) continue;
      for (const to of targets) {
        if (choice.length === 1 && typeof only === 'string') for (const node of nodes) edge(node, only, to);
        else lead(nodes, choice, to);
      }
    }
    nodes = empty[at] ? [...nodes, target] : [target];
  }
}

/** Whether nothing may stand for a part. */
function isOptional(part: string | readonly Sequence[]): boolean {
  return typeof part !== 'string' && part.some((choice) => choice.every(isOptional));
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
