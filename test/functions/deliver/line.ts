import { createDeliver } from '#functions/deliver/deliver.ts';
import type { Channel, Payload, RenderContext, Sent, Text } from '#shared/channels/channel.ts';
import { telegram } from '#shared/channels/telegram/channel.ts';
import type { SendFailure } from '#shared/domain/failure.ts';
import { envelopeSchema, type InboundEvent } from '#shared/domain/inbound.ts';
import { type Outbound, type Relay, type Say, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import type { Measured } from '#shared/runtime/metrics.ts';
import { type NewRow, outboxItem } from '#shared/store/outbox.ts';
import { outboxPk } from '#shared/store/outbox-key.ts';
import { type Between, kill, straightThrough } from '#test/helpers/between.ts';
import type { Item } from '#test/helpers/expressions.ts';
import { memoryTable } from '#test/helpers/memory-table.ts';
import { testQueue } from '#test/helpers/queue.ts';

process.env.POWERTOOLS_LOG_LEVEL ??= 'SILENT';

/** A call that reached the messenger. */
export type Call = {
  readonly method: string;
  readonly text: string;
  readonly to: string;
  readonly reference: string;
  readonly at: number;
};

export const hour = 60 * 60_000;
export const day = 24 * hour;
export const noon = Date.parse('2026-11-21T12:00:00Z');
export const chat = 'toy/1/501/';

export const ok: Sent = { kind: 'sent', messageId: 'wamid.1' };
export const lost: SendFailure = { kind: 'ambiguous', reason: 'time-out' };
export const shut: SendFailure = { kind: 'windowClosed', reason: '131047' };

export function throttled(more: Partial<Extract<SendFailure, { kind: 'throttled' }>> = {}): SendFailure {
  return { kind: 'throttled', retryAfterSeconds: null, scope: 'chat', unasked: false, ...more };
}

type Answer = Sent | SendFailure | 'killed before' | 'killed after';

const words: Text = {
  language: 'en',
  say: ({ key, args }) => ('text' in args ? String(args.text) : key),
  place: { title: '', address: '', latitude: 0, longitude: 0 },
};

/**
 * Deliver over a table in memory and a messenger made up for these tests: one message a `say`, a window, receipts and
 * notices as `limits` says, each message at that price, and answers as `answers` gives them, one a call; then everything is taken.
 */
export function lineTo(
  limits: Partial<Channel['limits']> = {},
  between: Between = straightThrough,
  price = 0,
) {
  const table = memoryTable(between);
  const calls: Call[] = [];
  const told: Extract<InboundEvent, { kind: 'undelivered' }>[] = [];
  const ids: string[] = [];
  const later = testQueue(() => line.now);
  const line = {
    now: noon,
    table,
    calls,
    told,
    ids,
    later,
    answers: [] as Answer[],
    measured: [] as Measured[],
    /** Puts a row there, of these words unless `more` says otherwise. */
    has(sk: string, text: string, more: Partial<NewRow> = {}): void {
      const row: NewRow = {
        sk,
        destination: chat,
        language: 'en',
        messages: text === '' ? [] : [verbatim(text)],
        tapId: null,
        messageId: null,
        cause: 'person',
        priority: 'answer',
        openUntil: line.now + day,
        car: 'Octavia',
        again: null,
        notBefore: 0,
        ...more,
      };
      table.plant(outboxItem(row, line.now));
    },
    wake: (destination = chat) => deliver({ v: 1, destination }),
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
      line.now = end;
    },
    row(sk: string, destination = chat): Item {
      const found = table.items().find((item) => item.pk === outboxPk(destination) && item.sk === sk);
      if (!found) throw new Error(`There is no row ${sk}`);
      return found;
    },
    /** A status of one message came. */
    status(sk: string, attributes: Item): void {
      table.plant({ ...line.row(sk), ...attributes });
    },
    /** What the person got, in order. */
    get texts(): readonly string[] {
      return calls.filter(({ method }) => method !== 'read').map(({ text }) => text);
    },
    /** Another instance of the function, which remembers nothing of what this one learned. */
    another: () => open(),
  };

  const channel: Channel = {
    ...telegram,
    name: 'toy',
    limits: { ...telegram.limits, windowMs: day, receipts: true, ...limits },
    render: (messages, _to, _text, { files }) =>
      messages.flatMap((message, index) => {
        const text =
          message.kind === 'say' ? message.text.map(words.say).join(' + ') : fileIn(message, files);
        return text === null ? [] : [{ payload: call('send', text), completes: [index] }];
      }),
    notice: (notice) => call('notice', `notice: ${notice.kind} ${notice.car}`),
    acknowledge: ({ messageId }) => (messageId === null ? null : call('read', messageId, true)),
    retireCard: () => null,
    price: () => price,
    send: async ({ method, body }, _account, _http, reference) => {
      const answer = method === 'read' ? ok : (line.answers.shift() ?? ok);
      if (answer === 'killed before') return kill();
      const taken = answer === 'killed after' || answer.kind === 'sent' || answer === lostAfter;
      if (taken)
        calls.push({
          method,
          text: String(body.text),
          to: reference.split('|')[0] ?? '',
          reference,
          at: line.now,
        });
      if (answer === 'killed after') return kill();
      return answer;
    },
  };

  function open() {
    const account = { ...accountOfTest };
    return createDeliver({
      table,
      later,
      inbound: {
        send: async ({ body }) => {
          const { inbound } = envelopeSchema.parse(JSON.parse(body));
          ids.push(inbound.id);
          if (inbound.event.kind === 'undelivered') told.push(inbound.event);
        },
      },
      channelOf: () => channel,
      textFor: () => words,
      accountOf: () => ({ get: async () => account, refresh: async () => account }),
      desk: null,
      zone: 'Europe/Athens',
      filesFor: async (messages) =>
        new Map(
          messages.flatMap(keysOf).map((key) => [key, { mime: 'image/jpeg', content: Buffer.from('') }]),
        ),
      publicUrl: 'https://station.example',
      http: async () => {
        throw new Error('The messenger of these tests is asked without the network');
      },
      measure: (figures) => void line.measured.push(...figures),
      now: () => line.now,
    });
  }
  const deliver = open();
  return line;
}

/** It arrived, and its answer was lost. */
export const lostAfter: SendFailure = { kind: 'ambiguous', reason: 'time-out after it had it' };

export function verbatim(text: string): Say {
  return say(phrase('verbatim', { text }));
}

/** A photo of the station's store. */
export function photo(key: string): Relay {
  const file = { source: { at: 'store' as const, key }, mime: null, name: null, bytes: null };
  const content = { kind: 'photo' as const, ...file, caption: { text: '' } };
  return { kind: 'relay', content, sign: null, replyTo: null, target: null };
}

function keysOf(message: Outbound): readonly string[] {
  if (message.kind !== 'relay' || !('source' in message.content)) return [];
  const { source } = message.content;
  return source.at === 'store' ? [source.key] : [];
}

/** A file is a message of its own where its bytes are there. */
function fileIn(message: Outbound, files: RenderContext['files']): string | null {
  const [key] = keysOf(message);
  return key !== undefined && files?.has(key) ? `photo ${key}` : null;
}

function call(method: string, text: string, idempotent = false): Payload {
  return { method, body: { text }, uploads: [], idempotent };
}

const accountOfTest = {
  bot: '1',
  token: '',
  number: '',
  webhookSecrets: [],
  verifyToken: '',
  apiUrl: 'http://127.0.0.1:1',
};
