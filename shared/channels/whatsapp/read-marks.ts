import type { Mark, RichText } from '#shared/domain/rich-text.ts';

/** The signs around words that WhatsApp shows as formatting; ``` also spans lines. */
export const signs = { '*': 'bold', _: 'italic', '~': 'strike', '`': 'code' } as const;
type Sign = keyof typeof signs;
export const block = '```';

/** More than this is not kept (`marksSchema`). */
const mostMarks = 100;

/** Whether a sign may stand beside it: letters and digits keep `2*3*4` and `snake_case` as they are. */
export function isEdge(character: string | undefined): boolean {
  return character === undefined || !/[\p{L}\p{M}\p{N}]/u.test(character);
}

/**
 * A person's words without the signs, and what the signs said: `*bold*`, `_italic_`, `~strike~`, `` `code` ``, ```` ```code```
 * ```` over lines, `> ` before a line that is quoted. What WhatsApp shows as plain signs stays, as in addresses; so does
 * everything where there is more formatting than is kept. https://faq.whatsapp.com/539178204879377
 */
export function readMarks(typed: string): RichText {
  const found: Found = { text: '', marks: [] };
  const quoted: Mark[] = [];
  let from = 0;
  for (let open = typed.indexOf(block); open !== -1; open = typed.indexOf(block, open)) {
    const close = typed.indexOf(block, open + block.length);
    if (close === -1) break;
    const code = typed.slice(open + block.length, close);
    if (code.trim() !== '') {
      readLines(found, typed.slice(from, open), quoted);
      put(found, code, 'code');
      from = close + block.length;
    }
    open = Math.max(from, close);
  }
  readLines(found, typed.slice(from), quoted);
  const marks = [...found.marks, ...quoted].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return marks.length === 0 || marks.length > mostMarks ? { text: typed } : { text: found.text, marks };
}

type Found = { text: string; readonly marks: Mark[] };

function put(found: Found, text: string, kind: Mark['kind']): void {
  found.marks.push({ kind, offset: found.text.length, length: text.length });
  found.text += text;
}

/** Lines between blocks of code: signs never reach beyond a line, and quoted lines one below the other are one quote. */
function readLines(found: Found, part: string, quoted: Mark[]): void {
  for (const [index, line] of part.split('\n').entries()) {
    if (index > 0) found.text += '\n';
    const begins = found.text === '' || found.text.endsWith('\n');
    const words = begins ? /^> (?=\S)(.*)$/su.exec(line)?.[1] : undefined;
    const from = found.text.length;
    readLine(found, words ?? line);
    if (words === undefined) continue;
    const last = quoted.at(-1);
    if (last && last.offset + last.length + 1 === from) last.length = found.text.length - last.offset;
    else quoted.push({ kind: 'quote', offset: from, length: found.text.length - from });
  }
}

function readLine(found: Found, line: string): void {
  // A sign without an end has none for the same signs after it either: each is looked for once.
  const endless = new Set<string>();
  let from = 0;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line.charAt(at);
    at += addressAt(line, at);
    if (!isSign(sign) || endless.has(sign) || !opens(line, at)) continue;
    const end = endOf(line, at);
    if (end === null) {
      endless.add(sign);
      continue;
    }
    found.text += line.slice(from, at);
    const mark = { kind: signs[sign], offset: found.text.length, length: end - at - 1 };
    found.marks.push(mark);
    const inside = line.slice(at + 1, end);
    if (sign === '`') found.text += inside;
    else readLine(found, inside);
    mark.length = found.text.length - mark.offset;
    at = end;
    from = end + 1;
  }
  found.text += line.slice(from);
}

/** How long the address is that begins here: signs in it are part of it. */
function addressAt(line: string, at: number): number {
  if (line.charAt(at) !== 'h' || !isEdge(before(line, at))) return 0;
  return /^https?:\/\/\S+/.exec(line.slice(at, at + 2_100))?.[0].length ?? 0;
}

function isSign(character: string): character is Sign {
  return Object.hasOwn(signs, character);
}

function opens(line: string, at: number): boolean {
  const next = line[at + 1];
  return isEdge(before(line, at)) && next !== undefined && !/\s/.test(next) && next !== line[at];
}

/** Where the next sign of the same kind ends what begins here; null where none does. */
function endOf(line: string, at: number): number | null {
  const sign = line.charAt(at);
  for (let end = line.indexOf(sign, at + 2); end !== -1; end = line.indexOf(sign, end + 1))
    if (!/\s/.test(line.charAt(end - 1)) && isEdge(after(line, end))) return end;
  return null;
}

/** The whole character before or after a place: letters beyond the first plane are two units. */
export function before(text: string, at: number): string | undefined {
  return [...text.slice(Math.max(0, at - 2), at)].at(-1);
}

export function after(text: string, at: number): string | undefined {
  return [...text.slice(at + 1, at + 3)].at(0);
}
