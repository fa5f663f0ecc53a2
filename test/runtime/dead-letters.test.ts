import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { openQueues } from '#infra/local/queues/engine.ts';
import { sqsApi } from '#infra/local/queues/sqs-api.ts';
import type { QueueEngine, QueueSettings } from '#infra/local/queues/types.ts';
import { openDeadLetters } from '#shared/runtime/dead-letters.ts';
import type { HttpClient } from '#shared/runtime/http-client.ts';
import { answered, fakeHttp } from './fake-http.ts';

const dead: QueueSettings = {
  name: 'line-dead.fifo',
  fifo: true,
  contentBasedDeduplication: false,
  deduplicationScope: 'messageGroup',
  visibilityTimeoutSeconds: 30,
  delaySeconds: 0,
  maximumMessageBytes: 1_048_576,
  redrive: undefined,
};
const url = `https://sqs.eu-central-1.amazonaws.com/123456789012/${dead.name}`;

let folder: string;
let engine: QueueEngine;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'letters-'));
  engine = openQueues({ dataDir: folder, now: () => 0, queues: [dead] });
});
afterEach(() => {
  engine.close();
  rmSync(folder, { recursive: true });
});

/** Calls go to the queues of the local station, but without their waiting for messages that do not come. */
function local(asked: string[] = []): HttpClient {
  const perform = sqsApi({ engine, url: 'http://127.0.0.1', account: '1', region: 'eu-central-1' });
  const input = z.looseObject({ WaitTimeSeconds: z.number().optional() });
  return async ({ headers, body }) => {
    const action = headers['x-amz-target']?.split('.').at(-1) ?? '';
    asked.push(action);
    const given = input.parse(JSON.parse(String(body)));
    return answered(
      200,
      await perform(action, { ...given, WaitTimeSeconds: action === 'ReceiveMessage' ? 0 : undefined }),
    );
  };
}

function died(body: string, groupId: string): void {
  engine.send(dead.name, { body, attributes: {}, groupId, deduplicationId: body, delaySeconds: undefined });
}

function left(): readonly string[] {
  return engine.receive(dead.name, 100, { inWork: false, visibilitySeconds: 0 }).map(({ body }) => body);
}

describe('dead letters', () => {
  it('of one person are deleted, all others are back at once, in their order', async () => {
    for (let index = 0; index < 7; index += 1) {
      died(`one ${index}`, 'one');
      died(`other ${index}`, 'other');
      died(`third ${index}`, 'third');
    }
    const dropped = await openDeadLetters(url, local()).drop((body) => body.startsWith('one'));
    expect(dropped).toBe(7);
    const still = left();
    expect(still).toHaveLength(14);
    for (const who of ['other', 'third'])
      expect(still.filter((body) => body.startsWith(who))).toEqual(
        Array.from({ length: 7 }, (_, index) => `${who} ${index}`),
      );
  });

  it('cost one call where there are none', async () => {
    const asked: string[] = [];
    expect(await openDeadLetters(url, local(asked)).drop(() => true)).toBe(0);
    expect(asked).toEqual(['ReceiveMessage']);
  });

  it('are asked of all servers of the queue, and come back by themselves should the look be killed', async () => {
    const { http, requests } = fakeHttp(answered(200, {}));
    await openDeadLetters(url, http).drop(() => true);
    expect(JSON.parse(String(requests[0]?.body))).toEqual({
      QueueUrl: url,
      MaxNumberOfMessages: 10,
      VisibilityTimeout: 30,
      WaitTimeSeconds: 1,
    });
  });

  it('that were hidden are shown again when a call fails', async () => {
    died('other 1', 'other');
    died('one 1', 'one');
    const calls = local();
    const http: HttpClient = async (request) =>
      request.headers['x-amz-target']?.endsWith('DeleteMessage')
        ? answered(400, { __type: 'com.amazonaws.sqs#AccessDenied' })
        : calls(request);
    await expect(openDeadLetters(url, http).drop((body) => body.startsWith('one'))).rejects.toThrow();
    expect(left()).toContain('other 1');
  });

  it('are shown with when they were given up and how often they were taken, and lie there as before', async () => {
    died('one 1', 'one');
    died('other 1', 'other');
    died('one 2', 'one');
    const asked: string[] = [];
    expect(await openDeadLetters(url, local(asked)).look()).toMatchObject([
      { body: 'one 1', since: 0, received: 1 },
      { body: 'other 1', received: 1 },
      { body: 'one 2', received: 1 },
    ]);
    expect(asked).not.toContain('DeleteMessage');
    expect(left()).toEqual(['one 1', 'other 1', 'one 2']);
  });
});
