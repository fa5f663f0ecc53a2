import type { Listening } from '../http/listen.ts';
import { demoWhatsAppPeople } from '../phones/demo-people.ts';
import type { MessengerPhones } from '../phones/types.ts';
import { act } from './acts.ts';
import { conditionsOf } from './conditions.ts';
import { faultScript } from './faults.ts';
import { serveHttp } from './http-server.ts';
import { openLedger } from './ledger.ts';
import { chatOf, newcomer } from './people.ts';
import { API_VERSION } from './routes.ts';
import { openChat, shownChat, shownPhones } from './shown.ts';
import type { WhatsAppOptions, WhatsAppServer } from './types.ts';
import { forecast } from './weather.ts';
import { webhookSide } from './webhook.ts';
import { type Account, openWorld, type World } from './world.ts';

/**
 * Starts a WhatsApp of one business number on loopback: the Graph API with its limits and errors, the webhook side with
 * its statuses and retries, and the phones of the people behind it.
 */
export const startWhatsApp = async (options: WhatsAppOptions): Promise<WhatsAppServer> => {
  const watchers = new Set<(chat: string) => void>();
  const weather = forecast(options.seed ?? 1, options.weather);
  const faults = faultScript(weather);
  const webhook = webhookSide(() => world, {
    webhookUrl: options.webhookUrl,
    appSecret: options.appSecret,
    verifyToken: options.verifyToken,
    timeoutMs: options.webhookTimeoutMs ?? 20_000,
    handshakeEveryMs: options.handshakeEveryMs ?? 500,
  });
  let http: Listening | undefined;
  const world = openWorld({
    now: options.now,
    dataDir: options.dataDir,
    account: accountOf(options),
    changed: (chat) => {
      for (const watcher of watchers) watcher(chat);
    },
    tell: webhook.tell,
    untell: webhook.untell,
    tellStatuses: (items) => {
      const { never, delayMs } = faults.statusesNow();
      if (!never) webhook.tell(items, options.now() + delayMs);
    },
    strikes: weather.strikes,
    origin: () => http?.url ?? '',
  });
  const ledger = openLedger(world.store, options.now);
  seed(world, options);
  http = await serveHttp({ world, faults, ledger, reviewMs: options.reviewMs ?? 1000 }, options.port ?? 0);
  webhook.open();
  const close = async (): Promise<void> => {
    webhook.close();
    await http?.close();
    world.store.close();
  };
  let closing: Promise<void> | undefined;
  return {
    apiUrl: `${http.url}/${API_VERSION}`,
    wabaId: world.account.wabaId,
    phones: phonesOf(world, ledger.entries, watchers),
    faults,
    conditions: conditionsOf(world),
    ledger: ledger.entries,
    subscribed: webhook.subscribed,
    pending: webhook.pending,
    pump: webhook.pump,
    nextDue: webhook.nextDue,
    settled: webhook.settled,
    inject: (field, value) => webhook.tell([{ kind: 'other', field, value: { ...value } }]),
    redeliverAll: webhook.redeliverAll,
    close: () => {
      closing ??= close();
      return closing;
    },
  };
};

const accountOf = ({
  phoneNumberId,
  appSecret,
  verifiedName,
  displayPhoneNumber,
}: WhatsAppOptions): Account => ({
  phoneNumberId,
  // Other objects than the number, but the same ones at each start.
  wabaId: `2${phoneNumberId}`,
  appId: `3${phoneNumberId}`,
  appSecret,
  verifiedName: verifiedName ?? 'Car service',
  displayPhoneNumber: displayPhoneNumber ?? '302310000000',
});

/** Puts the people into a new world; what a former run left stays as it is. */
const seed = (world: World, options: WhatsAppOptions): void =>
  world.store.atomically(() => {
    for (const who of options.people ?? demoWhatsAppPeople) {
      if (world.people.get(chatOf(who.phone)) === undefined) {
        const person = newcomer(who, world.account.wabaId);
        world.people.put(person.chat, person);
      }
    }
    // The token is made up anew at each start unless it was given: this start's is the right one.
    world.words.put('token', options.accessToken);
  });

const phonesOf = (
  world: World,
  ledger: MessengerPhones['ledger'],
  watchers: Set<(chat: string) => void>,
): MessengerPhones => ({
  messenger: 'whatsapp',
  phones: () => shownPhones(world),
  chat: (id) => shownChat(world, id),
  seen: (id) => openChat(world, id),
  act: (deed) => act(world, deed),
  file: (id) => {
    const media = world.media.get(id);
    const bytes = media ? world.store.bytes(media.bytes) : undefined;
    return media && bytes ? { mime: media.mime, name: media.name, bytes } : undefined;
  },
  ledger,
  writers: () => [],
  watch: (onChange) => {
    watchers.add(onChange);
    return () => void watchers.delete(onChange);
  },
});
