import { createConverse } from '#functions/converse/converse.ts';
import { createDeliver } from '#functions/deliver/deliver.ts';
import { createWebhook } from '#functions/telegram-webhook/webhook.ts';
import { passOn, runDue } from '#functions/tick/tick.ts';
import { channels } from '#shared/channels/registry.ts';
import type { HttpClient } from '#shared/runtime/http-client.ts';
import type { Queue } from '#shared/runtime/queues.ts';
import { station } from '#shared/station/station.ts';
import type { Table } from '#shared/store/table.ts';
import { textFor } from '#shared/text/text.ts';
import { wordOf } from '#shared/text/words.ts';
import { withTable } from './dynamodb.ts';
import { type PhoneServer, phoneServer, type ShownBubble } from './phone.ts';
import { type TestQueue, testQueue } from './queue.ts';

/** Secrets made up for tests. */
export const secrets = {
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

/**
 * The whole way of a message in one process: the real webhook, converse, deliver and tick over an embedded DynamoDB, with
 * queues in memory, a clock that the test moves, and a phone's view of what the bot sent. `wrap` may put faults between.
 */
export type Rig = {
  readonly phone: PhoneServer;
  readonly queues: { readonly inbound: TestQueue; readonly outbound: TestQueue; readonly later: TestQueue };
  readonly table: Table;
  clock: number;
  /** Posts one update as Telegram would; answers the status. */
  post(update: unknown, secret?: string): Promise<number>;
  /** Works until nothing is due any more; messages whose handling throws are given back to their queue. */
  settle(): Promise<void>;
  /** Moves the clock and runs what falls due, minute by minute where anything waits. */
  advance(minutes: number): Promise<void>;
  says(text: string, person?: Person): Promise<void>;
  taps(label: string | RegExp, person?: Person): Promise<void>;
  command(text: string, person?: Person): Promise<void>;
  bubbles(person?: Person): readonly ShownBubble[];
  last(person?: Person): ShownBubble;
  close(): Promise<void>;
};

export type Person = { readonly id: number; readonly first_name: string; readonly language_code?: string };
export const nikos: Person = { id: 7000001, first_name: 'Nikos', language_code: 'en' };

/** Saturday, 21 November 2026, noon in Athens. */
export const saturdayNoon = Date.parse('2026-11-21T10:00:00Z');

export async function startRig(wrap: (parts: Parts) => Parts = (parts) => parts): Promise<Rig> {
  let clock = saturdayNoon;
  const now = () => clock;
  const database = await withTable({ now });
  const phone = phoneServer();
  const queues = { inbound: testQueue(now), outbound: testQueue(now), later: testQueue(now) };
  const table: Table = { client: database.client, name: database.tableName };
  const parts = wrap({ ...queues, table, http: phone.http });
  const source = { get: async () => secrets, refresh: async () => secrets };
  const webhook = createWebhook({ channel: channels.telegram, secrets: source, inbound: parts.inbound, now });
  const converse = createConverse({
    ...parts,
    setting: { station, wordOf },
    advisorGroup: group,
    now,
    pause: async () => undefined,
  });
  const deliver = createDeliver({
    ...parts,
    channelOf: ({ channel }) => channels[channel],
    textFor: (language, at) => textFor(language, station, at),
    secrets: source,
    now,
  });
  const tick = { ...parts, now };
  let updateId = 500;
  let messageId = 10;

  async function work(queue: TestQueue, handle: (body: unknown) => Promise<void>): Promise<boolean> {
    const message = queue.next();
    if (!message) return false;
    try {
      await handle(JSON.parse(message.body));
    } catch (error) {
      queue.putBack(message);
      throw error;
    }
    return true;
  }

  const rig: Rig = {
    phone,
    queues,
    table,
    get clock() {
      return clock;
    },
    set clock(at) {
      clock = at;
    },
    async post(update, secret = 'test-secret') {
      const answer = await webhook(
        {
          version: '2.0',
          routeKey: 'POST /telegram',
          rawPath: '/telegram',
          rawQueryString: '',
          headers: { 'x-telegram-bot-api-secret-token': secret },
          requestContext: {
            accountId: '',
            apiId: '',
            domainName: '',
            domainPrefix: '',
            requestId: 'r',
            routeKey: '',
            stage: '',
            time: '',
            timeEpoch: 0,
            http: { method: 'POST', path: '/telegram', protocol: 'HTTP/1.1', sourceIp: '', userAgent: '' },
          },
          body: JSON.stringify(update),
          isBase64Encoded: false,
        },
        context,
      );
      return answer.statusCode ?? 0;
    },
    async settle() {
      for (;;) {
        const worked =
          (await work(queues.inbound, converse)) ||
          (await work(queues.outbound, deliver)) ||
          (await work(queues.later, (body) => passOn(tick, body)));
        if (!worked) return;
      }
    },
    async advance(minutes) {
      const end = clock + minutes * 60_000;
      await rig.settle();
      for (;;) {
        const next = Math.min(
          ...queues.later.waiting.map(({ dueAt }) => dueAt),
          Math.floor(clock / 60_000) * 60_000 + 60_000,
        );
        if (next > end) break;
        clock = Math.max(clock, next);
        if (clock % 60_000 === 0) await runDue(tick);
        await rig.settle();
      }
      clock = end;
    },
    async says(text, person = nikos) {
      updateId += 1;
      messageId += 1;
      await rig.post(textUpdate(updateId, messageId, text, person, clock));
      await rig.settle();
    },
    async command(text, person = nikos) {
      updateId += 1;
      messageId += 1;
      const length = text.split(' ')[0]?.length ?? 0;
      const update = textUpdate(updateId, messageId, text, person, clock);
      await rig.post({
        ...update,
        message: { ...update.message, entities: [{ type: 'bot_command', offset: 0, length }] },
      });
      await rig.settle();
    },
    async taps(label, person = nikos) {
      const bubble = [...rig.bubbles(person)]
        .reverse()
        .find(({ buttons }) => buttons.some((one) => matches(one.text, label)));
      const button = bubble?.buttons.find((one) => matches(one.text, label));
      if (!bubble || !button?.callback_data)
        throw new Error(`No button ${label} on ${JSON.stringify(rig.bubbles(person).at(-1))}`);
      updateId += 1;
      await rig.post({
        update_id: updateId,
        callback_query: {
          id: String(updateId),
          from: { is_bot: false, ...person },
          chat_instance: '1',
          data: button.callback_data,
          message: {
            message_id: bubble.id,
            date: Math.floor(clock / 1000),
            chat: { id: person.id, type: 'private' },
            text: bubble.text,
          },
        },
      });
      await rig.settle();
    },
    bubbles: (person = nikos) => phone.bubbles.get(person.id) ?? [],
    last(person = nikos) {
      const bubble = rig.bubbles(person).at(-1);
      if (!bubble) throw new Error('Nothing was said yet');
      return bubble;
    },
    close: () => database.close(),
  };
  return rig;
}

function matches(text: string, label: string | RegExp): boolean {
  return typeof label === 'string' ? text === label : label.test(text);
}

function textUpdate(updateId: number, messageId: number, text: string, person: Person, clock: number) {
  return {
    update_id: updateId,
    message: {
      message_id: messageId,
      date: Math.floor(clock / 1000),
      text,
      from: { is_bot: false, ...person },
      chat: { id: person.id, type: 'private', first_name: person.first_name },
    },
  };
}

const context = {
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'test',
  functionVersion: '1',
  invokedFunctionArn: '',
  memoryLimitInMB: '128',
  awsRequestId: 'test',
  logGroupName: '',
  logStreamName: '',
  getRemainingTimeInMillis: () => 10_000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
};
