import { describe, expect, it } from 'vitest';
import { verify } from '#shared/channels/telegram/verify.ts';
import { account } from '../sample.ts';

const header = 'x-telegram-bot-api-secret-token';

function check(given: string | undefined, webhookSecrets: readonly string[]): boolean {
  return verify({ headers: { [header]: given }, body: Buffer.from('{}') }, { ...account, webhookSecrets });
}

describe('a webhook’s secret', () => {
  it('opens with any of the current ones, so that they can be rotated', () => {
    for (const given of ['old_secret', 'new_secret']) {
      expect(check(given, ['old_secret', 'new_secret'])).toBe(true);
    }
    expect(check('old_secret', ['new_secret'])).toBe(false);
  });

  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['cut', 'secre'],
    ['longer', 'secret1'],
    ['with a blank', ' secret'],
    ['in capitals', 'SECRET'],
    ['very long', 's'.repeat(100_000)],
  ])('does not open when it is %s', (_label, given) => {
    expect(check(given, ['secret'])).toBe(false);
  });

  it('never opens while none is set, not even to an empty one', () => {
    for (const given of [undefined, '', 'secret']) {
      expect(check(given, [])).toBe(false);
      expect(check(given, [''])).toBe(false);
    }
  });
});
