import { describe, expect, it } from 'vitest';
import { failureOf } from '#shared/channels/whatsapp/codes.ts';
import { failureSchema } from '#shared/domain/failure.ts';

/** Meta's codes by what is done about them. */
const meanings = {
  'a pause for this person': [131_056],
  'a pause for the number': [4, 17, 32, 613, 80_007, 80_008, 130_429, 131_064, 133_016],
  'a pause, longer for what nobody asked for': [131_048],
  'a prepared notice instead': [131_047],
  'the end, until they write again': [130_403, 131_026],
  'the end of this message': [
    33, 100, 130_472, 130_501, 131_008, 131_009, 131_021, 131_030, 131_049, 131_050, 131_051, 131_052,
    131_053, 131_062, 131_063, 132_000, 132_001, 132_005, 132_007, 132_008, 132_012, 132_015, 132_016,
    132_018, 132_068, 132_069, 137_000,
  ],
  'an alarm: token or permission': [0, 3, 10, 102, 190, 200, 250, 299, 131_005],
  'an alarm: payment': [131_042, 131_044],
  'an alarm: account': [368, 130_497, 131_031, 131_037, 131_045, 133_010],
  'a wait for the status': [1, 2, 131_000, 131_016, 131_057, 135_000],
} as const;

const failures = {
  'a pause for this person': { kind: 'throttled', retryAfterSeconds: null, scope: 'chat', unasked: false },
  'a pause for the number': { kind: 'throttled', retryAfterSeconds: null, scope: 'account', unasked: false },
  'a pause, longer for what nobody asked for': {
    kind: 'throttled',
    retryAfterSeconds: null,
    scope: 'account',
    unasked: true,
  },
  'a prepared notice instead': { kind: 'windowClosed' },
  'the end, until they write again': { kind: 'blocked' },
  'the end of this message': { kind: 'rejected' },
  'an alarm: token or permission': { kind: 'unauthorized', why: 'token' },
  'an alarm: payment': { kind: 'unauthorized', why: 'payment' },
  'an alarm: account': { kind: 'unauthorized', why: 'account' },
  'a wait for the status': { kind: 'ambiguous' },
} as const satisfies Record<keyof typeof meanings, object>;

const cases = Object.entries(meanings).flatMap(([meaning, codes]) =>
  codes.map((code) => ({ meaning, code })),
);

describe('a code of Meta’s', () => {
  it.each(cases)('$code means $meaning', ({ meaning, code }) => {
    const failure = failureOf(code);
    expect(failureSchema.parse(failure)).toEqual(failure);
    expect(failure).toMatchObject(Object.entries(failures).find(([name]) => name === meaning)?.[1] ?? {});
    if (failure && 'reason' in failure)
      expect(failure.reason).toMatch(new RegExp(`^${code} [a-zA-Z0-9 ]{5,80}$`));
  });

  it.each([199, 300, 5, 131_041, 131_207, 138_000, 2_388_040])('%d is not known', (code) => {
    expect(failureOf(code)).toBeNull();
  });
});
