/**
 * Words without what people leave out or type differently: case, accents (ά = α, ё = е, й = и), final sigma, ґ = г,
 * apostrophes, punctuation and emoji. Both sides of a comparison go through here, so nothing is lost by й = и.
 */
export function fold(text: string): string {
  if (folded.test(text)) return text;
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

/** Nothing to leave out: most words of our lists, and what was folded before. Thousands of them are read in a cold process. */
const folded = /^[a-z\dа-ик-яієα-ρσ-ω]+(?: [a-z\dа-ик-яієα-ρσ-ω]+)*$/;
