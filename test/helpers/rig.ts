import { createConverse } from '#functions/converse/converse.ts';
import { createDeliver } from '#functions/deliver/deliver.ts';
import { createWebhook } from '#functions/telegram-webhook/webhook.ts';
import { passOn, runDue } from '#functions/tick/tick.ts';
import type { DynamoDb } from '#infra/local/dynamodb/start.ts';
import type { Secrets } from '#shared/channels/channel.ts';
import { channels } from '#shared/channels/registry.ts';
import type { HttpClient } from '#shared/runtime/http-client.ts';
import type { Queue } from '#shared/runtime/queues.ts';
import type { SecretSource } from '#shared/runtime/secrets.ts';
import { station } from '#shared/station/station.ts';
import type { Table } from '#shared/store/table.ts';
import { textFor } from '#shared/text/text.ts';
import { wordOf } from '#shared/text/words.ts';
import { asProcess, type Between, crossing, KilledError, straightThrough } from './between.ts';
import { withTable } from './dynamodb.ts';
import { lambdaContext, webhookEvent } from './lambda.ts';
import { type MemoryTable, memoryTable } from './memory-table.ts';
import { type PhoneServer, phoneServer, type ShownBubble } from './phone.ts';
import { type TestQueue, testQueue } from './queue.ts';
import { type Person, type Updates, updatesOf } from './updates.ts';

export type { Person } from './updates.ts';

/** One line a request would drown the reports of the tests; `POWERTOOLS_LOG_LEVEL=INFO` brings them back. */
process.env.POWERTOOLS_LOG_LEVEL ??= 'SILENT';

/** Secrets made up for tests. */
export const secrets: Secrets = {
  botToken: '4242:test-token',
  webhookSecrets: ['test-secret'],
  apiUrl: 'http://127.0.0.1:1',
};

export const group = '-1002000000001';

export type Parts = {
  readonly table: Table;
  readonly inbound: Queue;
  readonly outbound: Queue;
  readonly later: Queue;
  readonly http: HttpClient;
};

export type RigOptions = {
  /** Replaces parts by others, or puts faults between. */
  readonly wrap?: (parts: Parts) => Parts;
  /** Stands at every call that leaves a function. With the embedded DynamoDB it does not see the table's calls. */
  readonly between?: Between;
  /** Where the station's table is: a real engine, or a map in this process for runs by the thousand. */
  readonly table?: 'embedded' | MemoryTable;
  /** A failing handler makes `settle` throw, or the queue tries again as SQS would. */
  readonly onFailure?: 'throw' | 'retry';
  /** Receives before a message is dead; as deployed by default. */
  readonly mostReceives?: number;
  readonly secrets?: SecretSource;
};

type Handlers = {
  readonly converse: (body: unknown) => Promise<void>;
  readonly deliver: (body: unknown) => Promise<void>;
  readonly later: (body: unknown) => Promise<void>;
};

/**
 * The whole way of a message in one process: the real webhook, converse, deliver and tick over an embedded DynamoDB, with
 * queues in memory, a clock that the test moves, and a phone's view of what the bot sent.
 */
export type Rig = {
  readonly phone: PhoneServer;
  readonly queues: { readonly inbound: TestQueue; readonly outbound: TestQueue; readonly later: TestQueue };
  readonly table: Table;
  /** The embedded DynamoDB, for its conflict mode; null where the table is in memory. */
  readonly engine: DynamoDb | null;
  /** The functions behind the queues, for tests that call them by themselves. */
  readonly handlers: Handlers;
  readonly updates: Updates;
  /** What handlers threw, where failures are retried. */
  readonly failures: unknown[];
  clock: number;
  /** Posts one update as Telegram would; answers the status. */
  post(update: unknown, secret?: string): Promise<number>;
  /** Posts it again and again until it is accepted, as Telegram does. */
  brings(update: unknown): Promise<void>;
  /** Works until nothing is due any more; messages whose handling throws are given back to their queue. */
  settle(): Promise<void>;
  /** Takes one message from a queue and handles it; false when none may be taken now. */
  work(from: keyof Rig['queues'], pick?: (count: number) => number): Promise<boolean>;
  /** Works until nothing is queued, moving the clock to what waits next: retries, leases, the quiet end of a burst. */
  calm(mostMinutes?: number): Promise<void>;
  /** One run of the minute's tick. */
  tick(): Promise<void>;
  /** Moves the clock and runs what falls due, minute by minute where anything waits. */
  advance(minutes: number): Promise<void>;
  says(text: string, person?: Person): Promise<void>;
  taps(label: string | RegExp, person?: Person): Promise<void>;
  /** The update of a tap on the latest button of that label, not posted yet. */
  tapOn(label: string | RegExp, person?: Person): unknown;
  command(text: string, person?: Person): Promise<void>;
  bubbles(person?: Person): readonly ShownBubble[];
  last(person?: Person): ShownBubble;
  close(): Promise<void>;
};

export const nikos: Person = { id: 7000001, first_name: 'Nikos', language_code: 'en' };

/** Saturday, 21 November 2026, noon in Athens. */
export const saturdayNoon = Date.parse('2026-11-21T10:00:00Z');

const minute = 60_000;

export async function startRig(given: RigOptions | NonNullable<RigOptions['wrap']> = {}): Promise<Rig> {
  const options: RigOptions = typeof given === 'function' ? { wrap: given } : given;
  const { between = straightThrough, wrap = (parts) => parts, mostReceives } = options;
  let clock = saturdayNoon;
  const now = () => clock;
  const phone = phoneServer(now);
  const open = () => testQueue(now, mostReceives);
  const queues = { inbound: open(), outbound: open(), later: open() };
  const embedded =
    options.table === undefined || options.table === 'embedded' ? await withTable({ now }) : null;
  const table: Table = embedded
    ? { client: embedded.client, name: embedded.tableName }
    : memoryOf(options.table);
  const parts = wrap({
    inbound: watched('inbound', queues.inbound, between),
    outbound: watched('outbound', queues.outbound, between),
    later: watched('later', queues.later, between),
    table,
    http: (request) =>
      crossing(between, `Telegram ${request.url.split('/').at(-1)}`, () => phone.http(request)),
  });
  const ours = options.secrets ?? { get: async () => secrets, refresh: async () => secrets };
  const source: SecretSource = {
    get: () => crossing(between, 'secrets', () => ours.get()),
    refresh: () => crossing(between, 'secrets', () => ours.refresh()),
  };
  const webhook = createWebhook({ channel: channels.telegram, secrets: source, inbound: parts.inbound, now });
  const converse = createConverse({
    ...parts,
    setting: { station, wordOf },
    advisorGroup: group,
    now,
    pause: () => new Promise((resolve) => setImmediate(resolve)),
  });
  const deliver = createDeliver({
    ...parts,
    channelOf: ({ channel }) => channels[channel],
    textFor: (language, at) => textFor(language, station, at),
    secrets: source,
    now,
  });
  const tick = { ...parts, now };
  const updates = updatesOf(now);
  const handlers: Handlers = {
    converse: (body) => asProcess('converse', () => converse(body)),
    deliver: (body) => asProcess('deliver', () => deliver(body)),
    later: (body) => asProcess('tick', () => passOn(tick, body)),
  };
  const handlerOf = { inbound: handlers.converse, outbound: handlers.deliver, later: handlers.later };

  const rig: Rig = {
    phone,
    queues,
    table,
    engine: embedded?.dynamo ?? null,
    handlers,
    updates,
    failures: [],
    get clock() {
      return clock;
    },
    set clock(at) {
      clock = at;
    },
    async post(update, secret = 'test-secret') {
      const event = webhookEvent(update, secret);
      const answer = await asProcess('webhook', () => webhook(event, lambdaContext));
      return answer.statusCode ?? 0;
    },
    async brings(update) {
      for (let attempt = 0; attempt < 200; attempt += 1) if ((await rig.post(update)) < 500) return;
      throw new Error('The webhook did not take an update in 200 attempts');
    },
    async work(from, pick) {
      const queue = queues[from];
      const message = queue.next(pick);
      if (!message) return false;
      try {
        await handlerOf[from](JSON.parse(message.body));
        queue.done(message);
      } catch (error) {
        if (options.onFailure === 'retry') {
          rig.failures.push(error);
          queue.failed(message, error instanceof KilledError ? 0 : undefined);
        } else {
          queue.putBack(message);
          throw error;
        }
      }
      return true;
    },
    async settle() {
      while ((await rig.work('inbound')) || (await rig.work('outbound')) || (await rig.work('later')));
    },
    async calm(mostMinutes = 30) {
      const end = clock + mostMinutes * minute;
      for (;;) {
        await rig.settle();
        const next = Math.min(...Object.values(queues).map((queue) => queue.nextDue()));
        if (next > end) return;
        clock = Math.max(clock, next);
      }
    },
    async tick() {
      await asProcess('tick', () => runDue(tick));
    },
    async advance(minutes) {
      const end = clock + minutes * minute;
      await rig.settle();
      for (;;) {
        const next = Math.min(
          ...Object.values(queues).map((queue) => queue.nextDue()),
          Math.floor(clock / minute) * minute + minute,
        );
        if (next > end) break;
        clock = Math.max(clock, next);
        if (clock % minute === 0) await rig.tick();
        await rig.settle();
      }
      clock = end;
    },
    async says(text, person = nikos) {
      await rig.brings(updates.text(text, person));
      await rig.settle();
    },
    async command(text, person = nikos) {
      await rig.brings(updates.command(text, person));
      await rig.settle();
    },
    async taps(label, person = nikos) {
      await rig.brings(rig.tapOn(label, person));
      await rig.settle();
    },
    tapOn(label, person = nikos) {
      const bubble = [...rig.bubbles(person)]
        .reverse()
        .find(({ buttons }) => buttons.some((one) => matches(one.text, label)));
      const button = bubble?.buttons.find((one) => matches(one.text, label));
      if (!bubble || !button?.callback_data)
        throw new Error(`No button ${label} on ${JSON.stringify(rig.bubbles(person).at(-1))}`);
      return updates.tap(bubble, button.callback_data, person);
    },
    bubbles: (person = nikos) => phone.bubbles.get(person.id) ?? [],
    last(person = nikos) {
      const bubble = rig.bubbles(person).at(-1);
      if (!bubble) throw new Error('Nothing was said yet');
      return bubble;
    },
    close: async () => embedded?.close(),
  };
  return rig;
}

function memoryOf(table: RigOptions['table']): Table {
  return table === undefined || table === 'embedded' ? memoryTable() : table;
}

function watched(name: string, queue: TestQueue, between: Between): Queue {
  return {
    send: (entry) => crossing(between, `queue ${name}`, () => queue.send(entry)),
    sendBatch: (entries) => crossing(between, `queue ${name}`, () => queue.sendBatch(entries)),
    setVisibility: queue.setVisibility,
  };
}

function matches(text: string, label: string | RegExp): boolean {
  return typeof label === 'string' ? text === label : label.test(text);
}
