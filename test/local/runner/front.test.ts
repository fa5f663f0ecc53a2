import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { endTiny, startTiny, type TinyStation } from './fixtures/tiny-station.ts';

let station: TinyStation;
beforeAll(async () => {
  station = await startTiny();
});
afterAll(() => endTiny(station));

const event = z.looseObject({
  body: z.string().optional(),
  isBase64Encoded: z.boolean(),
  headers: z.record(z.string(), z.string()),
  cookies: z.array(z.string()).optional(),
  queryStringParameters: z.record(z.string(), z.string()).optional(),
});

const echo = async (init: RequestInit, query = '') =>
  event.parse(await (await fetch(`${station.url}/echo${query}`, { method: 'POST', ...init })).json());

describe('the public port', () => {
  it('hands a function text as text, with headers in lower case, cookies apart and repeats joined', async () => {
    const given = await echo(
      {
        headers: { 'Content-Type': 'application/json', 'X-Telegram-Thing': 'A', cookie: 'a=1; b=2' },
        body: '{"a":"Ж"}',
      },
      '?x=1&x=2&y=%20',
    );
    expect(given).toMatchObject({ body: '{"a":"Ж"}', isBase64Encoded: false, cookies: ['a=1', 'b=2'] });
    expect(given.headers).toMatchObject({ 'x-telegram-thing': 'A' });
    expect(given.headers.cookie).toBeUndefined();
    expect(given.queryStringParameters).toEqual({ x: '1,2', y: ' ' });
  });

  it.each([
    ['bytes of an unknown type', 'application/octet-stream', Buffer.from([0, 255, 1])],
    ['JSON that is not UTF-8', 'application/json', Buffer.from([0x22, 0xff, 0x22])],
  ])('hands a function %s in base64, byte for byte', async (_what, type, bytes) => {
    const given = await echo({ headers: { 'content-type': type }, body: bytes });
    expect(given.isBase64Encoded).toBe(true);
    expect(Buffer.from(given.body ?? '', 'base64')).toEqual(bytes);
  });

  it('keeps a byte order mark where it is', async () => {
    const body = Buffer.from('\ufeff{}');
    const given = await echo({ headers: { 'content-type': 'application/json' }, body });
    expect(Buffer.from(given.body ?? '')).toEqual(body);
  });

  it.each([
    ['GET', '/notes'],
    ['POST', '/nothing'],
    ['POST', '/notes/'],
    ['DELETE', '/'],
    ['POST', '/%ff'],
  ])('answers %s %s as API Gateway answers a route it does not have', async (method, path) => {
    const answer = await fetch(station.url + path, { method });
    expect([answer.status, await answer.json()]).toEqual([404, { message: 'Not Found' }]);
  });

  it('refuses a body over 10 MB, announced or not, and serves the next request', async () => {
    const large = Buffer.alloc(11 * 1024 * 1024, 'x');
    expect((await post('/notes', large, { 'content-length': String(large.length) })).status).toBe(413);
    expect((await post('/notes', large, { 'transfer-encoding': 'chunked' })).status).toBe(413);
    expect((await station.post('/notes', { id: 'small', group: 'a' })).status).toBe(200);
  });

  it('answers 500 for a function that crashes, throws or takes too long, and has a new one for the next', async () => {
    expect((await station.post('/crash', {})).status).toBe(500);
    expect((await fetch(`${station.url}/notes`, { method: 'POST', body: '{not json' })).status).toBe(500);
    expect((await station.post('/slow', {})).status).toBe(500);
    expect((await station.post('/notes', { id: 'alive', group: 'a' })).status).toBe(200);
  });

  it.each([
    ['no HTTP at all', 'hello\r\n\r\n'],
    ['headers without end', `POST /notes HTTP/1.1\r\nHost: a\r\nX-A: ${'x'.repeat(20_000)}\r\n\r\n`],
    ['two lengths', 'POST /notes HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'],
    ['a path with a null byte', 'GET /\u0000 HTTP/1.1\r\nHost: a\r\n\r\n'],
  ])('answers %s with a 4xx', async (_what, text) => {
    expect(await raw(text)).toMatch(/^HTTP\/1\.1 4\d\d /);
  });

  it('does not mind a caller who hangs up in the middle of a body', async () => {
    await raw('POST /notes HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{"id"', true);
    expect((await station.post('/notes', { id: 'next', group: 'a' })).status).toBe(200);
    await station.idle();
  });
});

describe('the controls', () => {
  it('say that the station is ready', async () => {
    const answer = await fetch(`${station.url}/_local/health`);
    expect([answer.status, await answer.json()]).toEqual([200, { ready: true }]);
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['deep JSON', '['.repeat(30_000)],
    ['the past', '{"now":"2001-01-01T00:00:00Z"}'],
    ['a day without a zone', '{"now":"2027-01-01T00:00:00"}'],
    ['a negative step', '{"advanceMinutes":-1}'],
    ['a step that is no number', '{"advanceMinutes":"5"}'],
    ['a step beyond all years', '{"advanceMinutes":1e300}'],
    ['two orders at once', '{"advanceMinutes":1,"now":"2027-01-01T00:00:00Z"}'],
    ['a list', '[]'],
  ])('refuse a clock that is told %s, with a reason, and leave it alone', async (_what, body) => {
    const before = station.now();
    const answer = await fetch(`${station.url}/_local/clock`, { method: 'POST', body });
    expect([answer.status, await answer.json()]).toEqual([400, { error: expect.stringMatching(/\w{4}/) }]);
    expect(station.now() - before).toBeLessThan(60_000);
  });

  it.each([
    ['GET', '/_local/nothing', 404],
    ['POST', '/_local/health', 405],
    ['DELETE', '/_local/clock', 405],
    ['GET', '/_local/idle?timeoutMs=x', 400],
    ['GET', '/_local/alarm', 405],
    ['POST', '/_local/alarm', 400],
    ['GET', '/_local/__proto__', 404],
  ])('answer %s %s with %i', async (method, path, status) => {
    expect((await fetch(station.url + path, { method })).status).toBe(status);
  });
});

describe('the controls and the phones', () => {
  it.each([
    ['through a tunnel', 'GET /_local/phone/state HTTP/1.1\r\nHost: abc.tunnel.example\r\n\r\n'],
    [
      'from another site',
      'POST /_local/clock HTTP/1.1\r\nHost: 127.0.0.1\r\nSec-Fetch-Site: cross-site\r\nContent-Length: 0\r\n\r\n',
    ],
  ])('are not for callers %s', async (_what, text) => {
    expect(await raw(text)).toMatch(/^HTTP\/1\.1 403 /);
  });
});

describe('the page', () => {
  it('is served, and loads nothing from elsewhere', async () => {
    const answer = await fetch(station.url);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'self'/);
    const html = await answer.text();
    for (const [, path] of html.matchAll(/(?:src|href)="(\/[^"]+)"/g)) {
      expect((await fetch(station.url + path)).status, path).toBe(200);
    }
  });
});

function post(
  path: string,
  body: Buffer,
  headers: Record<string, string>,
): Promise<{ status: number | undefined }> {
  return new Promise((resolve, reject) => {
    const sending = request(station.url + path, { method: 'POST', headers }, (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode });
      sending.destroy();
    });
    // Once the answer is there the server may drop the rest of the body.
    sending.on('error', reject);
    sending.end(body);
  });
}

function raw(text: string, hangUp = false): Promise<string> {
  const { hostname, port } = new URL(station.url);
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => {
      socket.write(text, () => hangUp && socket.destroy());
    });
    socket.on('data', (bytes) => {
      answer += bytes.toString('latin1');
      socket.end();
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(answer));
  });
}
