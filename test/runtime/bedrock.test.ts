import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openModel } from '#shared/runtime/bedrock.ts';
import { answered, fakeHttp, lost } from './fake-http.ts';

beforeAll(() => {
  vi.stubEnv('AWS_REGION', 'eu-central-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDEXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
});
afterAll(() => {
  vi.unstubAllEnvs();
});

const fine = answered(200, {
  output: { message: { role: 'assistant', content: [{ text: '{"asks":' }, { text: '["hours"]}' }] } },
  stopReason: 'end_turn',
  usage: { inputTokens: 900, outputTokens: 12, totalTokens: 912 },
});
const model = 'eu.amazon.nova-lite-v1:0';

describe('a model of Bedrock', () => {
  it('is asked by a signed call of its own region, with the text apart from the instructions', async () => {
    const { http, requests } = fakeHttp(fine);
    expect(await openModel(model, http)('Read it.', 'when are you open')).toEqual({
      text: '{"asks":["hours"]}',
      read: 900,
      written: 12,
    });
    const [request] = requests;
    expect(request?.url).toBe(
      'https://bedrock-runtime.eu-central-1.amazonaws.com/model/eu.amazon.nova-lite-v1%3A0/converse',
    );
    expect(request?.headers.authorization).toMatch(
      /Credential=AKIDEXAMPLE\/\d{8}\/eu-central-1\/bedrock\/aws4_request/,
    );
    expect(JSON.parse(String(request?.body))).toEqual({
      system: [{ text: 'Read it.' }],
      messages: [{ role: 'user', content: [{ text: 'when are you open' }] }],
      inferenceConfig: { maxTokens: 400, temperature: 0 },
    });
    expect(request?.timeoutMs).toBeLessThanOrEqual(5_000);
  });

  it.each([
    ['throttled', answered(429, {})],
    ['broken', answered(503, {})],
    ['silent', lost],
  ])('that is %s is asked once more, and no more', async (_, bad) => {
    const twice = fakeHttp(bad, fine);
    expect((await openModel(model, twice.http)('a', 'b')).written).toBe(12);
    const never = fakeHttp(bad);
    await expect(openModel(model, never.http)('a', 'b')).rejects.toThrow(/^The model /);
    expect(never.requests).toHaveLength(2);
  });

  it.each([
    ['refuses us', answered(403, { message: 'You said: my secret words' })],
    ['answers what is no JSON', answered(200, 'my secret words')],
    ['answers in another form', answered(200, { text: 'my secret words' })],
  ])('that %s is not asked again, and the error holds nothing of what was said', async (_, bad) => {
    const { http, requests } = fakeHttp(bad);
    const error = await openModel(model, http)('a', 'my secret words').catch((thrown: unknown) => thrown);
    expect(String(error)).toMatch(/The model answered/);
    expect(String(error)).not.toContain('secret');
    expect(requests).toHaveLength(1);
  });

  it('can be elsewhere, as for the SDK', async () => {
    vi.stubEnv('AWS_ENDPOINT_URL_BEDROCK_RUNTIME', 'http://127.0.0.1:1');
    const { http, requests } = fakeHttp(fine);
    await openModel(model, http)('a', 'b');
    expect(requests[0]?.url).toMatch(/^http:\/\/127\.0\.0\.1:1\/model\//);
    vi.stubEnv('AWS_ENDPOINT_URL_BEDROCK_RUNTIME', undefined);
  });
});
