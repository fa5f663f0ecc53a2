import type { Account } from '#shared/channels/channel.ts';
import { telegram } from '#shared/channels/telegram/channel.ts';
import { type GroupUpdates, groupUpdatesOf } from './group-updates.ts';
import { webhookEvent } from './lambda.ts';
import type { Person, Played } from './messenger.ts';
import { type PhoneServer, phoneServer } from './phone.ts';
import { counted, type TelegramUpdates, updatesOf } from './updates.ts';

/** Our bot of the tests; its secrets are made up. */
export const telegramAccount: Account = {
  bot: '4242',
  token: '4242:test-token',
  number: '',
  webhookSecrets: ['test-secret'],
  verifyToken: '',
  apiUrl: 'http://127.0.0.1:1',
};

/** Telegram with its phones: the server's view is `phone`. */
export type PlayedTelegram = Omit<Played, 'updates'> & {
  readonly phone: PhoneServer;
  readonly updates: TelegramUpdates;
  readonly groupUpdates: GroupUpdates;
};

export function playTelegram(now: () => number): PlayedTelegram {
  const phone = phoneServer(now);
  const nextUpdate = counted(500);
  const groupUpdates = groupUpdatesOf(now, nextUpdate, Number(telegramAccount.bot));
  return {
    channel: telegram,
    account: telegramAccount,
    updates: updatesOf(now, nextUpdate),
    groupUpdates,
    news: () => {
      for (const forum of phone.forums.values()) {
        const made = forum.made.shift();
        if (made) return groupUpdates.topicMade(forum, made.thread, made.title);
      }
      return undefined;
    },
    phone,
    http: (request) => phone.http(request),
    seen: phone.seen,
    event: (body, secret = 'test-secret') =>
      webhookEvent('/telegram', JSON.stringify(body), { 'x-telegram-bot-api-secret-token': secret }),
    addressOf: ({ id }: Person) => ({ channel: 'telegram', bot: '4242', chat: String(id), thread: '' }),
    bubbles: ({ id }) => phone.bubbles.get(id) ?? [],
    everyButton: ({ id }) =>
      phone.calls
        .filter(({ body }) => body.chat_id === id)
        .flatMap(({ body }) => body.reply_markup?.inline_keyboard?.flat() ?? [])
        .flatMap(({ callback_data: data }) => data ?? []),
  };
}
