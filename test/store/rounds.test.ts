import { describe, expect, it } from 'vitest';
import { newCase } from '#shared/domain/case.ts';
import { newCustomer } from '#shared/domain/customer.ts';
import type { Need } from '#shared/domain/facts.ts';
import { caseItem } from '#shared/store/case.ts';
import { conversationItem, newConversation } from '#shared/store/conversation.ts';
import { customerItem } from '#shared/store/customer.ts';
import { loadFacts } from '#shared/store/facts.ts';
import { orderItem } from '#shared/store/order.ts';
import { asked } from '#test/domain/order/given.ts';
import type { Between } from '#test/helpers/between.ts';
import { type MemoryTable, memoryTable } from '#test/helpers/memory-table.ts';
import { addressOfChat, keyOfChat, noon } from './steps.ts';

/** How often somebody waits for the table: what is asked for at once is one round, whatever comes after an answer another. */
class Rounds {
  count = 0;
  calls = 0;
  #waiting: (() => void)[] = [];

  readonly between: Between = async (_io, act) => {
    this.calls += 1;
    await new Promise<void>((resolve) => {
      this.#waiting.push(resolve);
      // All that can be asked for without an answer has been asked for by then.
      if (this.#waiting.length === 1) setImmediate(() => this.#turn());
    });
    return act();
  };

  #turn(): void {
    this.count += 1;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}

const owner = keyOfChat('1');
const anna = keyOfChat('2');

function tableWithPeople(rounds: Rounds): MemoryTable {
  const table = memoryTable(rounds.between);
  table.plant(orderItem({ ...asked(), of: owner, version: 1 }));
  for (const [id, chat] of [
    [owner, '1'],
    [anna, '2'],
  ] as const) {
    table.plant(customerItem({ ...newCustomer(id, 'Nikos'), version: 1 }));
    table.plant(caseItem({ ...newCase(id, id), version: 1 }));
    table.plant(
      conversationItem(addressOfChat(chat), { ...newConversation(id, 'en'), version: 1, heardAt: noon }),
    );
  }
  table.plant(customerItem({ ...newCustomer(keyOfChat('3'), ''), version: 2, mergedInto: anna }));
  return table;
}

async function roundsOf(...needs: Need[]) {
  const rounds = new Rounds();
  const facts = await loadFacts(tableWithPeople(rounds), needs);
  return { rounds: rounds.count, calls: rounds.calls, facts };
}

const order: Need = { kind: 'order', of: owner, ref: 'K7M2QP' };
const agreements: Need = { kind: 'agreements', of: [owner, anna] };

describe('what a decision about costs waits for', () => {
  it('is nothing where it asks for nothing', async () => {
    expect(await roundsOf()).toMatchObject({ rounds: 0, calls: 0 });
  });

  it('is one round for orders, also for several and with the days beside them, in one call', async () => {
    const days: Need = { kind: 'days', dates: ['2026-11-23', '2026-11-24'] };
    const { rounds, calls, facts } = await roundsOf(order, { ...order, ref: 'NONE22' }, days);
    expect([rounds, calls]).toEqual([1, 1]);
    expect(facts.orders.size).toBe(1);
  });

  it('is one round for what was agreed, over all the partitions of a person', async () => {
    expect(await roundsOf(agreements)).toMatchObject({ rounds: 1, calls: 2 });
    expect(await roundsOf(order, agreements)).toMatchObject({ rounds: 1, calls: 3 });
  });

  it('is two rounds where somebody else has a say: who they are, then where they are', async () => {
    const { rounds, facts } = await roundsOf(order, agreements, { kind: 'people', ids: [anna, owner] });
    expect(rounds).toBe(2);
    expect([...facts.people.keys()]).toEqual([anna, owner]);
  });

  it('is four where they became somebody else since', async () => {
    const { rounds, facts } = await roundsOf({ kind: 'people', ids: [keyOfChat('3')] });
    expect(rounds).toBe(4);
    expect(facts.people.get(keyOfChat('3'))?.customer.id).toBe(anna);
  });
});
