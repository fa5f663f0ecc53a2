import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { longestSide, mostPixels } from '#functions/media/images.ts';
import { testImages } from './magick.ts';
import { claiming, exif, heic, lookAt, noise, openMagick, picture, withSegment } from './pictures.ts';

const MB = 1024 * 1024;
const photo = { as: 'photo', bytes: 5 * MB } as const;
const red = [220, 30, 30];
const blue = [30, 30, 220];

async function redrawn(content: Uint8Array, drawing: Parameters<typeof testImages>[1]) {
  const result = await testImages(content, drawing);
  if (result.kind === 'failed') throw new Error(`not drawn: ${result.why}`);
  return result;
}

/** JPEG blurs colours a little. */
function near(seen: readonly number[], wanted: readonly number[]): void {
  for (const [index, value] of wanted.entries())
    expect(Math.abs((seen[index] ?? 999) - value)).toBeLessThan(12);
}

beforeAll(() => openMagick());

describe('a photo that goes on', () => {
  it.each(['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif', 'image/tiff'] as const)(
    'is a JPEG of the same picture, whatever it was: %s',
    async (from) => {
      const { content, mime } = await redrawn(await picture(from), { ...photo, from });
      expect(mime).toBe('image/jpeg');
      const seen = await lookAt(content);
      expect(seen).toMatchObject({ format: 'JPEG', width: 64, height: 48 });
      near(seen.first, red);
      near(seen.last, blue);
    },
  );

  it('is a JPEG also where an iPhone made it', async () => {
    const { content } = await redrawn(heic, { ...photo, from: 'image/heic' });
    const seen = await lookAt(content);
    expect(seen).toMatchObject({ format: 'JPEG', width: 64, height: 48, profiles: [], told: [] });
    near(seen.first, red);
    near(seen.last, blue);
  });

  it('tells no place, camera, comment or preview', async () => {
    const plain = await picture('image/jpeg');
    const xmp = Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>canary-xmp</x:xmpmeta>', 'latin1');
    const told = [
      withSegment(plain, 0xe1, exif(1)),
      withSegment(plain, 0xe1, xmp),
      withSegment(plain, 0xfe, Buffer.from('canary-comment')),
      withSegment(plain, 0xed, Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x08canaryip', 'latin1')),
    ];
    const before = await lookAt(told[0] ?? plain);
    expect(before.told).toContain('exif:GPSLatitude');
    for (const content of told) {
      const result = await redrawn(content, { ...photo, from: 'image/jpeg' });
      expect(await lookAt(result.content)).toMatchObject({ profiles: [], told: [] });
      expect(Buffer.from(result.content).toString('latin1')).not.toMatch(/Exif|GPS|canary|8BIM|xap/);
    }
  });

  it.each([
    [1, 64, 48, red, blue],
    [3, 64, 48, blue, red],
    [6, 48, 64, red, blue],
    [8, 48, 64, blue, red],
  ] as const)(
    'stands upright without being told so: orientation %i',
    async (turn, width, height, first, last) => {
      const turned = withSegment(await picture('image/jpeg'), 0xe1, exif(turn));
      const seen = await lookAt((await redrawn(turned, { ...photo, from: 'image/jpeg' })).content);
      expect(seen).toMatchObject({ width, height });
      near(seen.first, first);
      near(seen.last, last);
    },
  );

  it('is on white where it let something through', async () => {
    const clear = await picture('image/png', 64, 48, 'transparent');
    const seen = await lookAt((await redrawn(clear, { ...photo, from: 'image/png' })).content);
    near(seen.first, [255, 255, 255]);
  });

  it('is made no larger than a screen needs, and keeps its shape', async () => {
    const wide = await picture('image/png', 4_000, 1_000);
    const seen = await lookAt((await redrawn(wide, { ...photo, from: 'image/png' })).content);
    expect(seen).toMatchObject({ width: longestSide.photo, height: 640 });
    const small = await lookAt(
      (await redrawn(await picture('image/png', 9, 7), { ...photo, from: 'image/png' })).content,
    );
    expect(small).toMatchObject({ width: 9, height: 7 });
  });

  it('gives up fineness where the messenger takes no more bytes, and says so where that is not enough', async () => {
    const grainy = await noise('image/jpeg', 700);
    const fine = await redrawn(grainy, { ...photo, from: 'image/jpeg' });
    const bytes = fine.content.byteLength - 1;
    const coarse = await redrawn(grainy, { from: 'image/jpeg', as: 'photo', bytes });
    expect(coarse.content.byteLength).toBeLessThanOrEqual(bytes);
    expect(await testImages(grainy, { from: 'image/jpeg', as: 'photo', bytes: 5_000 })).toEqual({
      kind: 'failed',
      why: 'tooLarge',
    });
  });

  it('holds nothing of what was hidden behind or between its pixels', async () => {
    const zip = Buffer.from('PK\x03\x04canary<script>alert(1)</script><?php canary ?>', 'latin1');
    const jpeg = await picture('image/jpeg');
    const hidden = [
      Buffer.concat([jpeg, zip]),
      withSegment(jpeg, 0xee, zip),
      Buffer.concat([withSegment(jpeg, 0xfe, zip), Buffer.from('%PDF-1.7 canary')]),
    ];
    for (const content of hidden) {
      const result = await redrawn(content, { ...photo, from: 'image/jpeg' });
      expect(Buffer.from(result.content).toString('latin1')).not.toMatch(/canary|<script|%PDF|php/);
    }
  });
});

describe('a sticker that goes on', () => {
  it('stays one, lets through what it let through, and tells nothing else', async () => {
    const clear = await picture('image/webp', 600, 600, 'transparent');
    const { content, mime } = await redrawn(clear, { from: 'image/webp', as: 'sticker', bytes: 100_000 });
    expect(mime).toBe('image/webp');
    const seen = await lookAt(content);
    expect(seen).toMatchObject({ format: 'WEBP', width: 512, height: 512, profiles: [] });
    expect(seen.first.at(-1)).toBe(0);
  });
});

describe('what is no picture', () => {
  it('because it claims more pixels than anybody takes is refused before it is unpacked', async () => {
    const side = Math.ceil(Math.sqrt(mostPixels)) + 10;
    for (const [width, height] of [
      [side, side],
      [30_000, 30_000],
      [60_000, 10],
    ] as const) {
      const started = performance.now();
      const result = await testImages(claiming(width, height), { ...photo, from: 'image/png' });
      expect(result, `${width}x${height}`).toMatchObject({ kind: 'failed' });
      expect(performance.now() - started).toBeLessThan(1_000);
    }
  });

  it('because its end is missing is damaged, wherever it was cut', async () => {
    for (const from of ['image/jpeg', 'image/png', 'image/webp'] as const) {
      const whole = await noise(from, 120);
      for (const part of [0.01, 0.3, 0.9, 0.99])
        expect(
          await testImages(whole.subarray(0, Math.floor(whole.length * part)), { ...photo, from }),
          `${from} ${part}`,
        ).toEqual({
          kind: 'failed',
          why: 'damaged',
        });
    }
    expect(await testImages(heic.subarray(0, 700), { ...photo, from: 'image/heic' })).toMatchObject({
      why: 'damaged',
    });
  });

  it('but says it is one is never read by another decoder than the one that was named', async () => {
    const others = [
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>',
      'push graphic-context\nviewbox 0 0 9 9\nimage over 0,0 0,0 "https://evil.example/x"\npop graphic-context',
      '<?xml version="1.0"?><image><read filename="/etc/passwd"/></image>',
      '%!PS\nshowpage',
      'text:/etc/passwd',
    ];
    for (const words of others)
      for (const from of ['image/jpeg', 'image/png', 'image/gif'] as const)
        expect(await testImages(Buffer.from(words), { ...photo, from })).toEqual({
          kind: 'failed',
          why: 'damaged',
        });
  });

  it('whatever bytes are changed, is told and never thrown, and the next picture is drawn as ever', async () => {
    const whole = withSegment(await picture('image/jpeg'), 0xe1, exif(6));
    const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), {
      minLength: 1,
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(changes, async (edits) => {
        const changed = Uint8Array.from(whole);
        for (const [at, value] of edits) changed[at] = value;
        const result = await testImages(changed, { ...photo, from: 'image/jpeg' });
        if (result.kind === 'picture')
          expect(await lookAt(result.content)).toMatchObject({ profiles: [], told: [] });
      }),
      { numRuns: 200 },
    );
    expect(await testImages(whole, { ...photo, from: 'image/jpeg' })).toMatchObject({ kind: 'picture' });
  });
});
