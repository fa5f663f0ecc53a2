import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Customer, mostVehicles, newCustomer, type Vehicle } from '#shared/domain/customer.ts';
import {
  addressesOf,
  isAt,
  isIdOf,
  mergeCustomers,
  mergedAway,
  movedTo,
  shareMessenger,
  strangerAt,
  withoutAddress,
} from '#shared/domain/identity.ts';
import { freshLife } from '#shared/domain/visit/life.ts';

const [telegram, whatsapp, other] = ['telegram/4242/501/', 'whatsapp/1061/GR.1/', 'whatsapp/1061/GR.2/'];

function car(id: string, label: string): Vehicle {
  return { id, label, short: label };
}

function visit(id: string, start: number, vehicle: Vehicle, chat = telegram) {
  const fixed = { readyBy: start + 1, services: ['oil'], stay: 'wait' as const, sequence: 1, dates: [] };
  return { id, start, vehicle, chat, life: freshLife, ...fixed };
}

function customer(id: string, more: Partial<Customer> = {}): Customer {
  return { ...newCustomer(id, 'Nikos'), version: 3, ...more };
}

const consent = (given: boolean) => ({
  visit: { given, at: 1, wording: 'visit-1', language: 'en' as const, messageId: null },
});

describe('two customers who are one person', () => {
  it('have each car once, by its plate however it is written', () => {
    const into = customer(telegram, { vehicles: [car('a', 'Skoda Octavia ABC-4821'), car('b', 'Golf 7')] });
    const from = customer(whatsapp, {
      vehicles: [car('x', 'octavia abc 4821'), car('y', 'GOLF 7'), car('z', 'Fiesta')],
      visits: [visit('V1', 5, car('x', 'octavia abc 4821'), whatsapp)],
      last: { services: ['oil'], vehicle: 'y', stay: 'wait' },
    });
    const both = mergeCustomers(into, from);
    expect(both.vehicles.map(({ id }) => id).sort()).toEqual(['a', 'b', 'z']);
    expect(both.visits).toMatchObject([{ id: 'V1', vehicle: { id: 'a' }, chat: whatsapp }]);
    expect(both.last).toMatchObject({ vehicle: 'b' });
  });

  it('keep every visit, once and in order', () => {
    const golf = car('a', 'Golf');
    const into = customer(telegram, { visits: [visit('A', 2, golf), visit('C', 9, golf)] });
    const from = customer(whatsapp, { visits: [visit('B', 5, golf), visit('C', 9, golf)] });
    expect(mergeCustomers(into, from).visits.map(({ id }) => id)).toEqual(['A', 'B', 'C']);
  });

  it('keep no more cars than fit on a card, and those that wait for a visit', () => {
    const many = (side: string) =>
      Array.from({ length: 6 }, (_, index) => car(`${side}${index}`, `${side} ${index}`));
    const awaited = car('x0', 'x 0');
    const into = customer(telegram, { vehicles: many('a') });
    const from = customer(whatsapp, { vehicles: many('x'), visits: [visit('V', 1, awaited)] });
    const { vehicles } = mergeCustomers(into, from);
    expect(vehicles).toHaveLength(mostVehicles);
    expect(vehicles.map(({ id }) => id)).toContain('x0');
    expect(vehicles.filter(({ id }) => id.startsWith('a'))).toHaveLength(6);
  });

  it.each([
    [null, null, null],
    [true, null, true],
    [null, false, false],
    [true, false, false],
    [false, true, false],
    [true, true, true],
  ])('agreed to messages: %s and %s is %s', (one, two, result) => {
    const into = customer(telegram, { consents: one === null ? {} : consent(one) });
    const from = customer(whatsapp, { consents: two === null ? {} : consent(two) });
    expect(mergeCustomers(into, from).consents.visit?.given ?? null).toBe(result);
  });

  it.each([
    ['1', false, '2', true, '2'],
    ['1', true, '2', true, '1'],
    ['1', false, '2', false, '1'],
    [null, false, '2', false, '2'],
    ['1', true, null, false, '1'],
  ])('have the number %s (proven: %s) and %s (%s): %s', (one, first, two, second, result) => {
    const into = customer(telegram, { phone: one, phoneProven: first });
    const from = customer(whatsapp, { phone: two, phoneProven: second });
    expect(mergeCustomers(into, from)).toMatchObject({ phone: result, phoneProven: first || second });
  });

  it('are found at all their addresses, and what they agreed to in the partitions of both', () => {
    const into = customer(telegram, { formerly: ['old'] });
    const both = mergeCustomers(into, customer(whatsapp, { version: 9, addresses: [whatsapp, other] }));
    expect(both).toMatchObject({ id: telegram, addresses: [telegram, whatsapp, other], version: 9 });
    expect(both.formerly).toEqual(['old', whatsapp]);
  });

  it('leave nothing about a person in the row that is given up', () => {
    const from = customer(whatsapp, { phone: '+30', vehicles: [car('a', 'Golf')], addresses: [whatsapp] });
    expect(mergedAway(from, telegram)).toEqual({
      ...newCustomer(whatsapp, ''),
      version: 3,
      mergedInto: telegram,
    });
    expect(isAt(mergedAway(from, telegram), whatsapp)).toBe(false);
  });
});

describe('an address', () => {
  it('is a person’s where their row lists it', () => {
    expect(isAt(customer(telegram), telegram)).toBe(true);
    expect(isAt(customer(telegram, { addresses: [whatsapp] }), telegram)).toBe(false);
    expect(isAt(customer(telegram), whatsapp)).toBe(false);
  });

  it('that changed takes its place, and what is said about visits with it', () => {
    const golf = car('a', 'Golf');
    const linked = customer(telegram, {
      addresses: [telegram, whatsapp],
      visits: [visit('A', 1, golf), visit('B', 2, golf, whatsapp)],
    });
    const moved = movedTo(linked, [whatsapp], other);
    expect(moved.addresses).toEqual([telegram, other]);
    expect(moved.visits.map(({ chat }) => chat)).toEqual([telegram, other]);
  });

  it('that is taken away leaves the visits to the others', () => {
    const linked = customer(telegram, {
      addresses: [telegram, whatsapp],
      visits: [visit('A', 1, car('a', 'Golf'))],
    });
    expect(withoutAddress(linked, telegram)).toMatchObject({
      addresses: [whatsapp],
      visits: [{ chat: whatsapp }],
    });
  });

  it('gives its next person an id of their own, every time', () => {
    const ids = [1, 2, 9].map((version) => strangerAt(telegram, 'x', version).id);
    expect(new Set([telegram, ...ids]).size).toBe(4);
    for (const id of ids) expect(isIdOf(id, telegram)).toBe(true);
    expect(isIdOf(telegram, whatsapp)).toBe(false);
    expect(isAt(strangerAt(telegram, 'x', 1), telegram)).toBe(true);
  });

  it('at the same messenger is of another account', () => {
    expect(shareMessenger(customer(telegram), customer(whatsapp))).toBe(false);
    expect(shareMessenger(customer(whatsapp), customer(other))).toBe(true);
    const linked = customer(telegram, { addresses: [telegram, whatsapp] });
    expect(shareMessenger(linked, customer(other))).toBe(true);
  });
});

it('is merged the same whether or not it was merged before', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd');
  const someone = fc.record({
    addresses: fc.uniqueArray(fc.constantFrom(telegram, whatsapp, other), { minLength: 1 }),
    visits: fc.uniqueArray(id).map((ids) => ids.map((one, index) => visit(one, index, car(one, one)))),
  });
  fc.assert(
    fc.property(someone, someone, (one, two) => {
      const [into, from] = [customer(telegram, one), customer(whatsapp, two)];
      const both = mergeCustomers(into, from);
      const again = mergeCustomers(both, from);
      expect(again).toEqual(both);
      const visits = [...into.visits, ...from.visits].map((one) => one.id);
      expect(both.visits.map((one) => one.id).sort()).toEqual([...new Set(visits)].sort());
      expect(new Set(both.addresses)).toEqual(new Set([...addressesOf(into), ...addressesOf(from)]));
    }),
  );
});
