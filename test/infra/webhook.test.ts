import { describe, expect, it } from 'vitest';
import { allowedUpdates, registerWebhook } from '#infra/connect/webhook.ts';
import type { Account } from '#shared/channels/channel.ts';
import { answered, fakeHttp, lost } from '../runtime/fake-http.ts';

const account: Account = {
  bot: '4242',
  token: '4242:canary-token',
  number: '',
  webhookSecrets: ['new-secret', 'old-secret'],
  verifyToken: '',
  apiUrl: 'https://api.telegram.example',
};
const url = 'https://station.example/telegram';

describe('the webhook', () => {
  it('names what Telegram does not send unasked: reactions, and who comes into the group', () => {
    expect([...allowedUpdates].sort()).toEqual([
      'callback_query',
      'chat_member',
      'edited_message',
      'message',
      'message_reaction',
      'my_chat_member',
    ]);
  });

  it('is set with the current secret', async () => {
    const { http, requests } = fakeHttp(answered(200, { ok: true, result: true }));
    await registerWebhook(account, url, http);
    expect(requests).toMatchObject([{ url: 'https://api.telegram.example/bot4242:canary-token/setWebhook' }]);
    expect(JSON.parse(String(requests[0]?.body))).toEqual({
      url,
      secret_token: 'new-secret',
      allowed_updates: allowedUpdates,
      max_connections: 10,
    });
  });

  it('is not set without a secret, and a refusal is told without the token', async () => {
    const bare = { ...account, webhookSecrets: [] };
    await expect(registerWebhook(bare, url, fakeHttp().http)).rejects.toThrow('no webhook secret');
    const refused = answered(401, { ok: false, error_code: 401, description: 'canary' });
    await expect(registerWebhook(account, url, fakeHttp(refused).http)).rejects.toThrow(/webhook: 401$/);
    await expect(registerWebhook(account, url, fakeHttp(lost).http)).rejects.toThrow('could not be reached');
  });
});
