import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createHttpClient, type HttpRequest } from '#shared/runtime/http-client.ts';

const open: (() => Promise<void>)[] = [];

/** A server on loopback that answers as told; `sockets` counts the connections it ever had. */
async function serve(answer: RequestListener) {
  const sockets = new Set<Socket>();
  const server = createServer({ keepAliveTimeout: 60_000 }, answer);
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  open.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => {
      server.close(resolve);
    });
  });
  const address = server.address();
  if (!isPort(address)) throw new Error('no port');
  return { url: `http://127.0.0.1:${address.port}`, sockets };
}

function isPort(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}

function post(url: string, rest: Partial<HttpRequest> = {}): HttpRequest {
  return { method: 'POST', url, headers: {}, body: 'ping', timeoutMs: 2_000, ...rest };
}

afterEach(async () => {
  vi.restoreAllMocks();
  for (const close of open.splice(0)) await close();
});

describe('a request', () => {
  it('is answered with status, headers and body, whatever the status', async () => {
    const { url } = await serve((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        response.writeHead(418, { 'x-kind': 'teapot' });
        response.end(`${request.headers['content-length']} ${Buffer.concat(chunks)}`);
      });
    });
    const outcome = await createHttpClient()(post(url, { body: 'чай' }));
    expect(outcome).toMatchObject({ kind: 'answered', status: 418, headers: { 'x-kind': 'teapot' } });
    expect(outcome.kind === 'answered' && outcome.body.toString()).toBe('6 чай');
  });

  it('uses one connection for one after the other', async () => {
    const { url, sockets } = await serve((_request, response) => response.end('ok'));
    const http = createHttpClient();
    for (let n = 0; n < 5; n += 1) expect(await http(post(url))).toMatchObject({ kind: 'answered' });
    expect(sockets.size).toBe(1);
  });

  it('does not trust a connection that was idle for long: the other side may have dropped it', async () => {
    const { url, sockets } = await serve((_request, response) => response.end('ok'));
    const http = createHttpClient();
    await http(post(url));
    const later = Date.now() + 60_000;
    vi.spyOn(Date, 'now').mockImplementation(() => later);
    expect(await http(post(url))).toMatchObject({ kind: 'answered' });
    expect(sockets.size).toBe(2);
  });

  it('follows no redirect', async () => {
    const { url } = await serve((_request, response) => {
      response.writeHead(302, { location: 'http://127.0.0.1:9/' });
      response.end();
    });
    expect(await createHttpClient()(post(url))).toMatchObject({ kind: 'answered', status: 302 });
  });
});

describe('a request that surely did nothing', () => {
  it('is one whose connection was refused', async () => {
    const { url } = await serve(() => undefined);
    for (const close of open.splice(0)) await close();
    expect(await createHttpClient()(post(url))).toEqual({ kind: 'notSent', reason: 'ECONNREFUSED' });
  });

  it.each([
    ['an address that is none', 'http://bot4242:canary token'],
    ['a scheme that is not HTTP', 'ftp://127.0.0.1/canary'],
  ])('is one to %s, and the reason does not quote it', async (_label, url) => {
    const outcome = await createHttpClient()(post(url));
    expect(outcome.kind).toBe('notSent');
    expect(JSON.stringify(outcome)).not.toContain('canary');
  });

  it('is one with a header that cannot be written', async () => {
    const headers = { 'x-name': 'a\r\nb' };
    expect(await createHttpClient()(post('http://127.0.0.1:9/', { headers }))).toMatchObject({
      kind: 'notSent',
    });
  });
});

describe('a request that may have done something', () => {
  const faults: readonly (readonly [string, RequestListener])[] = [
    ['the connection broke before the answer', (request) => request.socket.destroy()],
    [
      'the answer was cut',
      (request, response) => {
        response.writeHead(200, { 'content-length': '100' });
        response.write('{"ok":');
        setImmediate(() => request.socket.destroy());
      },
    ],
    [
      'the answer never ended',
      (_request, response) => {
        response.writeHead(200);
        const drip = setInterval(() => response.write('.'), 5);
        response.on('close', () => clearInterval(drip));
      },
    ],
    ['no answer came', () => undefined],
    [
      'the answer was larger than any we know',
      (_request, response) => {
        response.on('error', () => undefined);
        response.end(Buffer.alloc(5 * 1024 * 1024));
      },
    ],
  ];
  it.each(faults)('%s', async (_label, answer) => {
    const { url } = await serve(answer);
    const outcome = await createHttpClient()(post(`${url}/bot4242:canary/send`, { timeoutMs: 150 }));
    expect(outcome.kind).toBe('lost');
    expect(JSON.stringify(outcome)).not.toContain('canary');
  });
});

describe('a file', () => {
  const whole = Buffer.alloc(6 * 1024 * 1024, 7);
  const get = (url: string, maxAnswerBytes: number): HttpRequest =>
    post(url, { method: 'GET', body: '', timeoutMs: 5_000, maxAnswerBytes });

  it('may be as long as the caller says', async () => {
    const { url } = await serve((_request, response) => response.end(whole));
    const outcome = await createHttpClient()(get(url, whole.length));
    expect(outcome.kind === 'answered' && outcome.body.equals(whole)).toBe(true);
  });

  it('that is longer is given up, at its announced length already, and the next one comes', async () => {
    let written = 0;
    const { url } = await serve((request, response) => {
      if (request.url === '/short') return response.end('ok');
      response.on('error', () => undefined);
      if (request.url === '/announced') response.writeHead(200, { 'content-length': String(10 ** 12) });
      const drip = setInterval(() => {
        written += 64;
        response.write(Buffer.alloc(64 * 1024));
      }, 1);
      return response.on('close', () => clearInterval(drip));
    });
    const http = createHttpClient();
    for (const path of ['/announced', '/endless'])
      expect(await http(get(`${url}${path}`, 1024 * 1024)), path).toEqual({
        kind: 'lost',
        reason: 'AnswerTooLong',
      });
    expect(written).toBeLessThan(16 * 1024);
    expect(await http(get(`${url}/short`, 10))).toMatchObject({ kind: 'answered', status: 200 });
  });
});
