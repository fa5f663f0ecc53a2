import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCase } from '#shared/domain/case.ts';
import { type Customer, newCustomer } from '#shared/domain/customer.ts';
import { type Change, type Need, orderName } from '#shared/domain/facts.ts';
import { type Agreement, agreementOf } from '#shared/domain/order/agreement.ts';
import type { Order } from '#shared/domain/order/order.ts';
import { agree, choose, start, withOrder } from '#shared/domain/order/steps.ts';
import { reportSchema, type StoredFile } from '#shared/domain/report.ts';
import { caseItem } from '#shared/store/case.ts';
import { commit } from '#shared/store/commit.ts';
import { conversationItem, newConversation, pointerItem } from '#shared/store/conversation.ts';
import { customerItem } from '#shared/store/customer.ts';
import { loadFacts } from '#shared/store/facts.ts';
import { agreedItem, orderItem } from '#shared/store/order.ts';
import { fileItem } from '#shared/store/report.ts';
import { asked, by, done, words } from '#test/domain/order/given.ts';
import { addressOfChat, keyOfChat, noon, stepOf } from './steps.ts';
import { type Opened, tables } from './tables.ts';

/** Reports, work orders, agreements and other people, as the table keeps them. */

/** Orders of a chat of their own, so that tests do not meet. */
function orderOf(chat: string, ref = 'K7M2QP'): Order {
  return { ...asked(), of: keyOfChat(chat), ref };
}

function agreedOrder(order: Order): Order {
  const who = { id: order.of, formerly: [] };
  const chosen = words('yes', 'later', 'no').reduce(
    (now, choice) => done(choose(now, { ...by(now, who), choice })),
    order,
  );
  return done(agree(chosen, { ...by(chosen, who), signAbove: null }));
}

function agreementIn(order: Order, at: number, number = 1): Agreement {
  const who = { customer: order.of, name: 'Nikos' };
  const row = agreementOf(order, { kind: 'answer', who, by: null, at, language: 'en', inbound: 'in-1' });
  if (row === null) throw new Error('Nothing was agreed');
  return { ...row, number, shown: 'Agreed 12:41: pads 96 €' };
}

const theOrder = (order: Order): Change => ({ kind: 'order', order });
const agreedTo = (agreement: Agreement): Change => ({ kind: 'agreed', agreement, wording: [] });

describe.each(tables)('costs, in %s', (_label, open) => {
  let table: Opened;
  beforeAll(async () => {
    table = await open();
  });
  afterAll(() => table.close());

  const facts = (...needs: Need[]) => loadFacts(table, needs);
  const put = (Item: Record<string, unknown>) =>
    table.client.send(new PutCommand({ TableName: table.name, Item }));
  const get = async (pk: string, sk: string) =>
    (await table.client.send(new GetCommand({ TableName: table.name, Key: { pk, sk } }))).Item;

  async function read({ of, ref }: Pick<Order, 'of' | 'ref'>): Promise<Order | undefined> {
    const { orders } = await facts({ kind: 'order', of, ref });
    return orders.get(orderName({ of, ref }));
  }

  describe('a work order', () => {
    it('comes back as it was written, as the next version', async () => {
      const order = orderOf('11');
      expect(await read(order)).toBeUndefined();
      expect(await commit(table, stepOf('11', 'a', { changes: [theOrder(order)] }))).toEqual({
        kind: 'committed',
      });
      expect(await read(order)).toEqual({ ...order, version: 1 });
    });

    it('is agreed to, or worked on, by one of two who are equally fast: the other decides again', async () => {
      const order = agreedOrder(orderOf('12'));
      await commit(table, stepOf('12', 'a', { changes: [theOrder(order)] }));
      const now = await read(order);
      if (!now) throw new Error('The order is not there');
      const race = await Promise.all(
        ['b', 'c', 'd', 'e'].map((id) => {
          const begun = done(start(now, { allowance: null }));
          return commit(table, { ...stepOf('12', id, { changes: [theOrder(begun)] }), conversation: null });
        }),
      );
      expect(race.map(({ kind }) => kind).sort()).toEqual(['committed', 'conflict', 'conflict', 'conflict']);
      expect(await read(order)).toMatchObject({ version: 2, work: 'started' });
    });

    it('is not made a second time by whoever did not see the first', async () => {
      const order = orderOf('13');
      const step = (id: string) => ({
        ...stepOf('13', id, { changes: [theOrder(order)] }),
        conversation: null,
      });
      expect(await commit(table, step('a'))).toEqual({ kind: 'committed' });
      expect(await commit(table, step('b'))).toEqual({ kind: 'conflict' });
    });

    it('and the agreement and the customer’s row are written together or not at all', async () => {
      const order = agreedOrder(orderOf('14'));
      const customer = withOrder({ ...newCustomer(order.of, 'Nikos'), version: 0 }, order);
      const agreement = agreementIn(order, noon);
      const changes: Change[] = [theOrder(order), agreedTo(agreement), { kind: 'customer', customer }];
      const lost = { ...order, version: 7 };
      const late = stepOf('14', 'a', { changes: [...changes.slice(1), theOrder(lost)] });
      expect(await commit(table, late)).toEqual({ kind: 'conflict' });
      expect((await facts({ kind: 'agreements', of: [order.of] })).agreements).toEqual([]);
      expect(await commit(table, stepOf('14', 'b', { changes }))).toEqual({ kind: 'committed' });
      expect((await facts({ kind: 'agreements', of: [order.of] })).agreements).toEqual([agreement]);
    });

    it('of several in one step each is read by its own name, also with the same number elsewhere', async () => {
      const [one, two] = [orderOf('15', 'SAME22'), orderOf('16', 'SAME22')];
      await put(orderItem({ ...one, version: 1 }));
      await put(orderItem({ ...two, version: 4, car: 'Golf' }));
      const found = await facts(
        { kind: 'order', ...one },
        { kind: 'order', ...two },
        { kind: 'order', of: one.of, ref: 'NONE22' },
      );
      expect([...found.orders.values()].map(({ version, car }) => [version, car])).toEqual([
        [1, 'Octavia …4821'],
        [4, 'Golf'],
      ]);
    });
  });

  describe('an agreement', () => {
    const order = agreedOrder(orderOf('21'));

    it('is never written over: the same row is refused, whatever it says', async () => {
      const first = agreementIn(order, noon + 1);
      const step = (id: string, change: Agreement) => ({
        ...stepOf('21', id, { changes: [agreedTo(change)] }),
        conversation: null,
      });
      expect(await commit(table, step('a', first))).toEqual({ kind: 'committed' });
      expect(await commit(table, step('b', { ...first, cents: 1, shown: 'Something else' }))).toEqual({
        kind: 'conflict',
      });
      expect((await facts({ kind: 'agreements', of: [order.of] })).agreements).toMatchObject([
        { cents: 9600, shown: 'Agreed 12:41: pads 96 €' },
      ]);
    });

    it('is found newest first over all the partitions of a person who was several', async () => {
      const before = { ...order, of: keyOfChat('22'), ref: 'FORMER' };
      const now = { ...order, of: keyOfChat('23') };
      for (const [which, at] of [
        [before, noon + 10],
        [now, noon + 20],
        [before, noon + 30],
        [now, noon + 5],
      ] as const)
        await put(agreedItem(agreementIn(which, at)));
      const { agreements } = await facts({ kind: 'agreements', of: [now.of, before.of] });
      expect(agreements.map(({ at, of }) => [at - noon, of])).toEqual([
        [30, before.of],
        [20, now.of],
        [10, before.of],
        [5, now.of],
      ]);
      const alone = await facts({ kind: 'agreements', of: [now.of] });
      expect(alone.agreements.map(({ at }) => at - noon)).toEqual([20, 5]);
    });

    it('of the same moment stands before the one with the lower number; more than twenty are not read', async () => {
      const many = { ...order, of: keyOfChat('24') };
      for (let number = 1; number <= 25; number += 1) await put(agreedItem(agreementIn(many, noon, number)));
      const { agreements } = await facts({ kind: 'agreements', of: [many.of] });
      expect(agreements.map(({ number }) => number)).toEqual(
        Array.from({ length: 20 }, (_, index) => 25 - index),
      );
    });

    it('stands beside nothing else of the person', async () => {
      const other = { ...order, of: keyOfChat('25') };
      await put(orderItem(other));
      await put(customerItem(newCustomer(other.of, 'Nikos')));
      expect((await facts({ kind: 'agreements', of: [other.of] })).agreements).toEqual([]);
    });
  });

  describe('a report', () => {
    const report = reportSchema.parse({
      id: 'R7M2QP',
      at: noon,
      lastAt: noon,
      car: 'Octavia …4821',
      kind: 'noise',
      danger: null,
      drive: null,
      moment: null,
      place: null,
      words: 'it squeaks',
      photos: 2,
      videos: 0,
      voices: 0,
      documents: 0,
    });
    const file: StoredFile = {
      messageId: '77',
      address: keyOfChat('31'),
      key: 'kept/1.jpg',
      mime: 'image/jpeg',
      bytes: 1000,
      what: 'photo',
      at: noon,
    };

    it('is written anew whenever something is added', async () => {
      const step = (id: string, photos: number, version: number) =>
        stepOf('31', id, { version, changes: [{ kind: 'report', report: { ...report, photos } }] });
      await commit(table, step('a', 2, 0));
      await commit(table, step('b', 3, 1));
      const { reports } = await facts({ kind: 'report', of: keyOfChat('31'), id: report.id });
      expect(reports.get(report.id)).toEqual({ ...report, photos: 3 });
    });

    it('has its files beside it, each by its message', async () => {
      const another = { ...file, messageId: '78', key: 'kept/2.jpg' };
      const changes: Change[] = [
        { kind: 'file', file },
        { kind: 'file', file: another },
      ];
      expect(await commit(table, stepOf('32', 'a', { changes }))).toEqual({ kind: 'committed' });
      for (const one of [file, another]) {
        const { pk, sk } = fileItem(keyOfChat('32'), one);
        expect(await get(pk, sk)).toMatchObject({ key: one.key, mime: 'image/jpeg' });
      }
    });
  });

  describe('somebody else', () => {
    /** A person at chats of theirs; `home` is where they wrote last. */
    async function lives(chats: readonly string[], more: Partial<Customer> = {}, home = chats[0]) {
      const [first = ''] = chats;
      const id = keyOfChat(first);
      await put(
        customerItem({ ...newCustomer(id, 'Anna'), version: 1, addresses: chats.map(keyOfChat), ...more }),
      );
      await put(caseItem({ ...newCase(id, keyOfChat(home ?? first)), version: 1 }));
      for (const [index, chat] of chats.entries()) {
        const talk = { ...newConversation(id, index === 0 ? 'el' : 'ru'), version: 1, heardAt: noon + index };
        await put(conversationItem(addressOfChat(chat), talk));
      }
      return id;
    }

    const person = async (id: string) => (await facts({ kind: 'people', ids: [id] })).people.get(id);

    it('is met where they wrote last, in the language of that chat', async () => {
      const id = await lives(['41', '42'], {}, '42');
      expect(await person(id)).toMatchObject({
        customer: { id, name: 'Anna' },
        home: addressOfChat('42'),
        language: 'ru',
        heardAt: noon + 1,
        case: { version: 1 },
      });
    });

    it('is found by an id from before they became one person', async () => {
      const id = await lives(['43']);
      await put(customerItem({ ...newCustomer(keyOfChat('44'), ''), version: 2, mergedInto: id }));
      expect(await person(keyOfChat('44'))).toMatchObject({ customer: { id }, home: addressOfChat('43') });
    });

    it('is met at the address they moved to', async () => {
      const id = await lives(['45'], { addresses: [keyOfChat('46')] });
      await put(pointerItem(keyOfChat('45'), { version: 2, movedTo: keyOfChat('46'), left: noon }));
      await put(
        conversationItem(addressOfChat('46'), { ...newConversation(id, 'uk'), version: 3, heardAt: noon }),
      );
      expect(await person(id)).toMatchObject({ home: addressOfChat('46'), language: 'uk' });
    });

    it('is never met at a chat that is another person’s by now', async () => {
      const id = await lives(['47', '48'], { addresses: [keyOfChat('48')] });
      expect(await person(id)).toMatchObject({ home: addressOfChat('48') });
      const gone = await lives(['49'], { addresses: [keyOfChat('50')] });
      expect(await person(gone)).toBeUndefined();
    });

    it('who has no messenger, or is unknown, cannot be reached', async () => {
      const id = 'desk/walkin-1';
      await put(customerItem({ ...newCustomer(id, 'Walk-in'), version: 1 }));
      expect(await person(id)).toBeUndefined();
      expect(await person(keyOfChat('404'))).toBeUndefined();
    });

    it('says so where an advisor shut them out', async () => {
      const id = await lives(['51']);
      const blocked = { by: 'maria', reason: 'abuse', at: noon };
      await put(caseItem({ ...newCase(id, id), version: 2, blocked }));
      expect(await person(id)).toMatchObject({ case: { blocked } });
    });
  });
});
