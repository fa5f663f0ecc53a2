import { describe, expect, it } from 'vitest';
import type { Deferred } from '#shared/domain/order/order.ts';
import { freshLife } from '#shared/domain/visit/life.ts';
import { at, MONDAY } from '#test/domain/slots/bookings.ts';
import { alters, consents, handsBack, octavia, waits } from '../afterwards.ts';
import type { Chat } from '../chat.ts';
import { Street } from '../street.ts';

/** What is due of a car, and what was put off: said once, only to who wants it, with three ways to answer. */

const DAY = 24 * 3_600_000;
const phones = {
  telegram: (street: Street) => street.telegram('501'),
  whatsapp: (street: Street) => street.whatsapp('GR.1', '+306900000001'),
};
const discs: Deferred = {
  ref: 'K7M2QP',
  line: '2',
  name: 'Front discs',
  cents: 14_800,
  vehicle: 'a',
  car: octavia.short,
  urgency: 'soon',
  at: 0,
  silent: false,
};
/** A year after the visit less two weeks, the first working day at eleven. */
const yearOn = at('2027-11-09', '11:00');

async function served(
  chat: Chat,
  given: { service?: boolean; deferred?: readonly Partial<Deferred>[]; services?: string[] } = {},
): Promise<Chat> {
  await chat.says('hello');
  chat.street.now = at(MONDAY, '16:00');
  const { now } = chat.street;
  const deferred = (given.deferred ?? []).map((one) => ({ ...discs, at: now, ...one }));
  const { service = true } = given;
  await alters(chat, (row) => ({
    ...row,
    phone: '+306900000001',
    consents: consents(now, { visit: false, service }),
    deferred,
  }));
  await handsBack(chat, { services: given.services ?? ['annual'] });
  return chat;
}

describe.each(['telegram', 'whatsapp'] as const)('what is due, on %s', (messenger) => {
  const open = () => phones[messenger](new Street());
  const reminded = async (given: Parameters<typeof served>[1] = {}) =>
    waits(await served(open(), given), yearOn);

  it('is said two weeks before its day, with the month of the last time', async () => {
    const chat = await served(open());
    await waits(chat, yearOn - 60_000);
    expect(chat.heard).toEqual([]);
    await waits(chat, yearOn);
    expect(chat.heard).toEqual(['feedbackDue']);
    expect(chat.heardOf('feedbackDue')).toMatchObject({
      car: octavia.short,
      services: [{ id: 'annual' }],
      items: [],
    });
    expect(chat.labels).toEqual(['feedbackLabelBook', 'feedbackLabelLater', 'feedbackLabelNever']);
  });

  it('is not said without consent, and said within a month once there is', async () => {
    const chat = await reminded({ service: false });
    expect(chat.heard).toEqual([]);
    await alters(chat, (row) => ({ ...row, consents: consents(yearOn, { service: true }) }));
    await waits(chat, yearOn + 34 * DAY);
    expect(chat.heard).toEqual(['feedbackDue']);
  });

  it('is said once, not again without an answer', async () => {
    const chat = await reminded();
    for (let month = 1; month < 8; month += 1) {
      await waits(chat, yearOn + month * 35 * DAY);
      expect(chat.heard).toEqual([]);
    }
  });

  it('names two services at a time, and the third one in a reminder of its own', async () => {
    const chat = await served(open(), { services: ['oil', 'annual', 'tyres'] });
    await alters(chat, (row) => ({
      ...row,
      upkeep: row.upkeep.map((one) => ({ ...one, later: yearOn })),
    }));
    const named = () => chat.heardOf('feedbackDue')?.services.map(({ id }) => id);
    await waits(chat, yearOn);
    expect(named()).toEqual(['oil', 'annual']);
    await waits(chat, yearOn + 40 * DAY);
    expect(named()).toEqual(['tyres']);
    await waits(chat, yearOn + 90 * DAY);
    expect(chat.heard).toEqual([]);
  });

  it('comes back after a month where they want that', async () => {
    const chat = await reminded();
    await chat.taps('feedbackLabelLater');
    expect(chat.heard).toEqual(['feedbackLater']);
    await waits(chat, yearOn + 30 * DAY);
    expect(chat.heard).toEqual([]);
    await waits(chat, yearOn + 36 * DAY);
    expect(chat.heard).toEqual(['feedbackDue']);
  });

  it('never comes back where they want that, also after the next time', async () => {
    const chat = await reminded();
    await chat.taps('feedbackLabelNever');
    expect(chat.heard).toEqual(['feedbackNever']);
    await handsBack(chat, { services: ['annual'], id: 'SECOND' });
    await waits(chat, yearOn + 370 * DAY);
    expect(chat.heard).toEqual([]);
  });

  it('leads to the times of that service by one tap', async () => {
    const chat = await reminded();
    await chat.taps('feedbackLabelBook');
    expect(chat.heard).toEqual(['times']);
    expect(chat.heardOf('times')).toMatchObject({ services: ['annual'], car: octavia.short });
  });

  it('is not said while that car has a visit before it', async () => {
    const chat = await served(open());
    chat.street.now = yearOn - DAY;
    await alters(chat, (row) => ({
      ...row,
      visits: [
        {
          id: 'COMING',
          start: yearOn + DAY,
          readyBy: yearOn + DAY + 3_600_000,
          services: ['annual'],
          vehicle: octavia,
          stay: 'leave',
          sequence: 1,
          dates: [],
          chat: chat.key,
          life: freshLife,
        },
      ],
    }));
    await waits(chat, yearOn);
    expect(chat.heard).toEqual([]);
  });

  it('comes as soon as it may where eleven is within their quiet hours', async () => {
    const chat = await served(open());
    await alters(chat, (row) => ({ ...row, quietHours: { from: 8 * 60, to: 13 * 60 } }));
    await waits(chat, yearOn);
    expect(chat.heard).toEqual([]);
    await waits(chat, yearOn + 2 * 3_600_000);
    expect(chat.heard).toEqual(['feedbackDue']);
  });

  it('waits while somebody waits for a person', async () => {
    const chat = await served(open());
    chat.street.now = yearOn - 3_600_000;
    await chat.says('person');
    await waits(chat, yearOn);
    expect(chat.heard).not.toContain('feedbackDue');
  });
});

describe.each(['telegram', 'whatsapp'] as const)('what was put off, on %s', (messenger) => {
  const open = () => phones[messenger](new Street());
  const soon = at('2027-02-08', '11:00');

  it('comes back by how much it matters, with the price of then', async () => {
    const chat = await waits(await served(open(), { deferred: [{}], services: ['clutch'] }), soon);
    expect(chat.heardOf('feedbackDue')).toMatchObject({
      services: [],
      items: [{ name: 'Front discs', cents: 14_800 }],
    });
  });

  it('is worth nothing after half a year, and takes no other reminder of that car with it', async () => {
    const chat = await served(open(), { service: false, deferred: [{}] });
    for (let month = 1; month < 9; month += 1) await waits(chat, soon + month * 31 * DAY);
    await alters(chat, (row) => ({ ...row, consents: consents(chat.street.now, { service: true }) }));
    await waits(chat, yearOn);
    expect(chat.heardOf('feedbackDue')).toMatchObject({ services: [{ id: 'annual' }], items: [] });
  });

  it('is one message for all of a car, safety first', async () => {
    const chat = await served(open(), {
      deferred: [{}, { line: '3', name: 'Brake hose', urgency: 'safety' }, { line: '4', name: 'Wipers' }],
      services: ['clutch'],
    });
    await waits(chat, at('2026-12-08', '11:00'));
    expect(chat.heardOf('feedbackDue')?.items.map(({ name }) => name)).toEqual(['Brake hose']);
    await waits(chat, soon);
    expect(chat.heardOf('feedbackDue')?.items.map(({ name }) => name)).toEqual(['Front discs', 'Wipers']);
  });

  it('is looked at during the visit that is booked from it, and not asked about again', async () => {
    const chat = await waits(await served(open(), { deferred: [{}], services: ['clutch'] }), soon);
    await chat.taps('feedbackLabelBook');
    expect(chat.heard).toContain('askWork');
    await chat.taps('labelService', { id: 'oil' });
    await chat.taps('labelSlot');
    await chat.taps(chat.labels.includes('labelLeave') ? 'labelLeave' : 'labelWait');
    expect(chat.heard).toContain('booked');
    expect(chat.heard).toContain('payerLook');
    expect(chat.heard).not.toContain('payerPutOff');
    const { deferred, visits } = await chat.customer();
    expect(deferred).toMatchObject([{ name: 'Front discs', visit: visits[0]?.id }]);
  });

  it('is not spoken of again where they do not want it, neither here nor at a booking', async () => {
    const chat = await waits(await served(open(), { deferred: [{}], services: ['clutch'] }), soon);
    await chat.taps('feedbackLabelNever');
    await chat.books();
    expect(chat.heard).not.toContain('payerPutOff');
  });

  it('is not spoken of within a month of another reminder', async () => {
    const chat = await served(open(), {
      deferred: [{ urgency: 'safety' }, { line: '3', name: 'Belt', at: at(MONDAY, '16:00') - 40 * DAY }],
      services: ['clutch'],
    });
    await waits(chat, at('2026-12-08', '11:00'));
    expect(chat.heard).toEqual(['feedbackDue']);
    await waits(chat, at('2027-01-04', '11:00'));
    expect(chat.heard).toEqual([]);
    await waits(chat, at('2027-01-14', '11:00'));
    expect(chat.heard).toEqual([]);
  });
});
