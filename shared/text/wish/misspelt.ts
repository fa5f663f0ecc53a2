import type { Index } from './trie.ts';

/** Words so long can be misspelt and still be known; shorter ones are too near to each other. */
const shortest = 6;

/** Long words of an index, by length; those with any ending apart. */
type Vocabulary = {
  readonly words: ReadonlyMap<number, readonly string[]>;
  readonly beginnings: readonly string[];
};

const vocabularies = new WeakMap<object, Vocabulary>();

/** Words of the lists that differ from this one by one letter (missing, too many, another, two swapped). */
export function misspelt<Mark>(word: string, indexes: readonly Index<Mark>[]): readonly string[] {
  if (word.length < shortest) return [];
  return indexes.flatMap((index) => {
    const { words, beginnings } = vocabularyOf(index);
    const near = [word.length - 1, word.length, word.length + 1].flatMap((length) =>
      (words.get(length) ?? []).filter((known) => isNear(word, known)),
    );
    const begun = beginnings.filter((known) =>
      [known.length - 1, known.length, known.length + 1].some(
        (length) => length <= word.length && isNear(word.slice(0, length), known),
      ),
    );
    return [...near, ...begun];
  });
}

function vocabularyOf<Mark>(index: Index<Mark>): Vocabulary {
  const there = vocabularies.get(index);
  if (there) return there;
  const words = new Map<number, string[]>();
  const beginnings: string[] = [];
  for (const word of new Set(index.text.match(/[a-z0-9\u00c0-\u1fff]+\*?/g) ?? [])) {
    if (word.endsWith('*')) {
      if (word.length > shortest) beginnings.push(word.slice(0, -1));
      continue;
    }
    if (word.length < shortest) continue;
    const same = words.get(word.length);
    if (same) same.push(word);
    else words.set(word.length, [word]);
  }
  const vocabulary = { words, beginnings };
  vocabularies.set(index, vocabulary);
  return vocabulary;
}

/** One letter apart, and not the first one: people begin words as they are. Linear. */
function isNear(one: string, other: string): boolean {
  if (one.charCodeAt(0) !== other.charCodeAt(0)) return false;
  let at = 1;
  while (at < one.length && one.charCodeAt(at) === other.charCodeAt(at)) at += 1;
  if (at === one.length && at === other.length) return false;
  const rest = one.slice(at);
  const otherRest = other.slice(at);
  if (rest.slice(1) === otherRest.slice(1) || rest.slice(1) === otherRest || rest === otherRest.slice(1))
    return true;
  return (
    rest.charAt(0) === otherRest.charAt(1) &&
    rest.charAt(1) === otherRest.charAt(0) &&
    rest.slice(2) === otherRest.slice(2)
  );
}
