import { join } from 'node:path';
import { publishCommands } from '#infra/connect/commands.ts';
import { createHttpClient } from '#shared/runtime/http-client.ts';
import { type MountedPhones, mountPhones } from '../phones/mount.ts';
import { startTelegram } from '../telegram/start.ts';
import type { TelegramServer } from '../telegram/types.ts';
import type { Closers } from './closers.ts';
import type { Secrets } from './secrets.ts';
import type { Settings } from './settings.ts';
import { stationFacts } from './station-facts.ts';
import type { Simulator, StationClock } from './types.ts';

/** The messengers' servers as the station reaches them. */
export type Messengers = {
  /** Played on this machine; undefined when TELEGRAM_API_URL names a server outside. */
  readonly telegram: TelegramServer | undefined;
  readonly telegramApiUrl: string;
  readonly simulators: readonly Simulator[];
  /** What the page asks under `/_local/phone/`. */
  readonly phones: MountedPhones;
};

/** Real milliseconds between two looks at what a simulator has to do by itself. */
const LOOK_MS = 250;

export type MessengersOptions = {
  readonly settings: Settings;
  readonly secrets: Secrets;
  readonly clock: StationClock;
  readonly dataDir: string;
  /** Base address of the station's own port. */
  readonly stationUrl: string;
  readonly closers: Closers;
};

/** Starts a simulator for each messenger whose server was not given from outside, and the phones for the page. */
export async function openMessengers(options: MessengersOptions): Promise<Messengers> {
  const { settings, clock, closers } = options;
  const given = settings.TELEGRAM_API_URL;
  const telegram = given === undefined ? await playTelegram(options) : undefined;
  const simulators = telegram === undefined ? [] : [telegram];
  const phones = mountPhones({
    messengers: simulators.map((simulator) => simulator.phones),
    now: clock.now,
    ...(await stationFacts()),
    live: simulators.length > 0,
  });
  closers.add(phones.close);
  closers.add(clock.onMove(phones.clockMoved));
  return { telegram, telegramApiUrl: given ?? telegram?.apiUrl ?? '', simulators, phones };
}

async function playTelegram(options: MessengersOptions): Promise<TelegramServer> {
  const { settings, secrets, clock, closers } = options;
  const telegram = await startTelegram({
    token: secrets.TELEGRAM_BOT_TOKEN,
    // Several may be current while they are rotated; Telegram sends one.
    webhookSecret: secrets.TELEGRAM_WEBHOOK_SECRET.split(',')[0]?.trim() ?? '',
    webhookUrl: () => `${options.stationUrl}/telegram`,
    now: clock.now,
    dataDir: join(options.dataDir, 'telegram'),
    groupId: Number(settings.ADVISOR_GROUP_ID),
    advisorIds: settings.ADVISOR_IDS.split(',').map(Number),
  });
  closers.add(telegram.close);
  const { station } = await import('#shared/station/station.ts');
  const account = { botToken: secrets.TELEGRAM_BOT_TOKEN, webhookSecrets: [], apiUrl: telegram.apiUrl };
  await publishCommands(station, account, createHttpClient());
  const looking = setInterval(() => {
    const due = telegram.nextDue();
    if (due !== undefined && due <= clock.now()) void telegram.pump(clock.now());
  }, LOOK_MS);
  closers.add(() => clearInterval(looking));
  return telegram;
}
