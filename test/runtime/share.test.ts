import { createHash, createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openShare } from '#shared/runtime/share.ts';

const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const key = `files/${'a1'.repeat(32)}`;

beforeEach(() => {
  vi.stubEnv('AWS_REGION', 'eu-central-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAIOSFODNN7EXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', secret);
  vi.stubEnv('AWS_SESSION_TOKEN', 'session/+=token');
  vi.stubEnv('AWS_ENDPOINT_URL', undefined);
  vi.stubEnv('AWS_ENDPOINT_URL_S3', undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

/** The signature as AWS says that it is made, from the address alone: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html */
function signatureOf(url: URL): string {
  const sha = (text: string) => createHash('sha256').update(text).digest('hex');
  const hmac = (by: string | Buffer, text: string) => createHmac('sha256', by).update(text).digest();
  const pairs = url.search
    .slice(1)
    .split('&')
    .filter((pair) => !pair.startsWith('X-Amz-Signature='))
    .sort();
  const canonical = [
    'GET',
    url.pathname,
    pairs.join('&'),
    `host:${url.host}\n`,
    'host',
    'UNSIGNED-PAYLOAD',
  ].join('\n');
  const when = url.searchParams.get('X-Amz-Date') ?? '';
  const scope = `${when.slice(0, 8)}/eu-central-1/s3/aws4_request`;
  const by = ['eu-central-1', 's3', 'aws4_request'].reduce<Buffer>(
    (made, part) => hmac(made, part),
    hmac(`AWS4${secret}`, when.slice(0, 8)),
  );
  return hmac(by, ['AWS4-HMAC-SHA256', when, scope, sha(canonical)].join('\n')).toString('hex');
}

describe('an address under which a stored file is fetched', () => {
  it('is signed for that file and one minute, and names the download', async () => {
    const url = new URL(await openShare('bucket')(key, 'my-data-2026-11-23.zip'));
    expect(`${url.origin}${url.pathname}`).toBe(`https://bucket.s3.eu-central-1.amazonaws.com/${key}`);
    expect(url.searchParams.get('X-Amz-Expires')).toBe('60');
    expect(url.searchParams.get('X-Amz-Security-Token')).toBe('session/+=token');
    expect(url.searchParams.get('response-content-disposition')).toBe(
      'attachment; filename="my-data-2026-11-23.zip"',
    );
    expect(url.searchParams.get('X-Amz-Signature')).toBe(signatureOf(url));
  });

  it('is signed as well where a name has odd signs', async () => {
    const url = new URL(await openShare('bucket')(key, `a"b'(c)*!\n.zip`));
    expect(url.searchParams.get('response-content-disposition')).toBe(
      'attachment; filename="a-b--c----.zip"',
    );
    expect(url.searchParams.get('X-Amz-Signature')).toBe(signatureOf(url));
  });

  it('is of the local store where there is one', async () => {
    vi.stubEnv('AWS_ENDPOINT_URL_S3', 'http://127.0.0.1:4572');
    const url = new URL(await openShare('bucket')(key, 'x.zip'));
    expect(`${url.origin}${url.pathname}`).toBe(`http://127.0.0.1:4572/bucket/${key}`);
    expect(url.searchParams.get('X-Amz-Signature')).toBe(signatureOf(url));
  });
});
