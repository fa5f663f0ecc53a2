import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createImages } from '#functions/media/images.ts';

/** The binary of ImageMagick, from where it is installed; deployed, it lies beside the bundle. */
export function magickWasm(): Promise<Uint8Array> {
  return readFile(fileURLToPath(import.meta.resolve('@imagemagick/magick-wasm/magick.wasm')));
}

/** The real ImageMagick, opened once a process and only when a picture comes. */
export const testImages = createImages(magickWasm);
