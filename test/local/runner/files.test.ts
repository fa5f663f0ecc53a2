import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFiles } from '#infra/local/files/start.ts';
import { judgeBy } from '#infra/local/runner/grants.ts';

let folder: string;
let files: Awaited<ReturnType<typeof startFiles>>;
const open = () =>
  startFiles({
    dataDir: folder,
    buckets: ['photos'],
    now: () => Date.UTC(2026, 10, 23),
    judge: judgeBy([], () => {}),
  });
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'files-'));
  files = await open();
});
afterAll(async () => {
  await files.close();
  rmSync(folder, { recursive: true, force: true });
});

const authorization = 'AWS4-HMAC-SHA256 Credential=owner/20261123/eu-central-1/s3/aws4_request';
const s3 = (method: string, path: string, init: RequestInit = {}) =>
  fetch(`${files.url}/photos${path}`, {
    method,
    ...init,
    headers: { authorization, ...Object.fromEntries(new Headers(init.headers)) },
  });

describe('the files of the local station', () => {
  it('come back as they were put, with their type, also after a restart', async () => {
    const bytes = Buffer.from([0xff, 0xd8, 0, 1, 2]);
    const headers = { 'content-type': 'image/jpeg', 'x-amz-meta-case': '7' };
    expect((await s3('PUT', '/v/1/ж%20a.jpg', { body: bytes, headers })).status).toBe(200);
    await files.close();
    files = await open();
    const found = await s3('GET', '/v/1/ж%20a.jpg');
    expect(Buffer.from(await found.arrayBuffer())).toEqual(bytes);
    expect([found.headers.get('content-type'), found.headers.get('x-amz-meta-case')]).toEqual([
      'image/jpeg',
      '7',
    ]);
    const part = await s3('GET', '/v/1/ж%20a.jpg', { headers: { range: 'bytes=1-2' } });
    expect([part.status, Buffer.from(await part.arrayBuffer())]).toEqual([206, bytes.subarray(1, 3)]);
    expect((await s3('HEAD', '/v/1/ж%20a.jpg')).headers.get('content-length')).toBe('5');
  });

  it('are taken in the chunks in which SDKs send streams', async () => {
    const body = '5;chunk-signature=x\r\nhello\r\n6\r\n world\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n';
    const headers = { 'content-encoding': 'aws-chunked' };
    await s3('PUT', '/chunked', { body, headers });
    expect(await (await s3('GET', '/chunked')).text()).toBe('hello world');
    expect((await s3('PUT', '/cut', { body: '5\r\nhel', headers })).status).toBe(400);
  });

  it('are not overwritten where that is asked for', async () => {
    const headers = { 'if-none-match': '*' };
    expect((await s3('PUT', '/once', { body: 'a', headers })).status).toBe(200);
    expect((await s3('PUT', '/once', { body: 'b', headers })).status).toBe(412);
    expect(await (await s3('GET', '/once')).text()).toBe('a');
  });

  it('are listed by prefix, page by page, and deleted one by one or together', async () => {
    for (const name of ['a', 'b&c', 'd']) await s3('PUT', `/list/${name}`, { body: name });
    const first = await (await s3('GET', '?list-type=2&prefix=list/&max-keys=2')).text();
    expect(first.match(/<Key>[^<]+/g)).toEqual(['<Key>list/a', '<Key>list/b&amp;c']);
    const next = await (await s3('GET', '?list-type=2&prefix=list/&continuation-token=list/b%26c')).text();
    expect(next.match(/<Key>[^<]+/g)).toEqual(['<Key>list/d']);
    await s3('DELETE', '/list/a');
    const body =
      '<Delete><Object><Key>list/b&amp;c</Key></Object><Object><Key>list/d</Key></Object></Delete>';
    await s3('POST', '?delete', { body });
    expect(await (await s3('GET', '?list-type=2&prefix=list/')).text()).toContain('<KeyCount>0</KeyCount>');
  });

  it('are refused to strangers and to links that have expired', async () => {
    await s3('PUT', '/secret', { body: 'x' });
    expect((await fetch(`${files.url}/photos/secret`)).status).toBe(403);
    const link = (date: string) =>
      `${files.url}/photos/secret?X-Amz-Credential=owner/1&X-Amz-Expires=60&X-Amz-Date=${date}`;
    expect((await fetch(link('20010101T000000Z'))).status).toBe(403);
    const now = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
    expect((await fetch(link(now))).status).toBe(200);
  });

  it('are missing in S3’s own words', async () => {
    const missing = await s3('GET', '/nothing');
    expect([missing.status, await missing.text()]).toEqual([
      404,
      expect.stringContaining('<Code>NoSuchKey</Code>'),
    ]);
    expect((await fetch(`${files.url}/other/x`, { headers: { authorization } })).status).toBe(404);
  });
});
