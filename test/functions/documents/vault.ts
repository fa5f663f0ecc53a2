import { strFromU8, unzipSync } from 'fflate';
import { createDocuments } from '#functions/documents/documents.ts';
import { channelOf } from '#shared/channels/registry.ts';
import { addressOf } from '#shared/domain/address.ts';
import { type Customer, newCustomer, type Visit } from '#shared/domain/customer.ts';
import { envelopeSchema, type InboundEvent } from '#shared/domain/inbound.ts';
import type { ArchiveJob } from '#shared/domain/job.ts';
import type { Outbound } from '#shared/domain/outbound.ts';
import { plain } from '#shared/domain/rich-text.ts';
import { freshLife } from '#shared/domain/visit/life.ts';
import { station } from '#shared/station/station.ts';
import { conversationItem, newConversation } from '#shared/store/conversation.ts';
import { customerItem, personPk } from '#shared/store/customer.ts';
import { agreementItem } from '#shared/store/ledger.ts';
import { outboxItem } from '#shared/store/outbox.ts';
import { fileItem } from '#shared/store/report.ts';
import { transcriptItem } from '#shared/store/transcript.ts';
import { textFor } from '#shared/text/text.ts';
import { memoryFiles } from '#test/helpers/files.ts';
import { dejavu, resvg } from '#test/helpers/fonts.ts';
import { memoryTable } from '#test/helpers/memory-table.ts';
import { testQueue } from '#test/helpers/queue.ts';

/** A table and a store with what is kept of people, and the function that makes archives and tables of it. */

export const now = Date.parse('2026-11-24T10:41:00Z');
export const minute = 60_000;
export const nikos = 'telegram/4242/501/';
export const elsewhere = 'whatsapp/1/GR.2/';

export const visit: Visit = {
  id: '7K2M4Q',
  start: Date.parse('2026-11-24T07:00:00Z'),
  readyBy: Date.parse('2026-11-24T10:30:00Z'),
  services: ['oil'],
  vehicle: { id: '1', label: 'Skoda Octavia 2018 · ABC-4821', short: 'Octavia …4821' },
  stay: 'wait',
  sequence: 0,
  dates: ['2026-11-24'],
  chat: nikos,
  life: freshLife,
};

const shown = { language: 'en', inbound: 'u1' } as const;

export function vault() {
  const table = memoryTable();
  const files = memoryFiles();
  const inbound = testQueue(() => now);
  const documents = createDocuments({
    table,
    files,
    inbound,
    textFor: (language, currency) => textFor(language, { ...station, currency }),
    station,
    channelOf,
    fonts: dejavu,
    rasterizer: resvg,
    now: () => now,
  });
  let count = 0;
  const next = () => {
    count += 1;
    return String(count).padStart(8, '0');
  };
  return {
    table,
    files,
    documents,
    /** What whoever asked is told. */
    told() {
      const message = inbound.next();
      if (!message) throw new Error('Nobody was told anything');
      inbound.done(message);
      return envelopeSchema.parse(JSON.parse(message.body)).inbound;
    },
    person(id: string, name: string, more: Partial<Customer> = {}, since = 0) {
      table.plant(customerItem({ ...newCustomer(id, name), version: 1, ...more }));
      for (const address of more.addresses ?? [id])
        table.plant(
          conversationItem(addressOf(address), { ...newConversation(id, 'en'), version: 1, since }),
        );
    },
    booked(
      customer: string,
      what: Visit,
      at = now - 10 * minute,
      agreed: 'booked' | 'moved' | 'cancelled' = 'booked',
    ) {
      table.plant(agreementItem(customer, { agreed, visit: what }, shown, at));
    },
    came(address: string, event: InboundEvent, at: number, messageId: string | null = null) {
      const id = `u${next()}`;
      const one = { id, address: addressOf(address), at, from: null, messageId, event };
      table.plant(transcriptItem(one, { wake: [], quiet: null, jobs: [] }, at));
    },
    says(address: string, text: string, at: number) {
      this.came(address, { kind: 'text', text }, at);
    },
    went(destination: string, messages: readonly Outbound[], at: number) {
      const row = {
        destination,
        sk: `v${next()}`,
        language: 'en' as const,
        messages: [...messages],
        tapId: null,
        messageId: null,
        cause: 'person' as const,
        priority: 'answer' as const,
        openUntil: null,
        car: '',
        again: null,
        notBefore: 0,
      };
      table.plant(outboxItem(row, at));
    },
    /** A photo that somebody sent, as it lies in the store. */
    photo(customer: string, address: string, name: string, at: number, bytes = 100) {
      const key = `files/${name}`;
      const file = { id: name, bytes, mime: 'image/jpeg', name: null };
      this.came(address, { kind: 'photo', file, caption: '', album: null }, at, name);
      table.plant(
        fileItem(customer, { messageId: name, address, key, mime: 'image/jpeg', bytes, what: 'photo', at }),
      );
      files.stored.set(key, { mime: 'image/jpeg', content: Buffer.from(`bytes of ${name}`) });
    },
    own(customer: string, sk: string, more: Record<string, unknown>) {
      table.plant({ pk: personPk(customer), sk, ...more });
    },
  };
}

export type Vault = ReturnType<typeof vault>;

/** What an advisor sends a customer from the store. */
export function sentFile(key: string, name: string, mime: string, bytes: number | null = 100): Outbound {
  return {
    kind: 'relay',
    content: {
      kind: 'file',
      what: 'document',
      source: { at: 'store', key },
      mime,
      name,
      bytes,
      caption: plain(''),
    },
    sign: null,
    replyTo: null,
    target: null,
  };
}

export function archiveJob(given: Partial<ArchiveJob> = {}): ArchiveJob {
  return {
    v: 1,
    kind: 'archive',
    id: 'archive one 1',
    of: nikos,
    until: now,
    part: 1,
    language: 'en',
    tell: addressOf(nikos),
    ticket: { flow: 'archive', asked: now, part: 1, parts: 1, way: 'file' },
    ...given,
  };
}

/** The files of an archive by their paths, as texts. */
export function opened(content: Uint8Array | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(unzipSync(content ?? new Uint8Array())).map(([path, bytes]) => [path, strFromU8(bytes)]),
  );
}
