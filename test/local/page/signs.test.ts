import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSigns } from '#infra/local/page/app/signs.ts';

const formats = (written: string): readonly (readonly [string, string])[] => {
  const { text, entities } = readSigns(written);
  return entities.map(({ type, offset, length }) => [type, text.slice(offset, offset + length)] as const);
};

describe('WhatsApp’s signs', () => {
  it.each([
    ['*Booked*, Nikos', 'Booked, Nikos', [['bold', 'Booked']]],
    [
      'at _nine_ or ~ten~',
      'at nine or ten',
      [
        ['italic', 'nine'],
        ['strikethrough', 'ten'],
      ],
    ],
    ['see ```a *b* c```', 'see a *b* c', [['pre', 'a *b* c']]],
    ['box `B1`', 'box B1', [['code', 'B1']]],
    [
      '*_both_*',
      'both',
      [
        ['bold', 'both'],
        ['italic', 'both'],
      ],
    ],
    [
      '*all the _words_*',
      'all the words',
      [
        ['bold', 'all the words'],
        ['italic', 'words'],
      ],
    ],
    [
      '(*so*), «_и так_».',
      '(so), «и так».',
      [
        ['bold', 'so'],
        ['italic', 'и так'],
      ],
    ],
    ['👍 *ok*', '👍 ok', [['bold', 'ok']]],
  ] as const)('read %j', (written, text, found) => {
    expect(readSigns(written).text).toBe(text);
    expect(formats(written)).toEqual(found);
  });

  it.each([
    '2*3*4',
    'snake_case_name',
    'мой_файл_тут',
    '* a point * of a list *',
    '*one line\nand another*',
    'https://station.example/a_b_c_/~x~/*y*',
    '* * *',
    '***',
    '____',
    '``````',
    'a lonely * star',
  ])('leave %j as it stands', (written) => {
    expect(readSigns(written)).toEqual({ text: written, entities: [] });
  });

  it('only ever take signs away, and mark nothing outside of the text', () => {
    const part = fc.constantFrom(
      '*',
      '_',
      '~',
      '`',
      '```',
      ' ',
      '\n',
      'a',
      'я',
      '👍',
      'https://a.example/',
      '<b>',
    );
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 24 }).map((parts) => parts.join('')),
        (written) => {
          const { text, entities } = readSigns(written);
          expect(text.replace(/[*_~`]/g, '')).toBe(written.replace(/[*_~`]/g, ''));
          for (const { offset, length } of entities) {
            expect(offset).toBeGreaterThanOrEqual(0);
            expect(length).toBeGreaterThan(0);
            expect(offset + length).toBeLessThanOrEqual(text.length);
          }
        },
      ),
    );
  });
});
