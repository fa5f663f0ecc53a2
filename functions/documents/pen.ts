import PDFDocument from 'pdfkit';
import type { Coverage } from './glyphs.ts';
import { legible } from './legible.ts';

export type Fonts = { readonly regular: Uint8Array; readonly bold: Uint8Array };
export type Face = keyof Fonts;

/** How some words stand: sizes and places in points (1/72 inch), from the left and upper edge. */
export type Style = {
  readonly size: number;
  readonly face?: Face;
  readonly color?: string;
  readonly align?: 'left' | 'right';
};

export const colors = { ink: '#1f2933', quiet: '#5f6b7a', rule: '#cfd6dd', accent: '#0f4c5c' } as const;

/** A4 with margins that a hole punch and every printer leave alone. */
export const page = { width: 595.28, height: 841.89, left: 50, right: 50, top: 48, bottom: 62 } as const;
export const inner = { width: page.width - page.left - page.right, end: page.height - page.bottom } as const;

/** Draws words and lines from the top of a page to its end, and goes on on the next one. */
export type Pen = {
  /** Where the next thing stands. */
  y: number;
  /** Called at the top of each page but the first. */
  onNewPage: () => void;
  /** Makes sure that so much fits on this page; what is higher than a page starts on a new one and is broken by itself. */
  room(height: number): void;
  height(text: string, width: number, style: Style): number;
  /** Words at a place, broken into lines; the pen stays where it is. */
  at(x: number, y: number, text: string, width: number, style: Style): void;
  /** Words at the pen, which moves below them; they may go on on the next page. */
  down(text: string, x: number, width: number, style: Style): void;
  line(x: number, y: number, width: number, weight?: number, color?: string): void;
  bar(x: number, y: number, height: number, color: string): void;
  /** Words at the foot of every page; called once, at the end. */
  feet(write: (page: number, pages: number) => readonly [left: string, right: string]): void;
  /** The file. */
  end(): Promise<Uint8Array>;
};

export type Told = {
  readonly title: string;
  readonly author: string;
  readonly language: string;
  /** The only instant in the file, epoch milliseconds. */
  readonly at: number;
};

/** Opens an empty paper. The fonts go into the file, with the signs that are used and no others. */
export function openPen(fonts: Fonts, has: Coverage, { title, author, language, at }: Told): Pen {
  const doc = new PDFDocument({
    size: [page.width, page.height],
    margins: { left: page.left, right: page.right, top: page.top, bottom: page.bottom },
    // No default font: pdfkit would look for Helvetica, which does not know Greek and is not in the bundle.
    font: '',
    bufferPages: true,
    pdfVersion: '1.7',
    lang: language,
    displayTitle: true,
    info: {
      Title: legible(title, has),
      Author: legible(author, has),
      CreationDate: new Date(at),
      ModDate: new Date(at),
    },
  });
  doc.registerFont('regular', Buffer.from(fonts.regular)).registerFont('bold', Buffer.from(fonts.bold));
  const whole = collected(doc);

  const use = ({ size, face = 'regular', color = colors.ink }: Style) =>
    doc.font(face).fontSize(size).fillColor(color);
  const pen: Pen = {
    y: page.top,
    onNewPage: () => {},
    room(height) {
      if (pen.y + height <= inner.end || pen.y <= page.top) return;
      doc.addPage();
      pen.y = page.top;
      pen.onNewPage();
    },
    height: (text, width, style) =>
      text === '' ? 0 : use(style).heightOfString(legible(text, has), { width, lineGap: 1.5 }),
    at(x, y, text, width, style) {
      if (text === '') return;
      use(style).text(legible(text, has), x, y, { width, align: style.align ?? 'left', lineGap: 1.5 });
    },
    down(text, x, width, style) {
      pen.at(x, pen.y, text, width, style);
      pen.y = doc.y;
    },
    line(x, y, width, weight = 0.6, color = colors.rule) {
      doc
        .moveTo(x, y)
        .lineTo(x + width, y)
        .lineWidth(weight)
        .strokeColor(color)
        .stroke();
    },
    bar(x, y, height, color) {
      doc.rect(x, y, 2.5, height).fill(color);
    },
    feet(write) {
      const { count } = doc.bufferedPageRange();
      for (let index = 0; index < count; index += 1) {
        doc.switchToPage(index);
        // Below the margin pdfkit would begin another page.
        doc.page.margins.bottom = 0;
        const [left, right] = write(index + 1, count);
        const y = page.height - 40;
        pen.line(page.left, y - 8, inner.width);
        pen.at(page.left, y, left, inner.width * 0.75, { size: 8, color: colors.quiet });
        pen.at(page.left, y, right, inner.width, { size: 8, color: colors.quiet, align: 'right' });
      }
    },
    end() {
      doc.end();
      return whole;
    },
  };
  return pen;
}

function collected(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', () => resolve(Buffer.concat(parts)));
    doc.on('error', reject);
  });
}
