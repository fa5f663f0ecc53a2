import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { handleErasing } from '#functions/documents/erase/handle.ts';
import { addDays } from '#shared/domain/clock.ts';
import { customerSchema } from '#shared/domain/customer.ts';
import type { Job } from '#shared/domain/day.ts';
import { emptyRoster } from '#shared/domain/group.ts';
import type { EraseJob } from '#shared/domain/job.ts';
import { laterSchema } from '#shared/domain/later.ts';
import { type Wait, waitlistSchema } from '#shared/domain/waitlist.ts';
import { customerItem } from '#shared/store/customer.ts';
import { dayFrom, dayItem } from '#shared/store/day.ts';
import { feedItem, feedLink } from '#shared/store/feed.ts';
import { groupKey, rosterItem } from '#shared/store/group.ts';
import { happenedItem } from '#shared/store/happened.ts';
import { agreedItem } from '#shared/store/order.ts';
import { answersItem, repliesItem } from '#shared/store/replies.ts';
import { tombstoneItem } from '#shared/store/tombstone.ts';
import { waitlistItem } from '#shared/store/waitlist.ts';
import { type TestTable, withTable } from '#test/helpers/dynamodb.ts';
import { memoryFiles } from '#test/helpers/files.ts';
import { testQueue } from '#test/helpers/queue.ts';
import {
  canariesOf,
  chatOf,
  customerOf,
  date,
  desk,
  deskKey,
  dimitra,
  elsewhereOf,
  itemsOf,
  now,
  petros,
  photoOf,
  rowTo,
  type Signs,
  text,
  visitIdOf,
  waitIdOf,
} from './everything.ts';
import { agreementOf } from './orders.ts';

process.env.POWERTOOLS_LOG_LEVEL ??= 'SILENT';

const hour = 3_600_000;

function jobOn(id: string, start: number): Job {
  const end = start + hour;
  const at = { start, end, arrival: start, readyBy: end, holdUntil: null };
  return { id, bay: 'B1', technician: 'kos', service: 'oil', kind: 'wait', ...at };
}

function waitOf(who: Signs): Wait {
  return {
    id: waitIdOf(who),
    customer: chatOf(who),
    chat: chatOf(who),
    services: ['oil'],
    car: '1',
    moving: null,
    date,
    until: addDays(date, 9),
    shown: [],
    at: now - hour,
  };
}

/** What belongs to the station, and names both of them. */
function stationItems(one: Signs, other: Signs) {
  const nine = Date.parse(`${date}T07:00:00Z`);
  const jobs = [
    jobOn(visitIdOf(one), nine),
    jobOn(visitIdOf(other), nine + hour),
    jobOn('BLOCK1', nine + 2 * hour),
  ];
  const offered = [{ wait: waitIdOf(one), start: nine + 4 * hour, until: now + hour }];
  const over = { what: 'wrote' as const, channel: 'telegram' };
  const kept = { id: 'K7M2QP', text: 'Tyres are in stock', language: 'en', by: 'maria', at: now } as const;
  return {
    dayItem: [dayItem({ date, version: 5, jobs: [...jobs, jobOn(waitIdOf(one), nine + 4 * hour)] })],
    waitlistItem: [waitlistItem({ version: 3, waits: [waitOf(one), waitOf(other)], offered })],
    happenedItem: [happenedItem({ date, name: 'wrote#AB12CD', happened: over }, now - hour)],
    repliesItem: [repliesItem('k2m', { version: 2, said: [{ in: 'AB12CD', pairs: 'abcdef', at: now }] })],
    answersItem: [answersItem({ version: 1, kept: [kept], asked: ['abcdef'] })],
    feedItem: [feedItem({ version: 1, by: 'maria', since: now }, 'token of the feed')],
    feedLink: [feedLink('token of the feed', 'en', now)],
    rosterItem: [rosterItem({ ...emptyRoster, version: 1 })],
    tombstoneItem: [tombstoneItem('telegram/4242/99/', { at: now - hour, by: 'u1', version: 3 })],
    groupKey: [{ ...groupKey, creating: { customer: chatOf(one), title: one.name, until: now + hour } }],
    /** The neighbour answers for the costs of whoever goes, and the other way round. */
    between: [
      customerItem(
        customerOf(other, {
          approver: { customer: chatOf(one), name: one.name },
          approvesFor: [{ customer: chatOf(one), name: one.name }],
        }),
      ),
      agreedItem(
        agreementOf({
          of: chatOf(other),
          ref: 'K7M2QS',
          who: { customer: chatOf(one), name: one.name },
          shown: `${one.name}: yes`,
          inbound: `${chatOf(one)}#u5`,
        }),
      ),
    ],
  };
}

const job: EraseJob = {
  v: 1,
  kind: 'erase',
  id: 'erase-u90',
  at: now,
  people: [chatOf(dimitra), elsewhereOf(dimitra)],
  addresses: [chatOf(dimitra), elsewhereOf(dimitra)],
  cancelled: [],
  receipt: { address: chatOf(dimitra), language: 'en' },
  traces: null,
  stage: 'clear',
  round: 0,
  found: 0,
  from: null,
  toldAt: 0,
};

let table: TestTable;
let files: ReturnType<typeof memoryFiles>;
beforeEach(async () => {
  table = await withTable({ now: () => now });
  files = memoryFiles();
});
afterEach(() => table.close());

const seeds = () =>
  Object.values({ ...itemsOf(petros, dimitra), ...stationItems(dimitra, petros) }).concat(
    Object.values(itemsOf(dimitra, petros)),
  );

async function seed(): Promise<void> {
  for (const Item of seeds().flat())
    await table.client.send(new PutCommand({ TableName: table.tableName, Item }));
  for (const who of [dimitra, petros])
    files.stored.set(photoOf(who), { mime: 'image/jpeg', content: Buffer.from(who.bytes) });
}

/** All that is stored, line by line, as somebody who looks for a person would search it. */
async function raw(): Promise<readonly string[]> {
  const { Items = [] } = await table.client.send(new ScanCommand({ TableName: table.tableName }));
  const stored = [...files.stored].map(([key, { content }]) => `${key} ${Buffer.from(content).toString()}`);
  return [...Items.map((item) => JSON.stringify(item)), ...stored];
}

function holding(lines: readonly string[], who: Signs): readonly string[] {
  return lines.filter((line) => canariesOf(who).some((canary) => line.includes(canary)));
}

/** How often each sign of somebody is there. */
function countsOf(lines: readonly string[], who: Signs) {
  return canariesOf(who).map((canary) => lines.reduce((sum, line) => sum + line.split(canary).length - 1, 0));
}

/** Runs the rounds of a job as the queue brings them; `crashes` tells which of them dies at which call. */
async function erase(given: EraseJob = job, dies: (call: number) => boolean = () => false): Promise<number> {
  let at = now;
  let calls = 0;
  const later = testQueue(() => at);
  const outbound = testQueue(() => at);
  const client = new Proxy(table.client, {
    get(target, name) {
      if (name !== 'send') return Reflect.get(target, name);
      return (command: PutCommand) => {
        calls += 1;
        if (dies(calls)) throw new Error('The function was killed');
        return target.send(command);
      };
    },
  });
  const deps = {
    table: { client, name: table.tableName },
    files,
    later,
    outbound,
    deadLetters: [],
    desk: { address: desk, chat: '-1002000000001' },
    topicUrl: ({ thread }: { readonly thread: string }) => `https://t.me/c/2000000001/${thread}`,
    now: () => at,
  };
  const bodies: unknown[] = [given];
  let rounds = 0;
  for (let body = bodies.shift(); body !== undefined; body = bodies.shift()) {
    rounds += 1;
    if (rounds > 100) throw new Error('It does not come to an end');
    try {
      await handleErasing(body, deps);
    } catch {
      bodies.push(body);
    }
    at += 11 * 60_000;
    for (let waiting = later.next(); waiting; waiting = later.next()) {
      later.done(waiting);
      const put = laterSchema.parse(JSON.parse(waiting.body));
      if (put.kind === 'erase') bodies.push(put.job);
    }
  }
  return rounds;
}

describe('one person of two, with an item of every kind', () => {
  it('there is a seed for every maker of items in the store', async () => {
    const folder = join(import.meta.dirname, '../../../shared/store');
    const names = (await readdir(folder)).filter((name) => name.endsWith('.ts'));
    const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    const makers = texts.flatMap((text) =>
      [...text.matchAll(/export (?:async )?function (\w+(?:Item|Link))\(/g)].map(([, name]) => name ?? ''),
    );
    // A message is a part of its row, and reading a link makes none.
    const others = new Set(['messageItem', 'readLink']);
    const seeded = new Set(Object.keys({ ...itemsOf(dimitra, petros), ...stationItems(dimitra, petros) }));
    expect(makers.length).toBeGreaterThan(25);
    expect(makers.filter((name) => !seeded.has(name) && !others.has(name))).toEqual([]);
  });

  it('of the one who goes nothing is left, of the other everything', async () => {
    await seed();
    const before = await raw();
    expect(countsOf(before, dimitra).filter((count) => count === 0)).toEqual([]);
    await erase();
    const after = await raw();
    expect(holding(after, dimitra)).toEqual([]);
    const own = new Set(Object.values(itemsOf(dimitra, petros)).flatMap((items) => items.map(keyOf)));
    const others = before.filter((line) => !own.has(keyIn(line)) && !line.includes(dimitra.bytes));
    const left = new Map(after.map((line) => [keyIn(line), line]));
    for (const line of others) {
      expect(left.has(keyIn(line)), line).toBe(true);
      expect(countsOf([left.get(keyIn(line)) ?? ''], petros), line).toEqual(countsOf([line], petros));
      if (holding([line], dimitra).length === 0 && !isShared(line)) expect(left.get(keyIn(line))).toBe(line);
    }
    expect(others.length).toBeGreaterThan(40);
  });

  it('what names them in rows of others says so no more, and the row is as useful as before', async () => {
    await seed();
    await erase();
    const lines = await raw();
    const found = (key: string) => lines.find((line) => keyIn(line) === key) ?? '{}';
    const neighbour: unknown = JSON.parse(found(`P#${chatOf(petros)} customer`));
    expect(customerSchema.parse(neighbour)).toMatchObject({
      name: petros.name,
      approver: null,
      approvesFor: [],
    });
    const list = waitlistSchema.parse(JSON.parse(found('W#list waitlist')));
    expect(list.waits.map(({ id }) => id)).toEqual([waitIdOf(petros)]);
    expect(list.version).toBe(4);
    const day = dayFrom(date, JSON.parse(found(`D#${date} day`)));
    expect(day.jobs.map(({ id }) => id)).toEqual([visitIdOf(petros), 'BLOCK1']);
    expect(day.version).toBe(6);
  });

  it('a car without its plate, or a first name, is nobody’s alone: lines of others that have the same stay', async () => {
    await seed();
    const key = { pk: `O#${deskKey}`, sk: 'general-octavia' };
    const line = rowTo(deskKey, key.sk, [text('Dimitra from Kalamaria: the Skoda Octavia 2018 is ready')]);
    await table.client.send(new PutCommand({ TableName: table.tableName, Item: line }));
    const plain = customerOf(dimitra, {
      vehicles: [{ id: '1', label: 'Skoda Octavia 2018', short: 'Skoda Octavia 2018' }],
    });
    await table.client.send(new PutCommand({ TableName: table.tableName, Item: customerItem(plain) }));
    await erase();
    expect((await raw()).some((one) => keyIn(one) === `${key.pk} ${key.sk}`)).toBe(true);
  });

  it.each([7, 11, 17, 29, 53, 97])(
    'a function that is killed at every call of a number that %i divides still finishes',
    async (every) => {
      await seed();
      await erase(job, (call) => call % every === 0);
      expect(holding(await raw(), dimitra)).toEqual([]);
    },
  );

  it('the whole job once more, from its beginning, changes nothing', async () => {
    await seed();
    await erase();
    const before = await raw();
    await erase();
    const after = await raw();
    expect(holding(after, dimitra)).toEqual([]);
    const same = (lines: readonly string[]) => lines.filter((line) => !line.includes('erase-u90')).sort();
    expect(same(after)).toEqual(same(before));
  });
});

/** Day, list of who waits, and the claim of a topic: items of the station that lose what is of the one who goes. */
function isShared(line: string): boolean {
  return /"sk":"(day|waitlist|group)"/.test(line);
}

function keyOf(item: { readonly pk: string; readonly sk: string }): string {
  return `${item.pk} ${item.sk}`;
}

const keyed = z.object({ pk: z.string(), sk: z.string() });

/** The key of a stored line, of a file its name. */
function keyIn(line: string): string {
  return line.startsWith('{') ? keyOf(keyed.parse(JSON.parse(line))) : (line.split(' ')[0] ?? '');
}
