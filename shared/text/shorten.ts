/** Cuts a label to `most` UTF-16 units, the last of them `…`; never inside an emoji, never leaving a dangling separator. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  let cut = '';
  for (const character of text) {
    if (cut.length + character.length > most - 1) break;
    cut += character;
  }
  return `${cut.replace(/[\s·,(–-]+$/u, '')}…`;
}
