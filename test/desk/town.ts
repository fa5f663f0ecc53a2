import { createConverse } from '#functions/converse/converse.ts';
import { deskAddress } from '#shared/channels/registry.ts';
import { addressKey, addressOf } from '#shared/domain/address.ts';
import { type Case, type CaseChange, newCase } from '#shared/domain/case.ts';
import { newCustomer } from '#shared/domain/customer.ts';
import type { Inbound, InboundEvent } from '#shared/domain/inbound.ts';
import type { Job } from '#shared/domain/job.ts';
import { jobSchema } from '#shared/domain/job.ts';
import { say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { station } from '#shared/station/station.ts';
import { caseItem } from '#shared/store/case.ts';
import { conversationItem, newConversation } from '#shared/store/conversation.ts';
import { counterpartItem } from '#shared/store/counterpart.ts';
import { customerItem } from '#shared/store/customer.ts';
import { type OutboxRow, outboxFrom, outboxItem } from '#shared/store/outbox.ts';
import { topicItem, topicOwnerItem } from '#shared/store/topic.ts';
import { comingOf } from '#shared/text/coming-of.ts';
import { dangerOf } from '#shared/text/danger.ts';
import { missTopicOf } from '#shared/text/wish/miss-topic.ts';
import { understoodOf } from '#shared/text/wish/understood-of.ts';
import { tongueOf, wordOf } from '#shared/text/words.ts';
import { memoryTable } from '#test/helpers/memory-table.ts';

/** The desk with customers in topics, without any messenger: converse decides over a table in memory, and rows leave as told. */

export const group = '-1002000000001';
const deskKey = addressKey(deskAddress);
const start = Date.parse('2026-11-23T08:00:00Z');

/** Somebody with a topic: their addresses, the first is where they wrote last. */
export type Customer = { readonly id: string; readonly homes: readonly string[]; thread: string };

export const listed = ['5000001', '5000002'] as const;
export const strangers = ['6660001', '6660002'] as const;

export type Row = OutboxRow & { readonly destination: string };

export class Town {
  readonly table = memoryTable();
  readonly jobs: Job[] = [];
  readonly customers: readonly Customer[];
  now = start;
  #count = 0;
  #thread = 100;
  readonly #converse: (body: unknown) => Promise<void>;

  constructor() {
    this.#converse = createConverse({
      table: this.table,
      outbound: silent,
      later: silent,
      jobs: { send: async ({ body }) => void this.jobs.push(jobSchema.parse(JSON.parse(body))) },
      documents: { send: async ({ body }) => void this.jobs.push(jobSchema.parse(JSON.parse(body))) },
      interpret: null,
      setting: { station, wordOf, tongueOf, dangerOf, comingOf, understoodOf, missTopicOf },
      desk: { address: deskAddress, chat: group },
      advisorIds: [],
      publicUrl: 'https://station.example',
      channelOf: ({ channel }) => ({
        limits:
          channel === 'whatsapp'
            ? { windowMs: 86_400_000, calendar: 'link', editableMs: null, receipts: true }
            : { windowMs: null, calendar: 'file', editableMs: 172_800_000, receipts: false },
        topics: { url: ({ chat, thread }) => `https://topic.example/${chat}/${thread}` },
      }),
      measure: () => undefined,
      now: () => this.now,
      token: () => this.#next().toString(16).padStart(32, '0'),
      pause: async () => undefined,
    });
    this.customers = [
      ['telegram/4242/7000001/'],
      ['whatsapp/106540352242922/GB.7000002/'],
      ['telegram/4242/7000003/', 'whatsapp/106540352242922/GB.7000003/'],
    ].map((homes) => this.#customer(homes));
  }

  #next(): number {
    this.#count += 1;
    return this.#count;
  }

  #customer(homes: readonly string[]): Customer {
    const id = homes[0] ?? '';
    const customer = {
      ...newCustomer(id, `Customer ${id.slice(-2, -1)}`),
      addresses: [...homes],
      version: 1,
    };
    this.table.plant(customerItem(customer));
    for (const home of homes) {
      const conversation = { ...newConversation(home, 'en'), version: 1, heardAt: this.now, customer: id };
      this.table.plant(conversationItem(addressOf(home), conversation));
    }
    this.table.plant(caseItem({ ...newCase(id, id), version: 1 }));
    const known = { id, homes, thread: '' };
    this.opensTopic(known);
    return known;
  }

  /** A topic of theirs, with a card and a message of theirs in it; the one before is gone. */
  opensTopic(customer: Customer): void {
    const { id, homes } = customer;
    this.#thread += 1;
    const thread = String(this.#thread);
    customer.thread = thread;
    this.table.plant(topicOwnerItem(group, thread, { customer: id, home: homes[0] ?? '' }));
    const topic = {
      chat: group,
      thread,
      title: 'x',
      slots: { card: this.card(customer) },
      last: null,
      rebuilt: 0,
    };
    this.table.plant(topicItem(id, topic));
    const row = this.#planted(deskKey, [], {
      source: { at: homes[0] ?? '', messageId: 'theirs', tells: null },
      topic: { of: 'customer', customer: id, title: 'x' },
    });
    this.table.plant(
      counterpartItem(deskKey, this.theirs(customer), { how: 'sent', destination: deskKey, row }, this.now),
    );
  }

  /** The message of a customer that lies in their topic, and their card. */
  theirs({ thread }: Customer): string {
    return `9${thread}`;
  }

  card({ thread }: Customer): string {
    return `8${thread}`;
  }

  #planted(destination: string, parts: readonly string[], given: Partial<OutboxRow>): string {
    const sk = `t${this.#next()}`;
    const row = {
      sk,
      destination,
      language: 'en',
      tapId: null,
      messageId: null,
      cause: 'person',
      priority: 'person',
      openUntil: null,
      car: '',
      again: null,
      notBefore: 0,
    } as const;
    this.table.plant({
      ...outboxItem({ ...row, messages: [], ...given, destination }, this.now),
      parts: [...parts],
      outcome: 'sent',
    });
    return sk;
  }

  /** Somebody does something in the group; answers the message's id. */
  async happens(
    by: string | null,
    thread: string,
    event: InboundEvent,
    given: { readonly replyTo?: string; readonly messageId?: string; readonly chat?: string } = {},
  ): Promise<string> {
    const number = this.#next();
    const messageId = given.messageId ?? String(1_000 + number);
    const inbound: Inbound = {
      id: `u${number}`,
      address: { channel: 'telegram', bot: '4242', chat: given.chat ?? group, thread },
      at: this.now,
      from: by === null ? null : { id: by, name: `P${by}`, language: 'en', phone: null, known: [] },
      messageId: event.kind === 'edited' ? null : messageId,
      ...(given.replyTo === undefined ? {} : { replyTo: given.replyTo }),
      event,
    };
    await this.#converse({ v: 1, inbound });
    return messageId;
  }

  /** A job comes back, with its file or without. */
  async fetches(stored: boolean): Promise<void> {
    const job = this.jobs.shift();
    if (job?.kind !== 'fetch') return;
    const inbound: Inbound = {
      id: `f${this.#next()}`,
      address: job.tell,
      at: this.now,
      from: null,
      messageId: null,
      event: {
        kind: 'fetched',
        ticket: job.ticket,
        outcome: stored
          ? {
              kind: 'stored',
              key: `key-${job.file.id}`,
              mime: 'image/jpeg',
              bytes: 9,
              name: null,
              what: 'photo',
            }
          : { kind: 'failed', why: 'gone' },
      },
    };
    await this.#converse({ v: 1, inbound });
  }

  /** Rows for customers, whatever became of them. */
  rows(): readonly Row[] {
    return this.table
      .items()
      .filter(({ pk, sk }) => String(pk).startsWith('O#') && sk !== 'sender' && pk !== `O#${deskKey}`)
      .map((item) => ({ ...outboxFrom(item), destination: String(item.pk).slice(2) }));
  }

  /** Rows at the desk with buttons, the newest first. */
  offers(): readonly OutboxRow[] {
    return this.table
      .items()
      .filter(({ pk, messages }) => pk === `O#${deskKey}` && JSON.stringify(messages).includes('"act"'))
      .map(outboxFrom)
      .reverse();
  }

  /** What was said at the desk: the messages of each row, as they are stored. */
  deskTexts(): readonly string[] {
    return this.table
      .items()
      .filter(({ pk, sk }) => pk === `O#${deskKey}` && sk !== 'sender')
      .map(({ messages }) => JSON.stringify(messages))
      .filter((said) => said !== '[]');
  }

  /** A message with buttons of a part lies at the desk; answers its row. */
  shows(flow: string, actions: readonly unknown[]): string {
    const options = actions.map((data) => ({
      kind: 'act' as const,
      label: phrase('verbatim', { text: 'x' }),
      action: { flow, data },
    }));
    return this.#planted(deskKey, ['60'], { messages: [say(phrase('verbatim', { text: 'x' }), [options])] });
  }

  /** A messenger tells how far a message of a row got. */
  climbs({ destination, sk }: Row, rung: number): void {
    const item = this.table.items().find((one) => one.pk === `O#${destination}` && one.sk === sk);
    if (item) this.table.plant({ ...item, parts: ['m1'], rung0: rung, outcome: 'sent' });
  }

  /** What is due at customers leaves: each message gets an id there. */
  delivers(): void {
    for (const item of this.table.items()) {
      const { waiting, dueShard, dueAt, ...row } = item;
      if (waiting === undefined || !String(item.pk).startsWith('O#') || item.pk === `O#${deskKey}`) continue;
      if (outboxFrom(item).notBefore > this.now) continue;
      this.table.plant({ ...row, parts: [`m${this.#next()}`], outcome: 'sent', ended: this.now });
    }
  }

  /** The customer writes from another of their messengers now. */
  movesHome(customer: Customer, home: string): void {
    this.alters(customer, { home });
  }

  /** Their case is another one than it was. */
  alters(customer: Customer, change: CaseChange): void {
    const item = this.table.items().find(({ pk, sk }) => pk === `D#${customer.id}` && sk === 'case');
    if (item) this.table.plant({ ...item, ...change, version: Number(item.version) + 1 });
  }

  caseOf({ id }: Customer): Case | null {
    const item = this.table.items().find(({ pk, sk }) => pk === `D#${id}` && sk === 'case');
    return item ? { ...newCase(id, id), ...item } : null;
  }
}

const silent = {
  send: async () => undefined,
  sendBatch: async () => undefined,
  setVisibility: async () => undefined,
};
