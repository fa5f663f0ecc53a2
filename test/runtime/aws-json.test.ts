import { createHash, createHmac } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { endpointOf, openAws } from '#shared/runtime/aws-json.ts';
import type { HttpOutcome, HttpRequest } from '#shared/runtime/http-client.ts';
import { answered, fakeHttp, lost, notSent } from './fake-http.ts';

const ok = answered(200, { MessageId: 'm1' });
const waits: number[] = [];

function open(outcomes: readonly HttpOutcome[], budgetMs = 3_000) {
  const fake = fakeHttp(...outcomes);
  const call = openAws({
    service: 'sqs',
    protocol: '1.0',
    endpoint: 'https://sqs.eu-central-1.amazonaws.com',
    budgetMs,
    http: fake.http,
    wait: async (milliseconds) => waits.push(milliseconds),
  });
  return { call, requests: fake.requests };
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  waits.length = 0;
});

describe('a call of AWS', () => {
  it('is signed as AWS describes it', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDEXAMPLE');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY');
    vi.stubEnv('AWS_SESSION_TOKEN', 'session+token==');
    vi.spyOn(Date, 'now').mockReturnValue(Date.UTC(2026, 10, 21, 9, 8, 7));
    const { call, requests } = open([ok]);
    expect(await call('AmazonSQS.SendMessage', { MessageBody: 'τέλος' })).toEqual({ MessageId: 'm1' });
    const [request] = requests;
    expect(request).toMatchObject({
      method: 'POST',
      url: 'https://sqs.eu-central-1.amazonaws.com/',
      body: '{"MessageBody":"τέλος"}',
    });
    expect(request?.headers['x-amz-date']).toBe('20261121T090807Z');
    expect(request?.headers.authorization).toBe(request && expectedAuthorization(request));
  });

  it('without credentials says which variables are missing', async () => {
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', undefined);
    await expect(open([ok]).call('AmazonSQS.SendMessage', {})).rejects.toThrow(/AWS_SECRET_ACCESS_KEY/);
  });
});

const passing: readonly (readonly [string, HttpOutcome])[] = [
  ['no connection', notSent],
  ['a lost answer', lost],
  ['an error of the service', answered(500, '')],
  ['a page of something in between', answered(503, '<html>')],
  ['throttling', answered(400, { __type: 'com.amazonaws.sqs#RequestThrottled' })],
  ['throttling as a status', answered(429, '')],
  ['too much for the table', answered(400, { __type: 'a#ProvisionedThroughputExceededException' })],
  ['a transaction on the same item', answered(400, { __type: 'a#TransactionConflictException' })],
  ['an answer that is not JSON', answered(200, '<html>')],
];

describe('a fault that passes', () => {
  it.each(passing)('is waited out: %s', async (_label, fault) => {
    const { call, requests } = open([fault, fault, ok]);
    expect(await call('AmazonSQS.SendMessage', {})).toEqual({ MessageId: 'm1' });
    expect(requests).toHaveLength(3);
    expect(waits).toHaveLength(2);
  });

  it('is waited for with jitter, at most a second at a time', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(1);
    const { call } = open([lost], 60_000);
    await expect(call('AmazonSQS.SendMessage', {})).rejects.toThrow();
    expect(waits).toEqual([100, 200, 400, 800, 1_000]);
  });

  it('that stays is given up after six attempts, by name', async () => {
    const { call, requests } = open([notSent]);
    await expect(call('AmazonSQS.SendMessage', {})).rejects.toMatchObject({
      code: 'ECONNREFUSED',
      message: 'AmazonSQS.SendMessage failed after 6 attempt(s): ECONNREFUSED.',
    });
    expect(requests).toHaveLength(6);
  });

  it('is given up when the time is over, and no attempt gets more time than is left', async () => {
    let elapsed = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => elapsed);
    const slow: HttpRequest[] = [];
    const call = openAws({
      service: 'ssm',
      protocol: '1.1',
      endpoint: 'https://ssm.eu-central-1.amazonaws.com',
      budgetMs: 1_500,
      http: async (request) => {
        slow.push(request);
        elapsed += request.timeoutMs;
        return { kind: 'lost', reason: 'Timeout' };
      },
      wait: async (milliseconds) => {
        elapsed += milliseconds;
      },
    });
    await expect(call('AmazonSSM.GetParameter', {})).rejects.toMatchObject({ code: 'Timeout' });
    expect(elapsed).toBeLessThanOrEqual(1_500);
    expect(slow[0]?.timeoutMs).toBe(750);
    for (const { timeoutMs } of slow) expect(timeoutMs).toBeGreaterThan(0);
  });
});

describe('the address of a service', () => {
  it('is AWS itself, or what the environment names for all or for one', () => {
    expect(endpointOf('dynamodb')).toBe('https://dynamodb.eu-central-1.amazonaws.com');
    vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:1');
    expect(endpointOf('dynamodb')).toBe('http://127.0.0.1:1');
    vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', 'http://127.0.0.1:2');
    expect(endpointOf('dynamodb')).toBe('http://127.0.0.1:2');
    expect(endpointOf('ssm')).toBe('http://127.0.0.1:1');
  });
});

describe('a refusal', () => {
  it('is not repeated and carries AWS’s own word, but nothing that AWS quotes', async () => {
    const { call, requests } = open([
      answered(400, { __type: 'com.amazonaws.sqs#QueueDoesNotExist', message: 'no queue for Ivan' }),
    ]);
    await expect(call('AmazonSQS.SendMessage', {})).rejects.toMatchObject({
      code: 'QueueDoesNotExist',
      message: 'AmazonSQS.SendMessage failed after 1 attempt(s): QueueDoesNotExist.',
    });
    expect(requests).toHaveLength(1);
  });

  it('because a condition does not hold is not repeated: it is an answer', async () => {
    const { call, requests } = open([answered(400, { __type: 'a#ConditionalCheckFailedException' })]);
    await expect(call('DynamoDB_20120810.UpdateItem', {})).rejects.toMatchObject({
      code: 'ConditionalCheckFailedException',
    });
    expect(requests).toHaveLength(1);
  });

  it('without a readable word is named by its status', async () => {
    await expect(open([answered(403, '<html>')]).call('AmazonSQS.SendMessage', {})).rejects.toMatchObject({
      code: 'Status403',
    });
  });
});

/** The signature once more, written from AWS's description alone. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html */
function expectedAuthorization(request: HttpRequest): string {
  const signed = Object.keys(request.headers)
    .filter((name) => name !== 'authorization')
    .sort();
  const canonical = [
    'POST',
    '/',
    '',
    ...signed.map((name) => `${name}:${request.headers[name]}`),
    '',
    signed.join(';'),
    sha256(request.body),
  ].join('\n');
  const scope = '20261121/eu-central-1/sqs/aws4_request';
  const toSign = ['AWS4-HMAC-SHA256', '20261121T090807Z', scope, sha256(canonical)].join('\n');
  const secret = Buffer.from('AWS4wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY');
  const key = scope.split('/').reduce<Buffer>((from, part) => hmac(from, part), secret);
  const signature = hmac(key, toSign).toString('hex');
  return `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/${scope}, SignedHeaders=${signed.join(';')}, Signature=${signature}`;
}

function sha256(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
