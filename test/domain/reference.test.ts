import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { referenceFrom, referenceText } from '#shared/domain/reference.ts';

describe('what goes along with a message', () => {
  it('comes back as it went', () => {
    const row = fc.stringMatching(/^[!-{}~]{1,130}$/);
    fc.assert(
      fc.property(row, fc.nat(9_999), (sk, part) => {
        const reference = { destination: 'telegram/4242/501/', row: sk, part };
        expect(referenceFrom(referenceText(reference))).toEqual(reference);
      }),
    );
  });

  it.each(['', 'x', '|v1|0', 'a||0', 'a|v1|', 'a|v1|-1', 'a|v1|0|0', 'a|v 1|0', 'a|v1|00000'])(
    'is not ours as "%s"',
    (text) => {
      expect(referenceFrom(text)).toBeNull();
    },
  );
});
