/**
 * Splits a text into parts of at most `limit` UTF-16 units, as near before the limit as there is the end of a paragraph,
 * a line or a word, and never inside a pair of surrogates. The parts put together are the text again.
 */
export function split(text: string, limit: number): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  while (text.length - from > limit) {
    const end = from + lengthOfPart(text.slice(from, from + limit));
    parts.push(text.slice(from, end));
    from = end;
  }
  parts.push(text.slice(from));
  return parts;
}

const breaks = ['\n\n', '\n', ' '] as const;

/** A break in the first half would make many small messages of a long paragraph: then the next finer one is taken. */
function lengthOfPart(window: string): number {
  for (const mark of breaks) {
    const at = window.lastIndexOf(mark);
    if (at >= window.length / 2) return at + mark.length;
  }
  const last = window.charCodeAt(window.length - 1);
  const halfPair = last >= 0xd800 && last <= 0xdbff;
  return halfPair && window.length > 1 ? window.length - 1 : window.length;
}
