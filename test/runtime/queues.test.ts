import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import type { HttpClient, HttpRequest } from '#shared/runtime/http-client.ts';
import { escapeForQueue, openQueue, queueId } from '#shared/runtime/queues.ts';
import { answered, fakeHttp, notSent } from './fake-http.ts';

const url = 'https://sqs.eu-central-1.amazonaws.com/123456789012/inbound.fifo';
const sent = answered(200, { MessageId: 'm1' });
const timing = { wait: async () => undefined };

function bodyOf(request: HttpRequest | undefined): unknown {
  return JSON.parse(String(request?.body));
}

afterEach(() => vi.unstubAllEnvs());

describe('sending', () => {
  it('names the queue, the group and the dedupe id', async () => {
    const { http, requests } = fakeHttp(sent);
    const queue = openQueue(url, http, timing);
    await queue.send({ body: '{"v":1}', group: 'telegram/4242/501/', dedupe: 'u9001' });
    expect(requests[0]?.url).toBe('https://sqs.eu-central-1.amazonaws.com/');
    expect(requests[0]?.headers['x-amz-target']).toBe('AmazonSQS.SendMessage');
    expect(bodyOf(requests[0])).toEqual({
      QueueUrl: url,
      MessageBody: '{"v":1}',
      MessageGroupId: 'telegram/4242/501/',
      MessageDeduplicationId: 'u9001',
    });
  });

  it('writes no character that SQS refuses', async () => {
    const { http, requests } = fakeHttp(sent);
    await openQueue(url, http, timing).send({ body: '{"text":"a\uffffb"}' });
    expect(bodyOf(requests[0])).toMatchObject({ MessageBody: '{"text":"a\\uffffb"}' });
  });

  it('can wait', async () => {
    const { http, requests } = fakeHttp(sent);
    await openQueue(url, http, timing).send({ body: '{}', delaySeconds: 2 });
    expect(bodyOf(requests[0])).toMatchObject({ DelaySeconds: 2 });
  });

  it('goes to the endpoint that the environment names', async () => {
    vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:4566');
    const general = fakeHttp(sent);
    await openQueue(url, general.http, timing).send({ body: '{}' });
    vi.stubEnv('AWS_ENDPOINT_URL_SQS', 'http://127.0.0.1:4567');
    const own = fakeHttp(sent);
    await openQueue(url, own.http, timing).send({ body: '{}' });
    expect(general.requests[0]?.url).toBe('http://127.0.0.1:4566/');
    expect(own.requests[0]?.url).toBe('http://127.0.0.1:4567/');
    expect(bodyOf(own.requests[0])).toMatchObject({ QueueUrl: url });
  });

  it('fails when the queue does not answer', async () => {
    await expect(openQueue(url, fakeHttp(notSent).http, timing).send({ body: '{}' })).rejects.toMatchObject({
      code: 'ECONNREFUSED',
    });
  });

  it('refuses a body that no queue takes, without a call', async () => {
    const { http, requests } = fakeHttp(sent);
    const body = JSON.stringify('я'.repeat(600_000));
    await expect(openQueue(url, http, timing).send({ body })).rejects.toMatchObject({
      code: 'MessageTooLong',
    });
    expect(requests).toHaveLength(0);
  });
});

describe('characters that SQS refuses', () => {
  const takenBySqs = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

  it('travel escaped and come back as they were', () => {
    const texts = fc.string({ unit: 'binary' }).map((text) => `${text}\ufffe\uffff\u0001`);
    fc.assert(
      fc.property(texts, (text) => {
        const body = escapeForQueue(JSON.stringify({ text }));
        expect(body).toMatch(takenBySqs);
        expect(JSON.parse(body)).toEqual({ text });
      }),
      { numRuns: 300 },
    );
  });

  it('are not touched where SQS takes them', () => {
    const json = '{"text":"Καλημέρα 😊\\n\u0085"}';
    expect(escapeForQueue(json)).toBe(json);
  });
});

describe('groups and dedupe ids', () => {
  it('stay as they are where SQS takes them and become a hash where not', () => {
    expect(queueId('telegram/4242/501//u9001')).toBe('telegram/4242/501//u9001');
    for (const id of ['x'.repeat(129), 'with blank', 'ё', '']) expect(queueId(id)).toMatch(/^[0-9a-f]{64}$/);
    expect(queueId('x'.repeat(129))).not.toBe(queueId('x'.repeat(130)));
  });
});

const batch = z.object({
  Entries: z.array(
    z.object({ Id: z.string(), MessageBody: z.string(), MessageGroupId: z.string().optional() }),
  ),
});

/** A queue that refuses the bodies it is told to, as often as it is told to, and keeps what it took in order. */
function stubbornQueue(refusals: Readonly<Record<string, number>>) {
  const left = new Map(Object.entries(refusals));
  const taken: string[] = [];
  const http: HttpClient = async (request) => {
    const answer: { Successful: { Id: string }[]; Failed: { Id: string }[] } = { Successful: [], Failed: [] };
    for (const { Id, MessageBody } of batch.parse(bodyOf(request)).Entries) {
      const refused = left.get(MessageBody) ?? 0;
      left.set(MessageBody, refused - 1);
      if (refused > 0) answer.Failed.push({ Id });
      else {
        answer.Successful.push({ Id });
        taken.push(MessageBody);
      }
    }
    return answered(200, answer);
  };
  return { http, taken };
}

describe('sending several', () => {
  it('sends once more what the queue refused, and only that', async () => {
    const { http, taken } = stubbornQueue({ '2': 2 });
    await openQueue(url, http, timing).sendBatch(['1', '2', '3'].map((body) => ({ body })));
    expect(taken).toEqual(['1', '3', '2']);
  });

  it('fails when one stays refused', async () => {
    const { http } = stubbornQueue({ '2': 99 });
    const queue = openQueue(url, http, timing);
    await expect(queue.sendBatch([{ body: '1' }, { body: '2' }])).rejects.toMatchObject({
      code: 'BatchPartlyFailed',
      message: 'The queue did not take 1 of 2 messages.',
    });
  });

  it('fails when the answer says nothing', async () => {
    const queue = openQueue(url, fakeHttp(answered(200, {})).http, timing);
    await expect(queue.sendBatch([{ body: '1' }])).rejects.toMatchObject({ code: 'BatchPartlyFailed' });
  });

  it('keeps the order within a group even when its first one is refused for a while', async () => {
    const { http, taken } = stubbornQueue({ a1: 2 });
    const entries = [
      { body: 'a1', group: 'a' },
      { body: 'a2', group: 'a' },
      { body: 'b1', group: 'b' },
      { body: 'a3', group: 'a' },
    ];
    await openQueue(url, http, timing).sendBatch(entries);
    expect(taken.filter((body) => body.startsWith('a'))).toEqual(['a1', 'a2', 'a3']);
    expect(taken).toContain('b1');
  });

  it('sends a long list of one group as it stands, in one request', async () => {
    const { http, taken } = stubbornQueue({});
    let requests = 0;
    const counted: HttpClient = (request) => {
      requests += 1;
      return http(request);
    };
    const bodies = Array.from({ length: 10 }, (_, index) => `a${index}`);
    await openQueue(url, counted, timing).sendBatch(
      bodies.map((body) => ({ body, group: 'a' })),
      'listed',
    );
    expect({ taken, requests }).toEqual({ taken: bodies, requests: 1 });
  });

  it('makes several requests of what is too large for one', async () => {
    const { http, taken } = stubbornQueue({});
    const entries = [1, 2, 3].map((one) => ({ body: JSON.stringify(String(one).repeat(500_000)) }));
    await openQueue(url, http, timing).sendBatch(entries);
    expect(taken).toEqual(entries.map(({ body }) => body));
  });

  it('takes at most ten, and nothing is no request', async () => {
    const queue = openQueue(url, fakeHttp().http, timing);
    await queue.sendBatch([]);
    await expect(queue.sendBatch(Array.from({ length: 11 }, () => ({ body: '1' })))).rejects.toMatchObject({
      code: 'BatchTooLong',
    });
  });
});

describe('hiding a message', () => {
  it('says for how long', async () => {
    const { http, requests } = fakeHttp(answered(200, ''));
    await openQueue(url, http, timing).setVisibility('handle-1', 4);
    expect(requests[0]?.headers['x-amz-target']).toBe('AmazonSQS.ChangeMessageVisibility');
    expect(bodyOf(requests[0])).toEqual({ QueueUrl: url, ReceiptHandle: 'handle-1', VisibilityTimeout: 4 });
  });
});
