/** The beginning of a text, at most `most` UTF-16 units of it, never ending in half a character. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = text.charCodeAt(most - 1);
  const insidePair = end >= 0xd800 && end <= 0xdbff;
  return text.slice(0, insidePair ? most - 1 : most);
}
