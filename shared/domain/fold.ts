/**
 * Words without what people leave out or type differently: case, accents (ά = α, ё = е, й = и), final sigma, ґ = г,
 * apostrophes, punctuation and emoji. Both sides of a comparison go through here, so nothing is lost by й = и.
 */
export function fold(text: string): string {
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
