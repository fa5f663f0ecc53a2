import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutPlace } from '#functions/media/place.ts';

const word = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const box = (type: string, ...inside: readonly (Buffer | string)[]) => {
  const body = Buffer.concat(
    inside.map((one) => (typeof one === 'string' ? Buffer.from(one, 'latin1') : one)),
  );
  return Buffer.concat([word(body.length + 8), Buffer.from(type, 'latin1'), body]);
};
const place = '+37.9750+023.7194/';
const pixels = box('mdat', 'the film itself, with udta in it');
const track = (...more: Buffer[]) => box('trak', box('tkhd', 'track'), box('mdia', 'media'), ...more);

const film = Buffer.concat([
  box('ftyp', 'isom'),
  box(
    'moov',
    box('mvhd', 'head'),
    track(box('udta', box('\xa9xyz', place))),
    box('udta', box('\xa9xyz', place), box('\xa9mak', 'Maker')),
    box('meta', `com.apple.quicktime.location.ISO6709 ${place}`),
  ),
  box('uuid', `<x:xmpmeta>${place}</x:xmpmeta>`),
  pixels,
]);

describe('a film that goes on', () => {
  it('tells no place and no camera, wherever they stand, and nothing in it moves', () => {
    const passed = Buffer.from(withoutPlace(film));
    expect(film.toString('latin1')).toContain(place);
    expect(passed.toString('latin1')).not.toMatch(/\+37\.9|Maker|xmpmeta|ISO6709/);
    expect(passed).toHaveLength(film.length);
    expect(passed.indexOf(pixels)).toBe(film.indexOf(pixels));
    for (const kept of ['ftypisom', 'mvhdhead', 'tkhdtrack', 'mdiamedia', 'the film itself, with udta in it'])
      expect(passed.toString('latin1')).toContain(kept);
  });

  it('is a copy: what was fetched stays as it was', () => {
    const before = Buffer.from(film);
    withoutPlace(film);
    expect(film.equals(before)).toBe(true);
  });

  it('also where its last box goes to the end, or says its length in 64 bits', () => {
    const body = box('udta', place);
    const long = Buffer.concat([word(1), Buffer.from('moov'), word(0), word(16 + body.length), body]);
    const open = Buffer.concat([word(0), Buffer.from('udta'), Buffer.from(place)]);
    const passed = Buffer.from(withoutPlace(Buffer.concat([long, open])));
    expect(passed.toString('latin1')).not.toContain('+37.9');
  });

  it('whatever its bytes are, keeps its length and ends', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.nat(film.length - 1),
        fc.nat(255),
        (bytes, at, value) => {
          expect(withoutPlace(bytes)).toHaveLength(bytes.length);
          const changed = Uint8Array.from(film);
          changed[at] = value;
          expect(withoutPlace(changed)).toHaveLength(film.length);
        },
      ),
    );
  });
});
