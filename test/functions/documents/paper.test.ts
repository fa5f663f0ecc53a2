import fc from 'fast-check';
import PDFDocument from 'pdfkit';
import { beforeAll, describe, expect, it } from 'vitest';
import { coverageOf } from '#functions/documents/glyphs.ts';
import { legible } from '#functions/documents/legible.ts';
import { createPaper } from '#functions/documents/paper.ts';
import type { Fonts } from '#functions/documents/pen.ts';
import { type SheetInput, sheetOf } from '#functions/documents/sheet.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import { mostLines } from '#shared/domain/order/estimate.ts';
import { station } from '#shared/station/station.ts';
import { textFor } from '#shared/text/text.ts';
import { dejavu } from '#test/helpers/fonts.ts';
import { agreementOf, estimateOf, inWords, orderOf, pads, spoken } from './orders.ts';
import { type Pixels, withPdf } from './pdf.ts';

let fonts: Fonts;
let has: ReturnType<typeof coverageOf>;
let paper: ReturnType<typeof createPaper>;
beforeAll(async () => {
  fonts = await dejavu();
  has = coverageOf(fonts.regular);
  paper = createPaper(fonts);
});

const car = 'Skoda Octavia 2018 · ABC-4821';

async function drawn(given: Partial<SheetInput>, language: Language = 'en'): Promise<Uint8Array> {
  const input = {
    order: orderOf(),
    agreement: null,
    word: null,
    owner: 'Nikos',
    car,
    station,
    signAbove: null,
    ...given,
  };
  const sheet = sheetOf(input, textFor(language, station));
  if (!sheet) throw new Error('There is nothing to draw');
  return paper(sheet);
}

function agreed(language: Language): Partial<SheetInput> {
  const estimate = spoken(language);
  return {
    order: orderOf({ estimate }),
    agreement: agreementOf({ estimate, language }),
    owner: inWords[language].owner,
    signAbove: 5_000,
  };
}

describe('the document of an agreement, opened by a reader', () => {
  it.each([
    ['en', ['Work order K7M2QP-v2', '24 November 2026', '€96.00', 'Put off', 'Signature'.toLowerCase()]],
    ['ru', ['Заказ-наряд K7M2QP-v2', '24 ноября 2026', '96,00 €', 'Отложено', 'НДС 24 %', 'подпись']],
    [
      'uk',
      ['Наряд-замовлення K7M2QP-v2', '24 листопада 2026', '96,00 €', 'Відкладено', 'ПДВ 24 %', 'підпис'],
    ],
    [
      'el',
      ['Εντολή εργασίας K7M2QP-v2', '24 Νοεμβρίου 2026', '96,00 €', 'Για αργότερα', 'ΦΠΑ 24%', 'υπογραφή'],
    ],
  ] as const)(
    'says in %s who agreed to what, when and for how much, on one page',
    async (language, wanted) => {
      await withPdf(await drawn(agreed(language), language), async ({ pages }) => {
        expect(pages).toHaveLength(1);
        const words = flat(pages[0] ?? '');
        for (const one of wanted) expect(words).toContain(one.replace('€96.00', '96.00 €'));
        for (const one of [...inWords[language].lines, inWords[language].owner, inWords[language].note, car])
          expect(words).toContain(one);
        expect(words).toContain('Agreement K7M2QP-v2.');
        expect(words).not.toMatch(/[\ufffd□]/);
      });
    },
  );

  it.each(languages)(
    'is named and marked as %s for readers and screen readers, and carries its fonts',
    async (language) => {
      const content = Buffer.from(await drawn(agreed(language), language));
      const file = content.toString('latin1');
      expect(file.startsWith('%PDF-1.7')).toBe(true);
      expect(file).toContain(`/Lang (${language})`);
      expect(file).toContain('/DisplayDocTitle true');
      const fontNames = [...file.matchAll(/\/FontName \/([\w+-]+)/g)].map(([, name]) => name);
      expect(fontNames.toSorted()).toEqual([
        expect.stringMatching(/^[A-Z]{6}\+DejaVuSans-Bold$/),
        expect.stringMatching(/^[A-Z]{6}\+DejaVuSans$/),
      ]);
      expect(file.match(/\/FontFile2 /g)).toHaveLength(2);
      // The signs that are used, not all 6,253 of them.
      expect(content.length).toBeLessThan(60_000);
    },
  );

  it('has the same bytes whenever it is made', async () => {
    const [first, second] = [await drawn(agreed('el'), 'el'), await drawn(agreed('el'), 'el')];
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it('stands within its margins, in dark ink on white, with the sum at the right edge', async () => {
    await withPdf(await drawn(agreed('ru'), 'ru'), async ({ pixels }) => {
      const shown = await pixels(0, 1);
      const ink = inkOf(shown);
      expect(ink.left).toBeGreaterThanOrEqual(49);
      expect(ink.right).toBeLessThanOrEqual(547);
      expect(ink.right).toBeGreaterThan(540);
      expect(ink.top).toBeGreaterThanOrEqual(48);
      expect(ink.bottom).toBeLessThanOrEqual(815);
      expect(ink.share).toBeGreaterThan(0.01);
      expect(ink.share).toBeLessThan(0.2);
    });
  });
});

describe('a long estimate', () => {
  const many = Array.from({ length: mostLines }, (_, index) => ({
    ...pads,
    id: String(index + 1),
    options: [{ name: `Work number ${index + 1}`, parts: 123_456, work: 98_765, price: 222_221 }],
  }));

  it('goes on on a second page, with every line whole, heads above both and the pages numbered', async () => {
    await withPdf(await drawn({ order: orderOf({ estimate: estimateOf(many) }) }), async ({ pages }) => {
      expect(pages).toHaveLength(2);
      for (let line = 1; line <= mostLines; line += 1) {
        const holders = pages.filter((page) => new RegExp(`Work number ${line}\\b`).test(page));
        expect(holders, `line ${line}`).toHaveLength(1);
      }
      for (const [index, page] of pages.entries()) {
        expect(page).toContain('Labour');
        expect(page).toContain(`Page ${index + 1} of 2`);
      }
      expect(flat(pages[1] ?? '')).toContain('44,444.20 €');
    });
  });

  it('of two ways for each line names the sum that it adds up', async () => {
    await withPdf(await drawn({}), async ({ pages }) => {
      const words = flat(pages[0] ?? '');
      expect(words).toMatch(/1A.*Front pads, original.*1B.*Front pads, Brembo/);
      expect(words).toContain('Total with the options A 268.00 €');
    });
  });
});

describe('names as people write them', () => {
  const long = 'Πολύ μακριά περιγραφή εργασίας με πολλές λεπτομέρειες '.repeat(20).trim();
  const odd = [
    ['one word without an end', 'Ω'.repeat(400)],
    ['a whole story', long],
    ['with pictures', '🔧🚗 Brakes 👨‍👩‍👧'],
    ['in Arabic', 'أحمد محمد'],
    ['in Hebrew', 'שלום עולם'],
    ['in Chinese', '李伟'],
    ['with signs that turn a line around', '\u202eevil\u202c \u200bx\u0000y'],
    ['with marks that spill over', 'Z\u0351\u0352\u0353\u0354\u0355\u0356algo'],
    ['with half a character', '\ud800'],
    ['in letters of mathematics', '𝕱𝖗𝖆𝖐𝖙𝖚𝖗'],
    ['empty', ''],
    ['a space', ' '],
    ['only new lines', '\n\n\n'],
    ['that end a PDF', '%PDF ) >> endobj'],
  ] as const;

  it.each(odd)('%s: drawn or left out, and the sum stays', async (_label, name) => {
    const estimate = estimateOf(
      [{ ...pads, options: [{ ...pads.options[0], name }], reason: name }].map(whole),
      name,
    );
    const content = await drawn({ order: orderOf({ estimate }), owner: name, car: name });
    await withPdf(content, async ({ pages }) => {
      expect(flat(pages.join('\n'))).toContain('Total of all 96.00 €');
      expect(pages.length).toBeLessThanOrEqual(3);
    });
  });

  it('whatever they are, the paper can be opened', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(text, text, text, async (name, reason, shown) => {
        const estimate = estimateOf([whole({ ...pads, options: [{ ...pads.options[0], name }], reason })]);
        const agreement = agreementOf({ estimate, choices: [{ line: '1', says: 'yes', option: 0 }], shown });
        const content = await drawn({ order: orderOf({ estimate }), agreement, owner: name });
        await withPdf(content, async ({ pages }) => expect(flat(pages.join(' '))).toContain('96.00 €'));
      }),
      { numRuns: 12 },
    );
  }, 90_000);

  it('keep what the fonts can draw, and turn no line around', () => {
    const kept = (text: string) => legible(text, has);
    expect(kept('Τακάκια – Ёжик, їжак “96 €”')).toBe('Τακάκια – Ёжик, їжак “96 €”');
    expect(kept('e\u0301te\u0301 \u202e69 €')).toBe('été 69 €');
    expect(kept('🔴 safety 🔧')).toBe(' safety');
    expect(kept('李伟 Li')).toBe('?? Li');
    expect(kept('a\r\nb\tc')).toBe('a\nb c');
  });
});

describe('the fonts', () => {
  /** Every letter of the four languages, and the signs that our texts use. */
  const letters = [
    'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
    'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюяҐЄІЇґєії',
    'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρστυφχψωςΆΈΉΊΌΎΏΪΫάέήίόύώϊϋΐΰ',
    '€₴₽.,:;·…–—-+%()[]«»“”„’/№&',
  ].join('');

  it('draw each of them, and none as the box that stands for what is missing', async () => {
    for (const font of [fonts.regular, fonts.bold]) {
      const cells = await cellsOf(font, ['\u4e00', '\u9fa5', ...letters]);
      const [box, sameBox, ...rest] = cells;
      expect(box).toBe(sameBox);
      expect(new Set(rest).has(box ?? '')).toBe(false);
      expect(rest.filter((cell) => !cell.includes('1'))).toEqual([]);
      const covers = coverageOf(font);
      expect([...letters].filter((letter) => !covers(letter.codePointAt(0) ?? 0))).toEqual([]);
      expect(covers(0x4e00)).toBe(false);
      expect(covers(0x1f534)).toBe(false);
    }
  });

  it('know exactly what they draw: a sign that is kept is never the box', async () => {
    const signs = Array.from({ length: 0x2800 }, (_, index) => index + 0x21).filter(
      (code) => code % 7 === 0 && has(code) && /[\p{L}\p{N}\p{S}\p{P}]/u.test(String.fromCodePoint(code)),
    );
    const [box, ...cells] = await cellsOf(fonts.regular, [
      '\u4e00',
      ...signs.map((code) => String.fromCodePoint(code)),
    ]);
    expect(cells.length).toBeGreaterThan(300);
    expect(signs.filter((_, index) => cells[index] === box)).toEqual([]);
  });
});

type Line = Parameters<typeof estimateOf>[0] extends readonly (infer One)[] | undefined ? One : never;
type Loose = Omit<Line, 'options'> & { readonly options: readonly Partial<Line['options'][number]>[] };

/** Fills in what a test leaves out of a way of doing a line. */
function whole({ options, ...line }: Loose): Line {
  return {
    ...line,
    options: options.map((one) => ({ name: '', parts: null, work: null, price: 9_600, ...one })),
  };
}

/** Words as one line: where a line ends is the layout's matter. */
function flat(page: string): string {
  return page.replace(/[\s\u00a0\u202f]+/g, ' ');
}

function inkOf({ width, height, data }: Pixels) {
  const ink = { left: width, right: 0, top: height, bottom: 0, share: 0 };
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      if ((data[at] ?? 255) + (data[at + 1] ?? 255) + (data[at + 2] ?? 255) > 600) continue;
      ink.left = Math.min(ink.left, x);
      ink.right = Math.max(ink.right, x);
      ink.top = Math.min(ink.top, y);
      ink.bottom = Math.max(ink.bottom, y);
      ink.share += 1 / (width * height);
    }
  return ink;
}

/** Each sign drawn alone in a cell of its own, as a pattern of black and white. */
async function cellsOf(font: Uint8Array, signs: readonly string[]): Promise<readonly string[]> {
  const [side, across] = [20, 40];
  const rows = Math.ceil(signs.length / across);
  const doc = new PDFDocument({ size: [side * across, side * rows], margin: 0, font: '' });
  const parts: Buffer[] = [];
  doc.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise((resolve) => doc.on('end', resolve));
  doc.registerFont('it', Buffer.from(font)).font('it').fontSize(12);
  for (const [index, sign] of signs.entries())
    doc.text(sign, (index % across) * side + 4, Math.floor(index / across) * side + 2, { lineBreak: false });
  doc.end();
  await ended;
  return withPdf(Buffer.concat(parts), async ({ pixels }) => {
    const { width, data } = await pixels(0, 1);
    return signs.map((_, index) => {
      const [left, top] = [(index % across) * side, Math.floor(index / across) * side];
      return Array.from({ length: side * side }, (_unused, cell) => {
        const at = ((top + Math.floor(cell / side)) * width + left + (cell % side)) * 4;
        return (data[at] ?? 255) < 128 ? '1' : '0';
      }).join('');
    });
  });
}
