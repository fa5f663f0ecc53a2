import { randomInt } from 'node:crypto';
import { demoPeople } from '../phones/demo-people.ts';
import type { MessengerPhones } from '../phones/types.ts';
import { act } from './acts.ts';
import { conditionsOf } from './conditions.ts';
import { dispatch } from './dispatch.ts';
import { faultScript } from './faults.ts';
import { serveHttp } from './http-server.ts';
import { openLedger } from './ledger.ts';
import { seed } from './seed.ts';
import { shownChat, shownPhones, shownWriters } from './shown.ts';
import type { TelegramOptions, TelegramServer } from './types.ts';
import { webhookSide } from './webhook.ts';
import { openWorld, type World } from './world.ts';

/**
 * Starts a Telegram of one bot on loopback: the Bot API with its limits and errors, the webhook side with its retries,
 * and the phones of the people behind it.
 */
export const startTelegram = async (options: TelegramOptions): Promise<TelegramServer> => {
  const watchers = new Set<(chat: string) => void>();
  const faults = faultScript();
  const webhook = webhookSide(() => world, {
    webhookUrl: options.webhookUrl,
    timeoutMs: options.webhookTimeoutMs ?? 60_000,
    firstUpdateId: options.firstUpdateId ?? randomInt(100_000_000, 900_000_000),
    execute: (method, raw) => void dispatch(world, faults, ledger.record, { method, raw, viaWebhook: true }),
  });
  const world = openWorld({
    now: options.now,
    dataDir: options.dataDir,
    botId: Number(/^\d+/.exec(options.token)?.[0] ?? 123456),
    changed: (chat) => {
      for (const watcher of watchers) watcher(String(chat));
    },
    tell: webhook.tell,
  });
  const ledger = openLedger(world.store, options.now);
  seed(world, options, options.people ?? demoPeople);
  const http = await serveHttp(world, {
    port: options.port ?? 0,
    token: () => world.words.get('token') ?? '',
    call: (method, raw) => dispatch(world, faults, ledger.record, { method, raw, viaWebhook: false }),
    refused: (method) => ledger.record({ ...unauthorised, method }),
  });
  const close = async (): Promise<void> => {
    webhook.close();
    await http.close();
    world.store.close();
  };
  let closing: Promise<void> | undefined;
  return {
    apiUrl: http.apiUrl,
    phones: phonesOf(world, ledger.entries, watchers),
    faults,
    conditions: conditionsOf(world),
    ledger: ledger.entries,
    pending: webhook.pending,
    pump: () => webhook.settled(),
    nextDue: webhook.nextDue,
    settled: webhook.settled,
    inject: (update, queue = 'message:injected') => webhook.tell(update, queue),
    redeliver: webhook.redeliver,
    close: () => {
      closing ??= close();
      return closing;
    },
  };
};

const unauthorised = {
  payload: {},
  status: 401,
  description: 'Unauthorized',
  messageIds: [],
  effect: false,
  unknownFields: [],
  violations: ['wrong token'],
  fault: undefined,
  viaWebhook: false,
} as const;

const phonesOf = (
  world: World,
  ledger: MessengerPhones['ledger'],
  watchers: Set<(chat: string) => void>,
): MessengerPhones => ({
  messenger: 'telegram',
  phones: () => shownPhones(world),
  chat: (id) => shownChat(world, id),
  seen: (id) => {
    const person = world.people.get(id);
    const group = world.groups.get(id);
    if (person && (person.unread > 0 || person.toast))
      world.people.put(id, { ...person, unread: 0, toast: '' });
    if (group && (group.unread > 0 || group.toast)) world.groups.put(id, { ...group, unread: 0, toast: '' });
  },
  act: (deed) => act(world, deed),
  file: (id) => {
    const file = world.files.get(id);
    const bytes = file ? world.store.bytes(file.bytes) : undefined;
    return file && bytes ? { mime: file.mime, name: file.name, bytes } : undefined;
  },
  ledger,
  writers: () => shownWriters(world),
  watch: (onChange) => {
    watchers.add(onChange);
    return () => void watchers.delete(onChange);
  },
});
