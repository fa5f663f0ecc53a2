import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Customer, newCustomer } from '#shared/domain/customer.ts';
import { mergeCustomers, mergedAway, strangerAt, withoutAddress } from '#shared/domain/identity.ts';
import { type Deferred, mostDeferred, mostOrders, type OrderHead } from '#shared/domain/order/order.ts';
import { mostReports, type ReportHead } from '#shared/domain/report.ts';

/** What becomes of reports, estimates and limits of two customers who are one person. */

const [telegram, whatsapp] = ['telegram/4242/501/', 'whatsapp/1061/GR.1/'];
const anna = { customer: 'telegram/4242/777/', name: 'Anna' };

function customer(id: string, more: Partial<Customer> = {}): Customer {
  return { ...newCustomer(id, 'Nikos'), version: 3, ...more };
}

function report(id: string, lastAt: number): ReportHead {
  return { id, at: lastAt, lastAt, car: 'Octavia', kind: 'noise' };
}

function head(of: string, ref: string, at: number): OrderHead {
  return { ref, of, car: 'Octavia', state: 'asked', work: 'none', at, cents: 9600 };
}

function deferred(ref: string, line: string, at: number, more: Partial<Deferred> = {}): Deferred {
  const fixed = { name: 'Discs', cents: 14_800, vehicle: null, car: 'Octavia', urgency: null, silent: false };
  return { ...fixed, ref, line, at, ...more };
}

describe('two customers who are one person', () => {
  it('have the reports of both, the newest last, so that a late photo finds its own', () => {
    const into = customer(telegram, { reports: [report('A', 5), report('C', 9)] });
    const from = customer(whatsapp, { reports: [report('B', 7), report('D', 11)] });
    expect(mergeCustomers(into, from).reports.map(({ id }) => id)).toEqual(['B', 'C', 'D']);
  });

  it('have the open estimates of both, each where it lies', () => {
    const into = customer(telegram, { orders: [head(telegram, 'A', 5)] });
    const from = customer(whatsapp, { orders: [head(whatsapp, 'A', 3), head(whatsapp, 'B', 9)] });
    expect(mergeCustomers(into, from).orders.map(({ of, ref }) => `${of} ${ref}`)).toEqual([
      `${whatsapp} A`,
      `${telegram} A`,
      `${whatsapp} B`,
    ]);
  });

  it('have what was put off, of the car as it is called now', () => {
    const car = { id: 'a', label: 'Octavia ABC-4821', short: 'Octavia' };
    const into = customer(telegram, { vehicles: [car], deferred: [deferred('A', '1', 5)] });
    const from = customer(whatsapp, {
      vehicles: [{ ...car, id: 'x' }],
      deferred: [deferred('B', '1', 3, { vehicle: 'x' }), deferred('B', '2', 4)],
    });
    expect(mergeCustomers(into, from).deferred).toMatchObject([
      { ref: 'B', line: '1', vehicle: 'a' },
      { ref: 'B', line: '2', vehicle: null },
      { ref: 'A', line: '1' },
    ]);
  });

  it('keep what is about safety where there is more than anybody wants to be reminded of', () => {
    const many = Array.from({ length: mostDeferred }, (_, index) => deferred('A', String(index), index + 10));
    const from = customer(whatsapp, {
      deferred: [deferred('B', '1', 1, { urgency: 'safety' }), deferred('B', '2', 2)],
    });
    const kept = mergeCustomers(customer(telegram, { deferred: many }), from).deferred;
    expect(kept).toHaveLength(mostDeferred);
    expect(kept[0]).toMatchObject({ ref: 'B', line: '1', urgency: 'safety' });
    expect(kept.some(({ ref, line }) => ref === 'B' && line === '2')).toBe(false);
  });

  it.each([
    [
      { percent: 10, cents: 3000 },
      { percent: 5, cents: 9000 },
      { percent: 5, cents: 3000 },
    ],
    [{ percent: 10, cents: 3000 }, null, null],
    [null, { percent: 10, cents: 3000 }, null],
    [null, null, null],
  ])('let us do as much without asking as the stricter of %j and %j', (one, two, result) => {
    const both = mergeCustomers(
      customer(telegram, { allowance: one }),
      customer(whatsapp, { allowance: two }),
    );
    expect(both.allowance).toEqual(result);
  });

  it('keep who answers for them, and for whom they answer; but nobody answers for themselves', () => {
    const self = { customer: whatsapp, name: 'Nikos' };
    const into = customer(telegram, { approver: self, approvesFor: [self] });
    const from = customer(whatsapp, {
      approver: anna,
      approvesFor: [anna, { customer: telegram, name: 'Nikos' }],
    });
    expect(mergeCustomers(into, from)).toMatchObject({ approver: anna, approvesFor: [anna] });
    expect(mergeCustomers(into, customer(whatsapp)).approver).toBeNull();
  });

  it('are the same whichever is told first, as far as limits go, and merged again nothing changes', () => {
    const limit = fc.option(
      fc.record({ percent: fc.constantFrom(0, 5, 10), cents: fc.constantFrom(0, 1000, 3000) }),
    );
    const ref = fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'G');
    const someone = (id: string) =>
      fc.record({
        allowance: limit,
        reports: fc
          .uniqueArray(ref, { maxLength: 3 })
          .map((all) => all.map((one, at) => report(`${id}${one}`, at))),
        orders: fc.uniqueArray(ref, { maxLength: 5 }).map((all) => all.map((one, at) => head(id, one, at))),
        deferred: fc.uniqueArray(ref).map((all) => all.map((one, at) => deferred(one, id, at))),
        approver: fc.constantFrom(
          null,
          anna,
          { customer: telegram, name: 'N' },
          { customer: whatsapp, name: 'N' },
        ),
        approvesFor: fc.subarray([
          anna,
          { customer: whatsapp, name: 'N' },
          { customer: telegram, name: 'N' },
        ]),
      });
    fc.assert(
      fc.property(someone(telegram), someone(whatsapp), (one, two) => {
        const [into, from] = [customer(telegram, one), customer(whatsapp, two)];
        const both = mergeCustomers(into, from);
        expect(both.allowance).toEqual(mergeCustomers(from, into).allowance);
        if (one.allowance === null || two.allowance === null) expect(both.allowance).toBeNull();
        expect([null, anna.customer]).toContain(both.approver?.customer ?? null);
        expect(both.approvesFor.every(({ customer: of }) => of === anna.customer)).toBe(true);
        expect(both.orders.length).toBe(Math.min(mostOrders, one.orders.length + two.orders.length));
        for (const { of, ref: name } of both.orders)
          expect([...one.orders, ...two.orders].some((kept) => kept.of === of && kept.ref === name)).toBe(
            true,
          );
        expect(both.reports.length).toBeLessThanOrEqual(mostReports);
        const put = [...one.deferred, ...two.deferred];
        expect(both.deferred.length).toBe(Math.min(mostDeferred, put.length));
        const again = mergeCustomers(both, { ...from, allowance: both.allowance });
        expect(again).toEqual(both);
      }),
      { numRuns: 2000 },
    );
  });

  it('leave nothing of all that in the row that is given up, and nothing to the next person at an address', () => {
    const from = customer(whatsapp, {
      reports: [report('A', 1)],
      orders: [head(whatsapp, 'A', 1)],
      deferred: [deferred('A', '1', 1)],
      allowance: { percent: 10, cents: 1 },
      approver: anna,
      approvesFor: [anna],
    });
    const nothing = {
      reports: [],
      orders: [],
      deferred: [],
      allowance: null,
      approver: null,
      approvesFor: [],
    };
    expect(mergedAway(from, telegram)).toMatchObject(nothing);
    expect(strangerAt(whatsapp, 'Next', 4)).toMatchObject(nothing);
  });

  it('whose chat leaves keep all of it with the others', () => {
    const linked = customer(telegram, {
      addresses: [telegram, whatsapp],
      orders: [head(telegram, 'A', 1)],
      allowance: { percent: 10, cents: 1 },
      approver: anna,
    });
    const { orders, allowance, approver } = withoutAddress(linked, telegram);
    expect({ orders, allowance, approver }).toEqual({
      orders: linked.orders,
      allowance: linked.allowance,
      approver: anna,
    });
  });
});
