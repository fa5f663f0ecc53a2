import { colors, inner, type Pen, page, type Style } from './pen.ts';
import type { Row, Section } from './sections.ts';
import type { Sheet } from './sheet.ts';

/** Widths in points; the name of the work gets the rest. */
const widths = { number: 26, figure: 76, gap: 8 } as const;
const nameWidth = inner.width - widths.number - 3 * widths.figure - widths.gap;
const nameAt = page.left + widths.number;
const figures = ['parts', 'labour', 'price'] as const;

const name: Style = { size: 10 };
const about: Style = { size: 8.5, color: colors.quiet };
const figure: Style = { size: 10, align: 'right' };
const head: Style = { size: 8, color: colors.quiet };
const sum: Style = { size: 12, face: 'bold', align: 'right' };
const tax: Style = { size: 9, color: colors.quiet, align: 'right' };
const sumWidth = 104;

/**
 * The lines of an estimate in their sections, each with its sum. A row stays whole; the heads of the columns stand on every page
 * that has rows, where the section has such figures.
 */
export function drawTable(pen: Pen, { sections, columns }: Pick<Sheet, 'sections' | 'columns'>): void {
  for (const section of sections) {
    const [first] = section.rows;
    if (!first) continue;
    // A heading is never the last line of a page.
    pen.room(54 + heightOf(pen, first));
    pen.y += 12;
    pen.down(section.heading, page.left, inner.width, { size: 11, face: 'bold', color: colors.accent });
    pen.y += 3;
    drawHead(pen, columns, section);
    pen.onNewPage = () => drawHead(pen, columns, section);
    for (const row of section.rows) drawRow(pen, row, section.totals.length > 0);
    pen.onNewPage = () => {};
    drawTotals(pen, section.totals);
  }
}

function drawHead(pen: Pen, columns: Sheet['columns'], { rows }: Section): void {
  pen.at(nameAt, pen.y, columns.work, nameWidth, head);
  for (const [index, key] of figures.entries())
    if (rows.some((row) => row[key] !== ''))
      pen.at(figureAt(index), pen.y, columns[key], widths.figure, { ...head, align: 'right' });
  pen.y += 14;
  pen.line(page.left, pen.y, inner.width);
  pen.y += 5;
}

/** `counts`: its price is part of a sum. */
function drawRow(pen: Pen, row: Row, counts: boolean): void {
  pen.room(heightOf(pen, row));
  pen.at(page.left, pen.y, row.number, widths.number, { ...name, color: colors.quiet });
  for (const [index, key] of figures.entries())
    pen.at(figureAt(index), pen.y, row[key], widths.figure, {
      ...figure,
      face: key === 'price' && counts ? 'bold' : 'regular',
    });
  pen.down(row.name, nameAt, nameWidth, name);
  if (row.about !== '') {
    pen.y += 1;
    pen.down(row.about, nameAt, nameWidth, about);
  }
  pen.y += 4;
  pen.line(page.left, pen.y, inner.width, 0.4);
  pen.y += 6;
}

function drawTotals(pen: Pen, totals: Section['totals']): void {
  if (totals.length === 0) return;
  pen.room(44);
  pen.y += 2;
  for (const [index, total] of totals.entries()) {
    const style = index === 0 ? sum : tax;
    pen.at(page.left, pen.y, total.label, inner.width - sumWidth - widths.gap, style);
    pen.at(page.left + inner.width - sumWidth, pen.y, total.value, sumWidth, style);
    pen.y += index === 0 ? 19 : 14;
  }
}

function figureAt(index: number): number {
  return page.left + inner.width - (figures.length - index) * widths.figure;
}

function heightOf(pen: Pen, row: Row): number {
  return pen.height(row.name, nameWidth, name) + pen.height(row.about, nameWidth, about) + 11;
}
