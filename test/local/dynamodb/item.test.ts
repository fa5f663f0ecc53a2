import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AttributeValue, isItem, itemSize, itemText } from '#infra/local/dynamodb/item.ts';

const value: fc.Arbitrary<AttributeValue> = fc.letrec<{ value: AttributeValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.record({ S: fc.string({ unit: 'grapheme' }) }),
    fc.record({ N: fc.integer().map(String) }),
    fc.record({ BOOL: fc.boolean() }),
    fc.record({ L: fc.array(tie('value'), { maxLength: 3 }) }),
    fc.record({ M: fc.dictionary(fc.string({ maxLength: 5 }), tie('value'), { maxKeys: 3 }) }),
  ),
})).value;
const item = fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), value, { maxKeys: 6 });

describe('the size of an item', () => {
  it.each<[string, Record<string, AttributeValue>, number]>([
    ['names count', { abc: { S: '' } }, 3],
    ['Cyrillic letters are two bytes', { ж: { S: 'жж' } }, 6],
    ['a number is about half its digits', { n: { N: '12345' } }, 1 + 4],
    ['zeros at both ends are free', { n: { N: '0.0012000' } }, 1 + 2],
    ['a minus costs', { n: { N: '-12' } }, 1 + 3],
    ['bytes are counted, not their base64', { b: { B: 'AAEC' } }, 1 + 3],
    ['flags and null are a byte', { a: { BOOL: true }, b: { NULL: true } }, 4],
    ['sets are the sum of their members', { s: { SS: ['ab', 'c'] }, n: { NS: ['1', '22'] } }, 2 + 3 + 4],
    [
      'a list has three bytes and one for each member',
      { l: { L: [{ S: 'a' }, { S: 'bc' }] } },
      1 + 3 + 2 + 3,
    ],
    ['a map too', { m: { M: { a: { S: 'b' } } } }, 1 + 3 + 1 + 2],
  ])('%s', (_label, value, bytes) => {
    expect(itemSize(value)).toBe(bytes);
  });
});

describe('the text of an item', () => {
  it('does not depend on the order of the attributes', () => {
    fc.assert(
      fc.property(item, (original) => {
        const turned = Object.fromEntries(Object.entries(original).toReversed());
        expect(itemText(turned)).toBe(itemText(original));
      }),
    );
  });

  it('is the same only for the same item', () => {
    fc.assert(
      fc.property(item, item, (a, b) => {
        fc.pre(JSON.stringify(a) !== JSON.stringify(b));
        const same = itemText(a) === itemText(b);
        if (same) expect(a).toEqual(b);
      }),
    );
  });

  it('takes 1 and 1.0 for one number', () => {
    expect(itemText({ id: { N: '1.0' } })).toBe(itemText({ id: { N: '1' } }));
  });
});

describe('what is an item', () => {
  it('is any map of values', () => {
    fc.assert(fc.property(item, (each) => isItem(each)));
  });

  it.each([
    ['null', null],
    ['a list', []],
    ['a value of two types', { a: { S: 'a', N: '1' } }],
    ['an unknown type', { a: { X: 'a' } }],
    ['a number that is not a text', { a: { N: 1 } }],
    ['a list with something else in it', { a: { L: ['a'] } }],
  ])('is not %s', (_label, value) => {
    expect(isItem(value)).toBe(false);
  });
});
