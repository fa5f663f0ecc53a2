import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimCreation, readGroup } from '#shared/store/group.ts';
import { type Opened, tables } from './tables.ts';

const now = Date.parse('2026-11-21T12:00:00Z');
const nikos = { customer: 'Nikos', title: 'Nikos', until: now + 60_000 };
const lena = { customer: 'Lena', title: 'Lena', until: now + 120_000 };

describe.each(tables)('the claim of a topic’s creation, in %s', (_name, open) => {
  let table: Opened;
  beforeAll(async () => {
    table = await open();
  });
  afterAll(() => table.close());

  it('is one customer’s at a time, is given back when no topic could be made, and is free again', async () => {
    expect(await claimCreation(table, null, nikos)).toBe(true);
    expect(await claimCreation(table, null, lena)).toBe(false);
    expect(await claimCreation(table, nikos, null)).toBe(true);
    expect((await readGroup(table)).creating).toBeNull();
  });

  it('that was left behind is taken over by who read it as it is, and by nobody else', async () => {
    expect(await claimCreation(table, null, nikos)).toBe(true);
    const { creating } = await readGroup(table);
    expect(await claimCreation(table, lena, { ...lena, title: 'another' })).toBe(false);
    expect(await claimCreation(table, creating, lena)).toBe(true);
    expect(await claimCreation(table, creating, nikos)).toBe(false);
    expect((await readGroup(table)).creating).toEqual(lena);
  });
});
