import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { handshake } from '#functions/whatsapp-webhook/handshake.ts';
import { createReceipts } from '#functions/whatsapp-webhook/receipts.ts';
import { whatsapp } from '#shared/channels/whatsapp/channel.ts';
import { envelopeSchema } from '#shared/domain/inbound.ts';
import { wakeSchema } from '#shared/domain/later.ts';
import { openAws } from '#shared/runtime/aws-json.ts';
import type { HttpClient, HttpOutcome, HttpRequest } from '#shared/runtime/http-client.ts';
import { openQueue } from '#shared/runtime/queues.ts';
import { accountSource } from '#shared/runtime/secrets.ts';
import { createWebhook } from '#shared/runtime/webhook.ts';
import { ids, message, payload, payloadNames, post as postOf, us } from '../../channels/whatsapp/payload.ts';
import { capture } from '../../runtime/capture.ts';
import { answered, lost } from '../../runtime/fake-http.ts';
import { contextOf, eventOf, type Posted } from '../../runtime/lambda.ts';

const secret = 'canary-app-secret';
const arrived = Date.UTC(2026, 10, 21, 10);
const address = `whatsapp/${us.number}/${ids.user}/`;
const stored = answered(200, {
  Parameter: {
    Value: JSON.stringify({
      accessToken: 'EAAcanary',
      appSecrets: ['canary-old-secret', secret],
      verifyToken: 'canary-verify',
      phoneNumberId: us.number,
    }),
  },
});
const taken = answered(200, { MessageId: 'm1' });
const climbed = answered(200, { Attributes: {} });

type Aws = { queue: HttpOutcome | 'batches'; parameter: HttpOutcome; table: HttpOutcome };

/** The webhook over an AWS that answers as told; every call that leaves it is counted. */
function webhook(given: Partial<Aws> = {}) {
  const aws: Aws = { queue: 'batches', parameter: stored, table: climbed, ...given };
  const calls: HttpRequest[] = [];
  const http: HttpClient = async (request) => {
    calls.push(request);
    if (request.url.includes('ssm.')) return aws.parameter;
    if (request.url.includes('dynamodb.')) return aws.table;
    return aws.queue === 'batches' ? takeAll(request) : aws.queue;
  };
  const wait = async () => undefined;
  const queue = (name: string) =>
    openQueue(`https://sqs.eu-central-1.amazonaws.com/1/${name}`, http, { wait });
  const endpoint = 'https://dynamodb.eu-central-1.amazonaws.com';
  const handler = createWebhook({
    channel: whatsapp,
    account: accountSource(whatsapp.account, http),
    handshake,
    inbound: queue('inbound.fifo'),
    climb: createReceipts({
      call: openAws({ service: 'dynamodb', protocol: '1.0', endpoint, budgetMs: 3_000, http, wait }),
      table: 'station',
      inbound: queue('inbound.fifo'),
      outbound: queue('outbound.fifo'),
    }),
    now: () => arrived,
  });
  const send = (posted: Posted) => handler(eventOf({ path: '/whatsapp', ...posted }), contextOf('r1'));
  const post = (body: Buffer | string, signedWith = secret) =>
    send({ body, headers: { 'x-hub-signature-256': signatureOf(body, signedWith) } });
  const to = (service: string) => calls.filter(({ url }) => url.includes(`${service}.`));
  const queued = (name: string) =>
    to('sqs')
      .flatMap(entriesOf)
      .filter((entry) => entry.queue.endsWith(name));
  const inbounds = () =>
    queued('inbound.fifo').map(({ body, group }) => ({
      group,
      ...envelopeSchema.parse(JSON.parse(body)).inbound,
    }));
  const woken = () =>
    queued('outbound.fifo').map(({ body }) => wakeSchema.parse(JSON.parse(body)).destination);
  return { send, post, calls, to, inbounds, woken };
}

function signatureOf(body: Buffer | string, key: string): string {
  return `sha256=${createHmac('sha256', key).update(body).digest('hex')}`;
}

const entry = z.object({ Id: z.string().default('0'), MessageBody: z.string(), MessageGroupId: z.string() });
const request = z.object({ QueueUrl: z.string(), Entries: z.array(entry).optional() });

function entriesOf({ body }: HttpRequest) {
  const json: unknown = JSON.parse(String(body));
  const { QueueUrl: queue, Entries } = request.parse(json);
  return (Entries ?? [entry.parse(json)]).map(({ Id, MessageBody, MessageGroupId }) => ({
    id: Id,
    queue,
    body: MessageBody,
    group: MessageGroupId,
  }));
}

function takeAll(asked: HttpRequest): HttpOutcome {
  return answered(200, { MessageId: 'm1', Successful: entriesOf(asked).map(({ id }) => ({ Id: id })) });
}

let written: ReturnType<typeof capture>;
beforeEach(() => {
  vi.stubEnv('WHATSAPP_SECRETS', '/station/test/whatsapp');
  written = capture();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe('what Meta posts', () => {
  it('is on the queue before it is answered, in the person’s group, with every letter', async () => {
    const { post, inbounds } = webhook();
    expect(await post(payload('text'))).toEqual({ statusCode: 200, headers: {}, body: '' });
    expect(inbounds()).toMatchObject([
      {
        group: address,
        at: 1_795_000_000_000,
        from: { phone: '+306912345678' },
        event: { kind: 'text', text: 'Θόρυβος μπροστά δεξιά 🔧' },
      },
    ]);
  });

  it('is proven by its exact bytes, in base64 as well, with the old and the new secret of the app', async () => {
    const { post, send, inbounds } = webhook();
    expect(await post(payload('text'), 'canary-old-secret')).toMatchObject({ statusCode: 200 });
    const body = payload('text');
    const headers = { 'X-Hub-Signature-256': signatureOf(body, secret) };
    expect(await send({ body, headers, base64: true })).toMatchObject({ statusCode: 200 });
    expect(inbounds()).toHaveLength(2);
  });

  it('of every known kind is accepted, whatever it is', async () => {
    for (const name of payloadNames)
      expect(await webhook().post(payload(name)), name).toMatchObject({ statusCode: 200 });
  });

  it('a thousand messages of a hundred people at once are all taken, each person’s in their order', async () => {
    const messages = Array.from({ length: 1_000 }, (_, index) =>
      message({ from: undefined, from_user_id: `GR.${100 + (index % 100)}`, id: `wamid.${index}` }),
    );
    const { post, inbounds, to } = webhook();
    expect(await post(postOf({ messages }))).toMatchObject({ statusCode: 200 });
    expect(inbounds()).toHaveLength(1_000);
    for (let person = 0; person < 100; person += 1) {
      const own = inbounds().filter(({ group }) => group.endsWith(`/GR.${100 + person}/`));
      expect(own.map(({ id }) => Number(id.slice(6)))).toEqual(
        Array.from({ length: 10 }, (_, round) => person + 100 * round),
      );
    }
    expect(to('sqs').length).toBeLessThanOrEqual(110);
  });

  it('a thousand messages of one person do not take a thousand calls', async () => {
    const messages = Array.from({ length: 1_000 }, (_, index) => message({ id: `wamid.${index}` }));
    const { post, inbounds, to } = webhook();
    expect(await post(postOf({ messages }))).toMatchObject({ statusCode: 200 });
    expect(inbounds().map(({ id }) => id)).toEqual(messages.map((_, index) => `wamid.${index}`));
    expect(to('sqs')).toHaveLength(100);
  });
});

describe('a status of one of our messages', () => {
  it('climbs its ladder and is no message for anybody', async () => {
    const { post, to, inbounds } = webhook();
    expect(await post(payload('status-delivered'))).toMatchObject({ statusCode: 200 });
    expect(inbounds()).toEqual([]);
    expect(to('dynamodb').map(({ body }) => JSON.parse(String(body)))).toMatchObject([
      { TableName: 'station', Key: { pk: { S: `O#${address}` }, sk: { S: 'v00000007' } } },
    ]);
  });

  it('wakes its chat when deliver waits to hear whether just that message arrived', async () => {
    const waits = answered(200, {
      Attributes: { waiting: { S: '2#v00000007' }, parked: { M: { part: { N: '1' } } } },
    });
    const { post, woken } = webhook({ table: waits });
    expect(await post(payload('status-delivered'))).toMatchObject({ statusCode: 200 });
    expect(woken()).toEqual([address]);
  });

  it('wakes nobody when the answer is on record already', async () => {
    const done = answered(200, {
      Attributes: { waiting: { S: '2#v00000007' }, parked: { NULL: true } },
    });
    const { post, woken } = webhook({ table: done });
    await post(payload('status-delivered'));
    expect(woken()).toEqual([]);
  });

  describe('of words that an advisor wrote', () => {
    const topic = 'telegram/4242/-1001/77';
    const source = { M: { at: { S: 'desk' }, messageId: { S: '40' }, tells: { S: topic } } };
    const written = answered(200, {
      Attributes: { source, parts: { L: [{ S: 'wamid.A' }, { S: 'wamid.B' }] }, parked: { NULL: true } },
    });

    it.each([
      ['status-delivered', 'delivered'],
      ['status-read', 'read'],
      ['status-played', 'played'],
    ])('(%s) is told in their topic', async (name, rung) => {
      const { post, inbounds } = webhook({ table: written });
      expect(await post(payload(name))).toMatchObject({ statusCode: 200 });
      const [told, ...others] = inbounds();
      expect(others).toEqual([]);
      expect(told).toMatchObject({
        group: topic,
        id: `arrived.v00000007.${rung}`,
        from: null,
        messageId: null,
        event: { kind: 'arrived', destination: address, row: 'v00000007', rung },
      });
    });

    it('(status-sent) is not, since their sender tells it', async () => {
      const { post, inbounds, to } = webhook({ table: written });
      expect(await post(payload('status-sent'))).toMatchObject({ statusCode: 200 });
      expect(to('dynamodb')).toHaveLength(1);
      expect(inbounds()).toEqual([]);
    });

    it('comes again, and is told again as the same, when it could not be told', async () => {
      expect(await webhook({ table: written, queue: lost }).post(payload('status-read'))).toMatchObject({
        statusCode: 503,
      });
      const { post, inbounds } = webhook({ table: written });
      await post(payload('status-read'));
      await post(payload('status-read'));
      expect(new Set(inbounds().map(({ id }) => id)).size).toBe(1);
    });
  });

  it('that comes late, twice or for a row that is gone is accepted', async () => {
    const { post, to } = webhook({ table: answered(400, { __type: 'a#ConditionalCheckFailedException' }) });
    expect(await post(payload('status-read'))).toMatchObject({ statusCode: 200 });
    expect(to('dynamodb')).toHaveLength(1);
  });

  it('that says it failed is a message to decide on', async () => {
    const { post, inbounds, to } = webhook();
    await post(payload('status-failed'));
    expect(inbounds()).toMatchObject([{ event: { kind: 'undelivered', row: 'v00000007', part: 1 } }]);
    expect(to('dynamodb')).toEqual([]);
  });

  it('comes again with all the others of its request when the table did not take it', async () => {
    const { post } = webhook({ table: answered(400, { __type: 'a#ThrottlingException' }) });
    expect(await post(payload('several-of-everything'))).toEqual({
      statusCode: 503,
      headers: { 'retry-after': '5' },
      body: '',
    });
  });

  it('comes again when its chat could not be woken', async () => {
    const table = answered(200, {
      Attributes: { waiting: { S: '2#v00000007' }, parked: { M: { part: { N: '1' } } } },
    });
    const { post } = webhook({ table, queue: lost });
    expect(await post(payload('status-delivered'))).toMatchObject({ statusCode: 503 });
  });

  it('of five hundred are all kept, at most twenty at a time', async () => {
    const statuses = Array.from({ length: 500 }, (_, index) => ({
      id: `wamid.${index}`,
      status: 'sent',
      timestamp: '1795000009',
      biz_opaque_callback_data: `whatsapp/${us.number}/GR.${100 + index}/|v00000001|0`,
    }));
    let now = 0;
    let most = 0;
    const kept = new Set<string>();
    const climb = createReceipts({
      call: async (_target, { Key }) => {
        now += 1;
        most = Math.max(most, now);
        await new Promise(setImmediate);
        kept.add(JSON.stringify(Key));
        now -= 1;
        return { Attributes: {} };
      },
      table: 'station',
      inbound: { send: async () => undefined },
      outbound: { send: async () => undefined },
    });
    const receipts = whatsapp
      .parse(postOf({ statuses }), us)
      .flatMap((one) => ('receipt' in one ? [one] : []));
    await climb(receipts);
    expect(kept.size).toBe(500);
    expect(most).toBe(20);
  });
});

describe('a forged request', () => {
  it.each([
    ['no signature', {}],
    ['an empty one', { 'x-hub-signature-256': '' }],
    ['one of another secret', { 'x-hub-signature-256': signatureOf(payload('text'), 'guess') }],
    ['one of an empty secret', { 'x-hub-signature-256': signatureOf(payload('text'), '') }],
    ['one of other bytes', { 'x-hub-signature-256': signatureOf('{}', secret) }],
    ['the old kind', { 'x-hub-signature': `sha1=${'0'.repeat(40)}` }],
  ])('with %s costs nothing', async (_label, headers) => {
    const { post, send, calls } = webhook();
    await post(payload('text'));
    const before = calls.length;
    expect(await send({ body: payload('text'), headers })).toMatchObject({ statusCode: 401, body: '' });
    expect(calls).toHaveLength(before);
  });

  it('of any size is refused before it is hashed, without any call', async () => {
    const { post, calls } = webhook();
    expect(await post(Buffer.alloc(5 * 1024 * 1024, '['))).toMatchObject({ statusCode: 413 });
    expect(calls).toEqual([]);
  });

  it('gets in no more when the station does without WhatsApp, and nobody is asked to come again', async () => {
    const { post, send, calls } = webhook({ parameter: answered(400, { __type: 'ParameterNotFound' }) });
    for (let n = 0; n < 3; n += 1) expect(await post(payload('text'))).toMatchObject({ statusCode: 401 });
    expect(await send({ method: 'GET', query: { 'hub.mode': 'subscribe' } })).toMatchObject({
      statusCode: 403,
    });
    expect(calls).toHaveLength(1);
  });
});

describe('the registration of the webhook', () => {
  const query = {
    'hub.mode': 'subscribe',
    'hub.verify_token': 'canary-verify',
    'hub.challenge': '1158201444',
  };

  it('is answered with the challenge as plain text', async () => {
    expect(await webhook().send({ method: 'GET', query })).toMatchObject({
      statusCode: 200,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body: '1158201444',
    });
  });

  it('is refused with a wrong token', async () => {
    const { send } = webhook();
    const guess = { ...query, 'hub.verify_token': 'guess' };
    expect(await send({ method: 'GET', query: guess })).toMatchObject({ statusCode: 403, body: '' });
  });
});

describe('the log', () => {
  it('never holds a secret, a name, a number or a word of a person, whatever happens', async () => {
    const personal = /canary|EAA|Άννα|Anna|Bob|6912345678|HBgM|Θόρυβος|1158201444/;
    const faults: readonly Partial<Aws>[] = [
      {},
      { queue: taken },
      { queue: lost },
      { table: lost },
      { table: answered(400, { __type: 'a#ValidationException', message: '6912345678' }) },
    ];
    for (const fault of faults) {
      const { post } = webhook(fault);
      for (const name of payloadNames) await post(payload(name));
      await post(payload('text').subarray(0, 400));
      await post(payload('text'), 'canary-guess');
    }
    expect(written.lines().length).toBeGreaterThan(payloadNames.length * faults.length);
    expect(written.text()).not.toMatch(personal);
  });
});
