import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { openStore, type Store, sequencesIn, type Table } from '../phones/store.ts';
import {
  type Item,
  linkShape,
  type Media,
  type Message,
  mediaShape,
  messageShape,
  type Person,
  type Post,
  personShape,
  postShape,
  type Rate,
  rateShape,
  type Template,
  templateShape,
} from './state.ts';
import type { Weather } from './types.ts';

/** What the account is called on the outside. */
export type Account = {
  readonly phoneNumberId: string;
  /** The WhatsApp Business Account. */
  readonly wabaId: string;
  /** The app that the webhooks are sent by, and what it signs them with. */
  readonly appId: string;
  readonly appSecret: string;
  readonly verifiedName: string;
  /** Digits of the station's number. */
  readonly displayPhoneNumber: string;
};

type Throughput = { readonly count: () => void; readonly lastSecond: () => number };

/** Everything the simulated WhatsApp knows about one station. Calls and people's acts read and change it. */
export type World = {
  /** Milliseconds on the station's clock. */
  readonly now: () => number;
  readonly account: Account;
  readonly store: Store;
  readonly people: Table<Person>;
  /** By wamid. */
  readonly messages: Table<Message>;
  readonly media: Table<Media>;
  readonly links: Table<z.infer<typeof linkShape>>;
  readonly templates: Table<Template>;
  readonly posts: Table<Post>;
  readonly rates: Table<Rate>;
  /** Words set once: the token in force, whether the app is subscribed. */
  readonly words: Table<string>;
  /** The next number of a sequence that survives restarts. */
  readonly count: (sequence: string, first: number) => number;
  /** A chat looks different now: tells the page. */
  readonly changed: (chat: string) => void;
  /** Queues what belongs together for the webhook, for `dueAt` (ms) or now. */
  readonly tell: (items: readonly Item[], dueAt?: number) => void;
  /** Statuses of a message, as late as a test ordered them, or never. */
  readonly tellStatuses: (items: readonly Item[]) => void;
  /** Takes statuses of a message back that did not go out yet. */
  readonly untell: (wamid: string, status: string) => void;
  readonly strikes: (kind: keyof Weather) => boolean;
  /** Messages of a chat in order of writing. */
  readonly chatMessages: (chat: string) => readonly Message[];
  readonly messageOf: (chat: string, id: number) => Message | undefined;
  /** The number's throughput, messages in and out together. */
  readonly throughput: Throughput;
  /** Where the server listens, without a trailing slash. */
  readonly origin: () => string;
};

export type WorldHooks = Pick<
  World,
  'now' | 'account' | 'changed' | 'tell' | 'tellStatuses' | 'untell' | 'strikes' | 'origin'
> & {
  readonly dataDir: string | undefined;
};

export const openWorld = ({ dataDir, ...hooks }: WorldHooks): World => {
  const store = openStore(dataDir, 'whatsapp.sqlite');
  return {
    ...hooks,
    store,
    ...indexedMessages(store.table('message', messageShape)),
    people: store.table('person', personShape),
    media: store.table('media', mediaShape),
    links: store.table('link', linkShape),
    templates: store.table('template', templateShape),
    posts: store.table('post', postShape),
    rates: store.table('rate', rateShape),
    words: store.table('word', z.string()),
    count: sequencesIn(store),
    throughput: throughputOf(hooks.now),
  };
};

/** A new message id, as WhatsApp's look. */
export const newWamid = (): string => `wamid.HBg${randomBytes(27).toString('base64')}`;

/** A new id of a media object or a template. */
export const newObjectId = (world: World): string =>
  `${world.count('object', 1_100_000_000)}${String(randomBytes(3).readUIntBE(0, 3)).padStart(8, '0')}`;

/** Whole seconds as webhooks tell them. */
export const secondsOf = (ms: number): string => String(Math.floor(ms / 1000));

/** Messages also by chat, so that showing one chat does not read all of them. */
const indexedMessages = (table: Table<Message>) => {
  const chats = new Map<string, Map<number, string>>();
  const index = (message: Message) => {
    const chat = chats.get(message.chat) ?? new Map<number, string>();
    chats.set(message.chat, chat.set(message.id, message.wamid));
  };
  for (const message of table.all()) index(message);
  const messages: Table<Message> = {
    ...table,
    put: (key, message) => {
      table.put(key, message);
      index(message);
    },
  };
  return {
    messages,
    chatMessages: (chat: string) =>
      [...(chats.get(chat)?.values() ?? [])].flatMap((wamid) => table.get(wamid) ?? []),
    messageOf: (chat: string, id: number) => table.get(chats.get(chat)?.get(id) ?? ''),
  };
};

const throughputOf = (now: () => number): Throughput => {
  let times: number[] = [];
  return {
    count: () => void times.push(now()),
    lastSecond: () => {
      times = times.filter((at) => at > now() - 1000);
      return times.length;
    },
  };
};
