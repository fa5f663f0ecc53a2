import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyWaitlist, joined, type Wait } from '#shared/domain/waitlist.ts';
import { freedNow, needsOfFreed } from '#shared/flows/waitlist.ts';
import { commit } from '#shared/store/commit.ts';
import { loadFacts } from '#shared/store/load.ts';
import { at, demo, MONDAY } from '#test/domain/slots/bookings.ts';
import { keyOfChat, stepOf } from './steps.ts';
import { type Opened, tables } from './tables.ts';

/** Whoever is faster: one time is kept for one person, in the engine that decides it. */

const TUESDAY = '2026-11-24';
const oneTime = {
  ...demo,
  hours: { ...demo.hours, tue: { open: 9 * 60, close: 10 * 60, break: null, only: null } },
  rules: { ...demo.rules, onlineShare: 1, sellableShare: 1 },
};
const now = at(MONDAY, '10:00', oneTime);

function waiting(chat: string, id: string): Wait {
  const key = keyOfChat(chat);
  const wish = { services: ['tyres'], car: 'car', moving: null, date: TUESDAY, until: TUESDAY, shown: [] };
  return { id, customer: key, chat: key, ...wish, at: now };
}

describe.each(tables)('two who wait for one time, in %s', (_label, open) => {
  let table: Opened;
  beforeAll(async () => {
    table = await open();
  });
  afterAll(() => table.close());

  it('never both win, however many times it is freed at once', async () => {
    const list = ['WAITAA', 'WAITBB', 'WAITCC'].reduce(
      (known, id, index) => joined(known, waiting(`9${index}`, id)),
      emptyWaitlist,
    );
    await commit(table, stepOf('70', 'join', { changes: [{ kind: 'waitlist', list }] }));
    const data = { dates: [TUESDAY] };
    const read = () => loadFacts(table, needsOfFreed(data, { station: oneTime }));
    /** As converse does it: decided anew where somebody else was faster. */
    const fires = async (chat: string): Promise<number> => {
      for (let attempt = 1; ; attempt += 1) {
        const changes = freedNow(`waitlist#freed#${chat}`, data, await read(), {
          station: oneTime,
          now,
          id: chat,
        });
        const done = await commit(table, stepOf(chat, 'freed', { changes }));
        if (done.kind !== 'conflict') return attempt;
      }
    };
    const attempts = await Promise.all(['71', '72', '73', '74'].map(fires));
    expect(attempts).toHaveLength(4);
    const { waitlist, days } = await read();
    const held = days.get(TUESDAY)?.jobs ?? [];
    expect(waitlist.offered).toEqual([expect.objectContaining({ wait: 'WAITAA' })]);
    expect(new Set(held.map(({ id }) => id))).toEqual(new Set(['WAITAA']));
  });
});
