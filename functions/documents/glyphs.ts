/** Whether a font draws a character. */
export type Coverage = (codePoint: number) => boolean;

/**
 * Reads which characters a TrueType font has a glyph for, from its `cmap` table (formats 4 and 12, which every font for Unicode has).
 * https://learn.microsoft.com/en-us/typography/opentype/spec/cmap
 */
export function coverageOf(font: Uint8Array): Coverage {
  const bytes = Buffer.from(font.buffer, font.byteOffset, font.byteLength);
  const table = tableAt(bytes, 'cmap');
  const count = bytes.readUInt16BE(table + 2);
  const subtables = Array.from(
    { length: count },
    (_, index) => table + bytes.readUInt32BE(table + 4 + index * 8 + 4),
  );
  const ranges = subtables.flatMap((at) => rangesOf(bytes, at));
  return (codePoint) =>
    ranges.some((range) => range.from <= codePoint && codePoint <= range.to && range.has(codePoint));
}

type Range = { readonly from: number; readonly to: number; readonly has: (codePoint: number) => boolean };

function tableAt(bytes: Buffer, tag: string): number {
  const count = bytes.readUInt16BE(4);
  for (let index = 0; index < count; index += 1) {
    const entry = 12 + index * 16;
    if (bytes.toString('latin1', entry, entry + 4) === tag) return bytes.readUInt32BE(entry + 8);
  }
  throw new TypeError(`The font has no table ${tag}`);
}

function rangesOf(bytes: Buffer, at: number): readonly Range[] {
  switch (bytes.readUInt16BE(at)) {
    case 4:
      return segments(bytes, at);
    case 12:
      return groups(bytes, at);
    default:
      return [];
  }
}

/** Format 4: four arrays side by side; a glyph is a delta away, or stands in a list behind them. 0 is the box for what is missing. */
function segments(bytes: Buffer, at: number): readonly Range[] {
  const size = bytes.readUInt16BE(at + 6);
  const [ends, starts, deltas, offsets] = [at + 14, at + 16 + size, at + 16 + 2 * size, at + 16 + 3 * size];
  return Array.from({ length: size / 2 }, (_, index) => {
    const step = index * 2;
    const from = bytes.readUInt16BE(starts + step);
    const delta = bytes.readUInt16BE(deltas + step);
    const offset = bytes.readUInt16BE(offsets + step);
    return {
      from,
      to: bytes.readUInt16BE(ends + step),
      has: (codePoint) => {
        if (offset === 0) return ((codePoint + delta) & 0xffff) !== 0;
        return bytes.readUInt16BE(offsets + step + offset + 2 * (codePoint - from)) !== 0;
      },
    };
  });
}

/** Format 12: rows of first and last character and the first one's glyph. */
function groups(bytes: Buffer, at: number): readonly Range[] {
  return Array.from({ length: bytes.readUInt32BE(at + 12) }, (_, index) => {
    const row = at + 16 + index * 12;
    const [from, glyph] = [bytes.readUInt32BE(row), bytes.readUInt32BE(row + 8)];
    return { from, to: bytes.readUInt32BE(row + 4), has: (codePoint) => glyph + codePoint - from !== 0 };
  });
}
