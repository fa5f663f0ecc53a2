import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { telegram } from '#shared/channels/telegram/channel.ts';
import { envelopeSchema } from '#shared/domain/inbound.ts';
import type { HttpClient, HttpOutcome, HttpRequest } from '#shared/runtime/http-client.ts';
import { openQueue } from '#shared/runtime/queues.ts';
import { accountSource } from '#shared/runtime/secrets.ts';
import { createWebhook } from '#shared/runtime/webhook.ts';
import { payload, payloadNames } from '../../channels/telegram/payload.ts';
import { capture } from '../../runtime/capture.ts';
import { answered, lost, notSent } from '../../runtime/fake-http.ts';
import { contextOf, eventOf, type Posted } from '../../runtime/lambda.ts';

const queueUrl = 'https://sqs.eu-central-1.amazonaws.com/1/inbound.fifo';
const token = '4242:AAF-canary-token-canary-token-12345';
const header = 'x-telegram-bot-api-secret-token';
const arrived = Date.UTC(2026, 10, 21, 10);
const sent = answered(200, { MessageId: 'm1' });
const stored = answered(200, {
  Parameter: { Value: JSON.stringify({ botToken: token, webhookSecrets: ['canary_old', 'canary_new'] }) },
});

/** The webhook over an AWS that answers as told; every call that leaves it is counted. */
function webhook(queue: HttpOutcome = sent, parameter: HttpOutcome = stored) {
  const calls: HttpRequest[] = [];
  const http: HttpClient = async (request) => {
    calls.push(request);
    return request.url.includes('ssm.') ? parameter : queue;
  };
  const handler = createWebhook({
    channel: telegram,
    account: accountSource(telegram.account, http),
    inbound: openQueue(queueUrl, http, { wait: async () => undefined }),
    now: () => arrived,
  });
  const post = (posted: Posted) =>
    handler(eventOf({ headers: { [header]: 'canary_new' }, ...posted }), contextOf('r1'));
  return { post, queued: () => calls.filter(({ url }) => url.includes('sqs.')).map(messageOf), calls };
}

const message = z.object({
  MessageBody: z.string(),
  MessageGroupId: z.string(),
  MessageDeduplicationId: z.string(),
});

function messageOf(request: HttpRequest) {
  const {
    MessageBody,
    MessageGroupId: group,
    MessageDeduplicationId: dedupe,
  } = message.parse(JSON.parse(String(request.body)));
  return { group, dedupe, inbound: envelopeSchema.parse(JSON.parse(MessageBody)).inbound };
}

let written: ReturnType<typeof capture>;
beforeEach(() => {
  vi.stubEnv('TELEGRAM_SECRETS', '/station/test/telegram');
  written = capture();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe('an update with the right secret', () => {
  it('is on the queue before it is answered, in its chat’s group and under an id that a retry shares', async () => {
    const { post, queued } = webhook();
    expect(await post({ body: payload('text') })).toEqual({ statusCode: 200, headers: {}, body: '' });
    await post({ body: payload('text') });
    expect(queued()).toMatchObject([
      {
        group: 'telegram/4242/501/',
        dedupe: 'telegram/4242/501//u9001',
        inbound: { id: 'u9001', at: 1_795_000_000_000, event: { kind: 'text' } },
      },
      { dedupe: 'telegram/4242/501//u9001' },
    ]);
  });

  it('is read from base64 as well', async () => {
    const { post, queued } = webhook();
    expect(await post({ body: payload('text'), base64: true })).toMatchObject({ statusCode: 200 });
    expect(queued()[0]?.inbound.event).toEqual({
      kind: 'text',
      text: 'Καλημέρα, θέλω σέρβις αύριο στις 5 😊',
    });
  });

  it('gets the moment of its arrival where Telegram names none', async () => {
    const { post, queued } = webhook();
    await post({ body: payload('tap') });
    expect(queued()).toMatchObject([{ inbound: { at: arrived, event: { kind: 'tap' } } }]);
  });

  it('opens with the old and the new secret while they are rotated, whatever the case of the header', async () => {
    const { post } = webhook();
    for (const headers of [{ [header]: 'canary_old' }, { 'X-Telegram-Bot-Api-Secret-Token': 'canary_new' }]) {
      expect(await post({ body: payload('text'), headers })).toMatchObject({ statusCode: 200 });
    }
  });

  it('reads the secrets once for many updates', async () => {
    const { post, calls } = webhook();
    for (let n = 0; n < 10; n += 1) await post({ body: payload('text') });
    expect(calls.filter(({ url }) => url.includes('ssm.'))).toHaveLength(1);
  });

  it('with characters that SQS refuses arrives with every one of them', async () => {
    const { post, queued } = webhook();
    const body = payload('text').toString().replace('Καλημέρα', '\\uffff\\ufffe\\u0001\\ud800 ok');
    expect(await post({ body })).toMatchObject({ statusCode: 200 });
    expect(queued()[0]?.inbound.event).toMatchObject({
      text: '\uffff\ufffe\u0001\ud800 ok, θέλω σέρβις αύριο στις 5 😊',
    });
  });

  it('that is far too long is cut visibly and fits the queue', async () => {
    const { post, queued, calls } = webhook();
    const body = payload('text').toString().replace('Καλημέρα', 'я\uffff'.repeat(1_000_000));
    expect(await post({ body })).toMatchObject({ statusCode: 200 });
    expect(queued()[0]?.inbound.event).toMatchObject({ text: expect.stringMatching(/ \[…\]$/) });
    expect(String(calls.at(-1)?.body).length).toBeLessThan(200_000);
  });
});

describe('what cannot be worked with', () => {
  const bodies: readonly (readonly [string, Posted, string])[] = [
    ['nothing', {}, 'not JSON'],
    ['an empty body', { body: '' }, 'not JSON'],
    ['half a body', { body: payload('text').subarray(0, 80) }, 'not JSON'],
    ['a compressed body', { body: gzipSync(payload('text')), base64: true }, 'not JSON'],
    ['100,000 nested lists', { body: '['.repeat(100_000) + ']'.repeat(100_000) }, 'not an update'],
    ['a message of another bot', { body: payload('from-a-bot') }, 'sent by a bot'],
    [
      'an update of tomorrow',
      { body: payload('update-of-tomorrow') },
      'unknown kind of update: hologram_call',
    ],
  ];
  it.each(bodies)(
    'is accepted, since Telegram would repeat it for a day, and logged: %s',
    async (_label, posted, reason) => {
      const { post, queued } = webhook();
      expect(await post(posted)).toMatchObject({ statusCode: 200 });
      expect(queued()).toEqual([]);
      expect(written.lines()).toMatchObject([{ message: 'Answered', requestId: 'r1', status: 200, reason }]);
    },
  );

  it('is refused when it is larger than Lambda takes', async () => {
    const { post, calls } = webhook();
    expect(await post({ body: Buffer.alloc(7 * 1024 * 1024, '[') })).toMatchObject({ statusCode: 413 });
    expect(calls).toEqual([]);
  });
});

describe('a forged request', () => {
  it.each([
    ['no secret', {}],
    ['an empty secret', { [header]: '' }],
    ['a wrong secret', { [header]: 'canary_nes' }],
    ['a cut secret', { [header]: 'canary_ne' }],
    ['two secrets at once', { [header]: 'canary_old, canary_new' }],
  ])('with %s is refused without any call', async (_label, headers) => {
    const { post, calls } = webhook();
    await post({ body: payload('text') });
    const before = calls.length;
    for (const body of [payload('text'), '{', undefined]) {
      expect(await post({ headers, ...(body === undefined ? {} : { body }) })).toMatchObject({
        statusCode: 401,
      });
    }
    expect(calls).toHaveLength(before);
  });

  it('never gets in while no secret is set', async () => {
    const none = answered(200, {
      Parameter: { Value: JSON.stringify({ botToken: token, webhookSecrets: [] }) },
    });
    const { post, queued } = webhook(sent, none);
    for (const headers of [{}, { [header]: '' }, { [header]: 'canary_new' }]) {
      expect(await post({ headers, body: payload('text') })).toMatchObject({ statusCode: 401 });
    }
    expect(queued()).toEqual([]);
  });

  it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'])(
    'by %s is refused before anything is read',
    async (method) => {
      const { post, calls } = webhook();
      expect(await post({ method, body: payload('text') })).toMatchObject({
        statusCode: 405,
        headers: { allow: 'POST' },
      });
      expect(calls).toEqual([]);
    },
  );
});

const outages: readonly (readonly [string, HttpOutcome])[] = [
  ['is not reached', notSent],
  ['does not answer', lost],
  ['answers 500', answered(500, '')],
  ['throttles', answered(400, { __type: 'RequestThrottled' })],
  ['refuses', answered(400, { __type: 'QueueDoesNotExist', message: 'Ivan' })],
];

describe('when the queue', () => {
  it.each(outages)(
    '%s, Telegram is asked to come again, and what it brings then is accepted',
    async (_label, outage) => {
      const down = webhook(outage);
      const again = { statusCode: 503, headers: { 'retry-after': '5' }, body: '' };
      expect(await down.post({ body: payload('text') })).toEqual(again);
      const up = webhook();
      expect(await up.post({ body: payload('text') })).toMatchObject({ statusCode: 200 });
      expect(up.queued()).toHaveLength(1);
    },
  );

  it('refused the first copy but has the second, nothing is lost', async () => {
    const { post, queued } = webhook(lost);
    expect(await post({ body: payload('text') })).toMatchObject({ statusCode: 503 });
    expect(new Set(queued().map(({ dedupe }) => dedupe))).toEqual(new Set(['telegram/4242/501//u9001']));
  });
});

describe('when the secrets cannot be read', () => {
  it('nothing gets in and Telegram is asked to come again', async () => {
    const { post, calls } = webhook(sent, answered(400, { __type: 'AccessDeniedException' }));
    for (let n = 0; n < 5; n += 1) {
      expect(await post({ body: payload('text') })).toMatchObject({
        statusCode: 503,
        headers: { 'retry-after': '5' },
      });
    }
    expect(calls).toHaveLength(1);
  });
});

describe('when the station does without Telegram', () => {
  it('every request is refused, and the secrets that are not there are looked for once', async () => {
    const { post, calls } = webhook(sent, answered(400, { __type: 'ParameterNotFound' }));
    for (let n = 0; n < 5; n += 1)
      expect(await post({ body: payload('text') })).toMatchObject({ statusCode: 401 });
    expect(calls).toHaveLength(1);
    expect(written.text()).not.toContain('ERROR');
  });
});

describe('the log', () => {
  it('never holds a secret, a name, a number or a word of a person, whatever happens', async () => {
    const personal = /canary|Anna|Petrova|anna_p|6912345678|1515550101|Καλημέρα|noise|dent|car_7|Ready at/;
    const aws = [sent, ...outages.map(([, outage]) => outage)];
    for (const queue of aws) {
      const { post } = webhook(queue);
      for (const name of payloadNames) await post({ body: payload(name) });
      await post({ headers: { [header]: 'canary_wrong' }, body: payload('text') });
      await post({ body: payload('text').subarray(0, 150) });
    }
    await webhook(sent, answered(200, { Parameter: { Value: '{"botToken":"canary"}' } })).post({});
    expect(written.lines().length).toBeGreaterThan(payloadNames.length * aws.length);
    expect(written.text()).not.toMatch(personal);
  });
});
