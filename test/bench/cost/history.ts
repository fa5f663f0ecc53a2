import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { type Address, addressKey } from '#shared/domain/address.ts';
import { addDays } from '#shared/domain/clock.ts';
import type { Visit } from '#shared/domain/customer.ts';
import type { Day, Job } from '#shared/domain/day.ts';
import { say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { freshLife } from '#shared/domain/visit/life.ts';
import { dayItem } from '#shared/store/day.ts';
import { agreementItem } from '#shared/store/ledger.ts';
import { type NewRow, outboxItem } from '#shared/store/outbox.ts';
import type { Key, Table } from '#shared/store/table.ts';
import { transcriptItem } from '#shared/store/transcript.ts';

type Row = Key & Record<string, unknown>;

/**
 * Writes `count` earlier messages and as many earlier appointments of one person into the table, as the functions would
 * have left them: transcript, sent outbox rows, agreements, and the days on whose bays the jobs stood.
 */
export async function plantHistory(
  table: Table,
  address: Address,
  count: number,
  now: number,
): Promise<void> {
  await write(table, rowsOf(address, count, now));
}

const jobsADay = 30;
const hour = 3_600_000;

function* rowsOf(address: Address, count: number, now: number): Generator<Row> {
  const destination = addressKey(address);
  for (let index = 0; index < count; index += 1) {
    const at = now - (count - index) * hour;
    yield transcriptItem(inbound(address, index, at), { wake: [destination], quiet: null, jobs: [] }, at);
    yield sentRow(destination, index, at);
    yield agreementItem(
      destination,
      { agreed: 'booked', visit: visit(index, at) },
      { language: 'en', inbound: `old${index}` },
      at,
    );
    if (index % jobsADay === 0) yield dayItem(pastDay(index / jobsADay, now));
  }
}

function inbound(address: Address, index: number, at: number) {
  const from = { id: address.chat, name: 'Lena', language: 'en', phone: null, known: [] };
  const event = { kind: 'text', text: `An earlier message, number ${index}` } as const;
  return { id: `old${index}`, address, at, from, messageId: null, event };
}

function sentRow(destination: string, index: number, at: number): Row {
  const row: NewRow = {
    sk: `u${String(index).padStart(8, '0')}`,
    destination,
    language: 'en',
    messages: [say(phrase('greeting'))],
    tapId: null,
    messageId: null,
    cause: 'person',
    priority: 'answer',
    openUntil: null,
    car: '',
    again: null,
    notBefore: 0,
  };
  // A row that was sent has left both indexes.
  const { waiting: _waiting, dueShard: _shard, dueAt: _at, ...rest } = outboxItem(row, at);
  return { ...rest, outcome: 'sent', parts: [String(index)] };
}

function visit(index: number, at: number): Visit {
  return {
    id: `old${index}`,
    start: at,
    readyBy: at + hour,
    services: ['oil'],
    vehicle: { id: 'v1', label: 'Octavia ABC-4821', short: 'Octavia …4821' },
    stay: 'leave',
    sequence: 1,
    dates: [new Date(at).toISOString().slice(0, 10)],
    chat: '',
    life: freshLife,
  };
}

/** A day that is over, with all its work still on record. */
function pastDay(index: number, now: number): Day {
  const date = addDays(new Date(now).toISOString().slice(0, 10), -1 - index);
  const start = Date.parse(`${date}T07:00:00Z`);
  const jobs = Array.from({ length: jobsADay }, (_, job) => pastJob(`p${job.toString(36)}`, start));
  return { date, version: 1, jobs };
}

function pastJob(id: string, start: number): Job {
  const end = start + hour;
  return {
    id,
    bay: 'b1',
    technician: 't1',
    service: 'oil',
    kind: 'leave',
    start,
    end,
    arrival: start,
    readyBy: end,
    holdUntil: null,
  };
}

async function write(table: Table, rows: Iterable<Row>): Promise<void> {
  let batch: Row[] = [];
  const flush = async () => {
    if (batch.length === 0) return;
    const requests = batch.map((Item) => ({ PutRequest: { Item } }));
    await table.client.send(new BatchWriteCommand({ RequestItems: { [table.name]: requests } }));
    batch = [];
  };
  for (const row of rows) {
    batch.push(row);
    if (batch.length === 25) await flush();
  }
  await flush();
}
