import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarks } from '#shared/channels/whatsapp/read-marks.ts';
import { writeMarks, writeParts } from '#shared/channels/whatsapp/write-marks.ts';
import { type Mark, marksSchema, type RichText } from '#shared/domain/rich-text.ts';

const mark = (kind: Mark['kind'], offset: number, length: number): Mark => ({ kind, offset, length });

/** `words [bold]` of what was read, in order. */
function seen({ text, marks = [] }: RichText): readonly string[] {
  return [
    text,
    ...marks.map(({ kind, offset, length }) => `${kind}: ${text.slice(offset, offset + length)}`),
  ];
}

describe('formatting that a person typed on WhatsApp', () => {
  it.each([
    ['*now* please', ['now please', 'bold: now']],
    ['_now_, ~later~ `12 Nm`', ['now, later 12 Nm', 'italic: now', 'strike: later', 'code: 12 Nm']],
    ['(*φρένα*)', ['(φρένα)', 'bold: φρένα']],
    ['*_both_*', ['both', 'bold: both', 'italic: both']],
    ['_*one* of two_', ['one of two', 'italic: one of two', 'bold: one']],
    ['*`code` in bold*', ['code in bold', 'bold: code in bold', 'code: code']],
    ['`*not* bold`', ['*not* bold', 'code: *not* bold']],
    ['```two\nlines```', ['two\nlines', 'code: two\nlines']],
    ['so: ```a *b*``` *c*', ['so: a *b* c', 'code: a *b*', 'bold: c']],
    ['> tomorrow at *9*\nyes', ['tomorrow at 9\nyes', 'quote: tomorrow at 9', 'bold: 9']],
    ['> one\n> two\n\n> three', ['one\ntwo\n\nthree', 'quote: one\ntwo', 'quote: three']],
    ['🔧*go*🔧', ['🔧go🔧', 'bold: go']],
    ['see https://x.gr/_a_ and _b_', ['see https://x.gr/_a_ and b', 'italic: b']],
    ['*https://x.gr*', ['https://x.gr', 'bold: https://x.gr']],
    ['*a* and *b*', ['a and b', 'bold: a', 'bold: b']],
  ])('%j is read as its words and their marks', (typed, read) => {
    expect(seen(readMarks(typed))).toEqual(read);
  });

  it.each([
    '2*3*4',
    '5 * 3 * 2',
    'file_name_of_mine',
    '* one\n* two',
    '*never ends',
    '*over\nlines*',
    '* blank* *blank *',
    '**',
    '****',
    '``',
    '``````',
    '``` ```',
    'κ*ιλό*',
    '5>3 and > 2',
    '>:(',
    '>',
    '~200 €',
    'a@b_c.gr and d_e@f.gr',
    'https://x.gr/*a*/_b_?c=~d~',
    'e\u0301*x*',
  ])('%j stays as it was typed', (typed) => {
    expect(readMarks(typed)).toEqual({ text: typed });
  });

  it('never loses a letter, and its marks stand within the words, whatever is typed', () => {
    const sign = fc.constantFrom('*', '_', '~', '`', '```', '> ', '\n', ' ', 'a', 'ж', '😊', '1', '.');
    const typed = fc.oneof(
      fc.array(sign, { maxLength: 60 }).map((all) => all.join('')),
      fc.string(),
    );
    fc.assert(
      fc.property(typed, (given) => {
        const { text, marks = [] } = readMarks(given);
        const bare = (words: string) => words.replace(/[*_~`]|> /g, '');
        expect(bare(text)).toBe(bare(given));
        expect(marksSchema.safeParse(marks).success).toBe(true);
        for (const { offset, length } of marks) expect(offset + length).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 1_000 },
    );
  });

  it('keeps the signs where there are more of them than anybody means', () => {
    const typed = '*a* '.repeat(101);
    expect(readMarks(typed)).toEqual({ text: typed });
    expect(readMarks('*a* '.repeat(100)).marks).toHaveLength(100);
  });

  it.each(['*a ', '_*~', '```a', '*', '> *a', '`*a* '])('of %j a thousand times is read at once', (part) => {
    const started = performance.now();
    readMarks(part.repeat(2_500));
    expect(performance.now() - started).toBeLessThan(250);
  });
});

describe('formatting that goes to WhatsApp', () => {
  it.each([
    [{ text: 'now please', marks: [mark('bold', 0, 3)] }, '*now* please'],
    [{ text: 'a word', marks: [mark('bold', 2, 4), mark('italic', 2, 4)] }, 'a *_word_*'],
    [{ text: 'a word', marks: [mark('code', 2, 4), mark('bold', 2, 4)] }, 'a *`word`*'],
    [{ text: 'two\nlines', marks: [mark('bold', 0, 9)] }, '*two*\n*lines*'],
    [{ text: 'two\nlines', marks: [mark('code', 0, 9)] }, '```two\nlines```'],
    [{ text: ' now ', marks: [mark('strike', 0, 5)] }, ' ~now~ '],
    [{ text: 'said\nyes', marks: [mark('quote', 0, 4)] }, '> said\nyes'],
    [{ text: 'one bold', marks: [mark('bold', 0, 4), mark('bold', 4, 4)] }, '*one bold*'],
  ] as const)('%j goes as %j', (rich, written) => {
    expect(writeMarks({ ...rich, marks: [...rich.marks] })).toBe(written);
  });

  it.each([
    ['inside a word', { text: 'unbolted', marks: [mark('bold', 2, 4)] }],
    ['beside the same sign', { text: '2 * 3 is six', marks: [mark('bold', 9, 3)] }],
    ['over half a character', { text: '😊 yes', marks: [mark('bold', 1, 5)] }],
    ['over blanks only', { text: 'a   b', marks: [mark('bold', 1, 3)] }],
    ['that WhatsApp has not', { text: 'secret', marks: [mark('underline', 0, 6), mark('spoiler', 0, 6)] }],
    ['of code that holds its own sign', { text: 'a`b', marks: [mark('code', 0, 3)] }],
  ] as const)('%s is left out, and no word with it', (_label, rich) => {
    expect(writeMarks({ ...rich, marks: [...rich.marks] })).toBe(rich.text);
  });

  it('leaves out an address that opens another messenger', () => {
    const link: Mark = { ...mark('link', 0, 5), url: 'tg://user?id=1' };
    expect(writeMarks({ text: 'Maria', marks: [link] })).toBe('Maria');
  });

  it('shows the address behind a word, and once where the word is the address', () => {
    const url = 'https://parts.example/7';
    expect(writeMarks({ text: 'See here.', marks: [{ ...mark('link', 4, 4), url }] })).toBe(
      `See here (${url}).`,
    );
    const italic = [mark('italic', 0, 3), { ...mark('link', 4, 4), url: 'https://x.gr/_a_' }];
    expect(writeMarks({ text: 'See here.', marks: italic })).toBe('See here (https://x.gr/_a_).');
    expect(writeMarks({ text: url, marks: [{ ...mark('link', 0, url.length), url }] })).toBe(url);
  });

  const kinds = ['bold', 'italic', 'strike', 'code', 'quote', 'underline', 'spoiler'] as const;
  const anyMark = fc
    .record({ kind: fc.constantFrom(...kinds), from: fc.nat(40), length: fc.integer({ min: 1, max: 30 }) })
    .map(({ kind, from, length }) => mark(kind, from, length));
  const rich = fc.record({
    text: fc
      .array(fc.constantFrom('ab', 'ж', ' ', '\n', '.', '😊', '-', 'x1'), { minLength: 1, maxLength: 60 })
      .map((parts) => parts.join('')),
    marks: fc.array(anyMark, { maxLength: 6 }),
  });

  it('is read by the phone as just these words, and nothing is set off that was not', () => {
    fc.assert(
      fc.property(rich, ({ text, marks }) => {
        const given = marks.filter(({ offset, length }) => offset + length <= text.length);
        const read = readMarks(writeMarks({ text, marks: given }));
        expect(read.text).toBe(text);
        for (const { kind, offset, length } of read.marks ?? [])
          for (let at = offset; at < offset + length; at += 1)
            if (text[at] !== '\n')
              expect(
                given.some((one) => one.kind === kind && one.offset <= at && at < one.offset + one.length),
                `${kind} at ${at}`,
              ).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  it('in several parts keeps every word, and each part is short enough', () => {
    fc.assert(
      fc.property(rich, fc.integer({ min: 40, max: 90 }), fc.nat(20), ({ text, marks }, limit, less) => {
        // The same formatting over and over, and one typed sign that keeps it from being shown on its line.
        const long = `${Array.from({ length: 5 }, () => text).join(' ')} *`;
        const given = [0, 1, 2, 3, 4].flatMap((time) =>
          marks.map((one) => ({ ...one, offset: one.offset + time * (text.length + 1) })),
        );
        const parts = writeParts({ text: long, marks: given }, limit, limit - less);
        for (const [index, part] of parts.entries())
          expect(part.length).toBeLessThanOrEqual(index === 0 ? limit - less : limit);
        const bare = (words: string) => words.replace(/[*_~`>\s]/g, '');
        expect(bare(parts.join(''))).toBe(bare(long));
      }),
      { numRuns: 500 },
    );
  });
});
