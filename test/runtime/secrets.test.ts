import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { telegram } from '#shared/channels/telegram/channel.ts';
import { accountSource, cached, isMissing } from '#shared/runtime/secrets.ts';
import { answered, fakeHttp } from './fake-http.ts';

const stored = { botToken: '4242:AAF-canary', webhookSecrets: ['one', 'two'] };
const good = parameter(stored);
/** The account that the stored secrets make. */
const account = {
  bot: '4242',
  token: '4242:AAF-canary',
  number: '',
  webhookSecrets: ['one', 'two'],
  verifyToken: '',
  apiUrl: 'https://api.telegram.org',
};
const minute = 60_000;

function parameter(value: unknown) {
  return answered(200, { Parameter: { Name: '/station/prod/telegram', Value: JSON.stringify(value) } });
}

function advance(milliseconds: number) {
  const later = Date.now() + milliseconds;
  vi.spyOn(Date, 'now').mockReturnValue(later);
}

beforeEach(() => {
  vi.stubEnv('TELEGRAM_SECRETS', '/station/prod/telegram');
  advance(0);
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe('secrets given in the environment', () => {
  it('are taken as they are, several webhook secrets by commas, without any call', async () => {
    vi.stubEnv('TELEGRAM_BOT_TOKEN', '4242:AAF');
    vi.stubEnv('TELEGRAM_WEBHOOK_SECRET', 'new, old,');
    vi.stubEnv('TELEGRAM_API_URL', 'http://127.0.0.1:3001/');
    const source = accountSource(telegram.account, fakeHttp().http);
    const expected = {
      ...account,
      token: '4242:AAF',
      webhookSecrets: ['new', 'old'],
      apiUrl: 'http://127.0.0.1:3001',
    };
    expect(await source.get()).toEqual(expected);
    expect(await source.refresh()).toEqual(expected);
  });

  it('that are nowhere stop the start with the names of what to set', () => {
    vi.stubEnv('TELEGRAM_SECRETS', undefined);
    expect(() => accountSource(telegram.account, fakeHttp().http)).toThrow(
      /TELEGRAM_BOT_TOKEN.*TELEGRAM_SECRETS/,
    );
  });
});

describe('secrets kept in their parameter', () => {
  it('are read decrypted, once in five minutes whatever arrives', async () => {
    const { http, requests } = fakeHttp(good);
    const source = accountSource(telegram.account, http);
    const all = await Promise.all(Array.from({ length: 50 }, () => source.get()));
    expect(all[49]).toEqual(account);
    advance(4 * minute);
    await source.get();
    expect(requests).toHaveLength(1);
    expect(requests[0]?.url).toBe('https://ssm.eu-central-1.amazonaws.com/');
    expect(requests[0]?.headers['x-amz-target']).toBe('AmazonSSM.GetParameter');
    expect(JSON.parse(String(requests[0]?.body))).toEqual({
      Name: '/station/prod/telegram',
      WithDecryption: true,
    });
    advance(2 * minute);
    await source.get();
    expect(requests).toHaveLength(2);
  });

  it('are read anew after a refusal, but not again and again', async () => {
    const { http, requests } = fakeHttp(good, parameter({ ...stored, botToken: '4242:new' }));
    const source = accountSource(telegram.account, http);
    await source.get();
    await source.refresh();
    expect(requests).toHaveLength(1);
    advance(minute);
    expect((await source.refresh()).token).toBe('4242:new');
    expect((await source.get()).token).toBe('4242:new');
    await source.refresh();
    expect(requests).toHaveLength(2);
  });

  it('that cannot be read are asked for again within seconds, not at every request', async () => {
    const { http, requests } = fakeHttp(answered(400, { __type: 'AccessDeniedException' }), good);
    const source = accountSource(telegram.account, http);
    for (let n = 0; n < 20; n += 1)
      await expect(source.get()).rejects.toMatchObject({ code: 'AccessDeniedException' });
    expect(requests).toHaveLength(1);
    advance(5_000);
    expect(await source.get()).toEqual(account);
  });

  it('that are not there, since the station does without this messenger, are looked for once a minute', async () => {
    const { http, requests } = fakeHttp(answered(400, { __type: 'ParameterNotFound' }), good);
    const source = accountSource(telegram.account, http);
    for (let n = 0; n < 20; n += 1) expect(isMissing(await source.get().catch((error) => error))).toBe(true);
    advance(50_000);
    await expect(source.get()).rejects.toThrow();
    expect(requests).toHaveLength(1);
    advance(15_000);
    expect(await source.get()).toEqual(account);
  });

  it('that may not be read are not taken for missing', async () => {
    const source = accountSource(
      telegram.account,
      fakeHttp(answered(400, { __type: 'AccessDeniedException' })).http,
    );
    expect(isMissing(await source.get().catch((error) => error))).toBe(false);
  });

  it.each([
    ['no JSON', 'canary'],
    ['no list of webhook secrets', JSON.stringify({ botToken: '4242:canary' })],
    ['no token', JSON.stringify({ webhookSecrets: ['canary'] })],
    ['a token without the bot’s id', JSON.stringify({ botToken: 'canary', webhookSecrets: [] })],
  ])('with %s are refused with the right shape, and not quoted', async (_label, Value) => {
    const source = accountSource(telegram.account, fakeHttp(answered(200, { Parameter: { Value } })).http);
    const error = await source.get().catch((thrown: unknown) => thrown);
    expect(String(error)).toContain('{"botToken":"…","webhookSecrets":["…"]}');
    expect(String(error)).not.toContain('canary');
  });

  it('survive a clock that was set back', async () => {
    let reads = 0;
    const source = cached(async () => {
      reads += 1;
      return account;
    });
    await source.get();
    advance(-60 * minute);
    await source.get();
    await source.get();
    expect(reads).toBe(2);
  });
});
