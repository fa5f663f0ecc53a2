import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from '#shared/domain/csv.ts';

/** Reads a table as RFC 4180 says, knowing nothing of how it was written. */
function parsed(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 1;
  while (at < csv.length) {
    let cell = '';
    if (csv[at] === '"') {
      at += 1;
      while (csv[at] !== '"' || csv[at + 1] === '"') {
        cell += csv[at];
        at += csv[at] === '"' ? 2 : 1;
      }
      at += 1;
    } else {
      while (!/[,\r\n]/.test(csv[at] ?? '\n')) {
        cell += csv[at];
        at += 1;
      }
    }
    row.push(cell);
    if (csv[at] === ',') {
      at += 1;
      continue;
    }
    expect(csv.slice(at, at + 2)).toBe('\r\n');
    at += 2;
    rows.push(row);
    row = [];
  }
  return rows;
}

/** Signs with which spreadsheets begin to calculate, as people hide them. */
const starts = fc.constantFrom(
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  ' =',
  '\u200b=',
  '＝',
  '＋',
  '－',
  '＠',
  '\0=',
);
const evil = fc.tuple(starts, fc.string({ unit: 'binary' })).map(([sign, rest]) => `${sign}${rest}`);
const cells = fc.oneof(
  fc.string({ unit: 'binary' }),
  evil,
  fc.constantFrom('', '"', ',', '\r\n', "'", 'Νίκος, "ο"'),
);
const tables = fc
  .integer({ min: 1, max: 6 })
  .chain((width) =>
    fc.array(fc.array(cells, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
  );

describe('a table for bookkeeping', () => {
  it('is read back as it was, whatever people are called', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const back = parsed(csvOf(rows));
        expect(back.map((row) => row.length)).toEqual(rows.map((row) => row.length));
        for (const [y, row] of rows.entries())
          for (const [x, cell] of row.entries())
            expect([cell.toWellFormed(), `'${cell.toWellFormed()}`]).toContain(back[y]?.[x]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('holds no formula', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        for (const cell of parsed(csvOf(rows)).flat())
          expect(cell).not.toMatch(/^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['=HYPERLINK("http://evil.example";"Pay here")', `'=HYPERLINK("http://evil.example";"Pay here")`],
    ['+302310555010', "'+302310555010"],
    ['@SUM(1)', "'@SUM(1)"],
    ["\t=cmd|' /C calc'!A0", "'\t=cmd|' /C calc'!A0"],
    ['12.50', '12.50'],
    ['Octavia ABC-4821', 'Octavia ABC-4821'],
  ])('writes %j so that it is text', (cell, written) => {
    expect(parsed(csvOf([[cell]]))).toEqual([[written]]);
  });

  it('says that it is UTF-8 and ends each line as the standard wants it', () => {
    expect(
      csvOf([
        ['α', 'β'],
        ['1', '2'],
      ]),
    ).toBe('\ufeffα,β\r\n1,2\r\n');
  });
});
