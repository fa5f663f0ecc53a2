import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalNumber, numberVariants } from '#shared/domain/phone.ts';

describe('a number', () => {
  it.each([
    ['+5511987654321', '+551187654321'],
    ['+5491123456789', '+541123456789'],
    ['+5215512345678', '+525512345678'],
    ['+30 690 000 00 01', '+306900000001'],
    ['306900000001', '+306900000001'],
    ['+1 (555) 010-0000', '+15550100000'],
  ])('%s is compared as %s', (number, canonical) => {
    expect(canonicalNumber(number)).toBe(canonical);
  });

  it.each([
    // Numbers of Brazil that are younger than the ninth digit; without it they would be somebody's landline.
    '+5511923456789',
    '+551133334444',
    '+5055491123456',
  ])('%s stays as it is', (number) => {
    expect(canonicalNumber(number)).toBe(number);
  });

  it.each([
    'GR.13491208655302741918',
    'tel.306900000001',
    '',
    '+',
    '12345',
    '+1234567890123456',
    '+49x151111',
  ])('%j is none', (text) => {
    expect(canonicalNumber(text)).toBeNull();
    expect(numberVariants(text)).toEqual([]);
  });

  it('is found by any of its variants, and they are compared alike', () => {
    const digits = fc.stringMatching(/^(?:55|54|549|52|521|30|1|)\d{7,11}$/);
    fc.assert(
      fc.property(digits, (text) => {
        const variants = numberVariants(`+${text}`);
        expect(variants[0]).toBe(`+${text}`);
        expect(new Set(variants.map(canonicalNumber)).size).toBe(1);
        for (const one of variants) expect(new Set(numberVariants(one))).toEqual(new Set(variants));
      }),
    );
  });
});
