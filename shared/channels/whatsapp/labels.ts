/** One line, never empty and without halves of characters: titles take no line breaks and Meta trims them. */
export function labelOf(words: string): string {
  return words.toWellFormed().replace(/\s+/gu, ' ').trim() || '…';
}

/** Cuts a label to `most` UTF-16 units with `…` as the last of them, between what people see as characters. */
export function shorten(label: string, most: number): string {
  if (label.length <= most) return label;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(label)) {
    if (kept.length + segment.length > most - 1) break;
    kept += segment;
  }
  return `${kept.replace(/[\s·,(–-]+$/u, '')}…`;
}

/** Titles of at most `most` units, equal ones numbered: of buttons with the same title Meta refuses the whole message. */
export function titlesOf(labels: readonly string[], most: number): readonly string[] {
  const taken = new Set<string>();
  return labels.map((label) => {
    let title = shorten(label, most);
    for (let number = 2; taken.has(title); number += 1)
      title = `${shorten(label, most - ` ${number}`.length)} ${number}`;
    taken.add(title);
    return title;
  });
}
