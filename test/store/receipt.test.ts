import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Receipt, type Rung, rungs } from '#shared/domain/inbound.ts';
import { openAws } from '#shared/runtime/aws-json.ts';
import { outboxItem, readWaiting } from '#shared/store/outbox.ts';
import { outboxKey } from '#shared/store/outbox-key.ts';
import { climb, type DynamoDbCall } from '#shared/store/receipt.ts';
import { withTable } from '#test/helpers/dynamodb.ts';
import { jsonCall } from '#test/helpers/json-call.ts';
import { memoryTable } from '#test/helpers/memory-table.ts';
import { keyOfChat, noon, rowTo } from './steps.ts';
import type { Opened } from './tables.ts';

type Called = Opened & { readonly call: DynamoDbCall };

/** A real engine is called as the function calls DynamoDB, signed and without the SDK. */
const tables: readonly (readonly [string, () => Promise<Called>])[] = [
  [
    'the embedded DynamoDB',
    async () => {
      const { client, tableName, endpoint, close } = await withTable();
      const call = openAws({ service: 'dynamodb', protocol: '1.0', endpoint, budgetMs: 3_000 });
      return { client, name: tableName, call, close };
    },
  ],
  [
    'the table in memory',
    async () => {
      const table = memoryTable();
      return { ...table, call: jsonCall(table), close: async () => undefined };
    },
  ],
];

describe.each(tables)('a receipt, in %s', (_label, open) => {
  let table: Called;
  beforeAll(async () => {
    table = await open();
  });
  afterAll(() => table.close());

  async function born(chat: string, later: Readonly<Record<string, unknown>> = {}): Promise<void> {
    const Item = { ...outboxItem(rowTo(chat, 'v00000001'), noon), ...later };
    await table.client.send(new PutCommand({ TableName: table.name, Item }));
  }
  function receive(chat: string, receipt: Rung, given: Partial<Receipt> = {}) {
    const destination = keyOfChat(chat);
    return climb(table.call, table.name, {
      receipt,
      destination,
      row: 'v00000001',
      part: 0,
      messageId: 'wamid.A',
      at: noon,
      ...given,
    });
  }
  async function stored(chat: string) {
    const Key = outboxKey(keyOfChat(chat), 'v00000001');
    const { Item } = await table.client.send(new GetCommand({ TableName: table.name, Key }));
    return Item;
  }
  it('notes how far a message got, when, and by which name the messenger knows it', async () => {
    await born('1');
    await receive('1', 'delivered', { at: noon + 9_000 });
    expect(await stored('1')).toMatchObject({ rung0: 2, rung0At: noon + 9_000, message0: 'wamid.A' });
  });

  it('keeps the messages of one row apart', async () => {
    await born('2');
    await receive('2', 'read');
    await receive('2', 'sent', { part: 1, messageId: 'wamid.B' });
    expect(await stored('2')).toMatchObject({ rung0: 3, message0: 'wamid.A', rung1: 1, message1: 'wamid.B' });
  });

  it('never takes a message down again, in whatever order and however often receipts come', async () => {
    let chat = 100;
    const names = fc.constantFrom<Rung>('sent', 'delivered', 'read', 'played');
    await fc.assert(
      fc.asyncProperty(fc.array(names, { minLength: 1, maxLength: 8 }), async (received) => {
        chat += 1;
        await born(String(chat));
        await Promise.all(received.map((receipt) => receive(String(chat), receipt)));
        expect((await stored(String(chat)))?.rung0).toBe(Math.max(...received.map((name) => rungs[name])));
      }),
      { numRuns: 20 },
    );
  });

  it('says that the chat is to be woken while its row waits to hear of just this message', async () => {
    await born('3', { parts: ['wamid.A'], parked: { part: 1, until: noon + 120_000 } });
    expect(await receive('3', 'delivered')).toMatchObject({ awaited: false });
    expect(await receive('3', 'sent', { part: 1 })).toMatchObject({ awaited: true });
    expect(await receive('3', 'read', { part: 1 })).toMatchObject({ awaited: true });
    expect(await receive('3', 'sent', { part: 1 })).toBeNull();
  });

  it('that comes again says the same again, so that a wake that failed is made up for', async () => {
    await born('8', { parked: { part: 0, until: noon + 120_000 } });
    for (let times = 0; times < 3; times += 1)
      expect(await receive('8', 'delivered')).toEqual({ awaited: true, tells: null });
  });

  it('wakes nobody once the row has ended', async () => {
    await born('4', { waiting: undefined, parked: { part: 0, until: noon } });
    expect(await receive('4', 'read')).toMatchObject({ awaited: false });
  });

  it('wakes nobody for a row that waits for something else', async () => {
    await born('7', { parked: null });
    expect(await receive('7', 'read')).toMatchObject({ awaited: false });
  });

  describe('of words that an advisor wrote', () => {
    const tells = 'telegram/4242/-1001/77';
    const source = { at: 'telegram/0/desk/', messageId: '40', tells };

    it('names who is told how far they got', async () => {
      await born('20', { source, parts: ['wamid.A'], parked: null });
      expect(await receive('20', 'delivered')).toEqual({ awaited: false, tells });
      expect(await receive('20', 'read')).toEqual({ awaited: false, tells });
    });

    it('also when it overtakes the sender, who has only noted that the message is going out', async () => {
      await born('21', { source, parked: { part: 0, until: noon + 120_000 } });
      expect(await receive('21', 'delivered')).toEqual({ awaited: true, tells });
    });

    it('speaks for the whole only where it is of the last message', async () => {
      await born('22', { source, parts: ['wamid.A', 'wamid.B', 'wamid.C'], parked: null });
      expect(await receive('22', 'read')).toMatchObject({ tells: null });
      expect(await receive('22', 'read', { part: 1 })).toMatchObject({ tells: null });
      expect(await receive('22', 'delivered', { part: 2 })).toMatchObject({ tells });
      await born('23', { source, parts: ['wamid.A'], parked: { part: 1, until: noon + 120_000 } });
      expect(await receive('23', 'read')).toMatchObject({ tells: null });
    });

    it('says nothing of them when it is of the notice that announced them', async () => {
      await born('24', { source, parked: { part: 99, until: noon + 120_000 } });
      expect(await receive('24', 'read', { part: 99 })).toMatchObject({ tells: null });
    });

    it('tells nobody where nobody asked', async () => {
      await born('25', { source: { ...source, tells: null }, parts: ['wamid.A'] });
      expect(await receive('25', 'read')).toMatchObject({ tells: null });
    });
  });

  it('of a row that is gone, or never was, is let go and leaves nothing behind', async () => {
    expect(await receive('5', 'read')).toBeNull();
    expect(await stored('5')).toBeUndefined();
  });

  it('does not disturb the row that deliver reads', async () => {
    await born('6');
    const waiting = async () => (await readWaiting(table, keyOfChat('6'), 1)).map(({ messages }) => messages);
    const before = await waiting();
    await receive('6', 'read');
    expect(await waiting()).toEqual(before);
    expect(before).toHaveLength(1);
  });
});

describe('a receipt that could not be kept', () => {
  it.each([['ThrottlingException'], ['ResourceNotFoundException']])(
    'is not passed over: %s',
    async (code) => {
      const call = vi.fn(() => Promise.reject(Object.assign(new Error('no'), { code })));
      const receipt: Receipt = {
        receipt: 'sent',
        destination: 'whatsapp/1/GR.2/',
        row: 'v00000001',
        part: 0,
        messageId: 'wamid.A',
        at: noon,
      };
      await expect(climb(call, 'station', receipt)).rejects.toMatchObject({ code });
    },
  );
});
