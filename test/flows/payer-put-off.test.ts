import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newCustomer, type Visit } from '#shared/domain/customer.ts';
import type { Deferred } from '#shared/domain/order/order.ts';
import { freshLife } from '#shared/domain/visit/life.ts';
import { itemsOf, payerLines, putOffFor, putOffQuestion } from '#shared/flows/payer/put-off.ts';
import { customerItem } from '#shared/store/customer.ts';
import { brakes } from '#test/domain/order/given.ts';
import type { Chat } from './chat.ts';
import { agreementsOf, put, sends } from './estimates.ts';
import { Street } from './street.ts';

/** What was put off comes back at the next visit of the same car: as one question, and never as a sum. */

const DAY = 24 * 60;
const phones = {
  telegram: (street: Street) => street.telegram('501'),
  whatsapp: (street: Street) => street.whatsapp('GR.1', '+306900000001'),
};

const discs: Deferred = {
  ref: 'K7M2QP',
  line: '2',
  name: 'Front discs',
  cents: 14_800,
  vehicle: null,
  car: 'Octavia …4821',
  urgency: 'soon',
  at: 0,
  silent: false,
};

/** Somebody whose Octavia was here before, with what was put off then; phone and consent are settled. */
async function back(chat: Chat, deferred: readonly Partial<Deferred>[], daysAgo = 150): Promise<Chat> {
  await chat.books();
  await chat.taps('labelCancelVisit');
  const customer = await chat.customer();
  const at = chat.street.now - daysAgo * DAY * 60_000;
  const consents = {
    visit: { given: false, at, wording: 'visit-1', language: 'en', messageId: null },
  } as const;
  const all = deferred.map((one) => ({ ...discs, at, ...one }));
  const row = { ...customer, phone: '+306900000001', consents, deferred: all, version: customer.version + 1 };
  await put(chat, customerItem(row));
  chat.street.later(1);
  return chat;
}

/** Books the car that is known for the earliest time. */
async function booksAgain(chat: Chat): Promise<Chat> {
  await chat.does({ kind: 'command', name: 'book', payload: '' });
  await chat.taps('labelService', { id: 'oil' });
  if (!chat.labels.includes('labelSlot')) await chat.says('Octavia ABC-4821');
  await chat.taps('labelSlot');
  const stay = chat.labels.includes('labelLeave') ? 'labelLeave' : 'labelWait';
  return chat.taps(stay);
}

describe.each(['telegram', 'whatsapp'] as const)('what was put off, on %s', (messenger) => {
  const at = () => phones[messenger](new Street());

  it('comes back once, right after a booking of the same car, with the price of then', async () => {
    const chat = await booksAgain(await back(at(), [{}]));
    expect(chat.heard).toEqual(['booked', 'payerPutOff']);
    expect(chat.heardOf('payerPutOff')).toMatchObject({
      items: [{ name: 'Front discs', cents: 14_800 }],
      more: 0,
    });
    expect(chat.labels.slice(-3)).toEqual(['payerLabelLook', 'payerLabelNotNow', 'payerLabelNever']);
  });

  it('is noted for the visit after a yes; nothing is agreed by it', async () => {
    const chat = await booksAgain(await back(at(), [{}]));
    const [visit] = await chat.visits();
    await chat.taps('payerLabelLook');
    expect(chat.heard).toEqual(['payerLook']);
    expect((await chat.customer()).deferred).toMatchObject([{ name: 'Front discs', visit, silent: false }]);
    expect(agreementsOf(chat)).toEqual([]);
    const looked = payerLines(await chat.customer(), chat.street.now);
    expect(looked).toMatchObject([{ key: 'payerCardLook', args: { ref: visit } }]);
  });

  it('takes a plain yes and no for an answer', async () => {
    const yes = await booksAgain(await back(at(), [{}]));
    await yes.says('yes');
    expect(yes.heard).toEqual(['payerLook']);
    const no = await booksAgain(await back(at(), [{}]));
    await no.says('no');
    expect(no.heard).toEqual(['payerNotNow']);
    expect((await no.customer()).deferred).toMatchObject([{ silent: false }]);
  });

  it('comes back another time after "not now", and never after "don’t ask again"', async () => {
    const chat = await booksAgain(await back(at(), [{}]));
    await chat.taps('payerLabelNotNow');
    await booksAgain(chat);
    expect(chat.heard).toContain('payerPutOff');
    await chat.taps('payerLabelNever');
    expect(chat.heard).toEqual(['payerNever']);
    await booksAgain(chat);
    expect(chat.heard).toEqual(['booked']);
  });

  it('is not asked twice for one visit: a move asks nothing, nor does a second visit of the same weeks', async () => {
    const chat = await booksAgain(await back(at(), [{}]));
    await chat.taps('payerLabelLook');
    await chat.says('status');
    await chat.taps('labelMove');
    await chat.taps('labelSlot');
    await chat.taps('labelYesMove');
    expect(chat.heard).toContain('moved');
    expect(chat.heard).not.toContain('payerPutOff');
    await booksAgain(chat);
    expect(chat.heard).toEqual(['booked']);
  });

  it('stays until an estimate answers it', async () => {
    const chat = await booksAgain(await back(at(), [{ vehicle: 'a' }]));
    await chat.taps('payerLabelLook');
    await sends(chat, { lines: brakes.slice(1, 2) });
    expect((await chat.customer()).deferred).toHaveLength(1);
    await chat.taps('estimateLabelAll');
    expect((await chat.customer()).deferred).toEqual([]);
  });

  it('asks the phone and the consent only after it, one question at a time', async () => {
    const chat = await back(at(), [{}]);
    const customer = await chat.customer();
    await put(chat, customerItem({ ...customer, phone: null, consents: {}, version: customer.version + 1 }));
    await booksAgain(chat);
    expect(chat.heard).toEqual(['booked', 'payerPutOff']);
    await chat.taps('payerLabelNotNow');
    expect(chat.heard[0]).toBe('payerNotNow');
    expect(['askPhone', 'askConsent']).toContain(chat.heard[1]);
    expect(chat.heard).toHaveLength(2);
  });

  it('is shown once more to somebody who writes something else', async () => {
    const chat = await booksAgain(await back(at(), [{}]));
    await chat.says('hm, what do you mean by that');
    await chat.street.settle();
    chat.hears(chat.street.rows());
    expect(chat.heard).toContain('payerPutOff');
  });

  it('is refused kindly once the visit is over or was cancelled', async () => {
    const chat = await booksAgain(await back(at(), [{}]));
    await chat.taps('labelCancelVisit');
    await chat.taps('payerLabelLook');
    expect(chat.heard).toEqual(['visitPast']);
    expect((await chat.customer()).deferred[0]).not.toHaveProperty('visit');
  });

  it('is forgotten after a year and a half, and is no matter of another car', async () => {
    const old = await booksAgain(await back(at(), [{}], 560));
    expect(old.heard).toEqual(['booked']);
    const other = await booksAgain(await back(at(), [{ vehicle: 'x', car: 'Yaris …1111' }]));
    expect(other.heard).toEqual(['booked']);
  });
});

describe('the question', () => {
  const visit: Visit = {
    id: 'V1',
    start: 2_000_000_000_000,
    readyBy: 2_000_000_100_000,
    services: ['oil'],
    vehicle: { id: 'a', label: 'Octavia', short: 'Octavia' },
    stay: 'leave',
    sequence: 1,
    dates: [],
    chat: '',
    life: freshLife,
  };
  const now = 1_999_000_000_000;
  const deferred = fc.record({
    ref: fc.constantFrom('A', 'B', 'C'),
    line: fc.constantFrom('1', '2', '3'),
    name: fc.string({ minLength: 1, maxLength: 80 }),
    cents: fc.nat(100_000),
    vehicle: fc.constantFrom('a', 'b', null),
    car: fc.constantFrom('Octavia', 'Yaris', ''),
    urgency: fc.constantFrom('safety' as const, 'soon' as const, 'wish' as const, null),
    at: fc.integer({ min: now - 700 * DAY * 60_000, max: now }),
    silent: fc.boolean(),
  });

  it('names three at most, what is about safety first, and never what is of another car, old or silenced', () => {
    fc.assert(
      fc.property(fc.array(deferred, { maxLength: 12 }), (all) => {
        const vehicles = [visit.vehicle, { id: 'b', label: 'Yaris', short: 'Yaris' }];
        const customer = { ...newCustomer('x', 'Nikos'), vehicles, deferred: all };
        const asked = putOffQuestion(customer, visit, { now });
        const mine = all.filter(
          (one) =>
            !one.silent &&
            (one.vehicle === 'a' || one.car === 'Octavia') &&
            now - one.at < 549 * DAY * 60_000,
        );
        expect(asked === null).toBe(mine.length === 0);
        if (!asked) return;
        const [words] = asked.ask.text;
        if (words?.key !== 'payerPutOff') throw new Error('Not the question');
        expect(words.args.items.length).toBe(Math.min(3, mine.length));
        expect(words.args.more).toBe(mine.length - words.args.items.length);
        const safety = mine.filter(({ urgency }) => urgency === 'safety');
        const named = itemsOf(safety).slice(0, 3);
        expect(words.args.items.slice(0, named.length)).toEqual(
          expect.arrayContaining(named.length < 3 ? named : []),
        );
        expect(putOffFor(customer, { vehicle: 'a', car: 'Octavia' }, now)).toEqual(
          expect.arrayContaining(mine),
        );
      }),
      { numRuns: 500 },
    );
  });
});
