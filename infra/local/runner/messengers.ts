import { join } from 'node:path';
import { startTelegram } from '../telegram/start.ts';
import type { TelegramServer } from '../telegram/types.ts';
import type { Closers } from './closers.ts';
import type { Secrets } from './secrets.ts';
import type { Settings } from './settings.ts';
import type { Simulator } from './types.ts';

/** The messengers' servers as the station reaches them. */
export type Messengers = {
  /** Played on this machine; undefined when TELEGRAM_API_URL names a server outside. */
  readonly telegram: TelegramServer | undefined;
  readonly telegramApiUrl: string;
  readonly simulators: readonly Simulator[];
};

/** Real milliseconds between two looks at what a simulator has to do by itself. */
const LOOK_MS = 250;

/** Starts a simulator for each messenger whose server was not given from outside. */
export async function openMessengers(options: {
  readonly settings: Settings;
  readonly secrets: Secrets;
  readonly now: () => number;
  readonly dataDir: string;
  /** Base address of the station's own port. */
  readonly stationUrl: string;
  readonly closers: Closers;
}): Promise<Messengers> {
  const { settings, secrets, now, dataDir, stationUrl, closers } = options;
  if (settings.TELEGRAM_API_URL !== undefined) {
    return { telegram: undefined, telegramApiUrl: settings.TELEGRAM_API_URL, simulators: [] };
  }
  const telegram = await startTelegram({
    token: secrets.TELEGRAM_BOT_TOKEN,
    // Several may be current while they are rotated; Telegram sends one.
    webhookSecret: secrets.TELEGRAM_WEBHOOK_SECRET.split(',')[0]?.trim() ?? '',
    webhookUrl: () => `${stationUrl}/telegram`,
    now,
    dataDir: join(dataDir, 'telegram'),
    groupId: Number(settings.ADVISOR_GROUP_ID),
    advisorIds: settings.ADVISOR_IDS.split(',').map(Number),
  });
  closers.add(telegram.close);
  const looking = setInterval(() => {
    const due = telegram.nextDue();
    if (due !== undefined && due <= now()) void telegram.pump(now());
  }, LOOK_MS);
  closers.add(() => clearInterval(looking));
  return { telegram, telegramApiUrl: telegram.apiUrl, simulators: [telegram] };
}
