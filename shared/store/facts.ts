import type { Customer } from '#shared/domain/customer.ts';
import type { Facts, Need } from '#shared/domain/facts.ts';
import { readWaiters } from './case.ts';
import { codeFrom, codeKey } from './code.ts';
import { readCustomer } from './customer.ts';
import { dayFrom, dayKey } from './day.ts';
import { numberFrom, numberKey } from './number.ts';
import { batchGet } from './read.ts';
import type { Key, Table } from './table.ts';
import { readTimers } from './timer.ts';
import { visitOwnerFrom, visitOwnerKey } from './visit-owner.ts';

/**
 * Second read: one batch of everything the decision named, or none. Whom a number or a code names is read once more, since
 * it is not known before.
 */
export async function loadFacts(table: Table, needs: readonly Need[]): Promise<Facts> {
  const dates = unique(needs.flatMap((need) => (need.kind === 'days' ? need.dates : [])));
  const numbers = unique(needs.flatMap((need) => (need.kind === 'number' ? [need.number] : [])));
  const digits = unique(needs.flatMap((need) => (need.kind === 'code' ? [need.digits] : [])));
  const pending = needs.find((need) => need.kind === 'timers');
  // Days are judged by their version when they are written; who is who must be true when it is read.
  const visits = unique(needs.flatMap((need) => (need.kind === 'visits' ? need.ids : [])));
  const keys = [
    ...dates.map(dayKey),
    ...numbers.map(numberKey),
    ...digits.map(codeKey),
    ...visits.map(visitOwnerKey),
  ];
  const consistent = numbers.length + digits.length > 0;
  const [found, timers, waiters] = await Promise.all([
    keys.length > 0 ? batchGet(table, keys, consistent) : () => undefined,
    pending ? readTimers(table, pending.of) : [],
    needs.some(({ kind }) => kind === 'waiters') ? readWaiters(table) : [],
  ]);
  const read = <T>(from: readonly string[], keyOf: (one: string) => Key, itemOf: (item: unknown) => T) =>
    new Map(
      from.flatMap((one): [string, T][] => {
        const item = found(keyOf(one));
        return item === undefined ? [] : [[one, itemOf(item)]];
      }),
    );
  const claims = read(numbers, numberKey, numberFrom);
  const codes = read(digits, codeKey, codeFrom);
  return {
    days: new Map(dates.map((date) => [date, dayFrom(date, found(dayKey(date)))])),
    numbers: claims,
    codes,
    customers: await named(table, [...claims.values(), ...codes.values()]),
    timers,
    waiters,
    visits: await ownersOf(table, read(visits, visitOwnerKey, visitOwnerFrom)),
  };
}

async function named(
  table: Table,
  by: readonly { readonly customer: string }[],
): Promise<ReadonlyMap<string, Customer>> {
  const ids = unique(by.map(({ customer }) => customer));
  const people = await Promise.all(ids.map((id) => readCustomer(table, id)));
  return new Map(people.flatMap((one, index) => (one ? [[ids[index] ?? '', one]] : [])));
}

async function ownersOf(
  table: Table,
  owners: ReadonlyMap<string, string | null>,
): Promise<ReadonlyMap<string, Customer>> {
  const people = await named(
    table,
    [...owners.values()].flatMap((customer) => (customer === null ? [] : [{ customer }])),
  );
  return new Map(
    [...owners].flatMap(([visit, id]): [string, Customer][] => {
      const customer = id === null ? undefined : people.get(id);
      return customer ? [[visit, customer]] : [];
    }),
  );
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
