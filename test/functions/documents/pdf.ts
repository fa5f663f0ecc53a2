import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PDFiumLibrary } from '@hyzyla/pdfium';

/** A PDF as a reader opens it, by the engine of Chromium: its words page by page, and its pixels. */
export type Opened = {
  readonly pages: readonly string[];
  /** Red, green, blue and one more, from the left upper corner on. */
  pixels(page: number, scale?: number): Promise<Pixels>;
};
export type Pixels = { readonly width: number; readonly height: number; readonly data: Uint8Array };

let library: Promise<PDFiumLibrary> | undefined;

async function open(): Promise<PDFiumLibrary> {
  const wasm = await readFile(createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm'));
  return PDFiumLibrary.init({ wasmBinary: Uint8Array.from(wasm).buffer });
}

/** Opens a file, lends it to `look`, and gives its memory back. Throws where a reader could not open it. */
export async function withPdf<T>(content: Uint8Array, look: (pdf: Opened) => Promise<T>): Promise<T> {
  library ??= open();
  const document = await (await library).loadDocument(content);
  try {
    return await look({
      pages: [...document.pages()].map((page) => page.getText().replaceAll('\r\n', '\n')),
      async pixels(page, scale = 1) {
        const { width, height, data } = await document
          .getPage(page)
          .render({ scale, render: async ({ data: raw }) => Uint8Array.from(raw) });
        return { width, height, data };
      },
    });
  } finally {
    document.destroy();
  }
}
