/** Boxes that hold what is known about a film and not the film: names, cameras, and the place where it was taken. */
const about = ['udta', 'meta', 'uuid'];
/** Boxes that hold others. */
const holders = ['moov', 'trak'];
/** Deeper nests nobody makes. */
const deepest = 4;

/**
 * A film or recording without what its phone wrote into it about place and camera: these boxes become free space of the same
 * length, so that nothing else moves. A copy; what is no whole row of boxes is left as it is from there on.
 * ISO/IEC 14496-12; Apple's place is `moov/udta/©xyz` and `moov/meta` (com.apple.quicktime.location.ISO6709).
 */
export function withoutPlace(content: Uint8Array): Uint8Array {
  const copy = Buffer.from(content);
  clear(copy, 0, copy.length, 0);
  return copy;
}

function clear(bytes: Buffer, from: number, to: number, depth: number): void {
  let at = from;
  while (at + 8 <= to) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    const { size, head } = lengthOf(bytes, at, to);
    if (size < head || at + size > to) return;
    if (about.includes(type)) {
      bytes.write('free', at + 4, 'latin1');
      bytes.fill(0, at + head, at + size);
    } else if (holders.includes(type) && depth < deepest) clear(bytes, at + head, at + size, depth + 1);
    at += size;
  }
}

/** A length of 1 says that 64 bits follow, one of 0 that the box goes to the end. */
function lengthOf(bytes: Buffer, at: number, to: number): { readonly size: number; readonly head: number } {
  const size = bytes.readUInt32BE(at);
  if (size === 1 && at + 16 <= to) return { size: Number(bytes.readBigUInt64BE(at + 8)), head: 16 };
  return { size: size === 0 ? to - at : size, head: 8 };
}
