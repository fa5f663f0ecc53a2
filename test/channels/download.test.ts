import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowedUrl } from '#shared/channels/fetch-file.ts';
import { channelOf } from '#shared/channels/registry.ts';
import type { HttpClient, HttpOutcome, HttpRequest } from '#shared/runtime/http-client.ts';
import { answered, fakeHttp, lost, notSent } from '#test/runtime/fake-http.ts';

const token = '123:canary-token';
const MB = 1024 * 1024;
const jpeg = Buffer.from('\u00ff\u00d8\u00ff the picture', 'latin1');
const picture: HttpOutcome = { kind: 'answered', status: 200, headers: {}, body: jpeg };
const tooLong: HttpOutcome = { kind: 'lost', reason: 'AnswerTooLong' };

const bot = channelOf({ channel: 'telegram' });
const cloud = channelOf({ channel: 'whatsapp' });
const ofBot = { apiUrl: 'https://api.telegram.org', token };
const ofCloud = { apiUrl: 'https://graph.facebook.com/v26.0', token };

const path = (file_path: string) => answered(200, { ok: true, result: { file_path } });
const at = (url: string) => answered(200, { url, mime_type: 'image/jpeg', id: '77' });
const lookaside = 'https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=77&ext=1&hash=x';

describe('a file that somebody sent by Telegram', () => {
  it('is asked for by its id and fetched from the place that the Bot API names', async () => {
    const { http, requests } = fakeHttp(path('photos/file_7.jpg'), picture);
    expect(await bot.files.download('AgAC', ofBot, http, 20 * MB)).toEqual({ kind: 'file', content: jpeg });
    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `POST https://api.telegram.org/bot${token}/getFile`,
      `GET https://api.telegram.org/file/bot${token}/photos/file_7.jpg`,
    ]);
    expect(requests[1]?.maxAnswerBytes).toBe(20 * MB);
  });

  it.each([
    [
      '20 MB are too much for the Bot API',
      answered(400, { ok: false, description: 'Bad Request: file is too big' }),
      'tooLarge',
    ],
    [
      'its id is none (any more)',
      answered(400, { ok: false, description: 'Bad Request: wrong file_id' }),
      'gone',
    ],
    ['the token is refused', answered(401, { ok: false, description: 'Unauthorized' }), 'unreachable'],
    [
      'it is asked for too often',
      answered(429, { ok: false, description: 'Too Many Requests' }),
      'unreachable',
    ],
    ['nobody answers', notSent, 'unreachable'],
    ['the answer is no JSON', answered(200, '<html>'), 'unreachable'],
  ] as const)('cannot be had when %s', async (_when, first, why) => {
    const { http, requests } = fakeHttp(first);
    expect(await bot.files.download('AgAC', ofBot, http, MB)).toEqual({ kind: 'failed', why });
    expect(requests).toHaveLength(1);
  });

  it.each([
    '../getMe',
    'photos/../../getMe',
    '/etc/passwd',
    'photos//x',
    'https://evil.example/x',
    '',
    'a?b',
    'a#b',
    '.env',
  ])('is never fetched from a path that leads elsewhere: %s', async (file_path) => {
    const { http, requests } = fakeHttp(path(file_path), picture);
    expect(await bot.files.download('AgAC', ofBot, http, MB)).toMatchObject({ kind: 'failed' });
    expect(requests).toHaveLength(1);
  });
});

describe('a file that somebody sent by WhatsApp', () => {
  it('is looked up and fetched with the token and a name, without which Meta answers nobody', async () => {
    const { http, requests } = fakeHttp(at(lookaside), picture);
    expect(await cloud.files.download('77', ofCloud, http, 100 * MB)).toEqual({
      kind: 'file',
      content: jpeg,
    });
    expect(requests.map(({ url }) => url)).toEqual(['https://graph.facebook.com/v26.0/77', lookaside]);
    for (const { headers } of requests)
      expect(headers).toEqual({ authorization: `Bearer ${token}`, 'user-agent': expect.any(String) });
  });

  it('is looked up once more when its address has grown old on the way, and not for ever', async () => {
    const fresh = fakeHttp(at(lookaside), answered(404, ''), at(`${lookaside}2`), picture);
    expect(await cloud.files.download('77', ofCloud, fresh.http, MB)).toMatchObject({ kind: 'file' });
    const never = fakeHttp(at(lookaside), answered(404, ''), at(lookaside), answered(404, ''));
    expect(await cloud.files.download('77', ofCloud, never.http, MB)).toEqual({
      kind: 'failed',
      why: 'gone',
    });
    expect(never.requests).toHaveLength(4);
  });

  it.each([
    ['its week is over', answered(400, { error: { code: 100, message: 'x' } }), 'gone'],
    ['the token is refused', answered(401, { error: { code: 190 } }), 'unreachable'],
    ['Graph is throttled', answered(400, { error: { code: 80007 } }), 'unreachable'],
    ['the answer got lost', lost, 'unreachable'],
  ] as const)('cannot be had when %s', async (_when, first, why) => {
    const { http, requests } = fakeHttp(first);
    expect(await cloud.files.download('77', ofCloud, http, MB)).toEqual({ kind: 'failed', why });
    expect(requests).toHaveLength(1);
  });

  it.each(['../me', '77/../../me', '77?fields=x', '77#', 'https://evil.example', '', '7 7'])(
    'is never asked for by an id that is a path: %s',
    async (id) => {
      const { http, requests } = fakeHttp(at(lookaside), picture);
      expect(await cloud.files.download(id, ofCloud, http, MB)).toEqual({ kind: 'failed', why: 'gone' });
      expect(requests).toEqual([]);
    },
  );

  it('is never fetched from another host than Meta’s own, and the token goes nowhere else', async () => {
    const elsewhere = [
      'https://evil.example/x',
      'http://lookaside.fbsbx.com/x',
      'https://lookaside.fbsbx.com.evil.example/x',
      'https://lookaside.fbsbx.com@evil.example/x',
      'https://evil.example/lookaside.fbsbx.com',
      'https://lookaside.fbsbx.com:8443/x',
      'http://169.254.169.254/latest/meta-data/',
      'http://127.0.0.1:9000/x',
      'file:///etc/passwd',
      'graph.facebook.com/x',
      '',
    ];
    for (const url of elsewhere) {
      const { http, requests } = fakeHttp(at(url), picture);
      expect(await cloud.files.download('77', ofCloud, http, MB), url).toEqual({
        kind: 'failed',
        why: 'unreachable',
      });
      expect(requests, url).toHaveLength(1);
    }
  });
});

describe.each([
  ['telegram', bot, ofBot, path('a/b')],
  ['whatsapp', cloud, ofCloud, at(lookaside)],
] as const)('whatever %s answers', (_name, channel, account, found) => {
  it('a file that is longer than may be is given up on the way', async () => {
    const { http } = fakeHttp(found, tooLong);
    expect(await channel.files.download('77', account, http, MB)).toEqual({
      kind: 'failed',
      why: 'tooLarge',
    });
  });

  it('a redirect is not followed', async () => {
    const moved = answered(302, '', { location: 'https://evil.example/canary' });
    const { http, requests } = fakeHttp(found, moved);
    expect(await channel.files.download('77', account, http, MB)).toEqual({
      kind: 'failed',
      why: 'unreachable',
    });
    expect(requests.filter(({ url }) => url.includes('evil'))).toEqual([]);
  });

  it('nothing is thrown, and nothing but the API and the places it may name is called', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string(),
        fc.jsonValue(),
        fc.integer({ min: 200, max: 599 }),
        async (id, body, status) => {
          const asked: HttpRequest[] = [];
          const http: HttpClient = async (request) => {
            asked.push(request);
            return answered(status, JSON.stringify(body));
          };
          await channel.files.download(id, account, http, MB);
          expect(asked.every(({ url }) => url.startsWith(account.apiUrl))).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the place a file may be fetched from', () => {
  const hosts = ['lookaside.fbsbx.com'];
  it.each([
    ['https://graph.example/v1', 'https://graph.example/x', true],
    ['https://graph.example/v1', 'http://graph.example/x', false],
    ['https://graph.example:8443/v1', 'https://graph.example/x', false],
    ['http://127.0.0.1:4100/v26.0', 'http://127.0.0.1:4100/files?x', true],
    ['http://127.0.0.1:4100/v26.0', 'http://127.0.0.1:4101/files?x', false],
    ['http://[::1]:4100', 'http://[::1]:4100/x', true],
    ['http://graph.example', 'http://graph.example/x', false],
    ['http://127.0.0.1.evil.example', 'http://127.0.0.1.evil.example/x', false],
    ['http://127.0.0.1:4100', 'https://lookaside.fbsbx.com/x', true],
    ['no url', 'https://lookaside.fbsbx.com/x', false],
  ])('with an API at %s, is %s allowed: %s', (apiUrl, url, yes) => {
    expect(allowedUrl(url, { apiUrl, hosts }) !== null).toBe(yes);
  });
});
