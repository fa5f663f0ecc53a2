import * as z from 'zod';
import type { Text } from '#shared/channels/channel.ts';
import {
  archiveJobSchema,
  chartJobSchema,
  type DocumentJob,
  documentJobSchema,
  type Fetched,
  tableJobSchema,
} from '#shared/domain/job.ts';
import type { Language } from '#shared/domain/language.ts';
import { fetchedEntry } from '#shared/runtime/fetched.ts';
import { dayFileKey, type Files, fileKey } from '#shared/runtime/files.ts';
import { addIds, log } from '#shared/runtime/logger.ts';
import type { Queue } from '#shared/runtime/queues.ts';
import { readCustomer } from '#shared/store/customer.ts';
import { readAgreement, readOrder } from '#shared/store/order.ts';
import type { Table } from '#shared/store/table.ts';
import { type ArchiveDeps, archivePart } from './archive/archive.ts';
import { createPaper } from './paper.ts';
import type { Fonts } from './pen.ts';
import { type Sheet, sheetOf } from './sheet.ts';
import { monthTable } from './tables/tables.ts';

export type DocumentsDeps = {
  readonly table: Table;
  readonly files: Pick<Files, 'put' | 'get'>;
  readonly channelOf: ArchiveDeps['channelOf'];
  readonly inbound: Pick<Queue, 'send'>;
  /** The station's words, with every day named, and sums in that currency. */
  readonly textFor: (language: Language, currency: string) => Text;
  readonly station: {
    readonly phone: string;
    readonly zone: string;
    readonly currency: string;
    readonly rules: { readonly signAbove: number | null };
  };
  readonly fonts: () => Promise<Fonts>;
  /** The program that makes pixels of vectors, as WebAssembly. */
  readonly rasterizer: () => Promise<Uint8Array>;
  readonly now: () => number;
};

/** A document that could not be made so often is given up, and whoever asked is told. */
export const mostTries = 4;

/** What the queue brings. */
const workSchema = z.discriminatedUnion('kind', [
  documentJobSchema,
  archiveJobSchema,
  tableJobSchema,
  chartJobSchema,
]);
type Work = z.infer<typeof workSchema>;

/** What was made. `ticket`: what whoever asked has to know of it beside what they said themselves. */
type Made = {
  readonly name: string;
  readonly mime: string;
  readonly content: Uint8Array;
  readonly ticket?: Readonly<Record<string, unknown>>;
  /** A picture is shown, everything else is a file. */
  readonly what?: 'photo';
};

/**
 * Takes one job: reads what it is about, makes the paper, the archive or the table, stores it and tells who asked. `tries`: how often this job
 * was taken, this time included. Throws while another try may help; the last one tells that there is no document.
 */
export function createDocuments(deps: DocumentsDeps): (body: unknown, tries: number) => Promise<void> {
  let paper: Promise<ReturnType<typeof createPaper>> | undefined;
  const draw = async (sheet: Sheet) => {
    paper ??= deps.fonts().then(createPaper);
    return (await paper)(sheet);
  };
  return async (body, tries) => {
    const job = workSchema.parse(body);
    addIds({ kind: job.kind });
    const { outcome, ticket } = tries > mostTries ? gaveUp : await handled(job, deps, draw, tries);
    log('info', 'A document was handled', {
      reason: outcome.kind === 'failed' ? outcome.why : outcome.what,
      bytes: outcome.kind === 'stored' ? outcome.bytes : null,
    });
    const told = { ...job, ticket: withFound(job.ticket, ticket) };
    await deps.inbound.send(fetchedEntry(told, outcome, deps.now()));
  };
}

type Handled = { readonly outcome: Fetched; readonly ticket?: Made['ticket'] };

const gaveUp: Handled = { outcome: { kind: 'failed', why: 'unreachable' } };

/** The ticket that went along, with what was found on the way. */
function withFound(ticket: unknown, found: Made['ticket']): unknown {
  return found && typeof ticket === 'object' ? { ...ticket, ...found } : ticket;
}

async function handled(job: Work, deps: DocumentsDeps, draw: Draw, tries: number): Promise<Handled> {
  try {
    const made = await madeFor(job, deps, draw);
    if (!made) return { outcome: { kind: 'failed', why: 'gone' } };
    const { content, mime, name, ticket, what = 'document' } = made;
    const key = job.kind === 'table' ? dayFileKey(job.id) : fileKey(job.id);
    await deps.files.put(key, { mime, content });
    const bytes = content.byteLength;
    const outcome: Fetched = { kind: 'stored', key, mime, bytes, name, what };
    return ticket ? { outcome, ticket } : { outcome };
  } catch (error) {
    if (tries < mostTries) throw error;
    log('error', 'A document could not be made', { error });
    return gaveUp;
  }
}

type Draw = (sheet: Sheet) => Promise<Uint8Array>;

/** Null where what it is about is not there (any more). */
async function madeFor(job: Work, deps: DocumentsDeps, draw: Draw): Promise<Made | null> {
  const { station } = deps;
  switch (job.kind) {
    case 'document': {
      const sheet = await written(job, deps);
      return sheet && { name: `${sheet.name}.pdf`, mime: 'application/pdf', content: await draw(sheet) };
    }
    case 'archive': {
      const textFor: ArchiveDeps['textFor'] = (language) => deps.textFor(language, station.currency);
      const part = await archivePart(job, { ...deps, textFor, zone: station.zone });
      return part && { ...part, ticket: { part: job.part, parts: part.parts, way: part.way } };
    }
    case 'table':
      return monthTable(job, { ...deps, ...station });
    case 'chart': {
      // A megabyte of code that no document needs.
      const { chartOf } = await import('./chart/chart.ts');
      const text = deps.textFor(job.language, station.currency);
      return { ...(await chartOf(job, { ...deps, text })), what: 'photo' };
    }
  }
}

/** What stands on it; null where there is no such order, agreement or estimate (any more). */
async function written(job: DocumentJob, { table, textFor, station }: DocumentsDeps): Promise<Sheet | null> {
  const { of, ref } = job;
  const [order, customer] = await Promise.all([readOrder(table, { of, ref }), readCustomer(table, of)]);
  // What was still to be signed may have been agreed to meanwhile.
  const number = job.number ?? (order?.state === 'agreed' ? (order.agreed?.number ?? null) : null);
  const found = number === null ? null : await readAgreement(table, { of, ref, number });
  const agreement = found?.agreement ?? null;
  if (!order || (number !== null && !agreement)) return null;
  const vehicle = customer?.vehicles.find(({ id }) => id === order.vehicle);
  return sheetOf(
    {
      order,
      agreement,
      word: found?.word ?? null,
      owner: customer?.name ?? '',
      car: vehicle?.label ?? agreement?.car ?? order.car,
      station,
      signAbove: station.rules.signAbove,
    },
    textFor(job.language, agreement?.currency ?? order.currency),
  );
}
