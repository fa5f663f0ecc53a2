import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressKey, addressOf, addressSchema } from '#shared/domain/address.ts';

const address = fc.record({
  channel: fc.constant('telegram' as const),
  bot: fc.stringMatching(/^\d{1,20}$/),
  chat: fc.stringMatching(/^-?\d{1,20}$/),
  thread: fc.stringMatching(/^\d{0,20}$/),
});

describe('an address', () => {
  it('is the same again after it was a key', () => {
    fc.assert(
      fc.property(address, (one) => {
        expect(addressOf(addressKey(one))).toEqual(one);
      }),
    );
  });

  it('is a key that a FIFO group takes: visible ASCII, at most 128 signs', () => {
    fc.assert(
      fc.property(address, (one) => {
        expect(addressKey(one)).toMatch(/^[!-~]{1,128}$/);
      }),
    );
  });

  it('has a key of its own', () => {
    const key = (chat: string, thread: string) =>
      addressKey({ channel: 'telegram', bot: '4242', chat, thread });
    expect(new Set([key('1', ''), key('1', '1'), key('11', ''), key('-1', ''), key('-11', '1')]).size).toBe(
      5,
    );
  });

  it.each(['', 'telegram', 'telegram/4242/501', 'telegram/4242/x y/', 'SMS/4242/501/', 'telegram//501/'])(
    'is not read from %j',
    (key) => {
      expect(() => addressOf(key)).toThrow();
    },
  );

  it.each([
    { bot: '', chat: '1', thread: '' },
    { bot: '1', chat: '1/2', thread: '' },
    { bot: '1', chat: '--1', thread: '' },
    { bot: '1', chat: '1', thread: '-5' },
  ])('cannot have parts that would run into each other: %j', (parts) => {
    expect(addressSchema.safeParse({ channel: 'telegram', ...parts }).success).toBe(false);
  });
});
