import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { verify } from '#shared/channels/whatsapp/verify.ts';
import { payload } from './payload.ts';

const secret = 'app_secret';
const body = payload('text');

function signed(bytes: Buffer, key = secret, hash = 'sha256'): string {
  return createHmac(hash, key).update(bytes).digest('hex');
}

function check(signature: string | undefined, webhookSecrets = [secret], bytes = body): boolean {
  return verify({ headers: { 'x-hub-signature-256': signature }, body: bytes }, { webhookSecrets });
}

describe('a post’s signature', () => {
  it('opens over exactly the bytes that came, escaped as Meta escapes them', () => {
    expect(check(`sha256=${signed(body)}`)).toBe(true);
    const rewritten = Buffer.from(JSON.stringify(JSON.parse(body.toString())));
    expect(check(`sha256=${signed(body)}`, [secret], rewritten)).toBe(false);
    expect(check(`sha256=${signed(Buffer.alloc(0))}`, [secret], Buffer.alloc(0))).toBe(true);
  });

  it('opens over bytes that came as base64 and were decoded, not over the base64', () => {
    const decoded = Buffer.from(body.toString('base64'), 'base64');
    expect(check(`sha256=${signed(body)}`, [secret], decoded)).toBe(true);
    expect(check(`sha256=${signed(body)}`, [secret], Buffer.from(body.toString('base64')))).toBe(false);
  });

  it('opens with any of the current app secrets, so that they can be rotated', () => {
    for (const key of ['old', 'new']) expect(check(`sha256=${signed(body, key)}`, ['old', 'new'])).toBe(true);
    expect(check(`sha256=${signed(body, 'old')}`, ['new'])).toBe(false);
  });

  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['without its prefix', signed(body)],
    ['with the prefix alone', 'sha256='],
    ['cut', `sha256=${signed(body).slice(0, 63)}`],
    ['longer', `sha256=${signed(body)}0`],
    ['behind a blank', ` sha256=${signed(body)}`],
    ['twice', `sha256=${signed(body)},sha256=${signed(body)}`],
    ['in capitals', `SHA256=${signed(body).toUpperCase()}`],
    ['of another kind', `sha1=${signed(body, secret, 'sha1')}`],
    ['of another kind under the right name', `sha256=${signed(body, secret, 'sha1')}`],
    ['zeros', `sha256=${'0'.repeat(64)}`],
    ['of another secret', `sha256=${signed(body, 'verify_token')}`],
    ['of other bytes', `sha256=${signed(Buffer.concat([body, Buffer.from('\n')]))}`],
    ['very long', `sha256=${'a'.repeat(100_000)}`],
  ])('does not open when it is %s', (_label, signature) => {
    expect(check(signature)).toBe(false);
  });

  it('never opens while no secret is set, not even to one made with an empty secret', () => {
    for (const signature of [undefined, '', `sha256=${signed(body, '')}`, `sha256=${'0'.repeat(64)}`]) {
      expect(check(signature, [])).toBe(false);
      expect(check(signature, [''])).toBe(false);
    }
  });
});
