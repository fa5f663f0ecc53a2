import * as z from 'zod';
import { createConverse } from '#functions/converse/converse.ts';
import { runDue } from '#functions/tick/tick.ts';
import { type Address, addressOf } from '#shared/domain/address.ts';
import { type Customer, customerSchema } from '#shared/domain/customer.ts';
import type { Desk } from '#shared/domain/desk.ts';
import type { Inbound, InboundEvent } from '#shared/domain/inbound.ts';
import { laterSchema } from '#shared/domain/later.ts';
import type { Setting } from '#shared/flows/step.ts';
import type { Queue } from '#shared/runtime/queues.ts';
import { loadConversation } from '#shared/store/load.ts';
import { outboxFrom } from '#shared/store/outbox.ts';
import { comingOf } from '#shared/text/coming-of.ts';
import { dangerOf } from '#shared/text/danger.ts';
import { missTopicOf } from '#shared/text/wish/miss-topic.ts';
import { understoodOf } from '#shared/text/wish/understood-of.ts';
import { tongueOf, wordOf } from '#shared/text/words.ts';
import { at, demo, MONDAY } from '#test/domain/slots/bookings.ts';
import { type MemoryTable, memoryTable } from '#test/helpers/memory-table.ts';
import { Chat } from './chat.ts';

/** Everything of an item, as the table keeps it. */
export type Item = ReturnType<MemoryTable['items']>[number];
const envelope = z.object({ inbound: z.custom<Inbound>() });

/**
 * Chats at two messengers and what the station keeps of them: the real decisions over the real store, in memory. Telegram
 * vouches for a number that is shared; WhatsApp for the one that a person writes from, if it is not hidden.
 */
export class Street {
  readonly table = memoryTable();
  readonly chats: Chat[] = [];
  now = at(MONDAY, '10:00');
  /** Documents that are to be made. */
  readonly documents: unknown[] = [];
  /** How often an inbound was decided again because somebody was faster. */
  conflicts = 0;
  /** What words are understood as; a test may say it itself. */
  understoodOf: Setting['understoodOf'] = understoodOf;
  #tokens = 0;
  #seen = new Set<string>();
  readonly #quiet: Inbound[] = [];
  readonly #converse: (body: unknown) => Promise<void>;

  /** `desk`: the advisors' group, where the street has one. */
  constructor(desk: Desk | null = null) {
    this.#converse = createConverse({
      table: this.table,
      outbound: queueOf(() => undefined),
      later: queueOf((body) => {
        const later = laterSchema.parse(body);
        if (later.kind === 'inbound') this.#quiet.push(later.inbound);
      }),
      setting: {
        station: demo,
        wordOf,
        tongueOf,
        dangerOf,
        comingOf,
        understoodOf: (text, station, asked) => this.understoodOf(text, station, asked),
        missTopicOf,
      },
      desk,
      advisorIds: [],
      publicUrl: 'https://station.example',
      jobs: { send: async () => undefined },
      documents: queueOf((body) => this.documents.push(body)),
      interpret: null,
      channelOf: ({ channel }) => ({
        limits: {
          windowMs: null,
          editableMs: channel === 'telegram' ? 48 * 3_600_000 : null,
          receipts: false,
          calendar: channel === 'telegram' ? 'file' : 'link',
        },
        topics: null,
      }),
      measure: () => undefined,
      now: () => this.now,
      token: () => this.#token(),
      pause: async () => {
        this.conflicts += 1;
      },
    });
  }

  telegram(chat: string, name = 'Nikos'): Chat {
    return this.#open({ channel: 'telegram', bot: '4242', chat, thread: '' }, name, null);
  }

  /** `phone`: the number that the messenger shows; null where it is hidden. */
  whatsapp(chat: string, phone: string | null = null, name = 'Nikos'): Chat {
    return this.#open({ channel: 'whatsapp', bot: '1061', chat, thread: '' }, name, phone);
  }

  #open(address: Address, name: string, phone: string | null): Chat {
    const chat = new Chat(this, address, name, phone);
    this.chats.push(chat);
    return chat;
  }

  async take(inbound: Inbound): Promise<void> {
    this.rows();
    await this.#converse({ v: 1, inbound });
  }

  /** Bursts end, and what is due by now falls due. */
  async settle(): Promise<void> {
    for (const inbound of this.#quiet.splice(0)) await this.take(inbound);
    const inbound = queueOf((body) => this.#quiet.push(envelope.parse(body).inbound));
    await runDue({ table: this.table, inbound, outbound: queueOf(() => undefined), now: () => this.now });
    // What was said at the end of a burst is still to be looked at.
    for (const due of this.#quiet.splice(0)) await this.#converse({ v: 1, inbound: due });
  }

  later(minutes: number): this {
    this.now += minutes * 60_000;
    return this;
  }

  /** Outbox rows that were born since they were looked at last, with the address they go to. */
  rows() {
    const born = this.items('O#').filter(({ pk, sk }) => !this.#seen.has(`${pk}|${sk}`));
    for (const { pk, sk } of born) this.#seen.add(`${pk}|${sk}`);
    return born.map((item) => ({ to: String(item.pk).slice(2), row: outboxFrom(item) }));
  }

  items(prefix = ''): readonly Item[] {
    return this.table.items().filter(({ pk, sk }) => String(pk).startsWith(prefix) && sk !== 'sender');
  }

  get customers(): readonly Customer[] {
    return this.items('P#')
      .filter(({ sk }) => sk === 'customer')
      .map((item) => customerSchema.parse(item));
  }

  /** Who somebody is who would write from there now. */
  async known(address: string) {
    const event: InboundEvent = { kind: 'command', name: 'start', payload: '' };
    const from = { id: 'x', name: '', language: null, phone: null, known: [] };
    const inbound = { id: 'x', address: addressOf(address), at: this.now, from, messageId: null, event };
    return loadConversation(this.table, inbound, 'en');
  }

  /** Different at every attempt, the same at every run. */
  #token(): string {
    this.#tokens += 1;
    return BigInt(this.#tokens * 7_919 + 104_729)
      .toString(16)
      .padStart(32, '0');
  }
}

function queueOf(send: (body: unknown) => void): Queue {
  return {
    send: async ({ body }) => send(JSON.parse(body)),
    sendBatch: async (entries) => {
      for (const { body } of entries) send(JSON.parse(body));
    },
    setVisibility: async () => undefined,
  };
}
