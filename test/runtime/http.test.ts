import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { httpFunction } from '#shared/runtime/http.ts';
import { addIds } from '#shared/runtime/logger.ts';
import { capture } from './capture.ts';
import { contextOf, eventOf } from './lambda.ts';

let written: ReturnType<typeof capture>;
beforeEach(() => {
  written = capture();
});
afterEach(() => vi.restoreAllMocks());

describe('an HTTP function', () => {
  it('writes one line a request, with its id and what was learnt meanwhile', async () => {
    const handler = httpFunction(async () => {
      addIds({ inbound: 'u1' });
      return { statusCode: 200 };
    });
    expect(await handler(eventOf(), contextOf('r1'))).toEqual({ statusCode: 200 });
    expect(written.lines()).toMatchObject([
      { message: 'Answered', requestId: 'r1', inbound: 'u1', status: 200, ms: expect.any(Number) },
    ]);
  });

  it('asks the caller to come again when anything is thrown, and keeps the error to itself', async () => {
    const handler = httpFunction(() => Promise.reject(new Error('no connection for Ivan')));
    expect(await handler(eventOf(), contextOf('r2'))).toEqual({
      statusCode: 503,
      headers: { 'retry-after': '5' },
      body: '',
    });
    expect(written.lines()).toMatchObject([{ level: 'ERROR', requestId: 'r2', error: 'Error' }]);
    expect(written.text()).not.toContain('Ivan');
  });

  it('asks the caller to come again when its time is nearly over', async () => {
    const handler = httpFunction(() => new Promise(() => undefined));
    expect(
      await handler(eventOf(), { ...contextOf('r3'), getRemainingTimeInMillis: () => 301 }),
    ).toMatchObject({
      statusCode: 503,
      headers: { 'retry-after': '5' },
    });
  });
});
