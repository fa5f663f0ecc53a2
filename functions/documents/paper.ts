import { coverageOf } from './glyphs.ts';
import { colors, type Fonts, inner, openPen, type Pen, page, type Style } from './pen.ts';
import type { Sheet } from './sheet.ts';
import { drawTable } from './table.ts';

const label: Style = { size: 8, color: colors.quiet };
const value: Style = { size: 10 };
const small: Style = { size: 9 };

/** Draws a sheet as a PDF on A4: the same sheet and fonts always give the same bytes. */
export function createPaper(fonts: Fonts): (sheet: Sheet) => Promise<Uint8Array> {
  const inRegular = coverageOf(fonts.regular);
  const inBold = coverageOf(fonts.bold);
  const has = (codePoint: number) => inRegular(codePoint) && inBold(codePoint);
  return (sheet) => {
    const { title, station, language, at } = sheet;
    const pen = openPen(fonts, has, { title, author: station.name, language, at });
    drawTop(pen, sheet);
    drawFields(pen, sheet.fields);
    if (sheet.finding !== '') {
      pen.room(pen.height(sheet.finding, inner.width, value));
      pen.down(sheet.finding, page.left, inner.width, value);
      pen.y += 2;
    }
    drawTable(pen, sheet);
    drawNotes(pen, sheet.notes);
    drawShown(pen, sheet.shown);
    drawSignatures(pen, sheet.signatures);
    pen.feet((number, pages) => [`${station.name} · ${title}`, sheet.page(number, pages)]);
    return pen.end();
  };
}

function drawTop(pen: Pen, { station, title }: Sheet): void {
  pen.down(station.name, page.left, inner.width, { size: 13, face: 'bold', color: colors.accent });
  pen.down(`${station.address} · ${station.phone}`, page.left, inner.width, label);
  pen.y += 6;
  pen.line(page.left, pen.y, inner.width, 1.5, colors.accent);
  pen.y += 16;
  pen.down(title, page.left, inner.width, { size: 18, face: 'bold' });
  pen.y += 10;
}

/** Two beside each other; one that needs more stands alone. */
function drawFields(pen: Pen, fields: Sheet['fields']): void {
  const half = inner.width / 2 - 8;
  const isShort = (text: string) => pen.height(text, half, value) < 18;
  let left: Sheet['fields'][number] | null = null;
  const draw = (field: Sheet['fields'][number], x: number, width: number) => {
    pen.at(x, pen.y, field.label, width, label);
    pen.at(x, pen.y + 11, field.value, width, value);
  };
  const close = () => {
    if (left) pen.y += 32;
    left = null;
  };
  for (const field of fields) {
    if (!isShort(field.value)) {
      close();
      draw(field, page.left, inner.width);
      pen.y += 19 + pen.height(field.value, inner.width, value);
    } else if (left) {
      draw(field, page.left + half + 16, half);
      close();
    } else {
      draw(field, page.left, half);
      left = field;
    }
  }
  close();
}

function drawNotes(pen: Pen, notes: readonly string[]): void {
  for (const note of notes) {
    pen.room(pen.height(note, inner.width, small) + 8);
    pen.y += 8;
    pen.down(note, page.left, inner.width, small);
  }
}

/** The words of the chat, as a quotation. Line by line, so that a long one goes on on the next page. */
function drawShown(pen: Pen, shown: Sheet['shown']): void {
  if (!shown) return;
  const indent = 12;
  const width = inner.width - indent;
  pen.room(60);
  pen.y += 16;
  pen.down(shown.heading, page.left, inner.width, label);
  pen.y += 5;
  for (const line of shown.text.split('\n')) {
    const height = line === '' ? 6 : pen.height(line, width, small);
    pen.room(height);
    pen.bar(page.left, pen.y, Math.min(height, inner.end - pen.y), colors.rule);
    if (line === '') pen.y += height;
    else pen.down(line, page.left + indent, width, small);
  }
}

/** Kept together, with room for a hand. */
function drawSignatures(pen: Pen, signatures: readonly string[]): void {
  if (signatures.length === 0) return;
  pen.room(86);
  pen.y += 58;
  const width = (inner.width - 30) / signatures.length;
  for (const [index, signature] of signatures.entries()) {
    const x = page.left + index * (width + 30 / (signatures.length - 1 || 1));
    pen.line(x, pen.y, width, 0.8, colors.ink);
    pen.at(x, pen.y + 5, signature, width, label);
  }
  pen.y += 24;
}
