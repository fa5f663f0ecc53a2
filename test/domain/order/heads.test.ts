import { describe, expect, it } from 'vitest';
import { newCustomer } from '#shared/domain/customer.ts';
import { agreementName, agreementOf } from '#shared/domain/order/agreement.ts';
import type { Choice, EstimateLine } from '#shared/domain/order/estimate.ts';
import { mostDeferred, mostOrders, type Order } from '#shared/domain/order/order.ts';
import {
  agree,
  choose,
  confirm,
  decline,
  deferredOf,
  draftOf,
  finish,
  headOf,
  record,
  sign,
  start,
  withdraw,
  withOrder,
} from '#shared/domain/order/steps.ts';
import { asked, by, done, empty, line, nikos, noon, proposal, words } from './given.ts';

const owner = newCustomer(nikos.id, 'Nikos');

function said(order: Order, ...says: readonly Choice['says'][]): Order {
  return words(...says).reduce((now, choice) => done(choose(now, { ...by(order), choice })), order);
}

const agreed = (order: Order, ...says: readonly Choice['says'][]) =>
  done(agree(said(order, ...says), { ...by(order), signAbove: null }));

describe('the customer’s own row', () => {
  it('carries the sum that is asked, then the one that is agreed', () => {
    expect(headOf(asked())).toMatchObject({
      ref: 'K7M2QP',
      of: nikos.id,
      state: 'asked',
      cents: 26_800,
      at: noon,
    });
    expect(headOf(agreed(asked(), 'yes', 'later', 'no'))).toMatchObject({ state: 'agreed', cents: 9600 });
    const signing = done(agree(said(asked(), 'yes', 'yes', 'no'), { ...by(asked()), signAbove: 100 }));
    expect(headOf(signing)).toMatchObject({ state: 'signing', cents: 24_400 });
  });

  it('carries an order from its draft until it is over', () => {
    const draft = done(draftOf(empty, proposal([line('1', 'Pads', 9600)])));
    expect(withOrder(owner, draft).orders).toMatchObject([{ state: 'none', cents: 9600 }]);
    const working = done(start(agreed(asked(), 'yes', 'no', 'no'), { allowance: null }));
    const over = done(finish(working));
    expect(withOrder(withOrder(owner, working), over).orders).toEqual([]);
  });

  it('carries it once, whatever becomes of it, and forgets what came to nothing', () => {
    const [open, back] = [asked(), done(withdraw(asked()))];
    expect(withOrder(withOrder(owner, open), open).orders).toHaveLength(1);
    expect(withOrder(withOrder(owner, open), back).orders).toEqual([]);
    const no = done(decline(open, by(open)));
    expect(withOrder(withOrder(owner, open), no).orders).toEqual([]);
  });

  it('still carries it while a car stands half done, whatever was refused', () => {
    const working = done(start(agreed(asked(), 'yes', 'no', 'no'), { allowance: null }));
    const more = asked([line('1', 'Pads', 50_000)], working);
    const no = done(decline(more, by(more)));
    expect(withOrder(owner, no).orders).toMatchObject([{ state: 'declined', work: 'stopped' }]);
  });

  it('keeps the orders that were asked last', () => {
    const many = Array.from({ length: mostOrders + 2 }, (_, index) => ({
      ...asked(),
      ref: `R${index}`,
      draft: null,
      estimate: { ...proposal([line('1', 'Pads', 1)]), edition: 1, at: noon - index },
    }));
    const { orders } = many.reduce(withOrder, owner);
    expect(orders.map(({ ref }) => ref)).toEqual(['R4', 'R3', 'R2', 'R1', 'R0']);
  });
});

describe('what was put off', () => {
  it('is what they said later to, with its price and how soon it should be done', () => {
    const [pads, discs] = [
      line('1', 'Pads', 9600),
      { ...line('2', 'Discs', 14_800), urgency: 'soon' } as const,
    ];
    expect(deferredOf(agreed(asked([pads, discs]), 'yes', 'later'))).toEqual([
      {
        ref: 'K7M2QP',
        line: '2',
        name: 'Discs',
        cents: 14_800,
        vehicle: 'a',
        car: 'Octavia …4821',
        urgency: 'soon',
        at: noon,
        silent: false,
      },
    ]);
  });

  it('is nothing as long as they did not confirm', () => {
    expect(deferredOf(said(asked(), 'later', 'later', 'later'))).toEqual([]);
  });

  it('stays put off when they refuse all the rest', () => {
    const some = done(choose(asked(), { ...by(asked()), choice: { line: '2', says: 'later', option: 0 } }));
    expect(deferredOf(done(decline(some, by(some))))).toMatchObject([{ line: '2' }]);
  });

  it('comes to the customer’s row, and goes when they say yes or no to it another time', () => {
    const before = withOrder(owner, agreed(asked(), 'yes', 'later', 'later'));
    expect(before.deferred.map(({ name }) => name)).toEqual(['Front discs', 'Wipers']);
    const next = { ...empty, ref: 'NEXT22' };
    const after = agreed(
      asked([line('1', 'front discs', 15_500), line('2', 'WIPERS', 2400)], next),
      'yes',
      'no',
    );
    expect(withOrder(before, after).deferred).toEqual([]);
    const renamed = { ...next, vehicle: 'x' };
    const joined = agreed(asked([line('1', 'front discs', 15_500)], renamed), 'yes');
    expect(withOrder(before, joined).deferred).toMatchObject([{ name: 'Wipers' }]);
    const other = { ...next, vehicle: 'b', car: 'Golf' };
    const golf = agreed(asked([line('1', 'Front discs', 15_500)], other), 'yes');
    expect(withOrder(before, golf).deferred).toHaveLength(2);
  });

  it('is not doubled by another edition of the same order, nor lost while one is open', () => {
    const first = agreed(asked(), 'yes', 'later', 'no');
    const before = withOrder(owner, first);
    const second = asked(undefined, first);
    expect(withOrder(before, second).deferred).toMatchObject([{ name: 'Front discs' }]);
    expect(withOrder(before, agreed(second, 'yes', 'later', 'no')).deferred).toHaveLength(1);
  });

  it('is no more than anybody wants to hear of, the light things going first', () => {
    const lines = (from: number): EstimateLine[] =>
      Array.from({ length: 10 }, (_, index) => ({
        ...line(String(index + 1), `Part ${from + index}`, 100),
        urgency: from === 0 ? 'safety' : 'wish',
      }));
    const later = Array.from({ length: 10 }, () => 'later' as const);
    const one = withOrder(owner, agreed(asked(lines(0)), ...later));
    const two = withOrder(one, agreed(asked(lines(10), { ...empty, ref: 'NEXT22' }), ...later));
    expect(two.deferred).toHaveLength(mostDeferred);
    expect(two.deferred.filter(({ urgency }) => urgency === 'safety')).toHaveLength(10);
  });
});

describe('a row of the ledger', () => {
  const told = {
    who: { customer: nikos.id, name: 'Nikos' },
    by: null,
    at: noon,
    language: 'en',
    inbound: 'in-1',
  } as const;

  it('has the number that both sides call it by', () => {
    const row = agreementOf(agreed(asked(), 'yes', 'no', 'no'), { ...told, kind: 'answer' });
    expect(row && agreementName(row)).toBe('K7M2QP-v1');
  });

  it('of a refusal says that nothing is agreed, and how it was heard', () => {
    const no = done(decline(asked(), by(asked())));
    expect(agreementOf(no, { ...told, kind: 'declined' })).toMatchObject({
      number: 1,
      cents: 0,
      how: 'chat',
    });
    expect(agreementOf(no, { ...told, kind: 'declined', by: 'maria', how: 'phone' })).toMatchObject({
      how: 'phone',
    });
    expect(agreementOf(no, { ...told, kind: 'answer' })).toBeNull();
  });

  it('of "that’s right" and of "not so" has the number of what it is about', () => {
    const choices = words('yes', 'no', 'no');
    const call = { edition: 1, at: noon, how: 'phone', choices, signAbove: null } as const;
    const recorded = done(record(asked(), call));
    const right = done(confirm(recorded, { number: 1, right: true, who: nikos }));
    expect(agreementOf(right, { ...told, kind: 'confirmed' })).toMatchObject({
      number: 1,
      how: 'phone',
      cents: 9600,
    });
  });

  it('of a signature has the sum that was signed', () => {
    const waiting = done(agree(said(asked(), 'yes', 'yes', 'yes'), { ...by(asked()), signAbove: 0 }));
    expect(agreementOf(waiting, { ...told, kind: 'answer' })).toBeNull();
    const more = said(asked(undefined, agreed(asked(), 'yes', 'no', 'no')), 'yes', 'yes', 'yes');
    const both = done(agree(more, { ...by(more), signAbove: 0 }));
    expect(agreementOf(both, { ...told, kind: 'answer' })).toBeNull();
    expect(agreementOf(done(sign(waiting, by(waiting))), { ...told, kind: 'signed' })).toMatchObject({
      cents: 26_800,
    });
  });
});
