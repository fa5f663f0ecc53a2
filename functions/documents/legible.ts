import type { Coverage } from './glyphs.ts';

/**
 * A text as the font can draw it. Names come as people write them: pictures are left out (the words beside them say the same),
 * letters of other alphabets become a question mark, and marks that turn the direction of what follows are taken off, so that no
 * name can change how a sum reads.
 */
export function legible(text: string, has: Coverage): string {
  const tidy = text.toWellFormed().normalize('NFC').replace(/\t/g, ' ').replace(/\r\n?/g, '\n');
  return (
    [...tidy]
      .map((sign) => drawn(sign, has))
      .join('')
      // More than two marks on a letter are there to spill over other lines.
      .replace(/(\p{M}{2})\p{M}+/gu, '$1')
      .replace(/ {2,}/g, ' ')
      .replace(/ +$/gm, '')
  );
}

/** Signs that show nothing: controls, directions, joiners, variations, tags. */
const hidden = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Variation_Selector}]/u;

function drawn(sign: string, has: Coverage): string {
  if (sign === '\n') return sign;
  if (hidden.test(sign)) return '';
  if (has(sign.codePointAt(0) ?? 0)) return sign;
  return /[\p{L}\p{N}]/u.test(sign) ? '?' : '';
}
