import * as z from 'zod';
import { purposeSchema } from '#shared/domain/consent.ts';
import { type Customer, type Visit, visitSchema } from '#shared/domain/customer.ts';
import { addressesOf } from '#shared/domain/identity.ts';
import { languageSchema } from '#shared/domain/language.ts';
import { type Agreement, agreementSchema } from '#shared/domain/order/agreement.ts';
import { type Report, reportSchema, type StoredFile, storedFileSchema } from '#shared/domain/report.ts';
import { stageSchema } from '#shared/domain/visit/stage.ts';
import { isPointer, residentFrom, residentKey } from './conversation.ts';
import { personPk, readCustomer } from './customer.ts';
import { type HistoryEntry, readHistory } from './history.ts';
import { getOne, readPartition } from './read.ts';
import type { Table } from './table.ts';

/** All that is kept of one person, for the archive that they take with them. Read row by row; what is no kind of these is not theirs to read. */

const ledgerSchema = z.object({
  agreed: z.enum(['booked', 'moved', 'cancelled']),
  visit: visitSchema,
  at: z.number(),
});
const overSchema = z.object({ visit: visitSchema, stage: stageSchema, at: z.number() });
const consentRow = z.object({
  purpose: purposeSchema,
  given: z.boolean(),
  wording: z.string(),
  language: languageSchema,
  at: z.number(),
  /** Id of the inbound that was the answer. */
  inbound: z.string().default(''),
});

/** What was agreed about a visit's time, each once, oldest first. `over`: how it went, once it is over; null for one of an older version. */
export type VisitLedger = {
  readonly visit: Visit;
  readonly entries: readonly Agreed[];
  readonly over: z.infer<typeof overSchema> | null;
};
type Agreed = {
  readonly agreed: z.infer<typeof ledgerSchema>['agreed'];
  readonly at: number;
  readonly start: number;
};

export type Kept = {
  readonly customer: Customer;
  /** By visit, in order of their starts; as it was agreed last, or as it ended. */
  readonly visits: readonly VisitLedger[];
  /** Oldest first, as are all lists here. */
  readonly agreements: readonly Agreement[];
  readonly consents: readonly z.infer<typeof consentRow>[];
  readonly reports: readonly Report[];
  /** What they sent, in the station's store. */
  readonly files: readonly StoredFile[];
  /** Keys of archives that were made before: none holds another. */
  readonly archives: readonly string[];
  readonly talks: readonly Talk[];
};

/** What was said at one address while it was theirs. */
export type Talk = { readonly address: string; readonly entries: readonly HistoryEntry[] };

/** Nobody writes so much in the days that a talk is kept. Of each address, each way. */
const mostRows = 20_000;

/** What is kept of a customer, as far as it is not younger than `until`; null where there is no such person (any more). */
export async function readKept(table: Table, id: string, until: number): Promise<Kept | null> {
  const customer = await readCustomer(table, id);
  if (!customer) return null;
  const own = await Promise.all([customer.id, ...customer.formerly].map((one) => rowsOf(table, one)));
  const rows = own.flat();
  const read = <T extends { readonly at: number }>(prefix: string, schema: z.ZodType<T>): readonly T[] =>
    rows
      .filter(({ sk }) => sk.startsWith(prefix))
      .flatMap((row) => schema.safeParse(row).data ?? [])
      .filter(({ at }) => at <= until)
      .sort((a, b) => a.at - b.at);
  const files = read('file#', storedFileSchema);
  const talks = await Promise.all(addressesOf(customer).map((address) => talksAt(table, address, until)));
  return {
    customer,
    visits: byVisit(read('visit#', ledgerSchema), read('over#', overSchema)),
    agreements: read('agreed#', agreementSchema),
    consents: read('consent#', consentRow),
    reports: read('report#', reportSchema),
    files: files.filter(({ what }) => what !== 'archive'),
    archives: files.filter(({ what }) => what === 'archive').map(({ key }) => key),
    talks: talks.flat(),
  };
}

function byVisit(
  rows: readonly z.infer<typeof ledgerSchema>[],
  ends: readonly z.infer<typeof overSchema>[],
): readonly VisitLedger[] {
  const visits = new Map(
    ends.map((over): [string, VisitLedger] => [over.visit.id, { visit: over.visit, entries: [], over }]),
  );
  for (const { agreed, visit, at } of rows) {
    const { entries = [], over = null } = visits.get(visit.id) ?? {};
    const entry = { agreed, at, start: visit.start };
    visits.set(visit.id, { visit: over?.visit ?? visit, entries: [...entries, entry], over });
  }
  return [...visits.values()].sort((a, b) => a.visit.start - b.visit.start);
}

/** At an address, and at the one where the same talk was before the person's own address changed. */
async function talksAt(table: Table, address: string, until: number): Promise<readonly Talk[]> {
  const resident = residentFrom(await getOne(table, residentKey(address)));
  if (!resident || isPointer(resident)) return [];
  const { since, movedFrom } = resident;
  const here = await talkIn(table, address, since, until);
  if (movedFrom === null || movedFrom === address) return [here];
  const before = residentFrom(await getOne(table, residentKey(movedFrom)));
  // Whoever writes from there since it was given up is somebody else.
  const shows = before && isPointer(before) && before.movedTo === address;
  if (!shows) return [here];
  return [await talkIn(table, movedFrom, since, Math.min(until, before.left ?? until)), here];
}

/** What was said there before it was theirs is another person's. */
async function talkIn(table: Table, address: string, since: number, until: number): Promise<Talk> {
  const { entries } = await readHistory(table, address, mostRows);
  return { address, entries: entries.filter(({ at }) => at >= since && at <= until) };
}

const row = z.looseObject({ sk: z.string() });

async function rowsOf(table: Table, customer: string): Promise<readonly z.infer<typeof row>[]> {
  return (await readPartition(table, personPk(customer))).map((item) => row.parse(item));
}
