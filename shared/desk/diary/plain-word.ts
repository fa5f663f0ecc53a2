/** A word as it is compared: small letters, no accents, one е and one и, the Greek final sigma as any other. */
export function plainWord(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replace(/([\u0370-\u03ff\u1f00-\u1fffa-z])\p{M}+/gu, '$1')
    .normalize('NFC')
    .replaceAll('ё', 'е')
    .replaceAll('ς', 'σ');
}

/** Whether two words are the same but for at most one letter that is wrong, missing or too many; short ones must agree. */
export function isNearly(one: string, other: string): boolean {
  if (one === other) return true;
  if (Math.min(one.length, other.length) < 4 || Math.abs(one.length - other.length) > 1) return false;
  let at = 0;
  while (one[at] === other[at]) at += 1;
  const [long, short] = one.length >= other.length ? [one, other] : [other, one];
  const rest = short.slice(long.length === short.length ? at + 1 : at);
  return long.slice(at + 1) === rest;
}
