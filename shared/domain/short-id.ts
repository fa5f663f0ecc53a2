/** No 0/O, 1/I/L, U: what a person may have to read out over the phone. */
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A number of 32 bits made from a text: FNV-1a and the beginning of a final mix, which the caller ends. */
export function fnv(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
}

/**
 * Six letters and digits made from a text (FNV-1a and a final mix): the same inbound always names the same thing, so a
 * step that is decided twice creates nothing twice. Not a secret: never use it to guard anything.
 */
export function shortId(from: string): string {
  let hash = fnv(from);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  let rest = (hash ^ (hash >>> 15)) >>> 0;
  let id = '';
  while (id.length < 6) {
    id += letters[rest % letters.length];
    rest = Math.floor(rest / letters.length);
  }
  return id;
}
