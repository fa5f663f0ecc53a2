import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { HappenedAt } from '#shared/domain/digest.ts';
import type { Change } from '#shared/domain/facts.ts';
import { happenedSchema } from '#shared/domain/happened.ts';
import { readPartition } from './read.ts';
import { expiry, type Key, type Table } from './table.ts';

/** What happened on a station day, for the owner's figures: one row each, none of which tells who it was. */
function dayPk(date: string): string {
  return `S#${date}`;
}

/** Two years and a month: last year's week is there to compare with. Seconds. */
const kept = 760 * 24 * 60 * 60;

export function happenedItem(
  { date, name, happened }: Pick<Extract<Change, { kind: 'happened' }>, 'date' | 'name' | 'happened'>,
  now: number,
) {
  const key: Key = { pk: dayPk(date), sk: name };
  return { ...key, happened, at: now, expiresAt: expiry(now, kept) };
}

/** Writes it outside of any decision; written twice, it says the same. */
export async function putHappened(
  table: Table,
  change: Parameters<typeof happenedItem>[0],
  now: number,
): Promise<void> {
  await table.client.send(new PutCommand({ TableName: table.name, Item: happenedItem(change, now) }));
}

const stored = z.object({ happened: happenedSchema, at: z.number() });

/** All of one station day, as far as this version knows it, in no order of time. */
export async function readHappened(table: Table, date: string): Promise<readonly HappenedAt[]> {
  const items = await readPartition(table, dayPk(date), false);
  return items.flatMap((item) => stored.safeParse(item).data ?? []);
}

/** Days asked for at the same time. */
const atOnce = 16;

/** Several days, by their dates. */
export async function readDays(
  table: Table,
  dates: readonly string[],
): Promise<ReadonlyMap<string, readonly HappenedAt[]>> {
  const days = new Map<string, readonly HappenedAt[]>();
  for (let from = 0; from < dates.length; from += atOnce) {
    const some = dates.slice(from, from + atOnce);
    const read = await Promise.all(some.map((date) => readHappened(table, date)));
    for (const [index, date] of some.entries()) days.set(date, read[index] ?? []);
  }
  return days;
}
