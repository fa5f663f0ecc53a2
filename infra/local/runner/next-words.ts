import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { deskAddress } from '#shared/channels/registry.ts';
import { addressKey } from '#shared/domain/address.ts';
import { agendaOf } from '#shared/flows/clock/agenda.ts';
import type { DueName } from '#shared/flows/clock/due.ts';
import type { Station } from '#shared/station/schema.ts';
import { readCustomer } from '#shared/store/customer.ts';
import { outboxPk } from '#shared/store/outbox-key.ts';
import { getOne } from '#shared/store/read.ts';
import type { Key, Table } from '#shared/store/table.ts';
import { visitOwnerFrom, visitOwnerKey } from '#shared/store/visit-owner.ts';
import type { NextRow } from './due-rows.ts';

/** What a row that falls due brings, in a few English words for the page's clock. Decides nothing. */

const ofVisit: Readonly<Record<DueName, string>> = {
  remindDay: 'reminder of the visit',
  remindSoon: 'second reminder of the visit',
  noShowAsk: '“where are you?”',
  release: 'not there: the desk is asked',
  tell: 'news for the owner',
  tellMoved: 'new time for the owner',
  newsWarn: 'news is promised: the desk is warned',
  newsTell: 'news is late: the owner is told',
  readyWarn: 'ready is promised: the desk is warned',
  readyTell: 'ready is late: the owner is told',
  dayClose: 'the day closes with the car here',
  readyWaits: 'the car waits to be collected',
  readyCall: 'not collected: the desk calls',
};

/** By what a timer's name begins with, the longer beginnings first. */
const byName: readonly (readonly [string, string])[] = [
  ['feedback#', '“how was the visit?”'],
  ['service#', 'the next service is due'],
  ['estimate#nudge#', 'reminder of the estimate'],
  ['estimate#expire#', 'the estimate’s prices end'],
  ['waitlist#', 'a free time for who waits'],
  ['report#', 'an unfinished report'],
  ['handover#silence', 'the bot takes the talk back'],
  ['handover#', 'somebody waits for a person'],
  ['desk.digest', 'the week in figures'],
];

/** `group`: an answer to an advisor waits until the group takes more. */
export type Told = { readonly what: string; readonly group: boolean };

/** In words for the page, never in the person's language; null for a row that nobody looks out for. */
export async function wordsOfDue(
  { table: name, row }: NextRow,
  client: DynamoDBClient,
): Promise<Told | null> {
  const table = { client: DynamoDBDocumentClient.from(client), name };
  if (row.pk.startsWith(outboxPk(''))) return waitingWords(row, table);
  const known = byName.find(([start]) => row.sk.startsWith(start));
  if (known) return { what: known[1], group: false };
  // Loaded late: wrong data of a station is told in words, elsewhere.
  const { station } = await import('#shared/station/station.ts');
  return { what: (await visitWords(row, table, station)) ?? 'something of the bot’s own', group: false };
}

/** Only an answer to an advisor is missed. What was said elsewhere comes to the group by and by. */
async function waitingWords(row: Key, table: Table): Promise<Told | null> {
  const waiting = outboxRow.safeParse(await getOne(table, row)).data;
  const group = row.pk === outboxPk(addressKey(deskAddress)) && waiting !== undefined;
  return group ? { what: 'the group takes more messages', group } : null;
}

const outboxRow = z.object({ priority: z.enum(['danger', 'person', 'answer']) });

/** The timer of a visit's clock says whose it is; what it brings is read from the visit, as the bot will. */
async function visitWords(row: Key, table: Table, station: Station): Promise<string | null> {
  const timer = visitTimer.safeParse(await getOne(table, row)).data;
  if (!timer) return null;
  const { visit: id } = timer.data;
  const owner = visitOwnerFrom(await getOne(table, visitOwnerKey(id)));
  const customer = owner === null ? null : await readCustomer(table, owner);
  const visit = customer?.visits.find((one) => one.id === id);
  const first = customer && visit ? agendaOf(visit, { customer, station })[0] : undefined;
  return first && visit ? `${visit.vehicle.short}: ${ofVisit[first.what]}` : null;
}

const visitTimer = z.object({ data: z.object({ visit: z.string() }) });
