import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phrase, phraseKeys, phraseSchema } from '#shared/domain/phrase.ts';
import { phraseOf } from '#test/text/arbitraries.ts';

describe('a phrase', () => {
  it.each(phraseKeys)('%s is the same again after it was stored', (key) => {
    fc.assert(
      fc.property(phraseOf(key), (one) => {
        expect(phraseSchema.parse(JSON.parse(JSON.stringify(one)))).toEqual(one);
      }),
      { numRuns: 20 },
    );
  });

  it('is refused when it lacks what it says', () => {
    expect(() => phraseSchema.parse({ key: 'booked', args: { ref: 'X' } })).toThrow();
    expect(() => phraseSchema.parse({ key: 'labelSlot', args: {} })).toThrow();
  });

  it('of a newer version is refused, not guessed', () => {
    expect(() => phraseSchema.parse({ key: 'saidTomorrow', args: {} })).toThrow();
  });

  it('without arguments needs none', () => {
    expect(phrase('menu')).toEqual({ key: 'menu', args: {} });
  });

  it('keeps nothing beside its arguments', () => {
    const stored = { key: 'labelSlot', args: { start: 1, phone: '+306900000000' } };
    expect(phraseSchema.parse(stored)).toEqual({ key: 'labelSlot', args: { start: 1 } });
  });
});
