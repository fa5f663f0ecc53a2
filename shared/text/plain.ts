/**
 * Words without what people leave out or type differently: case, accents (ά = α, ё = е, й = и), final sigma, ґ = г,
 * apostrophes, punctuation and emoji. Both sides of a comparison go through here, so nothing is lost by й = и.
 */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .replaceAll('ґ', 'г')
    .replace(/['’‘ʼ`´΄]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Every reading of a pattern: `(call|get) a person` is two phrases. Groups do not nest; an empty choice is allowed. */
export function expand(pattern: string): readonly string[] {
  const group = /\(([^()]*)\)/.exec(pattern);
  if (group === null) return [pattern];
  const [whole, choices = ''] = group;
  return choices.split('|').flatMap((choice) => expand(pattern.replace(whole, choice)));
}
