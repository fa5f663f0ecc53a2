import { afterEach, describe, expect, it, vi } from 'vitest';
import { defaultProvider } from '#shared/runtime/lambda-credentials.ts';

describe('a function’s credentials', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('are those that Lambda put into its environment', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKID');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
    vi.stubEnv('AWS_SESSION_TOKEN', 'token');
    expect(await defaultProvider()()).toEqual({
      accessKeyId: 'AKID',
      secretAccessKey: 'secret',
      sessionToken: 'token',
    });
  });

  it('are asked for in words when they are not there', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', '');
    await expect(defaultProvider()()).rejects.toThrow('AWS_ACCESS_KEY_ID');
  });
});
