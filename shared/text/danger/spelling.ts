/** Puts right words that are one letter off. */
export type Spelling = (said: string) => string;

/**
 * `beginnings`: of words that matter and are long enough that one letter cannot make them another. A word is put right where
 * its beginning is one letter wrong, too many, missing, or two are swapped, and the first one is as it should be.
 */
export function spellingOf(beginnings: readonly string[]): Spelling {
  const byFirst = new Map<string, string[]>();
  for (const beginning of beginnings) {
    const first = beginning.charAt(0);
    byFirst.set(first, [...(byFirst.get(first) ?? []), beginning]);
  }
  const likely = new RegExp(`(?<= |^)[${[...byFirst.keys()].join('')}][^ ]{3,}`, 'g');
  return (said) => said.replace(likely, (word) => righted(word, byFirst.get(word.charAt(0)) ?? []));
}

function righted(word: string, beginnings: readonly string[]): string {
  if (beginnings.some((beginning) => word.startsWith(beginning))) return word;
  for (const beginning of beginnings) {
    const rest = restAfter(word, beginning);
    if (rest !== null) return beginning + rest;
  }
  return word;
}

/** What follows the misspelt beginning in the word; null where it is another word. */
function restAfter(word: string, beginning: string): string | null {
  let at = 0;
  while (at < beginning.length && word.charAt(at) === beginning.charAt(at)) at += 1;
  const left = beginning.slice(at);
  // A last letter that differs is an ending.
  if (left.length <= 1) return null;
  const wrong = word.slice(at + 1);
  if (wrong.startsWith(left.slice(1))) return wrong.slice(left.length - 1);
  if (wrong.startsWith(left)) return wrong.slice(left.length);
  const missing = word.slice(at);
  if (missing.startsWith(left.slice(1)) && left.length > 2) return missing.slice(left.length - 1);
  const swapped = `${left.charAt(1)}${left.charAt(0)}${left.slice(2)}`;
  return missing.startsWith(swapped) ? missing.slice(swapped.length) : null;
}
