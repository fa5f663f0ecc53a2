import type { Customer } from '#shared/domain/customer.ts';
import type { Day } from '#shared/domain/day.ts';
import { type Facts, type Need, orderName } from '#shared/domain/facts.ts';
import { readPeople } from './about.ts';
import { readWaiters } from './case.ts';
import { codeFrom, codeKey } from './code.ts';
import { readCustomer } from './customer.ts';
import { dayFrom, dayKey } from './day.ts';
import { readFeed } from './feed.ts';
import { readDays } from './happened.ts';
import { numberFrom, numberKey } from './number.ts';
import { orderFrom, orderKey, readAgreements } from './order.ts';
import { batchGet } from './read.ts';
import { answersFrom, answersKey, repliesFrom, repliesKey } from './replies.ts';
import { reportFrom, reportKey } from './report.ts';
import type { Key, Table } from './table.ts';
import { readTimers } from './timer.ts';
import { readTopics } from './topic.ts';
import { visitOwnerFrom, visitOwnerKey } from './visit-owner.ts';
import { waitlistFrom, waitlistKey } from './waitlist.ts';

/**
 * Second read: one batch of everything the decision named, or none. Whom a number or a code names is read once more, since
 * it is not known before.
 */
export async function loadFacts(table: Table, needs: readonly Need[]): Promise<Facts> {
  const dates = unique(
    needs.flatMap((need) => (need.kind === 'days' ? need.dates : need.kind === 'visits' ? need.on : [])),
  );
  const numbers = unique(needs.flatMap((need) => (need.kind === 'number' ? [need.number] : [])));
  const digits = unique(needs.flatMap((need) => (need.kind === 'code' ? [need.digits] : [])));
  const pending = needs.find((need) => need.kind === 'timers');
  const orders = needs.flatMap((need) => (need.kind === 'order' ? [need] : []));
  const reports = needs.flatMap((need) => (need.kind === 'report' ? [need] : []));
  const agreed = needs.find((need) => need.kind === 'agreements');
  const happened = unique(needs.flatMap((need) => (need.kind === 'happened' ? need.dates : [])));
  const waits = needs.some(({ kind }) => kind === 'waitlist');
  const replies = unique(needs.flatMap((need) => (need.kind === 'replies' ? [need.bucket] : [])));
  const answers = needs.some(({ kind }) => kind === 'answers');
  const others = unique(needs.flatMap((need) => (need.kind === 'people' ? need.ids : [])));
  // Days are judged by their version when they are written; who is who must be true when it is read.
  const keys = [
    ...dates.map(dayKey),
    ...numbers.map(numberKey),
    ...digits.map(codeKey),
    ...orders.map(orderKey),
    ...reports.map(reportKey),
    ...(waits ? [waitlistKey] : []),
    ...replies.map(repliesKey),
    ...(answers ? [answersKey] : []),
  ];
  const consistent = numbers.length + digits.length + orders.length + reports.length > 0;
  const [found, timers, waiters, agreements, people, feed, happenings] = await Promise.all([
    keys.length > 0 ? batchGet(table, keys, consistent) : () => undefined,
    pending ? readTimers(table, pending.of) : [],
    needs.some(({ kind }) => kind === 'waiters') ? waitersOf(table) : [],
    agreed ? readAgreements(table, agreed.of) : [],
    readPeople(table, others),
    needs.some(({ kind }) => kind === 'feed') ? readFeed(table) : null,
    readDays(table, happened),
  ]);
  const read = <N, T>(
    from: readonly N[],
    nameOf: (one: N) => string,
    keyOf: (one: N) => Key,
    itemOf: (item: unknown) => T,
  ) =>
    new Map(
      from.flatMap((one): [string, T][] => {
        const item = found(keyOf(one));
        return item === undefined ? [] : [[nameOf(one), itemOf(item)]];
      }),
    );
  const claims = read(numbers, itself, numberKey, numberFrom);
  const codes = read(digits, itself, codeKey, codeFrom);
  const days = new Map(dates.map((date) => [date, dayFrom(date, found(dayKey(date)))]));
  const on = needs.flatMap((need) => (need.kind === 'visits' ? need.on : []));
  return {
    days,
    numbers: claims,
    codes,
    customers: await named(table, [...claims.values(), ...codes.values()]),
    timers,
    waiters,
    visits: await ownersOf(
      table,
      unique(on).flatMap((date) => days.get(date) ?? []),
    ),
    orders: read(orders, orderName, orderKey, orderFrom),
    reports: read(reports, ({ id }) => id, reportKey, reportFrom),
    agreements,
    people,
    waitlist: waitlistFrom(waits ? found(waitlistKey) : undefined),
    feed,
    happened: happenings,
    replies: read(replies, itself, repliesKey, repliesFrom),
    answers: answersFrom(answers ? found(answersKey) : undefined),
  };
}

const itself = (name: string) => name;

/** With the topics of those who waited longest; a batch takes 100. */
async function waitersOf(table: Table): Promise<Facts['waiters']> {
  const waiters = await readWaiters(table);
  const topics = await readTopics(
    table,
    waiters.slice(0, 100).map(({ customer }) => customer),
  );
  return waiters.map((waiter) => ({ ...waiter, topic: topics.get(waiter.customer) ?? null }));
}

async function named(
  table: Table,
  by: readonly { readonly customer: string }[],
): Promise<ReadonlyMap<string, Customer>> {
  const ids = unique(by.map(({ customer }) => customer));
  const people = await Promise.all(ids.map((id) => readCustomer(table, id)));
  return new Map(people.flatMap((one, index) => (one ? [[ids[index] ?? '', one]] : [])));
}

/** Most items that one batch reads: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html */
const perBatch = 100;

/** Customers by the visits of these days; a block of the desk is nobody's. */
async function ownersOf(table: Table, days: readonly Day[]): Promise<ReadonlyMap<string, Customer>> {
  const jobs = days.flatMap((day) => day.jobs).filter((job) => job.kind !== 'block' || job.service !== '');
  const visits = unique(jobs.map(({ id }) => id));
  const owners: (readonly [string, string])[] = [];
  for (let at = 0; at < visits.length; at += perBatch) {
    const some = visits.slice(at, at + perBatch);
    const found = await batchGet(table, some.map(visitOwnerKey), false);
    for (const visit of some) {
      const owner = visitOwnerFrom(found(visitOwnerKey(visit)));
      if (owner !== null) owners.push([visit, owner]);
    }
  }
  const people = await named(
    table,
    owners.map(([, customer]) => ({ customer })),
  );
  return new Map(
    owners.flatMap(([visit, id]): [string, Customer][] => {
      const customer = people.get(id);
      return customer ? [[visit, customer]] : [];
    }),
  );
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
