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

/** Bytes of the size that so many seconds of speech have; nobody listens to them. */
export const silence = (seconds: number): Uint8Array =>
  new Uint8Array(Buffer.concat([Buffer.from('OggS'), Buffer.alloc(seconds * 2000)]));
