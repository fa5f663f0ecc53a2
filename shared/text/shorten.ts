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

/** The beginning of a person's words on one line, for quoting: at most `most` UTF-16 units. */
export function excerpt(text: string, most: number): string {
  return shorten(text.replace(/\s+/gu, ' ').trim(), most);
}

/** The first names of a list, and how many more there are: `Octavia, Yaris +2`. */
export function firstFew(names: readonly string[], most: number): string {
  const more = names.length - most;
  return `${names.slice(0, most).join(', ')}${more > 0 ? ` +${more}` : ''}`;
}
