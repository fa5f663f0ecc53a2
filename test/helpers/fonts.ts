import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Fonts } from '#functions/documents/pen.ts';

/** The fonts of documents, from where they are installed; deployed, they lie beside the bundle. */
export async function dejavu(): Promise<Fonts> {
  const font = (name: string) =>
    readFile(fileURLToPath(import.meta.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`)));
  return { regular: await font('DejaVuSans'), bold: await font('DejaVuSans-Bold') };
}

/** The program that makes pixels of charts, likewise. */
export function resvg(): Promise<Uint8Array> {
  return readFile(fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm')));
}
