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

/**
 * Every reading of a pattern, plain: `(call|get) a person` is two phrases. Groups stand for whole words and do not nest;
 * an empty choice leaves the word out. Each piece is made plain once, since one pattern may have dozens of readings.
 */
export function readings(pattern: string): readonly string[] {
  return pattern
    .split(/[()]/)
    .map((piece) => piece.split('|').map(plain))
    .reduce((begun, choices) => begun.flatMap((start) => choices.map((next) => joined(start, next))), ['']);
}

function joined(start: string, next: string): string {
  return start === '' || next === '' ? start + next : `${start} ${next}`;
}
