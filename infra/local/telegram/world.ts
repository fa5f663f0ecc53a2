import * as z from 'zod';
import { openStore, type Store, sequencesIn, type Table } from '../phones/store.ts';
import { type Rate, rateShape } from './limits.ts';
import {
  commandsShape,
  fileShape,
  type Group,
  groupShape,
  linkShape,
  type Message,
  messageShape,
  type Person,
  personShape,
  type Query,
  type QueuedUpdate,
  queryShape,
  type StoredFile,
  type Topic,
  topicShape,
  updateShape,
  type Webhook,
  webhookShape,
} from './state.ts';

/** Everything the simulated Telegram knows about one bot. Methods and people's acts read and change it. */
export type World = {
  /** Milliseconds on the station's clock. */
  readonly now: () => number;
  readonly store: Store;
  readonly botId: number;
  readonly people: Table<Person>;
  readonly groups: Table<Group>;
  readonly topics: Table<Topic>;
  readonly messages: Table<Message>;
  readonly files: Table<StoredFile>;
  readonly links: Table<z.infer<typeof linkShape>>;
  readonly queries: Table<Query>;
  readonly updates: Table<QueuedUpdate>;
  readonly webhooks: Table<Webhook>;
  readonly commands: Table<z.infer<typeof commandsShape>>;
  readonly rates: Table<Rate>;
  /** Words and numbers set once: descriptions, the token in force, counters. */
  readonly words: Table<string>;
  /** The next number of a sequence that survives restarts. */
  readonly count: (sequence: string, first: number) => number;
  /** A chat looks different now: tells the page. */
  readonly changed: (chat: number) => void;
  /** Queues an update for the webhook and returns its update_id (0 when the bot does not subscribe to its kind). */
  readonly tell: (update: Readonly<Record<string, unknown>>, queue: string) => number;
  readonly chatMessages: (chat: number) => Iterable<Message>;
};

export type WorldHooks = {
  readonly now: () => number;
  readonly dataDir: string | undefined;
  readonly botId: number;
  readonly changed: (chat: number) => void;
  readonly tell: (update: Readonly<Record<string, unknown>>, queue: string) => number;
};

export const openWorld = (hooks: WorldHooks): World => {
  const store = openStore(hooks.dataDir, 'telegram.sqlite');
  const { table: messages, chatMessages } = indexedMessages(store.table('message', messageShape));
  return {
    now: hooks.now,
    changed: hooks.changed,
    tell: hooks.tell,
    botId: hooks.botId,
    store,
    people: store.table('person', personShape),
    groups: store.table('group', groupShape),
    topics: store.table('topic', topicShape),
    messages,
    chatMessages,
    files: store.table('file', fileShape),
    links: store.table('link', linkShape),
    queries: store.table('query', queryShape),
    updates: store.table('update', updateShape),
    webhooks: store.table('webhook', webhookShape),
    commands: store.table('commands', commandsShape),
    rates: store.table('rate', rateShape),
    words: store.table('word', z.string()),
    count: sequencesIn(store),
  };
};

/** Key of a message, a topic: ids are only unique within their chat. */
export const inChat = (chat: number, id: number): string => `${chat}:${id}`;

/** Messages also by chat, so that showing one chat does not read all of them. */
const indexedMessages = (table: Table<Message>) => {
  const chats = new Map<number, Map<number, Message>>();
  const index = (message: Message) => {
    const chat = chats.get(message.chat) ?? new Map<number, Message>();
    chats.set(message.chat, chat.set(message.id, message));
  };
  for (const message of table.all()) index(message);
  const indexed: Table<Message> = {
    ...table,
    put: (key, message) => {
      table.put(key, message);
      index(message);
    },
    drop: (key) => {
      const message = table.get(key);
      table.drop(key);
      if (message) chats.get(message.chat)?.delete(message.id);
    },
  };
  return { table: indexed, chatMessages: (chat: number) => chats.get(chat)?.values() ?? [] };
};
