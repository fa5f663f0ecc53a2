import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { addDays, dayBounds, type LocalDate } from '#shared/domain/clock.ts';
import { type Customer, visitSchema } from '#shared/domain/customer.ts';
import type { Happened } from '#shared/domain/happened.ts';
import type { Agreement } from '#shared/domain/order/agreement.ts';
import { datesOf } from '#shared/domain/period.ts';
import { isOver } from '#shared/domain/visit/stage.ts';
import { personPk, readCustomer } from './customer.ts';
import { loadFacts } from './facts.ts';
import { readDays } from './happened.ts';
import { readAgreementsBetween } from './order.ts';
import { getOne } from './read.ts';
import type { Table } from './table.ts';
import { visitOwnerFrom, visitOwnerKey } from './visit-owner.ts';

/** What a month of the station held: visits that ended and agreements, with whose they are as far as that is still known. No scan. */

export type Over = Extract<Happened, { what: 'over' }>;
/** `name`, `car`: '' for somebody who is not known (any more). */
export type OverVisit = {
  readonly over: Over;
  readonly at: number;
  readonly name: string;
  readonly car: string;
};
export type Agreed = {
  readonly agreement: Agreement;
  readonly name: string;
  readonly visits: readonly string[];
};

/** How many people are read at a time. */
const atOnce = 20;

/** All dates of a month (`2026-11`). */
function datesIn(month: string): readonly LocalDate[] {
  const from = `${month}-01`;
  return datesOf({ from, to: `${addDays(from, 31).slice(0, 7)}-01` });
}

/** Visits that ended in the month, in order of their starts; one that was ended twice as it was ended last. */
export async function visitsOver(table: Table, month: string): Promise<readonly OverVisit[]> {
  const over = await oversOf(table, month);
  const named = await inTurn(over, async ({ over: one, at }) => ({
    over: one,
    at,
    ...(await whose(table, one.visit)),
  }));
  return named.sort((a, b) => a.over.start - b.over.start);
}

async function oversOf(table: Table, month: string) {
  const days = [...(await readDays(table, datesIn(month))).values()];
  const last = new Map<string, { readonly over: Over; readonly at: number }>();
  for (const { happened, at } of days.flat().sort((a, b) => a.at - b.at))
    if (happened.what === 'over') last.set(happened.visit, { over: happened, at });
  // What was taken back is not over.
  return [...last.values()].filter(({ over }) => isOver(over.stage));
}

/** An estimate by photos is agreed to before its visit; a car may be here since the month before. Days. */
const around = { before: 14, after: 31 } as const;

/**
 * What was agreed in the month with everybody who has, or had, a visit about that time, oldest first.
 */
export async function agreementsIn(table: Table, month: string, zone: string): Promise<readonly Agreed[]> {
  const dates = datesIn(month);
  const [first, last] = [dates[0] ?? '', dates.at(-1) ?? ''];
  const span = { from: dayBounds(first, zone).start, to: dayBounds(last, zone).end };
  const near = Array.from({ length: dates.length + around.before + around.after }, (_, index) =>
    addDays(first, index - around.before),
  );
  const [{ visits: standing }, over] = await Promise.all([
    loadFacts(table, [{ kind: 'visits', on: near }]),
    oversOf(table, month),
  ]);
  const people = new Map<string, { readonly customer: Customer; readonly visits: string[] }>();
  const note = (customer: Customer, visit: string) => {
    const known = people.get(customer.id);
    if (known) known.visits.push(visit);
    else people.set(customer.id, { customer, visits: [visit] });
  };
  for (const [visit, customer] of standing) note(customer, visit);
  await inTurn(
    over.filter(({ over: { visit } }) => !standing.has(visit)),
    async ({ over: { visit } }) => {
      const customer = await ownerOf(table, visit);
      if (customer) note(customer, visit);
    },
  );
  const agreed = await inTurn([...people.values()], async ({ customer, visits }) => {
    const rows = await readAgreementsBetween(table, [customer.id, ...customer.formerly], span);
    return rows.map((agreement): Agreed => ({ agreement, name: customer.name, visits }));
  });
  return agreed.flat().sort((a, b) => a.agreement.at - b.agreement.at);
}

async function whose(table: Table, visit: string): Promise<Pick<OverVisit, 'name' | 'car'>> {
  const customer = await ownerOf(table, visit);
  return customer ? { name: customer.name, car: await carOf(table, visit, customer) } : { name: '', car: '' };
}

async function ownerOf(table: Table, visit: string): Promise<Customer | null> {
  const owner = visitOwnerFrom(await getOne(table, visitOwnerKey(visit)));
  return owner === null ? null : readCustomer(table, owner);
}

/** As the customer's own row names it; an older visit's car stands in what was agreed about its time. */
async function carOf(table: Table, visit: string, customer: Customer): Promise<string> {
  const known = [...customer.past, ...customer.visits].find(({ id }) => id === visit);
  if (known) return known.vehicle.label;
  for (const id of [customer.id, ...customer.formerly]) {
    const { Items = [] } = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :visit)',
        ExpressionAttributeValues: { ':pk': personPk(id), ':visit': `visit#${visit}#` },
        ScanIndexForward: false,
        Limit: 1,
      }),
    );
    const row = z.object({ visit: visitSchema }).safeParse(Items[0]).data;
    if (row) return row.visit.vehicle.label;
  }
  return '';
}

/** One after the other, some at a time, in their order. */
async function inTurn<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (let from = 0; from < all.length; from += atOnce)
    done.push(...(await Promise.all(all.slice(from, from + atOnce).map(work))));
  return done;
}
