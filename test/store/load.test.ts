import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCase } from '#shared/domain/case.ts';
import { newCustomer } from '#shared/domain/customer.ts';
import type { Inbound } from '#shared/domain/inbound.ts';
import { commit } from '#shared/store/commit.ts';
import { conversationItem, newConversation } from '#shared/store/conversation.ts';
import { customerItem } from '#shared/store/customer.ts';
import { loadConversation, loadFacts } from '#shared/store/load.ts';
import { addressOfChat, inboundOf, keyOfChat, noon, rowTo, stepOf } from './steps.ts';
import { type Opened, tables } from './tables.ts';

describe.each(tables)('what a message needs, in %s', (_label, open) => {
  let table: Opened;
  beforeAll(async () => {
    table = await open();
  });
  afterAll(() => table.close());

  const load = (inbound: Inbound) => loadConversation(table, inbound, 'el');
  const put = (Item: Record<string, unknown>) =>
    table.client.send(new PutCommand({ TableName: table.name, Item }));

  it('is a new conversation in the station’s language for somebody unknown', async () => {
    const loaded = await load(inboundOf('1', 'u1'));
    expect(loaded).toEqual({
      conversation: newConversation(keyOfChat('1'), 'el'),
      customer: newCustomer(keyOfChat('1'), 'Nikos'),
      case: newCase(keyOfChat('1'), keyOfChat('1')),
      offer: null,
      counterpart: null,
      timer: null,
      erased: null,
      home: addressOfChat('1'),
      arrived: [],
      read: { conversation: 0, customer: 0 },
    });
  });

  it('is the row whose button was tapped, in this chat only', async () => {
    await commit(table, stepOf('2', 'u1', { rows: [rowTo('2', 'v00000001')] }));
    const event = { kind: 'tap', tapId: '1', offer: { row: 'v00000001', option: 0 } } as const;
    expect((await load({ ...inboundOf('2', 'u2'), event })).offer).toMatchObject({ sk: 'v00000001' });
    expect((await load({ ...inboundOf('3', 'u2'), event })).offer).toBeNull();
  });

  it('is the timer that fell due, unless it was taken away', async () => {
    const timer = { kind: 'timer', key: 'k', dueAt: noon, data: { visit: 'x' } } as const;
    await commit(table, stepOf('4', 'u1', { changes: [timer] }));
    const event = { kind: 'timer', key: 'k', dueAt: noon } as const;
    const loaded = await load({ ...inboundOf('4', 'timer'), event });
    expect(loaded.timer).toMatchObject({ dueAt: noon, data: { visit: 'x' } });
    expect((await load({ ...inboundOf('5', 'timer'), event })).timer).toBeNull();
  });

  it('is the person whom the conversation belongs to, also under another address', async () => {
    await put(conversationItem(addressOfChat('6'), { ...newConversation(keyOfChat('7'), 'en'), version: 1 }));
    const addresses = [keyOfChat('7'), keyOfChat('6')];
    await put(customerItem({ ...newCustomer(keyOfChat('7'), 'Maria'), version: 4, addresses }));
    expect((await load(inboundOf('6', 'u1'))).customer).toMatchObject({ name: 'Maria', version: 4 });
  });

  it('is no day at all when none is asked for, and each day once', async () => {
    expect((await loadFacts(table, [])).days).toEqual(new Map());
    const needs = [
      { kind: 'days', dates: ['2026-12-01', '2026-12-02'] },
      { kind: 'days', dates: ['2026-12-02'] },
    ] as const;
    expect([...(await loadFacts(table, needs)).days.keys()]).toEqual(['2026-12-01', '2026-12-02']);
  });
});
