import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Account, Limits, Parsed } from '#shared/channels/channel.ts';
import { envelopeSchema, type Inbound, type Receipt } from '#shared/domain/inbound.ts';
import type { QueueEntry } from '#shared/runtime/queues.ts';
import { createWebhook, type WebhookDeps } from '#shared/runtime/webhook.ts';
import { capture } from './capture.ts';
import { contextOf, eventOf, type Posted } from './lambda.ts';

const now = Date.UTC(2026, 10, 21, 10);
const minute = 60_000;
const day = 24 * 60 * minute;
const account: Account = {
  bot: '7',
  token: 'canary',
  number: '7',
  webhookSecrets: ['canary'],
  verifyToken: 'canary',
  apiUrl: '',
};

const limits: Limits = {
  textLength: 1,
  captionLength: 1,
  buttonDataBytes: 1,
  bodyBytes: 100,
  windowMs: null,
  receipts: true,
  calendar: 'link',
  groupPerMinute: null,
  editableMs: null,
};

function inbound(chat: string, id: string, at = now): Inbound {
  return {
    id,
    address: { channel: 'toy', bot: '7', chat, thread: '' },
    at,
    from: null,
    messageId: id,
    event: { kind: 'text', text: id },
  };
}

function receipt(part: number): Receipt {
  return { receipt: 'read', destination: 'toy/7/1/', row: 'v1', part, messageId: `m${part}`, at: now };
}

/** A messenger whose every body brings `parsed`, over a queue that keeps the requests it gets. */
function webhook(parsed: readonly Parsed[], deps: Partial<WebhookDeps> = {}) {
  const requests: (readonly QueueEntry[])[] = [];
  const orders: (string | undefined)[] = [];
  const handler = createWebhook({
    channel: {
      verify: () => true,
      parse: () => parsed,
      limits,
    },
    account: { get: async () => account },
    inbound: {
      send: async (entry) => {
        requests.push([entry]);
      },
      sendBatch: async (entries, order) => {
        requests.push(entries);
        orders.push(order);
      },
    },
    now: () => now,
    ...deps,
  });
  const send = (posted: Posted = { body: '{}' }) => handler(eventOf(posted), contextOf('r1'));
  const queued = () =>
    requests
      .flat()
      .map(({ body, group }) => ({ group, inbound: envelopeSchema.parse(JSON.parse(body)).inbound }));
  return { send, requests, orders, queued };
}

let written: ReturnType<typeof capture>;
beforeEach(() => {
  written = capture();
});
afterEach(() => vi.restoreAllMocks());

describe('the moment of a message', () => {
  it.each([
    ['is the messenger’s own', now - 7 * day, now - 7 * day],
    ['may be a little ahead of our clock', now + 4 * minute, now + 4 * minute],
    ['is now where the messenger names none', 0, now],
    ['is now where it lies in the future, so that it keeps nothing open for ever', now + 6 * minute, now],
  ])('%s', async (_label, at, expected) => {
    const { send, queued } = webhook([inbound('1', 'a', at)]);
    expect(await send()).toMatchObject({ statusCode: 200 });
    expect(queued()).toMatchObject([{ inbound: { at: expected } }]);
  });

  it('is too long ago after eight days: the message is accepted and let go', async () => {
    const { send, queued } = webhook([inbound('1', 'a', now - 8 * day - minute), inbound('1', 'b')]);
    expect(await send()).toMatchObject({ statusCode: 200 });
    expect(queued()).toMatchObject([{ inbound: { id: 'b' } }]);
    expect(written.lines()).toMatchObject([{ status: 200, reason: 'older than eight days' }]);
  });
});

describe('many messages in one request', () => {
  it('are taken ten at a time, each person’s in their order', async () => {
    const many = Array.from({ length: 300 }, (_, index) => inbound(String(index % 30), `n${index}`));
    const { send, requests, orders, queued } = webhook(many);
    expect(await send()).toMatchObject({ statusCode: 200 });
    expect(Math.max(...requests.map((entries) => entries.length))).toBe(10);
    expect(requests.length).toBeLessThanOrEqual(32);
    expect(new Set(orders)).toEqual(new Set(['strict']));
    for (let chat = 0; chat < 30; chat += 1) {
      const own = queued().filter(({ group }) => group === `toy/7/${chat}/`);
      expect(own.map(({ inbound: { id } }) => id)).toEqual(
        many.filter((_, index) => index % 30 === chat).map(({ id }) => id),
      );
    }
  });

  it('of one person who wrote hundreds do not go one by one, which would never end in time', async () => {
    const { send, orders } = webhook(Array.from({ length: 101 }, (_, index) => inbound('1', `n${index}`)));
    expect(await send()).toMatchObject({ statusCode: 200 });
    expect(new Set(orders)).toEqual(new Set(['listed']));
  });

  it('are all or none: one that the queue does not take makes the messenger bring all of them again', async () => {
    const many = Array.from({ length: 40 }, (_, index) => inbound(String(index), `n${index}`));
    const { send } = webhook(many, {
      inbound: {
        send: async () => undefined,
        sendBatch: async (entries) => {
          if (entries.some(({ group }) => group === 'toy/7/23/')) throw new Error('no');
        },
      },
    });
    expect(await send()).toMatchObject({ statusCode: 503, headers: { 'retry-after': '5' } });
  });

  it('leave one line that counts them, and each reason for what was let go', async () => {
    const { send } = webhook([
      inbound('1', 'a'),
      { ignored: 'a reaction' },
      inbound('2', 'b'),
      { ignored: 'a call' },
      { ignored: 'a reaction' },
      receipt(0),
    ]);
    await send();
    expect(written.lines()).toMatchObject([
      { message: 'Answered', count: 2, receipts: 1, reason: 'a reaction (2); a call', status: 200 },
    ]);
  });

  it('leave no id in the log that may be made of a person’s number', async () => {
    await webhook([inbound('1', 'wamid.HBgMNDkxNTEx')]).send();
    expect(written.text()).not.toContain('HBgMNDkxNTEx');
    expect(written.lines()).toMatchObject([{ inbound: expect.stringMatching(/^[2-9A-Z]{6}$/) }]);
  });
});

describe('receipts', () => {
  it('go their own way, all at once and after the messages', async () => {
    const order: unknown[] = [];
    const { send } = webhook([receipt(0), inbound('1', 'a'), receipt(1)], {
      inbound: {
        send: async () => {
          order.push('message');
        },
        sendBatch: async () => undefined,
      },
      climb: async (receipts) => {
        order.push(receipts.map(({ part }) => part));
      },
    });
    expect(await send()).toMatchObject({ statusCode: 200 });
    expect(order).toEqual(['message', [0, 1]]);
  });

  it('that were not kept come again', async () => {
    const { send } = webhook([receipt(0)], { climb: () => Promise.reject(new Error('throttled')) });
    expect(await send()).toMatchObject({ statusCode: 503 });
  });
});

describe('a request that is refused', () => {
  it('for its size is not even hashed', async () => {
    const verify = vi.fn(() => true);
    const { send } = webhook([], {
      channel: { verify, parse: () => [], limits },
      account: { get: () => Promise.reject(new Error('nobody asks')) },
    });
    expect(await send({ body: 'x'.repeat(101) })).toMatchObject({ statusCode: 413 });
    expect(verify).not.toHaveBeenCalled();
  });

  it('as a forgery is never parsed', async () => {
    const parse = vi.fn(() => []);
    const { send } = webhook([], { channel: { verify: () => false, parse, limits } });
    expect(await send()).toMatchObject({ statusCode: 401 });
    expect(parse).not.toHaveBeenCalled();
  });
});

describe('a messenger that calls with GET first', () => {
  const handshake: NonNullable<WebhookDeps['handshake']> = ({ word }, { verifyToken }) =>
    word === verifyToken ? '42' : null;

  it('is answered in plain text when it proves itself, and refused when not', async () => {
    const { send } = webhook([], { handshake });
    expect(await send({ method: 'GET', query: { word: 'canary' } })).toEqual({
      statusCode: 200,
      headers: { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' },
      body: '42',
    });
    expect(await send({ method: 'GET', query: { word: 'guess' } })).toMatchObject({
      statusCode: 403,
      body: '',
    });
    expect(await send({ method: 'GET' })).toMatchObject({ statusCode: 403 });
  });

  it.each(['HEAD', 'PUT', 'DELETE', 'OPTIONS'])('by %s is told what it may do', async (method) => {
    expect(await webhook([], { handshake }).send({ method })).toMatchObject({
      statusCode: 405,
      headers: { allow: 'GET, POST' },
    });
  });
});
