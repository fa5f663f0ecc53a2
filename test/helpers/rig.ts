import { createConverse } from '#functions/converse/converse.ts';
import { createDeliver } from '#functions/deliver/deliver.ts';
import { filesFor } from '#functions/deliver/files.ts';
import { createDocuments } from '#functions/documents/documents.ts';
import { handleErasing } from '#functions/documents/erase/handle.ts';
import { createMedia } from '#functions/media/media.ts';
import { passOn, runDue } from '#functions/tick/tick.ts';
import { createReceipts } from '#functions/whatsapp-webhook/receipts.ts';
import type { DynamoDb } from '#infra/local/dynamodb/start.ts';
import { channelOf, deskAddress } from '#shared/channels/registry.ts';
import { addressKey } from '#shared/domain/address.ts';
import type { HttpClient } from '#shared/runtime/http-client.ts';
import type { Measured } from '#shared/runtime/metrics.ts';
import type { Queue } from '#shared/runtime/queues.ts';
import type { SecretSource } from '#shared/runtime/secrets.ts';
import { createWebhook } from '#shared/runtime/webhook.ts';
import { station } from '#shared/station/station.ts';
import type { Table } from '#shared/store/table.ts';
import { comingOf } from '#shared/text/coming-of.ts';
import { dangerOf } from '#shared/text/danger.ts';
import { textFor } from '#shared/text/text.ts';
import { missTopicOf } from '#shared/text/wish/miss-topic.ts';
import { understoodOf } from '#shared/text/wish/understood-of.ts';
import { tongueOf, wordOf } from '#shared/text/words.ts';
import { playedAt, sourceOf, sourcesOf, watched } from './around.ts';
import { asProcess, type Between, crossing, KilledError, straightThrough } from './between.ts';
import { type DeskRig, deskOf } from './desk.ts';
import { withTable } from './dynamodb.ts';
import { memoryFiles, redrawn } from './files.ts';
import { dejavu, resvg } from './fonts.ts';
import { jsonCall } from './json-call.ts';
import { lambdaContext } from './lambda.ts';
import { type Line, lineOf } from './line.ts';
import { type MemoryTable, memoryOf } from './memory-table.ts';
import type { Played, Seen, Updates } from './messenger.ts';
import { interpretWith, type ModelOptions } from './model.ts';
import type { PhoneServer } from './phone.ts';
import { type PlayedName, type Playing, playAll } from './played.ts';
import { type TestQueue, testQueue } from './queue.ts';
import { recordBodies, recordRows } from './recorder.ts';

export { nikos } from './line.ts';
export type { Person } from './messenger.ts';

/** One line a request would drown the reports of the tests; `POWERTOOLS_LOG_LEVEL=INFO` brings them back. */
process.env.POWERTOOLS_LOG_LEVEL ??= 'SILENT';

export const group = '-1002000000001';
export const publicUrl = 'https://station.example';

export type Parts = {
  readonly table: Table;
  readonly inbound: Queue;
  readonly outbound: Queue;
  readonly later: Queue;
  readonly jobs: Queue;
  readonly documents: Queue;
  readonly interpret: Queue;
  readonly http: HttpClient;
};

export type RigOptions = {
  /** Which messenger the rig itself speaks; the others are there too, by `on`. */
  readonly messenger?: PlayedName;
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
  /** A language model's server and how often it may be asked a day; without it the station has no model. */
  readonly model?: ModelOptions;
  /** The account of the rig's own messenger. */
  readonly secrets?: SecretSource;
};

type Handlers = {
  readonly converse: (body: unknown) => Promise<void>;
  readonly deliver: (body: unknown) => Promise<void>;
  readonly later: (body: unknown) => Promise<void>;
};

/**
 * The whole way of a message in one process: the real webhooks, converse, deliver and tick over an embedded DynamoDB, with
 * queues in memory, a clock that the test moves, and the phones' view of what was sent. What the rig itself says, taps and
 * shows is at its own messenger.
 */
export type Rig = Line & {
  /** Telegram's server, where the desk is, whatever messenger the customers use. */
  readonly phone: PhoneServer;
  readonly played: Playing;
  readonly updates: Updates;
  /** The advisors' group, and what people do there. */
  readonly desk: DeskRig;
  /** What people saw, at all messengers. */
  readonly seen: readonly Seen[];
  on(messenger: PlayedName): Line;
  readonly queues: {
    readonly inbound: TestQueue;
    readonly outbound: TestQueue;
    readonly later: TestQueue;
    readonly jobs: TestQueue;
    readonly documents: TestQueue;
    readonly interpret: TestQueue;
  };
  readonly table: Table;
  /** The station's own store of files. */
  readonly files: ReturnType<typeof memoryFiles>;
  /** The embedded DynamoDB, for its conflict mode; null where the table is in memory. */
  readonly engine: DynamoDb | null;
  /** The functions behind the queues, for tests that call them by themselves. */
  readonly handlers: Handlers;
  /** Figures of the product's own metrics, as functions wrote them. */
  readonly measured: Measured[];
  /** What handlers threw, where failures are retried. */
  readonly failures: unknown[];
  clock: number;
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
  close(): Promise<void>;
};

/** Saturday, 21 November 2026, noon in Athens. */
export const saturdayNoon = Date.parse('2026-11-21T10:00:00Z');

const minute = 60_000;
/** The messengers that every journey is made on. */
export const names = ['telegram', 'whatsapp', 'toy'] as const satisfies readonly PlayedName[];

export async function startRig(given: RigOptions | NonNullable<RigOptions['wrap']> = {}): Promise<Rig> {
  const options: RigOptions = typeof given === 'function' ? { wrap: given } : given;
  const {
    between = straightThrough,
    wrap = (parts) => parts,
    mostReceives,
    messenger = 'telegram',
  } = options;
  let clock = saturdayNoon;
  const now = () => clock;
  let tokens = 0;
  const measured: Measured[] = [];
  const measure = (figures: readonly Measured[]) => void measured.push(...figures);
  const played = playAll(now);
  const open = () => testQueue(now, mostReceives);
  const queues = {
    inbound: open(),
    outbound: open(),
    later: open(),
    jobs: open(),
    documents: open(),
    interpret: open(),
  };
  const embedded =
    options.table === undefined || options.table === 'embedded' ? await withTable({ now }) : null;
  const table: Table = embedded
    ? { client: embedded.client, name: embedded.tableName }
    : memoryOf(options.table ?? 'embedded');
  recordBodies(queues);
  if (embedded) recordRows(embedded.client);
  const parts = wrap({
    inbound: watched('inbound', queues.inbound, between),
    outbound: watched('outbound', queues.outbound, between),
    later: watched('later', queues.later, between),
    jobs: watched('jobs', queues.jobs, between),
    documents: watched('documents', queues.documents, between),
    interpret: watched('interpret', queues.interpret, between),
    table,
    http: (request) => {
      const [name, { http }] = playedAt(played, request.url);
      const what = request.method === 'GET' ? 'file' : request.url.split('/').at(-1);
      return crossing(between, `${name} ${what}`, () => http(request));
    },
  });
  const sources = sourcesOf(played, between, options.secrets && { [messenger]: options.secrets });
  const known = Object.values(played).map(({ channel }) => channel);
  const converse = createConverse({
    ...parts,
    interpret: options.model ? parts.interpret : null,
    setting: { station, wordOf, tongueOf, dangerOf, comingOf, understoodOf, missTopicOf },
    desk: { address: deskAddress, chat: group },
    advisorIds: ['5000001', '5000002'],
    publicUrl,
    channelOf: (address) => channelOf(address, known),
    measure,
    now,
    token: () => {
      tokens += 1;
      return tokens.toString(16).padStart(32, '0');
    },
    pause: () => new Promise((resolve) => setImmediate(resolve)),
  });
  const files = memoryFiles();
  const deliver = createDeliver({
    ...parts,
    channelOf: (address) => channelOf(address, known),
    textFor: (language, at) => textFor(language, station, at),
    accountOf: ({ channel }) => sourceOf(sources, channel),
    desk: { address: deskAddress, chat: group },
    zone: station.zone,
    filesFor: (messages) => filesFor(files, messages),
    publicUrl,
    measure,
    now,
  });
  const media = createMedia({
    ...parts,
    files,
    channelOf: (address) => channelOf(address, known),
    accountOf: ({ name }) => sourceOf(sources, name),
    images: redrawn,
    now,
  });
  const documents = createDocuments({
    ...parts,
    files,
    textFor: (language, currency) => textFor(language, { ...station, currency }),
    station,
    channelOf: (address) => channelOf(address, known),
    fonts: dejavu,
    rasterizer: resvg,
    now,
  });
  const interpret = interpretWith({ ...parts, ...options.model, measure, now });
  const erasing = {
    ...parts,
    deadLetters: Object.values(queues),
    files,
    desk: { address: deskAddress, chat: group },
    topicUrl: (place: { readonly chat: string; readonly thread: string }) =>
      channelOf(deskAddress, known).topics?.url({ ...deskAddress, ...place }) ?? null,
    now,
  };
  const tick = { ...parts, now };
  const handlers: Handlers = {
    converse: (body) => asProcess('converse', () => converse(body)),
    deliver: (body) => asProcess('deliver', () => deliver(body)),
    later: (body) => asProcess('tick', () => passOn(tick, body)),
  };
  const handlerOf = {
    inbound: handlers.converse,
    outbound: handlers.deliver,
    later: handlers.later,
    jobs: (body: unknown, tries: number) => asProcess('media', () => media(body, tries)),
    interpret: (body: unknown, tries: number) => asProcess('interpret', () => interpret(body, tries)),
    documents: (body: unknown, tries: number) =>
      asProcess('documents', async () => {
        if (!(await handleErasing(body, erasing))) await documents(body, tries);
      }),
  };
  const lines = new Map<string, Line>();

  function on(name: PlayedName): Line {
    const line = lines.get(name) ?? lineTo(played[name]);
    lines.set(name, line);
    return line;
  }

  function lineTo(one: Played): Line {
    const { channel, event } = one;
    const account = sourceOf(sources, channel.name);
    const climb = createReceipts({
      call: jsonCall(parts.table),
      table: parts.table.name,
      inbound: parts.inbound,
      outbound: parts.outbound,
    });
    const webhook = createWebhook({ channel, account, inbound: parts.inbound, climb, now });
    const post: Line['post'] = async (body, secret) => {
      const answer = await asProcess('webhook', () => webhook(event(body, secret), lambdaContext));
      return typeof answer === 'object' ? (answer.statusCode ?? 0) : 0;
    };
    return lineOf({ played: one, post, settle: () => rig.settle() });
  }

  /** Posts what a messenger has to tell of our messages, one thing at a time. */
  async function tellNews(): Promise<boolean> {
    for (const name of names) {
      const news = played[name].news?.();
      if (news === undefined) continue;
      await on(name).brings(news);
      return true;
    }
    return false;
  }

  let groupNow = played.telegram.phone.opens(Number(group));
  const desk = deskOf({
    telegram: played.telegram,
    updates: played.telegram.groupUpdates,
    group: () => groupNow,
    moves(to) {
      groupNow = played.telegram.phone.opens(to);
      return groupNow;
    },
    table,
    keyOf: (person, name = messenger) => addressKey(played[name].addressOf(person)),
    async posts(body) {
      await on('telegram').brings(body);
      await rig.settle();
    },
  });

  const rig: Rig = {
    ...on(messenger),
    desk,
    on,
    played,
    phone: played.telegram.phone,
    updates: played[messenger].updates,
    get seen() {
      return Object.values(played).flatMap(({ seen }) => seen);
    },
    queues,
    table,
    files,
    engine: embedded?.dynamo ?? null,
    handlers,
    measured,
    failures: [],
    get clock() {
      return clock;
    },
    set clock(at) {
      clock = at;
    },
    async work(from, pick) {
      const queue = queues[from];
      const message = queue.next(pick);
      if (!message) return false;
      try {
        await handlerOf[from](JSON.parse(message.body), message.received + 1);
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
      while (
        (await rig.work('inbound')) ||
        (await rig.work('outbound')) ||
        (await rig.work('later')) ||
        (await rig.work('jobs')) ||
        (await rig.work('documents')) ||
        (await rig.work('interpret')) ||
        (await tellNews())
      );
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
    close: async () => embedded?.close(),
  };
  return rig;
}
