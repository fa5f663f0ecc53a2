import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addIds, allowed, log, withIds } from '#shared/runtime/logger.ts';
import { SafeError } from '#shared/runtime/safe-error.ts';
import { capture } from './capture.ts';

let written: ReturnType<typeof capture>;
beforeEach(() => {
  written = capture();
});
afterEach(() => vi.restoreAllMocks());

describe('a line of the log', () => {
  it('carries the ids of the work it belongs to, also across waiting and beside other work', async () => {
    const work = (messageId: string) =>
      withIds({ messageId }, async () => {
        await Promise.resolve();
        addIds({ inbound: `u${messageId}` });
        await Promise.resolve();
        log('info', 'Done', { ms: 3 });
      });
    await Promise.all([work('1'), work('2')]);
    expect(written.lines()).toMatchObject([
      { level: 'INFO', message: 'Done', messageId: '1', inbound: 'u1', ms: 3 },
      { level: 'INFO', message: 'Done', messageId: '2', inbound: 'u2', ms: 3 },
    ]);
  });

  it('keeps the outer ids inside and forgets the inner ones outside', () => {
    withIds({ requestId: 'r' }, () => {
      withIds({ row: 'o' }, () => log('warn', 'Inside'));
      log('warn', 'Outside');
    });
    expect(written.lines()).toMatchObject([{ requestId: 'r', row: 'o' }, { requestId: 'r' }]);
    expect(written.lines()[1]).not.toHaveProperty('row');
  });

  it('leaves out whatever is not on the list', () => {
    const careless = { row: 'o', text: 'Ivan', phone: '+306912345678', body: { plate: 'AB1234CD' } };
    log('info', 'Careless', careless);
    expect(written.lines()).toMatchObject([{ row: 'o' }]);
    expect(written.text()).not.toMatch(/Ivan|3069|AB1234CD/);
  });

  it('leaves out whole objects and lists where a word was expected', () => {
    const careless: object = { reason: { text: 'Ivan' }, kind: ['Ivan'], count: 1 };
    log('info', 'Careless', careless);
    expect(written.lines()).toMatchObject([{ count: 1 }]);
    expect(written.text()).not.toContain('Ivan');
  });

  it.each([
    ['a number that is an address', 'whatsapp/1065/tel.306912345678/', 'whatsapp/1065/tel.***/'],
    ['an id made of a number', 'awamid.HBgMMzA2OTEyMzQ1Njc4FQIA=', 'awamid.***'],
    ['an access token', 'EAAcanarycanarycanarycanary', '***'],
  ])('masks %s', (_label, value, masked) => {
    expect(allowed({ reason: value })).toEqual({ reason: masked });
  });

  it('masks what looks like a bot’s token and cuts what is long', () => {
    const token = '4242424242:AAF-canary_token-canary_token-12345';
    log('error', 'Careless', {
      reason: `https://api.telegram.org/bot${token}/getMe`,
      kind: 'x'.repeat(1_000),
    });
    expect(written.text()).not.toContain('canary');
    expect(written.text()).not.toContain('x'.repeat(301));
  });

  it('names an error by kind, code and place, and quotes only messages of our own', () => {
    const foreign = Object.assign(new SyntaxError('Unexpected token in "Ivan AB1234CD"'), {
      code: 'EBADJSON',
    });
    log('error', 'Failed', { error: foreign });
    log('error', 'Failed', { error: new SafeError('The queue did not answer.', 'Timeout') });
    log('error', 'Failed', { error: 'Ivan' });
    expect(written.lines()).toMatchObject([
      { error: 'SyntaxError', code: 'EBADJSON', at: expect.stringContaining('logger.test.ts') },
      { error: 'SafeError', code: 'Timeout', why: 'The queue did not answer.' },
      { error: 'string' },
    ]);
    expect(written.text()).not.toMatch(/Ivan|AB1234CD/);
  });

  it('is not fooled by a message that looks like a place', () => {
    log('error', 'Failed', { error: new Error('x\n    at Ivan (AB1234CD:1:1)') });
    expect(written.text()).not.toMatch(/Ivan|AB1234CD/);
  });
});
