import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApiError } from '#infra/local/telegram/errors.ts';
import { formatted } from '#infra/local/telegram/formatted.ts';

const html = (text: string) => formatted(text, 'HTML', undefined);
const markdown = (text: string) => formatted(text, 'MarkdownV2', undefined);
const why = (parse: () => unknown): string => {
  try {
    parse();
  } catch (error) {
    if (error instanceof ApiError) return error.message.replace("Bad Request: can't parse entities: ", '');
    throw error;
  }
  return 'taken';
};

describe('HTML', () => {
  it('marks nested stretches in UTF-16 units', () => {
    expect(
      html('😀 <b>bold <i>both</i></b> &lt;tag&gt; <a href="https://a.gr/?x=1&amp;y=2">link</a>'),
    ).toEqual({
      text: '😀 bold both <tag> link',
      entities: [
        { type: 'bold', offset: 3, length: 9 },
        { type: 'italic', offset: 8, length: 4 },
        { type: 'text_link', offset: 19, length: 4, url: 'https://a.gr/?x=1&y=2' },
      ],
    });
  });

  it('moves marks when blanks before the text are cut away', () => {
    expect(html('  <b>x</b> ')).toEqual({ text: 'x', entities: [{ type: 'bold', offset: 0, length: 1 }] });
  });

  const refused: readonly (readonly [string, string])[] = [
    ['<b>x', 'Can\'t find end tag corresponding to start tag "b"'],
    ['x</b>', 'Unexpected end tag at byte offset 1'],
    ['<b>x</i>', 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
    ['é <h1>x</h1>', 'Unsupported start tag "h1" at byte offset 3'],
    ['a < b', 'Unsupported start tag "" at byte offset 2'],
    ['<b', 'Unclosed start tag at byte offset 0'],
    ['<b>x</b', 'Unclosed end tag at byte offset 4'],
    ['<span>x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
  ];
  it.each(refused)('refuses %s', (text, words) => {
    expect(why(() => html(text))).toBe(words);
  });
});

describe('MarkdownV2', () => {
  it('marks what it should and gives escaped characters back', () => {
    expect(markdown('*bold _both_* `code` [link](https://a.gr) 5\\.5')).toEqual({
      text: 'bold both code link 5.5',
      entities: [
        { type: 'bold', offset: 0, length: 9 },
        { type: 'italic', offset: 5, length: 4 },
        { type: 'code', offset: 10, length: 4 },
        { type: 'text_link', offset: 15, length: 4, url: 'https://a.gr' },
      ],
    });
  });

  const refused: readonly (readonly [string, string])[] = [
    ['Done.', "Character '.' is reserved and must be escaped with the preceding '\\'"],
    ['1-2', "Character '-' is reserved and must be escaped with the preceding '\\'"],
    ['*bold', "Can't find end of Bold entity at byte offset 0"],
    ['ж _x', "Can't find end of Italic entity at byte offset 3"],
    ['`code', "Can't find end of Code entity at byte offset 0"],
  ];
  it.each(refused)('refuses %s', (text, words) => {
    expect(why(() => markdown(text))).toBe(words);
  });
});

describe('both', () => {
  it('take any text once its special characters are escaped, and give it back as it was', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 });
    const escapeHtml = (raw: string) =>
      raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const escapeMarkdown = (raw: string) => raw.replace(/[_*[\]()~`>#+\-=|{}.!\\]/g, '\\$&');
    await fc.assert(
      fc.property(text, (raw) => {
        expect(html(escapeHtml(raw)).text).toBe(raw.trim());
        expect(markdown(escapeMarkdown(raw)).text).toBe(raw.trim());
      }),
    );
  });

  it('either take a text or refuse it in words: never anything else', async () => {
    const noise = fc.string({ unit: fc.constantFrom(...'<>/ab&;"= *_~`[]()\\!|.\n>😀'), maxLength: 40 });
    await fc.assert(
      fc.property(noise, (text) => {
        for (const parse of [html, markdown]) expect(typeof why(() => parse(text))).toBe('string');
      }),
      { numRuns: 2000 },
    );
  });
});
