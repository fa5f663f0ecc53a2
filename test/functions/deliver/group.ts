import { createDeliver } from '#functions/deliver/deliver.ts';
import { conditionsOf } from '#infra/local/telegram/conditions.ts';
import { dispatch } from '#infra/local/telegram/dispatch.ts';
import { faultScript } from '#infra/local/telegram/faults.ts';
import { keepFile } from '#infra/local/telegram/files.ts';
import { openLedger } from '#infra/local/telegram/ledger.ts';
import { seed } from '#infra/local/telegram/seed.ts';
import type { Message } from '#infra/local/telegram/state.ts';
import { openWorld } from '#infra/local/telegram/world.ts';
import { deskAddress } from '#shared/channels/registry.ts';
import { telegram } from '#shared/channels/telegram/channel.ts';
import { addressKey } from '#shared/domain/address.ts';
import type { FileContent } from '#shared/domain/content.ts';
import { envelopeSchema, type Inbound } from '#shared/domain/inbound.ts';
import { type Outbound, type Relay, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import type { HttpClient, HttpOutcome } from '#shared/runtime/http-client.ts';
import type { Measured } from '#shared/runtime/metrics.ts';
import { station } from '#shared/station/station.ts';
import { type NewRow, outboxItem } from '#shared/store/outbox.ts';
import { outboxPk } from '#shared/store/outbox-key.ts';
import { textFor } from '#shared/text/text.ts';
import { type Between, crossing, straightThrough } from '#test/helpers/between.ts';
import type { Item } from '#test/helpers/expressions.ts';
import { memoryTable } from '#test/helpers/memory-table.ts';
import { testQueue } from '#test/helpers/queue.ts';

process.env.POWERTOOLS_LOG_LEVEL ??= 'SILENT';

export const noon = Date.parse('2026-11-24T10:00:00Z');
export const groupId = -1_002_000_000_001;
export const desk = addressKey(deskAddress);
const token = '4242:secret';

/** A message of the group as an advisor sees it. */
export type Seen = {
  readonly id: number;
  readonly topic: number;
  readonly text: string;
  readonly at: number;
  readonly pinned: boolean;
  readonly edited: boolean;
};

/**
 * Deliver over a table in memory and the strict simulator of the group's messenger: its topics, rights, limits and faults.
 * A call takes `latencyMs` of the test's clock.
 */
export function groupLine(between: Between = straightThrough, latencyMs = 0) {
  const table = memoryTable(between);
  const later = testQueue(() => line.now);
  const told: Inbound[] = [];
  const world = openWorld({
    now: () => line.now,
    dataDir: undefined,
    botId: 4242,
    changed: () => undefined,
    tell: () => 0,
  });
  seed(
    world,
    {
      token,
      webhookSecret: '',
      webhookUrl: () => '',
      now: () => line.now,
      dataDir: undefined,
      groupId,
      advisorIds: [5_000_001, 5_000_002],
    },
    [],
  );
  const faults = faultScript();
  const ledger = openLedger(world.store, () => line.now);

  const http: HttpClient = (request) => {
    const method = request.url.split('/').at(-1) ?? '';
    return crossing(between, method, () => answer(method, request.body));
  };

  async function answer(method: string, body: string | Uint8Array): Promise<HttpOutcome> {
    const raw = typeof body === 'string' ? Object(JSON.parse(body)) : {};
    line.now += latencyMs / 2;
    if (line.revoked) return answered(401, { ok: false, error_code: 401, description: 'Unauthorized' });
    const outcome = dispatch(world, faults, ledger.record, { method, raw, viaWebhook: false });
    line.now += latencyMs / 2;
    if (outcome.fault === 'timeout-after' || outcome.fault === 'timeout-before')
      return { kind: 'lost', reason: 'time-out' };
    if (outcome.fault === 'reset') return { kind: 'notSent', reason: 'ECONNRESET' };
    return answered(outcome.status, outcome.body);
  }

  const account = {
    bot: '4242',
    token,
    number: '',
    webhookSecrets: [],
    verifyToken: '',
    apiUrl: 'http://127.0.0.1:1',
  };
  function open() {
    return createDeliver({
      table,
      later,
      inbound: {
        send: async ({ body }) => void told.push(envelopeSchema.parse(JSON.parse(body)).inbound),
      },
      channelOf: () => telegram,
      textFor: (language, at) => textFor(language, station, at),
      accountOf: () => ({ get: async () => account, refresh: async () => account }),
      desk: { address: deskAddress, chat: String(groupId) },
      zone: station.zone,
      filesFor: async () => new Map(),
      publicUrl: 'https://station.example',
      http,
      measure: (figures) => void line.measured.push(...figures),
      now: () => line.now,
    });
  }
  let deliver = open();

  const line = {
    now: noon,
    table,
    later,
    told,
    measured: [] as Measured[],
    /** The messenger does not know our token any more. */
    revoked: false,
    world,
    faults,
    conditions: conditionsOf(world),
    ledger: ledger.entries,
    /** Puts a row for the group there, of nobody's topic unless `more` says otherwise. */
    has(
      sk: string,
      messages: readonly Outbound[],
      more: Partial<NewRow> = {},
      born: number | null = null,
    ): void {
      const row: NewRow = {
        sk,
        destination: desk,
        language: 'en',
        messages: [...messages],
        tapId: null,
        messageId: null,
        cause: 'person',
        priority: 'mirror',
        openUntil: null,
        car: '',
        again: null,
        notBefore: 0,
        ...more,
      };
      table.plant(outboxItem(row, born ?? line.now));
    },
    /** What a customer wrote, on its way into their topic. */
    wrote(sk: string, customer: string, text: string, more: Partial<NewRow> = {}): void {
      const source = { at: `toy/1/${customer}/`, messageId: sk, tells: null };
      line.has(sk, [relayed(text)], { topic: of(customer), source, ...more });
    },
    wake: (destination = desk) => deliver({ v: 1, destination }),
    /** Time goes by; whatever was to be woken by then is woken at its moment. */
    async passes(milliseconds: number): Promise<void> {
      const end = line.now + milliseconds;
      for (let next = later.next(); later.nextDue() <= end || next; next = later.next()) {
        if (next) {
          const { destination } = JSON.parse(next.body);
          later.done(next);
          await deliver({ v: 1, destination });
        } else line.now = later.nextDue();
      }
      line.now = Math.max(line.now, end);
    },
    row(sk: string, destination = desk): Item {
      const found = line.find(outboxPk(destination), sk);
      if (!found) throw new Error(`There is no row ${sk}`);
      return found;
    },
    find: (pk: string, sk: string) => table.items().find((item) => item.pk === pk && item.sk === sk),
    outcomes: (...sks: readonly string[]) => sks.map((sk) => line.row(sk).outcome),
    /** Another instance of the function, which remembers nothing. */
    restarts(): void {
      deliver = open();
    },
    /** A file that a customer sent and our bot knows by its id. */
    photo(name: string): string {
      return keepFile(world, 'photo', { name, mime: 'image/jpeg', bytes: Buffer.from(name) }).id;
    },
    /** What stands in a topic (0: General), service messages left out. */
    seen(topic = 0, chat = groupId): readonly Seen[] {
      return [...world.chatMessages(chat)]
        .filter((message) => (message.topic ?? 0) === topic && message.content.kind !== 'service')
        .sort((a, b) => a.id - b.id)
        .map(seenOf);
    },
    texts: (topic = 0, chat = groupId) => line.seen(topic, chat).map(({ text }) => text),
    /** Numbers of the topics that are there, in the order in which they were made. */
    topics: (chat = groupId) => [...world.topics.all()].filter((topic) => topic.chat === chat),
    /** The topic of that name. */
    topic(title: string, chat = groupId): number {
      const found = line.topics(chat).find(({ name }) => name === title);
      if (!found) throw new Error(`There is no topic ${title}`);
      return found.id;
    },
    calls: (method: string) => ledger.entries().filter((entry) => entry.method === method),
    refusals: () => ledger.entries().filter(({ status }) => status === 429).length,
    violations: () => ledger.entries().flatMap(({ violations }) => violations),
  };
  return line;
}

export type GroupLine = ReturnType<typeof groupLine>;

function seenOf({ id, topic = 0, content, at, pinned, editedAt }: Message): Seen {
  const text = content.kind === 'text' ? content.text : 'caption' in content ? content.caption : content.kind;
  return { id, topic, text, at, pinned, edited: editedAt !== undefined };
}

/** A customer's topic, titled by their name. */
export function of(customer: string, title = customer) {
  return { of: 'customer', customer, title } as const;
}

export function relayed(text: string, more: Partial<Relay> = {}): Relay {
  return {
    kind: 'relay',
    content: { kind: 'text', text: { text } },
    sign: null,
    replyTo: null,
    target: null,
    ...more,
  };
}

export function photoOf(id: string, album: string, caption = ''): Relay {
  const content: FileContent = {
    kind: 'photo',
    source: { at: 'messenger', channel: 'telegram', id },
    mime: 'image/jpeg',
    name: null,
    bytes: null,
    caption: { text: caption },
    album,
  };
  return { kind: 'relay', content, sign: null, replyTo: null, target: null };
}

/** A line of ours, word for word. */
export function lineOf(text: string, slot: 'card' | 'talk' | null = null): Outbound {
  return { ...say(phrase('verbatim', { text })), slot };
}

function answered(status: number, body: unknown) {
  return { kind: 'answered' as const, status, headers: {}, body: Buffer.from(JSON.stringify(body)) };
}
