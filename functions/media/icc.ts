/** Chromaticities (x, y) of a display's red, green and blue. */
export type Primaries = {
  readonly red: readonly [number, number];
  readonly green: readonly [number, number];
  readonly blue: readonly [number, number];
};

/** What screens show who say nothing else. IEC 61966-2-1 */
export const srgb: Primaries = { red: [0.64, 0.33], green: [0.3, 0.6], blue: [0.15, 0.06] };

type Triple = readonly [number, number, number];

/** White of the displays (D65) and of the profiles' own space (D50), as ICC.1 has them. */
const d65: Triple = [0.95047, 1, 1.08883];
const d50: Triple = [0.9642, 1, 0.8249];
/** From the one white to the other (Bradford), rows. */
const adapted: readonly Triple[] = [
  [1.0478112, 0.0228866, -0.050127],
  [0.0295424, 0.9904844, -0.0170491],
  [-0.0092345, 0.0150436, 0.7521316],
];
/** The curve of sRGB, which Display P3 has too: ((x + 0.055) / 1.055) ^ 2.4, a straight line below 0.04045. */
const curve: readonly number[] = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045];

/**
 * A colour profile of a display with these primaries: three columns of a matrix and the curve, as ICC.1:2010 (version 4) stores
 * them. Made here since no profile comes with the decoder. https://www.color.org/specification/ICC1v43_2010-12.pdf
 */
export function displayProfile(primaries: Primaries): Uint8Array {
  const columns = columnsOf(primaries).map(([x, y, z]) => tag('XYZ ', [x, y, z].map(fixed)));
  const para = tag('para', [Buffer.from([0, 3, 0, 0]), ...curve.map(fixed)]);
  const tags: readonly (readonly [string, Buffer])[] = [
    ['desc', words('display')],
    ['cprt', words('none')],
    ['wtpt', tag('XYZ ', d50.map(fixed))],
    ['rXYZ', columns[0] ?? Buffer.alloc(0)],
    ['gXYZ', columns[1] ?? Buffer.alloc(0)],
    ['bXYZ', columns[2] ?? Buffer.alloc(0)],
    ['rTRC', para],
    ['gTRC', para],
    ['bTRC', para],
  ];
  const head = Buffer.alloc(128);
  head.writeUInt32BE(0x04300000, 8);
  head.write('mntrRGB XYZ ', 12, 'latin1');
  head.write('acsp', 36, 'latin1');
  Buffer.concat(d50.map(fixed)).copy(head, 68);
  const list = Buffer.alloc(4 + tags.length * 12);
  list.writeUInt32BE(tags.length, 0);
  let at = head.length + list.length;
  for (const [index, [name, body]] of tags.entries()) {
    list.write(name, 4 + index * 12, 'latin1');
    list.writeUInt32BE(at, 8 + index * 12);
    list.writeUInt32BE(body.length, 12 + index * 12);
    at += body.length;
  }
  const whole = Buffer.concat([head, list, ...tags.map(([, body]) => body)]);
  whole.writeUInt32BE(whole.length, 0);
  return whole;
}

/** XYZ of each primary at full light, such that all three together are white; then as D50 sees them. */
function columnsOf({ red, green, blue }: Primaries): readonly Triple[] {
  const raw = [red, green, blue].map(([x, y]): Triple => [x / y, 1, (1 - x - y) / y]);
  const [r, g, b] = raw;
  if (!r || !g || !b) return [];
  const whole = determinant(r, g, b);
  const shares = [determinant(d65, g, b), determinant(r, d65, b), determinant(r, g, d65)];
  return raw.map((column, index) => {
    const share = (shares[index] ?? 0) / whole;
    const [x, y, z] = adapted.map((row) =>
      row.reduce((sum, one, at) => sum + one * (column[at] ?? 0) * share, 0),
    );
    return [x ?? 0, y ?? 0, z ?? 0];
  });
}

function determinant(a: Triple, b: Triple, c: Triple): number {
  return (
    a[0] * (b[1] * c[2] - b[2] * c[1]) -
    b[0] * (a[1] * c[2] - a[2] * c[1]) +
    c[0] * (a[1] * b[2] - a[2] * b[1])
  );
}

/** s15Fixed16Number. */
function fixed(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(Math.round(value * 65_536));
  return bytes;
}

/** A tag's body; all lengths here are multiples of four. */
function tag(type: string, parts: readonly Buffer[]): Buffer {
  return Buffer.concat([Buffer.from(`${type}\0\0\0\0`, 'latin1'), ...parts]);
}

/** multiLocalizedUnicodeType with one record. */
function words(text: string): Buffer {
  const utf16 = Buffer.from(text.length % 2 === 0 ? text : `${text} `, 'utf16le').swap16();
  const head = Buffer.alloc(20);
  head.writeUInt32BE(1, 0);
  head.writeUInt32BE(12, 4);
  head.write('enUS', 8, 'latin1');
  head.writeUInt32BE(utf16.length, 12);
  head.writeUInt32BE(28, 16);
  return tag('mluc', [head, utf16]);
}
