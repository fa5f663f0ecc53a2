import { type MountedPhones, mountPhones } from '../phones/mount.ts';
import type { TelegramServer } from '../telegram/types.ts';
import type { WhatsAppServer } from '../whatsapp/types.ts';
import type { Closers } from './closers.ts';
import { playTelegram } from './play-telegram.ts';
import { playWhatsApp } from './play-whatsapp.ts';
import type { Secrets } from './secrets.ts';
import type { Settings } from './settings.ts';
import { stationFacts } from './station-facts.ts';
import type { Simulator, StationClock } from './types.ts';

/** The messengers' servers as the station reaches them. */
export type Messengers = {
  /** Played on this machine; undefined when TELEGRAM_API_URL or WHATSAPP_API_URL names a server outside. */
  readonly telegram: TelegramServer | undefined;
  readonly whatsapp: WhatsAppServer | undefined;
  /** Bases of their APIs, without a trailing slash. */
  readonly apiUrls: { readonly telegram: string; readonly whatsapp: string };
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
  const given = { telegram: settings.TELEGRAM_API_URL, whatsapp: settings.WHATSAPP_API_URL };
  const [telegram, whatsapp] = await Promise.all([
    given.telegram === undefined ? playTelegram(options) : undefined,
    given.whatsapp === undefined ? playWhatsApp(options) : undefined,
  ]);
  const simulators = [telegram, whatsapp].filter((simulator) => simulator !== undefined);
  const looking = setInterval(() => {
    for (const simulator of simulators) lookAfter(simulator, clock.now());
  }, LOOK_MS);
  closers.add(() => clearInterval(looking));
  const phones = mountPhones({
    messengers: simulators.map((simulator) => simulator.phones),
    now: clock.now,
    ...(await stationFacts()),
    live: simulators.length > 0,
    outside: (['telegram', 'whatsapp'] as const).filter((messenger) => given[messenger] !== undefined),
  });
  closers.add(phones.close);
  closers.add(clock.onMove(phones.clockMoved));
  const apiUrls = {
    telegram: given.telegram ?? telegram?.apiUrl ?? '',
    whatsapp: given.whatsapp ?? whatsapp?.apiUrl ?? '',
  };
  return { telegram, whatsapp, apiUrls, simulators, phones };
}

function lookAfter(simulator: Simulator, now: number): void {
  const due = simulator.nextDue();
  if (due !== undefined && due <= now) void simulator.pump(now);
}
