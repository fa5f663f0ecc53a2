import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { releaseLease, takeLease } from '#shared/store/sender.ts';
import type { Table } from '#shared/store/table.ts';
import { type TestTable, withTable } from '#test/helpers/dynamodb.ts';

/** One sender a destination: the lease on its row. */

let database: TestTable;
let table: Table;
beforeAll(async () => {
  database = await withTable();
  table = { client: database.client, name: database.tableName };
});
afterAll(() => database.close());

const noon = Date.parse('2026-11-21T12:00:00Z');

describe('the lease of a destination', () => {
  it('has one holder, however many ask at once', async () => {
    const asked = await Promise.all(Array.from({ length: 8 }, () => takeLease(table, 'one', noon)));
    expect(asked.filter(({ kind }) => kind === 'held')).toHaveLength(1);
  });

  it('is free again when it is given back, with what was learned', async () => {
    const lease = await takeLease(table, 'two', noon);
    if (lease.kind !== 'held') throw new Error('the lease was not free');
    await releaseLease(table, 'two', lease.sender, { ...lease.sender, notBefore: noon + 5_000, card: '77' });
    const next = await takeLease(table, 'two', noon);
    expect(next).toMatchObject({ kind: 'held', sender: { notBefore: noon + 5_000, card: '77' } });
  });

  it('of a sender that died runs out', async () => {
    await takeLease(table, 'three', noon);
    const busy = await takeLease(table, 'three', noon + 1_000);
    expect(busy.kind).toBe('busy');
    if (busy.kind === 'busy') expect((await takeLease(table, 'three', busy.until)).kind).toBe('held');
  });

  it('that was taken on a clock since set back is nobody’s', async () => {
    await takeLease(table, 'four', noon + 24 * 3_600_000);
    expect((await takeLease(table, 'four', noon)).kind).toBe('held');
  });

  it.each([
    ['a millisecond', 1],
    ['five minutes', 5 * 60_000],
  ])('is respected by a sender whose clock is %s behind', async (label, behind) => {
    await takeLease(table, label, noon);
    expect((await takeLease(table, label, noon - behind)).kind).toBe('busy');
  });

  it('that somebody else took over meanwhile is not given back by the first holder', async () => {
    const first = await takeLease(table, 'five', noon);
    if (first.kind !== 'held') throw new Error('the lease was not free');
    const later = noon + 60_000;
    await takeLease(table, 'five', later);
    await releaseLease(table, 'five', first.sender, first.sender);
    expect((await takeLease(table, 'five', later + 1_000)).kind).toBe('busy');
  });
});
