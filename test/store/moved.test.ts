import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressKey } from '#shared/domain/address.ts';
import { newCustomer } from '#shared/domain/customer.ts';
import type { Change } from '#shared/domain/facts.ts';
import type { Inbound } from '#shared/domain/inbound.ts';
import { commit, type Step } from '#shared/store/commit.ts';
import { conversationItem, newConversation, pointerItem } from '#shared/store/conversation.ts';
import { customerItem } from '#shared/store/customer.ts';
import { loadConversation, loadFacts } from '#shared/store/load.ts';
import { readTimers } from '#shared/store/timer.ts';
import { addressOfChat, inboundOf, keyOfChat, noon, rowTo, stepOf } from './steps.ts';
import { type Opened, tables } from './tables.ts';

/** Conversations that move, numbers that are claimed and codes that are used, as the table keeps them. */

describe.each(tables)('what moves, in %s', (_label, open) => {
  let table: Opened;
  beforeAll(async () => {
    table = await open();
  });
  afterAll(() => table.close());

  const load = (inbound: Inbound) => loadConversation(table, inbound, 'el');
  const at = (chat: string) =>
    table.client.send(
      new GetCommand({ TableName: table.name, Key: { pk: `C#${keyOfChat(chat)}`, sk: 'conversation' } }),
    );
  const put = (Item: Record<string, unknown>) =>
    table.client.send(new PutCommand({ TableName: table.name, Item }));

  /** An inbound of a chat that the messenger knows under others too. */
  function inboundKnown(
    chat: string,
    id: string,
    known: readonly string[],
    kind: 'text' | 'identity' = 'text',
  ) {
    const inbound = inboundOf(chat, id);
    const from = { id: chat, name: 'Nikos', language: 'en', phone: null, known: known.map(keyOfChat) };
    return { ...inbound, from, event: kind === 'text' ? inbound.event : ({ kind } as const) };
  }

  /** The step that only lets somebody arrive. */
  async function arrives(inbound: Inbound, more: Partial<Step> = {}) {
    const loaded = await load(inbound);
    const step: Step = {
      inbound,
      home: loaded.home,
      conversation: loaded.conversation,
      customer: loaded.customer.id,
      read: loaded.read,
      changes: loaded.arrived,
      rows: [],
      aftermath: { wake: [], quiet: null, jobs: [] },
      now: noon,
      ...more,
    };
    return { loaded, result: await commit(table, step), step };
  }

  async function somebody(chat: string, version = 4) {
    const conversation = { ...newConversation(keyOfChat(chat), 'en'), version };
    await put(conversationItem(addressOfChat(chat), conversation));
    await put(customerItem({ ...newCustomer(keyOfChat(chat), 'Maria'), version }));
  }

  it('as many timers as one address ever has come along, the soonest first where there are more', async () => {
    await somebody('31');
    const pk = `T#${keyOfChat('31')}`;
    for (let at = 0; at < 42; at += 1)
      await put({ pk, sk: `clock#${99 - at}`, data: null, dueShard: 'D0', dueAt: noon + at });
    const { result } = await arrives(inboundKnown('32', 'u1', ['31']));
    expect(result).toEqual({ kind: 'committed' });
    expect((await readTimers(table, keyOfChat('32'))).map(({ dueAt }) => dueAt)).toEqual(
      Array.from({ length: 40 }, (_, at) => noon + at),
    );
    expect(await readTimers(table, keyOfChat('31'))).toHaveLength(2);
  });

  it('a conversation comes to its new address, and the old one shows the way', async () => {
    await somebody('1');
    const timer: Change = { kind: 'timer', key: 'k', dueAt: noon + 5, data: { a: 1 } };
    await commit(table, stepOf('1', 'u0', { version: 4, changes: [timer] }));
    const { loaded, result } = await arrives(inboundKnown('2', 'u1', ['1']));
    expect(result).toEqual({ kind: 'committed' });
    expect(loaded.customer).toMatchObject({ id: keyOfChat('1'), name: 'Maria', addresses: [keyOfChat('2')] });
    expect((await at('1')).Item).toMatchObject({ movedTo: keyOfChat('2'), left: null, version: 6 });
    expect((await at('2')).Item).toMatchObject({ customer: keyOfChat('1'), version: 6 });
    expect(await readTimers(table, keyOfChat('1'))).toEqual([]);
    expect(await readTimers(table, keyOfChat('2'))).toEqual([{ key: 'k', dueAt: noon + 5, data: { a: 1 } }]);
    const old = await load(inboundOf('1', 'u2'));
    expect(old).toMatchObject({ home: addressOfChat('2'), conversation: { version: 6 }, arrived: [] });
  });

  it('of two that arrive at once, or a word at the old address meanwhile, one is decided again', async () => {
    await somebody('11');
    const first = await load(inboundKnown('12', 'u1', ['11']));
    await commit(table, stepOf('11', 'u9', { version: 4 }));
    const late = inboundKnown('12', 'u1', ['11']);
    const { conversation, customer, read, arrived, home } = first;
    const step = {
      ...stepOf('12', 'u1'),
      inbound: late,
      home,
      conversation,
      customer: customer.id,
      read,
      changes: arrived,
    };
    expect(await commit(table, step)).toEqual({ kind: 'conflict' });
    expect((await at('12')).Item).toBeUndefined();
    expect((await arrives(late)).result).toEqual({ kind: 'committed' });
  });

  it('a step from an old address is written at the new one and remembered where it came from', async () => {
    await somebody('21');
    await arrives(inboundKnown('22', 'u1', ['21']));
    const inbound = inboundOf('21', 'u5');
    const rows = [rowTo('22', 'v00000099')];
    expect((await arrives(inbound, { rows })).result).toEqual({ kind: 'committed' });
    expect((await at('22')).Item).toMatchObject({ version: 6 });
    expect((await arrives(inbound)).result).toMatchObject({ kind: 'duplicate' });
  });

  it('versions only grow, also where somebody else was before', async () => {
    await put(pointerItem(keyOfChat('31'), { version: 40, movedTo: keyOfChat('39'), left: noon - 5 }));
    await somebody('32', 3);
    const { result } = await arrives(inboundKnown('31', 'u1', ['32'], 'identity'));
    expect(result).toEqual({ kind: 'committed' });
    expect((await at('31')).Item).toMatchObject({ version: 41, customer: keyOfChat('32') });
    const anew = await load(inboundOf('39', 'u1'));
    expect(anew.conversation).toMatchObject({ version: 0, customer: keyOfChat('39') });
  });

  it('whoever writes from an address that was given up is somebody else, with an id of their own', async () => {
    await put(pointerItem(keyOfChat('41'), { version: 7, movedTo: keyOfChat('42'), left: noon - 1 }));
    await put(
      customerItem({ ...newCustomer(keyOfChat('41'), 'Maria'), version: 2, addresses: [keyOfChat('42')] }),
    );
    const { loaded, result } = await arrives(inboundOf('41', 'u1'));
    expect(result).toEqual({ kind: 'committed' });
    expect(loaded.customer).toMatchObject({ id: `${keyOfChat('41')}~8`, name: 'Nikos', version: 0 });
    expect((await at('41')).Item).toMatchObject({ version: 8, since: noon });
    const late = await load({ ...inboundOf('42', 'x'), address: addressOfChat('41'), at: noon - 2 });
    expect(late.home).toEqual(addressOfChat('41'));
  });

  it('a way of many hops is walked once and straight from then on', async () => {
    await somebody('50');
    for (const [index, chat] of ['51', '52'].entries())
      await arrives(inboundKnown(chat, 'u1', [`5${index}`]));
    const { loaded, result } = await arrives(inboundOf('50', 'u7'));
    expect(loaded.home).toEqual(addressOfChat('52'));
    expect(result).toEqual({ kind: 'committed' });
    expect((await at('50')).Item).toMatchObject({ movedTo: keyOfChat('52') });
  });

  it('pointers that run in a circle end in somebody new, not in a loop', async () => {
    await put(pointerItem(keyOfChat('61'), { version: 1, movedTo: keyOfChat('62'), left: null }));
    await put(pointerItem(keyOfChat('62'), { version: 1, movedTo: keyOfChat('61'), left: null }));
    expect((await load(inboundOf('61', 'u1'))).home).toEqual(addressOfChat('61'));
  });

  it('a merged customer is found in the one who stays', async () => {
    const [gone, here] = [keyOfChat('71'), keyOfChat('72')];
    await put(conversationItem(addressOfChat('73'), { ...newConversation(gone, 'en'), version: 1 }));
    await put(customerItem({ ...newCustomer(gone, ''), version: 5, mergedInto: here }));
    const addresses = [here, keyOfChat('73')];
    await put(customerItem({ ...newCustomer(here, 'Maria'), version: 9, addresses }));
    const loaded = await load(inboundOf('73', 'u1'));
    expect(loaded).toMatchObject({ customer: { name: 'Maria' }, conversation: { customer: here } });
  });

  it('a number is claimed once, taken over by whoever read it, and given back', async () => {
    const number = '+306900000077';
    const claim = { customer: keyOfChat('81'), address: keyOfChat('81'), at: noon };
    const change = (read: number, to: typeof claim | null = claim): Change => ({
      kind: 'number',
      number,
      claim: to,
      read,
    });
    await somebody('81');
    expect(await commit(table, stepOf('81', 'u1', { version: 4, changes: [change(0)] }))).toEqual({
      kind: 'committed',
    });
    expect(await commit(table, stepOf('82', 'u1', { changes: [change(0)] }))).toEqual({ kind: 'conflict' });
    const facts = await loadFacts(table, [
      { kind: 'number', number },
      { kind: 'number', number: '+1' },
    ]);
    expect([...facts.numbers]).toEqual([[number, { ...claim, version: 1 }]]);
    expect(facts.customers.get(keyOfChat('81'))).toMatchObject({ name: 'Maria' });
    expect(await commit(table, stepOf('82', 'u1', { changes: [change(1, null)] }))).toEqual({
      kind: 'committed',
    });
    expect((await loadFacts(table, [{ kind: 'number', number }])).numbers.size).toBe(0);
  });

  it('a code is used by one of two who write it at the same time', async () => {
    const digits = '12345678';
    const made = {
      customer: keyOfChat('91'),
      address: keyOfChat('91'),
      until: noon + 600_000,
      purpose: 'link',
    } as const;
    await commit(table, stepOf('91', 'u1', { changes: [{ kind: 'code', digits, made }] }));
    expect((await loadFacts(table, [{ kind: 'code', digits }])).codes.get(digits)).toEqual(made);
    const used: Change = { kind: 'code', digits, made: 'used' };
    const results = await Promise.all(
      ['92', '93'].map((chat) => commit(table, stepOf(chat, 'u1', { changes: [used] }))),
    );
    expect(results.map(({ kind }) => kind).sort()).toEqual(['committed', 'conflict']);
    expect((await loadFacts(table, [{ kind: 'code', digits }])).codes.size).toBe(0);
  });

  it('two rows of one customer become one, whatever their versions were', async () => {
    await somebody('95', 3);
    await somebody('96', 8);
    const { loaded, result } = await arrives(inboundKnown('96', 'u1', ['95'], 'identity'));
    expect(result).toEqual({ kind: 'committed' });
    expect(loaded.customer).toMatchObject({ id: keyOfChat('95'), version: 8, formerly: [keyOfChat('96')] });
    const again = await load(inboundOf('96', 'u2'));
    expect(again.customer).toMatchObject({ id: keyOfChat('95'), version: 9 });
    expect(addressKey(again.home)).toBe(keyOfChat('96'));
  });
});
