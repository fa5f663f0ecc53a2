import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digitsFrom, tokenFrom } from '#shared/domain/token.ts';

const chance = fc.stringMatching(/^[0-9a-f]{32}$/);

describe('what must not be guessed', () => {
  it('is eight digits, zeros in front included', () => {
    fc.assert(
      fc.property(chance, (hex) => {
        expect(digitsFrom(hex)).toMatch(/^\d{8}$/);
      }),
    );
    expect(digitsFrom('0'.repeat(31).concat('7'))).toBe('00000007');
  });

  it('is a token of its own for every message, and loses nothing of the chance it was made of', () => {
    fc.assert(
      fc.property(chance, chance, (one, other) => {
        const tokens = [0, 1, 2].map((index) => tokenFrom(one, index));
        for (const token of tokens) expect(token).toMatch(/^[\w-]{22}$/);
        expect(new Set(tokens).size).toBe(3);
        expect(tokenFrom(one, 0) === tokenFrom(other, 0)).toBe(one === other);
      }),
    );
  });
});
