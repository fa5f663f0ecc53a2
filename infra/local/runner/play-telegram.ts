import { join } from 'node:path';
import { publishCommands, publishDeskCommands } from '#infra/connect/commands.ts';
import { allowedUpdates, registerWebhook } from '#infra/connect/webhook.ts';
import { account as source } from '#shared/channels/telegram/account.ts';
import { createHttpClient } from '#shared/runtime/http-client.ts';
import { startTelegram } from '../telegram/start.ts';
import type { TelegramServer } from '../telegram/types.ts';
import type { MessengersOptions } from './messengers.ts';

/** Telegram on this machine, with the station's webhook set and its menus of commands published as at the real one. */
export async function playTelegram(options: MessengersOptions): Promise<TelegramServer> {
  const { settings, secrets, clock, closers } = options;
  const telegram = await startTelegram({
    token: secrets.TELEGRAM_BOT_TOKEN,
    // Several may be current while they are rotated; Telegram sends one.
    webhookSecret: secrets.TELEGRAM_WEBHOOK_SECRET.split(',')[0]?.trim() ?? '',
    webhookUrl: () => `${options.stationUrl}/telegram`,
    now: clock.now,
    dataDir: join(options.dataDir, 'telegram'),
    allowedUpdates,
    groupId: Number(settings.ADVISOR_GROUP_ID),
    advisorIds: settings.ADVISOR_IDS.split(',').map(Number),
  });
  closers.add(telegram.close);
  const { station } = await import('#shared/station/station.ts');
  const ours = source.given(secrets);
  if (!ours) return telegram;
  const account = { ...ours, apiUrl: telegram.apiUrl };
  const http = createHttpClient();
  await registerWebhook(account, `${options.stationUrl}/telegram`, http);
  await publishCommands(station, account, http);
  await publishDeskCommands(station, settings.ADVISOR_GROUP_ID, account, http);
  return telegram;
}
