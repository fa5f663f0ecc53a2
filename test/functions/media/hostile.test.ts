import * as magick from '@imagemagick/magick-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { displayProfile } from '#functions/media/icc.ts';
import { createMedia } from '#functions/media/media.ts';
import { channelOf } from '#shared/channels/registry.ts';
import { envelopeSchema } from '#shared/domain/inbound.ts';
import type { Fetched } from '#shared/domain/job.ts';
import { memoryFiles, type Stored } from '#test/helpers/files.ts';
import { testQueue } from '#test/helpers/queue.ts';
import { withChunk, withRiff } from './carriers.ts';
import { type Hostile, hostiles, howMany } from './hostile.ts';
import { testImages } from './magick.ts';
import { exif, lookAt, openMagick, withSegment } from './pictures.ts';

process.env.POWERTOOLS_LOG_LEVEL ??= 'SILENT';

/** What the whole function makes of a file that somebody sent at one messenger for another one. */
async function handled(
  { content, claimed }: Pick<Hostile, 'content' | 'claimed'>,
  forChannel: 'telegram' | 'whatsapp',
): Promise<{ readonly outcome: Fetched | null; readonly stored: readonly Stored[] }> {
  const files = memoryFiles();
  const inbound = testQueue(() => 0);
  const from = channelOf({ channel: forChannel === 'telegram' ? 'whatsapp' : 'telegram' });
  const media = createMedia({
    files,
    inbound,
    channelOf: ({ channel }) =>
      channel === from.name
        ? { ...from, files: { ...from.files, download: async () => ({ kind: 'file', content }) } }
        : channelOf({ channel }),
    accountOf: () => ({
      get: async () => ({ bot: '', token: '', number: '', webhookSecrets: [], verifyToken: '', apiUrl: '' }),
    }),
    images: testImages,
    http: async () => ({ kind: 'notSent', reason: 'nobody is called here' }),
    now: () => 0,
  });
  const tell = { channel: 'telegram', bot: '4242', chat: '501', thread: '' };
  const file = { id: 'f', bytes: null, ...claimed };
  await media({ v: 1, kind: 'fetch', id: 'j', channel: from.name, file, forChannel, tell, ticket: null }, 1);
  const { inbound: told } = envelopeSchema.parse(JSON.parse(inbound.next()?.body ?? 'null'));
  const outcome = told.event.kind === 'fetched' ? told.event.outcome : null;
  return { outcome, stored: [...files.stored.values()] };
}

/** Segments of a JPEG by their marks, up to its end; throws where anything stands behind it. */
function marksOf(jpeg: Uint8Array): readonly number[] {
  const marks: number[] = [];
  let at = 0;
  for (;;) {
    if (jpeg[at] !== 0xff) throw new Error(`There is no mark at ${at}`);
    const mark = jpeg[at + 1] ?? 0;
    marks.push(mark);
    at += 2;
    if (mark === 0xd9) break;
    if (mark === 0xd8) continue;
    at += ((jpeg[at] ?? 0) << 8) + (jpeg[at + 1] ?? 0);
    if (mark !== 0xda) continue;
    while (jpeg[at] !== 0xff || jpeg[at + 1] === 0 || ((jpeg[at + 1] ?? 0) & 0xf8) === 0xd0) at += 1;
  }
  if (at !== jpeg.length) throw new Error(`${jpeg.length - at} bytes stand behind the picture`);
  return marks;
}

/** JFIF's own head, tables, frame, scan: what pixels need. */
const pixelMarks = new Set([0xd8, 0xe0, 0xdb, 0xc0, 0xc1, 0xc2, 0xc4, 0xdd, 0xda, 0xd9]);

function chunksOf(webp: Uint8Array): readonly string[] {
  const bytes = Buffer.from(webp);
  const names: string[] = [];
  for (
    let at = 12;
    at < bytes.length;
    at += 8 + bytes.readUInt32LE(at + 4) + (bytes.readUInt32LE(at + 4) % 2)
  )
    names.push(bytes.toString('latin1', at, at + 4));
  return names;
}

/** What no stored file says anywhere. */
const never = [
  'canary',
  'Exif\0\0',
  'GPSL',
  'xmpmeta',
  '8BIM',
  '<script',
  '<?php',
  '<svg',
  '<html',
  'PK\x03\x04',
  'PK\x05\x06',
];

const places = ['Exif\0\0', 'GPSL', 'xmpmeta', 'eXIf'];

/** What is wrong with a stored file; nothing should be. */
function faults({ mime, content }: Stored): readonly string[] {
  const words = Buffer.from(content).toString('latin1');
  const found = never.filter((one) => words.includes(one));
  const said = found.map((one) => `it says ${JSON.stringify(one)}`);
  switch (mime) {
    case 'image/jpeg':
      return [
        ...said,
        ...marksOf(content)
          .filter((mark) => !pixelMarks.has(mark))
          .map((mark) => `mark ${mark.toString(16)}`),
      ];
    case 'image/webp':
      return [...said, ...chunksOf(content).filter((name) => !/^VP8[ LX]$|^ALPH$/.test(name))];
    case 'application/pdf':
      // Of a PDF only the kind is looked at: its inside stays as it is.
      return [];
    default:
      if (places.some((one) => words.includes(one))) return ['it may name a place'];
      return mime.startsWith('image/') || /html|svg|xml|script/.test(mime)
        ? [...said, `it is kept as ${mime}`]
        : [];
  }
}

let all: readonly Hostile[];
beforeAll(async () => {
  all = await hostiles();
});

describe('five hundred pictures that mean harm', () => {
  it('are five hundred, of every kind, and the same ones every time', async () => {
    expect(all).toHaveLength(howMany);
    const again = await hostiles();
    expect(again.map(({ content }) => content.length)).toEqual(all.map(({ content }) => content.length));
    expect(all.filter(({ content }) => Buffer.from(content).includes('canary')).length).toBeGreaterThan(200);
  });

  it('leave no place, text, program or crash behind, and take no more than half a gigabyte', async () => {
    const before = process.memoryUsage().rss;
    let most = before;
    const counts = { picture: 0, kept: 0, refused: 0 };
    const wrong: string[] = [];
    for (const [index, hostile] of all.entries()) {
      const { outcome, stored } = await handled(hostile, index % 2 === 0 ? 'whatsapp' : 'telegram');
      most = Math.max(most, process.memoryUsage().rss);
      if (outcome?.kind === 'stored') {
        const { what, mime, name } = outcome;
        counts[what === 'photo' || what === 'sticker' ? 'picture' : 'kept'] += 1;
        expect(stored).toHaveLength(1);
        if (name !== null && /\.(html?|svg|exe|js)$/i.test(name))
          wrong.push(`${hostile.name}: named ${name}`);
        for (const file of stored) {
          expect(file.mime).toBe(mime);
          for (const fault of faults(file)) wrong.push(`${hostile.name}: ${fault}`);
          if (mime.startsWith('image/')) {
            const seen = await lookAt(file.content);
            if (seen.profiles.length > 0 || seen.told.length > 0)
              wrong.push(`${hostile.name}: ${seen.told.join()}`);
            if (Math.max(seen.width, seen.height) > 2_560) wrong.push(`${hostile.name}: ${seen.width}`);
          }
        }
      } else {
        counts.refused += 1;
        expect(stored, hostile.name).toEqual([]);
      }
    }
    console.info(
      `hostile pictures: ${JSON.stringify(counts)}, ${Math.round((most - before) / 2 ** 20)} MB more`,
    );
    expect(wrong).toEqual([]);
    expect(counts.picture).toBeGreaterThan(150);
    expect(counts.refused).toBeGreaterThan(100);
    expect((most - before) / 2 ** 20).toBeLessThan(512);
  }, 300_000);

  it('do no harm to the next one: a photo is drawn as ever', async () => {
    const claimed = { what: 'photo', mime: 'image/jpeg', name: '' } as const;
    const { outcome } = await handled({ content: await corners('Jpeg', 1), claimed }, 'telegram');
    expect(outcome).toMatchObject({ kind: 'stored', what: 'photo' });
  });
});

/** What a viewer does with the stored pixels, by the number in Exif. */
const turns: Readonly<Record<number, (image: magick.IMagickImage) => void>> = {
  1: () => {},
  2: (image) => image.flop(),
  3: (image) => image.rotate(180),
  4: (image) => image.flip(),
  5: (image) => {
    image.rotate(90);
    image.flop();
  },
  6: (image) => image.rotate(90),
  7: (image) => {
    image.rotate(270);
    image.flop();
  },
  8: (image) => image.rotate(270),
};
/** The turn that undoes another one. */
const undoing: Readonly<Record<number, number>> = { 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 8, 7: 7, 8: 6 };

/** A picture of 60 by 40 with a corner of another colour, stored such that its Exif has to turn it upright. */
async function corners(format: 'Jpeg' | 'Png' | 'WebP', turn: number): Promise<Uint8Array> {
  await openMagick();
  const image = magick.MagickImage.create(new magick.MagickColor('#ffffff'), 60, 40);
  image.draw([
    new magick.DrawableFillColor(new magick.MagickColor('#dc1e1e')),
    new magick.DrawableRectangle(0, 0, 29, 19),
    new magick.DrawableFillColor(new magick.MagickColor('#1e1edc')),
    new magick.DrawableRectangle(30, 0, 59, 19),
  ]);
  turns[undoing[turn] ?? 1]?.(image);
  const plain = image.write(magick.MagickFormat[format], (data) => new Uint8Array(data));
  const { width, height } = image;
  image.dispose();
  const tiff = exif(turn).subarray(6);
  switch (format) {
    case 'Jpeg':
      return withSegment(plain, 0xe1, exif(turn));
    case 'Png':
      return withChunk(plain, 'eXIf', tiff);
    case 'WebP':
      return withRiff(plain, width, height, { EXIF: tiff });
  }
}

describe('a photo stands upright', () => {
  it.each(
    (
      [
        ['Jpeg', 'image/jpeg'],
        ['Png', 'image/png'],
        ['WebP', 'image/webp'],
      ] as const
    ).flatMap(([format, from]) => [1, 2, 3, 4, 5, 6, 7, 8].map((turn) => [format, turn, from] as const)),
  )('%s, orientation %i', async (format, turn, from) => {
    const drawn = await testImages(await corners(format, turn), { from, as: 'photo', bytes: 5_000_000 });
    if (drawn.kind === 'failed') throw new Error(drawn.why);
    const seen = magick.ImageMagick.read(drawn.content, (image) => ({
      size: [image.width, image.height],
      corners: [
        [10, 8],
        [50, 8],
        [10, 32],
        [50, 32],
      ].map(([x = 0, y = 0]) =>
        image.getPixels((pixels) => Array.from(pixels.getPixel(x, y)).map((value) => (value > 128 ? 1 : 0))),
      ),
    }));
    expect(seen.size).toEqual([60, 40]);
    const [red, blue, white] = [
      [1, 0, 0],
      [0, 0, 1],
      [1, 1, 1],
    ];
    expect(seen.corners).toEqual([red, blue, white, white]);
  });
});

describe('a photo of a display with more colours', () => {
  /** Display P3, as iPhones take photos. */
  const p3 = displayProfile({ red: [0.68, 0.32], green: [0.265, 0.69], blue: [0.15, 0.06] });

  it.each([
    // By CSS Color 4: color(display-p3 0.784 0.235 0.157) is rgb(217 42 22).
    ['red', '#c83c28', [217, 42, 22]],
    ['skin', '#d2aa8c', [216, 169, 136]],
    ['grey', '#808080', [128, 128, 128]],
  ] as const)('shows the same colours on all others: %s', async (_name, color, wanted) => {
    await openMagick();
    const image = magick.MagickImage.create(new magick.MagickColor(color), 32, 32);
    image.setProfile(new magick.ColorProfile(p3));
    image.quality = 100;
    const content = image.write(magick.MagickFormat.Jpeg, (data) => new Uint8Array(data));
    image.dispose();
    const drawn = await testImages(content, { from: 'image/jpeg', as: 'photo', bytes: 5_000_000 });
    if (drawn.kind === 'failed') throw new Error(drawn.why);
    const seen = await lookAt(drawn.content);
    expect(seen.profiles).toEqual([]);
    for (const [index, value] of wanted.entries())
      expect(Math.abs((seen.first[index] ?? 999) - value), `${seen.first}`).toBeLessThanOrEqual(6);
  });
});
