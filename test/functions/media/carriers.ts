import { crc32, deflateSync } from 'node:zlib';
import * as magick from '@imagemagick/magick-wasm';
import { claiming } from './pictures.ts';

/** Pictures made byte by byte, for what no writer would write. */

/** A small red picture, changed before it is written. */
export function styled(
  format: magick.MagickFormat,
  change: (image: magick.IMagickImage) => void,
): Uint8Array {
  const image = magick.MagickImage.create(new magick.MagickColor('#dc1e1e'), 40, 30);
  try {
    change(image);
    return image.write(format, (data) => new Uint8Array(data));
  } finally {
    image.dispose();
  }
}

/** A chunk of a PNG. */
export function pngChunk(type: string, data: Uint8Array): Buffer {
  const whole = Buffer.alloc(12 + data.length);
  whole.writeUInt32BE(data.length, 0);
  whole.write(type, 4, 'latin1');
  whole.set(data, 8);
  whole.writeUInt32BE(crc32(whole.subarray(4, 8 + data.length)), 8 + data.length);
  return whole;
}

/** The same PNG with a chunk behind its head. */
export function withChunk(png: Uint8Array, type: string, data: Uint8Array): Buffer {
  return Buffer.concat([png.subarray(0, 33), pngChunk(type, data), png.subarray(33)]);
}

export function sixteenBits(width: number, height: number): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([16, 2], 8);
  const rows = Buffer.alloc(height * (1 + width * 6), 0xab);
  for (let row = 0; row < height; row += 1) rows[row * (1 + width * 6)] = 0;
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', head),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A chunk of a RIFF file. */
function riffChunk(type: string, data: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 0, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

/** The same WebP, with more about itself: its picture's chunk behind an extended head. */
export function withRiff(
  webp: Uint8Array,
  width: number,
  height: number,
  more: Readonly<Record<string, Uint8Array>>,
): Buffer {
  const head = Buffer.alloc(10);
  head[0] = ('EXIF' in more ? 8 : 0) + ('XMP ' in more ? 4 : 0);
  head.writeUIntLE(width - 1, 4, 3);
  head.writeUIntLE(height - 1, 7, 3);
  const chunks = Object.entries(more).map(([type, data]) => riffChunk(type, data));
  const body = Buffer.concat([Buffer.from('WEBP'), riffChunk('VP8X', head), webp.subarray(12), ...chunks]);
  return riffChunk('RIFF', body);
}

/** A PNG that says it is of that size. */
export function sizedPng(width: number, height: number): Uint8Array {
  const small = Buffer.from(claiming(10, 10));
  small.writeUInt32BE(width, 16);
  small.writeUInt32BE(height, 20);
  small.writeUInt32BE(crc32(small.subarray(12, 29)), 29);
  return small;
}

/** A TIFF with next to no pixels; `next`: where it says that the next picture is. */
export function tiffOf(width: number, height: number, next = 0): Uint8Array {
  const tags = [
    [256, width],
    [257, height],
    [258, 8],
    [259, 1],
    [262, 1],
    [273, 0],
    [277, 1],
    [278, height],
    [279, width * height],
  ] as const;
  const tiff = Buffer.alloc(8 + 2 + tags.length * 12 + 4 + 16);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(tags.length, 8);
  for (const [index, [tag, value]] of tags.entries()) {
    const at = 10 + index * 12;
    tiff.writeUInt16LE(tag, at);
    tiff.writeUInt16LE(4, at + 2);
    tiff.writeUInt32LE(1, at + 4);
    tiff.writeUInt32LE(value >>> 0, at + 8);
  }
  tiff.writeUInt32LE(next, 10 + tags.length * 12);
  return tiff;
}
