import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { priorities } from '#shared/domain/outbound.ts';
import { dueAt, dueShards } from '#shared/store/due.ts';
import { type OutboxRow, outboxItem, readWaiting, strandedAfterMs } from '#shared/store/outbox.ts';
import { outboxPk } from '#shared/store/outbox-key.ts';
import { deferRow, endRow, noteProgress } from '#shared/store/progress.ts';
import { duePages } from '#test/helpers/due.ts';
import { keyOfChat, noon, rowTo } from './steps.ts';
import { type Opened, tables } from './tables.ts';

describe.each(tables)('the outbox, in %s', (_label, open) => {
  let table: Opened;
  beforeAll(async () => {
    table = await open();
  });
  afterAll(() => table.close());

  async function born(chat: string, sk: string, priority: keyof typeof priorities = 'answer', now = noon) {
    const Item = outboxItem(rowTo(chat, sk, priority), now);
    await table.client.send(new PutCommand({ TableName: table.name, Item }));
  }
  const waiting = (chat: string, limit = 20) => readWaiting(table, keyOfChat(chat), limit);
  const due = async (chat: string, now: number) => {
    const shards = await Promise.all(dueShards.map((shard) => duePages(table, shard, now, 100)));
    return shards.flat(2).filter(({ pk }) => pk === outboxPk(keyOfChat(chat)));
  };
  async function only(chat: string): Promise<OutboxRow> {
    const [row] = await waiting(chat);
    if (!row) throw new Error('Nothing waits');
    return row;
  }

  it('gives a chat’s rows by priority and then by birth, and nobody else’s', async () => {
    await born('1', 'v00000002', 'mirror');
    await born('1', 'v00000010', 'answer');
    await born('1', 'v00000009', 'answer');
    await born('1', 'v00000011', 'danger');
    await born('1', 'v00000012', 'person');
    await born('11', 'v00000001', 'danger');
    const rows = await waiting('1');
    expect(rows.map(({ sk }) => sk)).toEqual([
      'v00000011',
      'v00000012',
      'v00000009',
      'v00000010',
      'v00000002',
    ]);
    expect((await waiting('1', 2)).map(({ sk }) => sk)).toEqual(['v00000011', 'v00000012']);
  });

  it('shows a row that nobody sent for a minute to the tick, and not before', async () => {
    await born('2', 'v00000001');
    expect(await due('2', noon + strandedAfterMs - 1)).toEqual([]);
    expect(await due('2', noon + strandedAfterMs)).toMatchObject([{ sk: 'v00000001' }]);
  });

  it.each(['sent', 'superseded', 'failed', 'undeliverable'] as const)(
    'lets go of a row that ended as %s: it waits no more and is never due',
    async (outcome) => {
      await born(outcome, 'v00000001');
      await endRow(table, keyOfChat(outcome), await only(outcome), outcome, null, noon);
      expect(await waiting(outcome)).toEqual([]);
      expect(await due(outcome, noon + 10 * strandedAfterMs)).toEqual([]);
    },
  );

  it('keeps a row that is put off waiting, with its progress, due when it is to be tried', async () => {
    await born('3', 'v00000001');
    const row = { ...(await only('3')), attempts: 3, parts: ['77', null], ambiguous: 1, lost: 1 };
    await deferRow(table, keyOfChat('3'), row, 'throttled', noon + 3_600_000);
    expect(await only('3')).toEqual(row);
    expect(await due('3', noon + 3_599_999)).toEqual([]);
    expect(await due('3', noon + 3_600_000)).toHaveLength(1);
  });

  it('notes which messages of a row arrived while it goes on', async () => {
    await born('4', 'v00000001');
    const row = { ...(await only('4')), parts: ['77'] };
    await noteProgress(table, keyOfChat('4'), row);
    expect(await only('4')).toEqual(row);
  });

  it('does not bring back a row that has ended', async () => {
    await born('5', 'v00000001');
    const row = await only('5');
    await endRow(table, keyOfChat('5'), row, 'sent', null, noon);
    await expect(deferRow(table, keyOfChat('5'), row, 'late', noon)).rejects.toThrow('conditional');
    await expect(noteProgress(table, keyOfChat('5'), row)).rejects.toThrow('conditional');
    expect(await waiting('5')).toEqual([]);
  });

  it('gives what is due oldest first, page by page, however many fall due in one moment', async () => {
    const shard = 'D-test';
    for (const [index, at] of [30, 10, 20, 20, 20, 99].entries())
      await table.client.send(
        new PutCommand({
          TableName: table.name,
          Item: { pk: `T#${index}`, sk: 'k', dueShard: shard, dueAt: at },
        }),
      );
    const pages = async (limit: number) =>
      (await duePages(table, shard, 50, limit)).map((rows) => rows.map((row) => row.dueAt));
    expect(await pages(10)).toEqual([[10, 20, 20, 20, 30]]);
    expect(await pages(2)).toEqual([[10, 20], [20, 20], [30]]);
  });
});

describe('what falls due', () => {
  it('is spread evenly over the shards', () => {
    const counts = new Map<string, number>();
    for (let chat = 7_000_000; chat < 7_004_000; chat += 1) {
      const { dueShard } = dueAt(outboxPk(keyOfChat(String(chat))), noon);
      counts.set(dueShard, (counts.get(dueShard) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual([...dueShards]);
    for (const count of counts.values()) expect(count).toBeGreaterThan(700);
  });
});
