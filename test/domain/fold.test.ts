import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '#shared/domain/fold.ts';

describe('A folded word', () => {
  it.each([
    ['Λάδια,  ΑΎΡΙΟ!', 'λαδια αυριο'],
    ['Шиномонтаж ещё й її ґанок', 'шиномонтаж еще и іі ганок'],
    ["don't — DON’T", 'dont dont'],
    ['μαΐου ς', 'μαιου σ'],
    [' два  слова ', 'два слова'],
  ])('has no case, accents or marks: «%s»', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('stays as it is when it is folded again, also beside what is not folded yet', () => {
    const letters = "абвийёєіїґьыэюяzqaeiouxyάαέηίϊΐόύϋςσω0158 '’-,.ßﬁ①".split('');
    const written = fc.oneof(
      fc.string({ unit: fc.constantFrom(...letters) }),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(written, (text) => {
        const once = fold(text);
        expect(fold(once)).toBe(once);
        // A mark beside it keeps it from being taken as folded already.
        expect(fold(`${text} !`)).toBe(once);
      }),
    );
  });
});
