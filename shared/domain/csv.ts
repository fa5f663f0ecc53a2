/**
 * A table as bookkeeping programs read it: RFC 4180, commas, lines that end in CR LF, and a mark that says UTF-8, since Excel guesses
 * otherwise. No cell is a formula, whatever somebody called themselves or their car.
 * https://www.rfc-editor.org/rfc/rfc4180, https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

/** What a program may take for the beginning of a formula, also behind what it does not show; wide forms of the signs count. */
const formula = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u;

/** The text as a cell: a quotation mark before it says "this is text" to whoever would calculate. */
function cell(text: string): string {
  const said = text.toWellFormed();
  const harmless = formula.test(said) ? `'${said}` : said;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
