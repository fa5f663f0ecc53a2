import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkTo, stretchesOf } from '#infra/local/page/app/stretches.ts';

describe('The text of a message', () => {
  it('loses and gains no letter, whatever its entities say', () => {
    const entity = fc.record({
      type: fc.constantFrom(
        'bold',
        'italic',
        'code',
        'url',
        'text_link',
        'phone_number',
        'bot_command',
        'spoiler',
      ),
      offset: fc.integer({ min: -3, max: 40 }),
      length: fc.integer({ min: -3, max: 40 }),
      url: fc.option(fc.string(), { nil: undefined }),
    });
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.array(entity, { maxLength: 6 }),
        (text, entities) => {
          expect(
            stretchesOf(text, entities)
              .map((stretch) => stretch.text)
              .join(''),
          ).toBe(text);
        },
      ),
    );
  });

  it('is formatted where its entities lie, over each other too', () => {
    const entities = [
      { type: 'bold', offset: 0, length: 7 },
      { type: 'italic', offset: 4, length: 7 },
    ];
    expect(stretchesOf('one two three', entities).map(({ text, formats }) => [text, formats])).toEqual([
      ['one ', ['bold']],
      ['two', ['bold', 'italic']],
      [' thr', ['italic']],
      ['ee', []],
    ]);
  });

  it('counts as Telegram does, in UTF-16 units', () => {
    expect(
      stretchesOf('👍 Booked', [{ type: 'bold', offset: 3, length: 6 }]).map(({ text }) => text),
    ).toEqual(['👍 ', 'Booked']);
  });

  it.each([
    ['See https://station.example/c/x.', 'https://station.example/c/x', 'https://station.example/c/x'],
    ['Write to a@b.example', '', ''],
  ])('links the addresses in %j', (text, words, href) => {
    const link = stretchesOf(text, []).find((stretch) => stretch.href);
    expect([link?.text ?? '', link?.href ?? '']).toEqual([words, href]);
  });

  it.each([
    ['text_link', 'here', 'https://a.example', 'https://a.example'],
    ['text_link', 'here', 'javascript:alert(1)', ''],
    ['text_link', 'here', 'tg://user?id=1', ''],
    ['phone_number', '+30 2310 000000', undefined, 'tel:+302310000000'],
    ['url', 'station.example', undefined, 'https://station.example'],
    ['url', 'javascript:alert(1)', undefined, ''],
    ['email', 'desk@station.example', undefined, 'mailto:desk@station.example'],
  ])('leads from a %s "%s" to %s as "%s"', (type, text, url, href) => {
    expect(stretchesOf(text, [{ type, offset: 0, length: text.length, url }])[0]?.href).toBe(href);
  });

  it('finds the bot’s commands, but not the halves of a date or an address', () => {
    const commands = (text: string) =>
      stretchesOf(text, []).flatMap(({ command }) => (command ? [command] : []));
    expect(commands('Try /book or /my_cars.')).toEqual(['/book', '/my_cars']);
    expect(commands('24/11 and https://a.example/book')).toEqual([]);
  });

  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    '//evil.example',
    'vbscript:x',
    'file:///etc/passwd',
    ' javascript:x',
    '',
  ])('never makes a link of %j', (address) => {
    expect(linkTo(address)).toEqual({});
  });

  it.each(['/_local/phone/file?id=1', 'https://a.example', 'tel:+302310000000'])(
    'makes a link of %j',
    (address) => {
      expect(linkTo(address)).toEqual({ href: address });
    },
  );
});
