import { ActRefused } from './types.ts';

/** A file as a phone sends it. */
export type SentFile = { readonly name: string; readonly mime: string; readonly bytes: Uint8Array };

/**
 * The file in a data URL of an act; the caller names it.
 * @throws ActRefused when it is empty or no data URL.
 */
export const fromDataUrl = (url: string): SentFile => {
  const [, mime = 'application/octet-stream', encoding, data = ''] =
    /^data:([\w.+-]+\/[\w.+-]+)?(?:;[\w=-]+)*?(;base64)?,(.*)$/s.exec(url) ?? [];
  const bytes = encoding ? Buffer.from(data, 'base64') : Buffer.from(decodeURIComponent(data));
  if (bytes.length === 0) throw new ActRefused('The file is empty or no data URL.');
  return { name: 'file', mime, bytes: new Uint8Array(bytes) };
};

/**
 * A video with nothing on it: an MP4 that says how long it is and has no picture. Good enough to be told apart, passed on
 * and counted; nobody can play it.
 */
export const pretendVideo = (seconds: number): Uint8Array => {
  const movie = Buffer.alloc(100);
  movie.writeUInt32BE(1000, 12);
  movie.writeUInt32BE(seconds * 1000, 16);
  const brand = Buffer.concat([Buffer.from('isom'), Buffer.alloc(4), Buffer.from('isommp42')]);
  return new Uint8Array(
    Buffer.concat([
      box('ftyp', brand),
      box('moov', box('mvhd', movie)),
      box('mdat', Buffer.alloc(seconds * 20_000)),
    ]),
  );
};

const box = (name: string, inside: Buffer): Buffer => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + inside.length, 0);
  head.write(name, 4);
  return Buffer.concat([head, inside]);
};

/** True for a WebP picture, which stickers are. */
export const isWebp = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 4)).toString() === 'RIFF' &&
  Buffer.from(bytes.subarray(8, 12)).toString() === 'WEBP';

/** The first page of Opus in Ogg, by which voice messages are known: https://www.rfc-editor.org/rfc/rfc7845#section-5.1 */
const opusPage = Buffer.concat([
  Buffer.from('OggS\0\x02', 'latin1'),
  Buffer.alloc(20),
  Buffer.from([1, 19]),
  Buffer.from('OpusHead\x01\x01', 'latin1'),
  Buffer.alloc(9),
]);

/** Bytes of the size that so many seconds of speech have; nobody listens to them. */
export const silence = (seconds: number): Uint8Array =>
  new Uint8Array(Buffer.concat([opusPage, Buffer.alloc(seconds * 2000)]));
