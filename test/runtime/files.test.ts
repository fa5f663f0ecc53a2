import { createHash, createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startFiles } from '#infra/local/files/start.ts';
import { judgeBy } from '#infra/local/runner/grants.ts';
import { fileKey, openFiles } from '#shared/runtime/files.ts';
import type { HttpOutcome } from '#shared/runtime/http-client.ts';
import { answered, fakeHttp, lost, notSent } from './fake-http.ts';

const bucket = 'station-files';
const key = fileKey('job 7');
const picture = { mime: 'image/jpeg', content: Buffer.from([0xff, 0xd8, 0, 1, 2]) };
const timing = { wait: async () => undefined };

beforeEach(() => {
  vi.stubEnv('AWS_REGION', 'eu-central-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDEXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY');
  vi.stubEnv('AWS_SESSION_TOKEN', 'session+token==');
  vi.stubEnv('AWS_ENDPOINT_URL', undefined);
  vi.stubEnv('AWS_ENDPOINT_URL_S3', undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** A store over what AWS answers, call by call. */
function store(...outcomes: readonly HttpOutcome[]) {
  const fake = fakeHttp(...outcomes);
  return { files: openFiles(bucket, fake.http, timing), requests: fake.requests };
}

describe('the name of a file', () => {
  it('tells nothing of what it was made from, and is the same for the same', () => {
    expect(key).toMatch(/^files\/[0-9a-f]{64}$/);
    expect(fileKey('job 7')).toBe(key);
    expect(fileKey('job 8')).not.toBe(key);
  });
});

describe('a call of the store', () => {
  it('is signed as AWS describes it for S3', async () => {
    vi.spyOn(Date, 'now').mockReturnValue(Date.UTC(2026, 10, 21, 9, 8, 7));
    const { files, requests } = store(answered(200, ''));
    await files.put(key, picture);
    const [request] = requests;
    const host = `${bucket}.s3.eu-central-1.amazonaws.com`;
    expect(request).toMatchObject({ method: 'PUT', url: `https://${host}/${key}`, body: picture.content });
    const hash = createHash('sha256').update(picture.content).digest('hex');
    const canonical = [
      `PUT\n/${key}\n`,
      'content-disposition:attachment',
      'content-type:image/jpeg',
      `host:${host}`,
      `x-amz-content-sha256:${hash}`,
      'x-amz-date:20261121T090807Z',
      'x-amz-security-token:session+token==\n',
      'content-disposition;content-type;host;x-amz-content-sha256;x-amz-date;x-amz-security-token',
      hash,
    ].join('\n');
    const scope = '20261121/eu-central-1/s3/aws4_request';
    const sum = createHash('sha256').update(canonical).digest('hex');
    const sign = (by: Buffer | string, what: string) => createHmac('sha256', by).update(what).digest();
    const signing = ['20261121', 'eu-central-1', 's3', 'aws4_request'].reduce<Buffer | string>(
      sign,
      'AWS4wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
    );
    const signature = sign(signing, `AWS4-HMAC-SHA256\n20261121T090807Z\n${scope}\n${sum}`).toString('hex');
    expect(request?.headers.authorization).toContain(`Credential=AKIDEXAMPLE/${scope}`);
    expect(request?.headers.authorization).toContain(`Signature=${signature}`);
  });

  it('is repeated while it may pass by itself', async () => {
    const { files, requests } = store(notSent, answered(503, ''), lost, answered(200, ''));
    await files.put(key, picture);
    expect(requests).toHaveLength(4);
  });

  it.each([
    ['refuses', answered(403, '<Error/>')],
    ['answers nobody', notSent],
  ])('fails aloud when the store %s', async (_what, outcome) => {
    await expect(store(outcome).files.put(key, picture)).rejects.toMatchObject({ name: 'SafeError' });
  });

  it('tells a file that is gone from a store that nobody can reach', async () => {
    expect(await store(answered(404, '<Error/>')).files.get(key)).toBeNull();
    await expect(store(answered(500, '')).files.get(key)).rejects.toMatchObject({ code: 'Status500' });
  });
});

describe('over the S3 of the local station', () => {
  let folder: string;
  let server: Awaited<ReturnType<typeof startFiles>>;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'files-'));
    const judge = judgeBy([], () => {});
    server = await startFiles({ dataDir: folder, buckets: [bucket], now: Date.now, judge });
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('a file comes back with its type, replaced by what was stored last, and one that is not there is told', async () => {
    vi.stubEnv('AWS_ENDPOINT_URL_S3', server.url);
    const files = openFiles(bucket);
    expect(await files.get(key)).toBeNull();
    await files.put(key, { mime: 'text/plain', content: Buffer.from('first') });
    await files.put(key, picture);
    expect(await files.get(key)).toEqual(picture);
    const longer = { mime: 'video/mp4', content: Buffer.alloc(6 * 1024 * 1024, 7) };
    await files.put(fileKey('film'), longer);
    expect((await files.get(fileKey('film')))?.content.byteLength).toBe(longer.content.byteLength);
  });
});
