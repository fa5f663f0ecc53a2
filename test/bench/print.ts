import type { Ratio } from './numbers.ts';

/** Prints a table with its columns under each other; the first column to the left, the others to the right. */
export function printTable(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const widths = head.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => pad(cells[column] ?? '', width, column)).join(' | ')} |`;
  const rule = `|${widths.map((width, column) => (column === 0 ? `:${'-'.repeat(width + 1)}` : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  console.log(`\n${title}\n`);
  for (const text of [line(head), rule, ...rows.map(line)]) console.log(text);
}

function pad(text: string, width: number, column: number): string {
  return column === 0 ? text.padEnd(width) : text.padStart(width);
}

/** `0.57 (0.55 to 0.61)` */
export function ratioText({ median, low, high }: Ratio): string {
  return `${median.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`;
}

/** One thing to reach, and whether this run does. */
export type Goal = {
  readonly name: string;
  readonly value: number;
  readonly atMost: number;
  readonly unit: string;
};

export function printGoals(goals: readonly Goal[]): void {
  const text = (number: number) => (Number.isInteger(number) ? String(number) : number.toFixed(3));
  printTable(
    'Goals (nothing here fails the run)',
    ['goal', 'this run', 'at most', 'mark'],
    goals.map(({ name, value, atMost, unit }) => [
      name,
      `${text(value)} ${unit}`.trim(),
      `${text(atMost)} ${unit}`.trim(),
      value <= atMost ? 'met' : 'not met',
    ]),
  );
}
