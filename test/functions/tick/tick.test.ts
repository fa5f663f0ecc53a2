import {
  BatchWriteCommand,
  DynamoDBDocumentClient,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { runDue } from '#functions/tick/tick.ts';
import { type Address, addressKey } from '#shared/domain/address.ts';
import { envelopeSchema } from '#shared/domain/inbound.ts';
import type { Queue, QueueEntry } from '#shared/runtime/queues.ts';
import { dueAt } from '#shared/store/due.ts';
import { openTable, type Table } from '#shared/store/table.ts';
import { timerItem } from '#shared/store/timer.ts';
import { withTable } from '#test/helpers/dynamodb.ts';
import type { Item } from '#test/helpers/expressions.ts';
import { memoryTable } from '#test/helpers/memory-table.ts';
import { testQueue } from '#test/helpers/queue.ts';
import { saturdayNoon as now, startRig } from '#test/helpers/rig.ts';

/** Many timers that fall due in one moment: all reach converse, in order for each conversation, with few calls. */

function chat(number: number): Address {
  return { channel: 'telegram', bot: '4242', chat: String(7_000_000 + number), thread: '' };
}

/** Timers of so many conversations, each of which has several, the later ones with earlier names. */
function timersOf(chats: number, each: number): readonly Item[] {
  return Array.from({ length: chats * each }, (_, at) => {
    const turn = Math.floor(at / chats);
    return timerItem(chat(at % chats), `clock#${each - turn}`, now - 60_000 + turn, { visit: 'GONE22' });
  });
}

async function plant(table: Table, items: readonly Item[]): Promise<void> {
  for (let from = 0; from < items.length; from += 25) {
    const requests = items.slice(from, from + 25).map((Item) => ({ PutRequest: { Item } }));
    await table.client.send(new BatchWriteCommand({ RequestItems: { [table.name]: requests } }));
  }
}

/** A queue that notes each call with what it carried; `refuses` tells which calls it does not take. */
function notingQueue(refuses: (call: number) => boolean = () => false) {
  const calls: (readonly QueueEntry[])[] = [];
  const taken: QueueEntry[] = [];
  const take = async (entries: readonly QueueEntry[]) => {
    calls.push(entries);
    if (refuses(calls.length)) throw new Error('The queue is busy');
    taken.push(...entries);
  };
  const queue: Queue = {
    send: (entry) => take([entry]),
    sendBatch: (entries) => take(entries),
    setVisibility: async () => undefined,
  };
  return { queue, calls, taken };
}

/** The keys of the timers that each conversation was sent, in the order of the queue. */
function sentTo(entries: readonly QueueEntry[]): ReadonlyMap<string, readonly string[]> {
  const sent = new Map<string, string[]>();
  for (const { body } of entries) {
    const { inbound } = envelopeSchema.parse(JSON.parse(body));
    const key = addressKey(inbound.address);
    const name = inbound.event.kind === 'timer' ? inbound.event.key : inbound.event.kind;
    sent.set(key, [...(sent.get(key) ?? []), name]);
  }
  return sent;
}

describe('five thousand timers due at once', () => {
  it('are sent in one run: about one call for ten of them, each conversation’s in order', async () => {
    const embedded = await withTable({ now: () => now });
    try {
      const table = { client: embedded.client, name: embedded.tableName };
      await plant(table, timersOf(1_000, 5));
      const queries: string[] = [];
      table.client.middlewareStack.add(
        (next, { commandName }) =>
          (args) => {
            queries.push(commandName ?? '');
            return next(args);
          },
        { step: 'initialize' },
      );
      const { queue, calls, taken } = notingQueue();
      const swept = await runDue({ table, inbound: queue, outbound: queue, now: () => now });
      expect(swept).toEqual({ timers: 5_000, woken: 0, more: false });
      const sent = sentTo(taken);
      expect(sent.size).toBe(1_000);
      for (const keys of sent.values())
        expect(keys).toEqual(['clock#5', 'clock#4', 'clock#3', 'clock#2', 'clock#1']);
      expect(calls.every((batch) => batch.length <= 10)).toBe(true);
      expect(calls.length).toBeLessThanOrEqual(515);
      // Pages of 500 of four shards, and nothing else is read or written.
      expect(new Set(queries)).toEqual(new Set(['QueryCommand']));
      expect(queries.length).toBeLessThanOrEqual(16);
    } finally {
      await embedded.close();
    }
  }, 60_000);

  it('are each handled once and used up, whatever becomes of the runs', async () => {
    let calls = 0;
    const table = memoryTable();
    const rig = await startRig({
      table,
      between: (io, act) => {
        calls += io.process === 'tick' ? 1 : 0;
        return io.process === 'tick' && calls % 97 === 0 ? Promise.reject(new Error('It ends here')) : act();
      },
    });
    rig.clock = now;
    for (const item of timersOf(5_000, 1)) table.plant(item);
    let minutes = 0;
    while (table.isDue(rig.clock)) {
      await rig.tick().catch(() => undefined);
      await rig.settle();
      rig.clock += 60_000;
      minutes += 1;
      expect(minutes).toBeLessThan(60);
    }
    const transcripts = table.items().filter(({ sk }) => String(sk).includes('timer#clock#'));
    expect(transcripts).toHaveLength(5_000);
    expect(table.items().filter(({ pk }) => String(pk).startsWith('T#'))).toEqual([]);
    await rig.close();
  }, 120_000);
});

describe('a run of the tick', () => {
  async function planted(chats: number, each: number) {
    const table = memoryTable();
    for (const item of timersOf(chats, each)) table.plant(item);
    return table;
  }

  it('stops in time and leaves the rest, which the next minute sends: late rather than never', async () => {
    const table = await planted(200, 1);
    const { queue, taken } = notingQueue();
    let looks = 0;
    const slow = () => {
      looks += 1;
      return looks > 8 ? 7_000 : 0;
    };
    const deps = { table, inbound: queue, outbound: queue, now: () => now };
    expect(await runDue(deps, slow)).toMatchObject({ more: true });
    expect(taken.length).toBeGreaterThan(0);
    expect(taken.length).toBeLessThan(200);
    expect(await runDue(deps)).toEqual({ timers: 200, woken: 0, more: false });
    expect(sentTo(taken).size).toBe(200);
  });

  it('that a queue refuses goes on with the other shards, keeps each order, and says that it failed', async () => {
    const table = await planted(300, 3);
    const { queue, taken } = notingQueue((call) => call === 5);
    const deps = { table, inbound: queue, outbound: queue, now: () => now };
    await expect(runDue(deps)).rejects.toThrow('busy');
    expect(taken.length).toBeGreaterThan(300);
    for (const keys of sentTo(taken).values())
      expect(['clock#3', 'clock#2', 'clock#1'].slice(0, keys.length)).toEqual(keys);
    const later = testQueue(() => now);
    for (const entry of taken) await later.send(entry);
    await runDue({ ...deps, inbound: later });
    expect(later.waiting).toHaveLength(900);
  });

  it('wakes each destination once, however many of its rows were left waiting', async () => {
    const table = memoryTable();
    for (let row = 0; row < 40; row += 1)
      for (const to of [1, 2]) {
        const pk = `O#${addressKey(chat(to))}`;
        table.plant({ pk, sk: `v${row}`, ...dueAt(pk, now - 1) });
      }
    const { queue, calls, taken } = notingQueue();
    const swept = await runDue({ table, inbound: queue, outbound: queue, now: () => now });
    expect(swept).toEqual({ timers: 0, woken: 2, more: false });
    expect(taken.map(({ group }) => group).sort()).toEqual([addressKey(chat(1)), addressKey(chat(2))]);
    expect(calls.length).toBeLessThanOrEqual(2);
  });
});

describe('a hundred thousand timers due at once', () => {
  it('cost 0.1 calls of the queue and 0.003 of the table each, and no shard has more than its share', async () => {
    const shards = new Map<string, Item[]>();
    for (const item of timersOf(100_000, 1)) {
      const shard = String(item.dueShard);
      const rows = shards.get(shard) ?? [];
      shards.set(shard, rows);
      rows.push(item);
    }
    expect(shards.size).toBe(4);
    for (const rows of shards.values()) expect(Math.abs(rows.length - 25_000)).toBeLessThan(1_250);
    const mock = mockClient(DynamoDBDocumentClient);
    mock.on(QueryCommand).callsFake((input: QueryCommandInput) => {
      const rows = shards.get(String(input.ExpressionAttributeValues?.[':shard'])) ?? [];
      const from = Number(input.ExclusiveStartKey?.at ?? 0);
      const to = from + (input.Limit ?? rows.length);
      return {
        Items: rows.slice(from, to),
        ...(to < rows.length ? { LastEvaluatedKey: { at: to } } : {}),
      };
    });
    const table = openTable('station');
    const { queue, calls, taken } = notingQueue();
    await runDue({ table, inbound: queue, outbound: queue, now: () => now }, () => 0);
    expect(taken).toHaveLength(100_000);
    expect(calls.length).toBeLessThanOrEqual(10_210);
    expect(mock.commandCalls(QueryCommand).length).toBeLessThanOrEqual(300);
    mock.restore();
  }, 60_000);
});

it('A minute in which nothing is due is four queries', async () => {
  let queries = 0;
  const table = memoryTable((io, act) => {
    queries += io.kind === 'DynamoDB Query' ? 1 : 0;
    return act();
  });
  table.plant(timerItem(chat(1), 'clock#1', now + 60_000, null));
  const { queue, calls } = notingQueue();
  await runDue({ table, inbound: queue, outbound: queue, now: () => now });
  expect(calls).toEqual([]);
  expect(queries).toBe(4);
});
