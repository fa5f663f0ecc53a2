import { crc32, deflateSync } from 'node:zlib';
import * as magick from '@imagemagick/magick-wasm';
import { type IMagickImage, initializeImageMagick } from '@imagemagick/magick-wasm';
import { magickWasm } from './magick.ts';

/** Pictures made for the tests: red on the left, blue on the right, with whatever else a phone writes into them. */

let opened: Promise<void> | undefined;
export function openMagick(): Promise<void> {
  opened ??= magickWasm().then((bytes) => initializeImageMagick(bytes));
  return opened;
}

type Format = keyof typeof formats;
const formats = {
  'image/jpeg': magick.MagickFormat.Jpeg,
  'image/png': magick.MagickFormat.Png,
  'image/webp': magick.MagickFormat.WebP,
  'image/avif': magick.MagickFormat.Avif,
  'image/gif': magick.MagickFormat.Gif,
  'image/tiff': magick.MagickFormat.Tiff,
} as const;

/** A picture of `width` by `height` pixels; `right` is the colour of its right half. */
export async function picture(
  format: Format,
  width = 64,
  height = 48,
  right = '#1e1edc',
): Promise<Uint8Array> {
  await openMagick();
  const image = magick.MagickImage.create(new magick.MagickColor('#dc1e1e'), width, height);
  image.draw([
    new magick.DrawableFillColor(new magick.MagickColor(right)),
    new magick.DrawableRectangle(Math.floor(width / 2), 0, width, height),
  ]);
  if (right === 'transparent') image.transparent(new magick.MagickColor('#dc1e1e'));
  try {
    return image.write(formats[format], (data) => new Uint8Array(data));
  } finally {
    image.dispose();
  }
}

/** A picture as noisy as film, which no format can make small. */
export async function noise(format: Format, side: number): Promise<Uint8Array> {
  await openMagick();
  const image = magick.MagickImage.create(new magick.MagickColor('#888888'), side, side);
  image.addNoise(magick.NoiseType.Random);
  image.quality = 98;
  try {
    return image.write(formats[format], (data) => new Uint8Array(data));
  } finally {
    image.dispose();
  }
}

/** What is in a picture, as its reader would find it. */
export type Looked = {
  readonly format: string;
  readonly width: number;
  readonly height: number;
  readonly profiles: readonly string[];
  readonly told: readonly string[];
  /** Red, green and blue of the pixel at a quarter and at three quarters of the width and height. */
  readonly first: readonly number[];
  readonly last: readonly number[];
};

export async function lookAt(content: Uint8Array): Promise<Looked> {
  await openMagick();
  return magick.ImageMagick.read(content, (image) => ({
    format: image.format,
    width: image.width,
    height: image.height,
    profiles: image.profileNames,
    told: image.attributeNames.filter((name) => !/^(date|jpeg|webp|filename)/.test(name)),
    first: pixel(image, 0.25),
    last: pixel(image, 0.75),
  }));
}

function pixel(image: IMagickImage, at: number): readonly number[] {
  const values = image.getPixels((pixels) =>
    Array.from(pixels.getPixel(Math.floor(image.width * at), Math.floor(image.height * at))),
  );
  // A picture in grey has one value for all three.
  const [grey = 0, ...rest] = values;
  return values.length < 3 ? [grey, grey, grey, ...rest] : values;
}

/** Exif as cameras write it: which way is up, and the place (37° 58' 30" N, 23° 43' 10" E). TIFF 6.0, Exif 2.3. */
export function exif(orientation: number): Buffer {
  const tiff = Buffer.alloc(180);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  let at = 8;
  const start = (count: number, offset: number) => {
    tiff.writeUInt16LE(count, offset);
    at = offset + 2;
  };
  const entry = (tag: number, type: number, count: number, value: number) => {
    tiff.writeUInt16LE(tag, at);
    tiff.writeUInt16LE(type, at + 2);
    tiff.writeUInt32LE(count, at + 4);
    tiff.writeUInt32LE(value, at + 8);
    at += 12;
  };
  start(2, 8);
  entry(0x0112, 3, 1, orientation);
  entry(0x8825, 4, 1, 50);
  start(4, 50);
  entry(1, 2, 2, 'N'.charCodeAt(0));
  entry(2, 5, 3, 110);
  entry(3, 2, 2, 'E'.charCodeAt(0));
  entry(4, 5, 3, 140);
  for (const [offset, degrees] of [
    [110, [37, 58, 30]],
    [140, [23, 43, 10]],
  ] as const)
    for (const [index, value] of degrees.entries()) {
      tiff.writeUInt32LE(value, offset + index * 8);
      tiff.writeUInt32LE(1, offset + index * 8 + 4);
    }
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
}

/** A JPEG with one more segment behind its first mark: `0xe1` is where Exif and XMP stand, `0xfe` a comment. */
export function withSegment(jpeg: Uint8Array, mark: number, body: Uint8Array): Uint8Array {
  const head = Buffer.from([0xff, mark, 0, 0]);
  head.writeUInt16BE(body.byteLength + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

/** A PNG that claims a size and holds next to nothing: a bomb for whoever unpacks it. */
export function claiming(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Buffer) => {
    const whole = Buffer.alloc(12 + data.length);
    whole.writeUInt32BE(data.length, 0);
    whole.write(type, 4, 'latin1');
    data.copy(whole, 8);
    whole.writeUInt32BE(crc32(whole.subarray(4, 8 + data.length)), 8 + data.length);
    return whole;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc((width + 1) * Math.min(height, 1_000)))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** 64 by 48 pixels from an HEVC encoder, with the place in its Exif; nothing here can write this format. */
export const heic: Uint8Array = Buffer.from(
  [
    'AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAeFtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAA',
    'AAAAAA5waXRtAAAAAAACAAAAEGlkYXQAAAAAAEAAMAAAAExpbG9jAQAAAERAAAMAAQAAAAAAAAIFAAEAAAAAAAAAjQACAAEA',
    'AAAAAAAAAQAAAAAAAAAIAAMAAAAAAAACkgABAAAAAAAAAMwAAABNaWluZgAAAAAAAwAAABVpbmZlAgAAAQABAABodmMxAAAA',
    'ABVpbmZlAgAAAAACAABncmlkAAAAABVpbmZlAgAAAQADAABFeGlmAAAAANVpcHJwAAAAs2lwY28AAABzaHZjQwEDcAAAAAAA',
    'AAAAAB7wAPz9+PgAAA8DIAABABhAAQwB//8DcAAAAwCQAAADAAADAB66AkAhAAEAJ0IBAQNwAAADAJAAAAMAAAMAHqAggQWW',
    '6uSmubAgAAADACAAAAMAISIAAQAGRAHBc8CJAAAAFGlzcGUAAAAAAAAAQAAAAEAAAAAUaXNwZQAAAAAAAABAAAAAMAAAABBw',
    'aXhpAAAAAAMICAgAAAAaaXBtYQAAAAAAAAACAAECgQIAAgIDhAAAAChpcmVmAAAAAAAAAA5kaW1nAAIAAQABAAAADmNkc2MA',
    'AwABAAIAAAFhbWRhdAAAAIkoAa8J4DkjJL//+QR///jEbkP4FGXBf/4wXn3+NyD//usIrXDWlBFKohl8jOk9ZQmX1eOXYrbB',
    '+nPtqTKfUuvsa+aYIE6K4txm3gcEWcxZwbn3v3yELcEYO5VTx4rFhtYo1Ms/N7s//rqsWUoZyhrYSmzeAETWzmKxULHj85zs',
    'rh9KPQC5jfkOHgAAAABJSSoACAAAAAIAEgEDAAEAAAAAAAAAJYgEAAEAAAAyAAAAAAAAAAAAAAAAAAAAAAAAAAQAAQACAAIA',
    'AABOAAAAAgAFAAMAAAB4AAAAAwACAAIAAABFAAAABAAFAAMAAACWAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlAAAAAQAAADoA',
    'AAABAAAAHgAAAAEAAAAAAAAAAAAXAAAAAQAAACsAAAABAAAACgAAAAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==',
  ].join(''),
  'base64',
);
