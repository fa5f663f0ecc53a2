import type { Text } from '#shared/channels/channel.ts';
import { type DocumentJob, documentJobSchema, type Fetched } from '#shared/domain/job.ts';
import type { Language } from '#shared/domain/language.ts';
import { fetchedEntry } from '#shared/runtime/fetched.ts';
import { type Files, fileKey } from '#shared/runtime/files.ts';
import { addIds, log } from '#shared/runtime/logger.ts';
import type { Queue } from '#shared/runtime/queues.ts';
import { readCustomer } from '#shared/store/customer.ts';
import { readAgreement, readOrder } from '#shared/store/order.ts';
import type { Table } from '#shared/store/table.ts';
import { createPaper } from './paper.ts';
import type { Fonts } from './pen.ts';
import { type Sheet, sheetOf } from './sheet.ts';

export type DocumentsDeps = {
  readonly table: Table;
  readonly files: Pick<Files, 'put'>;
  readonly inbound: Pick<Queue, 'send'>;
  /** The station's words, with every day named, and sums in that currency. */
  readonly textFor: (language: Language, currency: string) => Text;
  readonly station: { readonly phone: string; readonly rules: { readonly signAbove: number | null } };
  readonly fonts: () => Promise<Fonts>;
  readonly now: () => number;
};

/** A document that could not be made so often is given up, and whoever asked is told. */
export const mostTries = 4;

/**
 * Takes one job: reads what was proposed or agreed, makes the paper, stores it and tells who asked. `tries`: how often this job
 * was taken, this time included. Throws while another try may help; the last one tells that there is no document.
 */
export function createDocuments(deps: DocumentsDeps): (body: unknown, tries: number) => Promise<void> {
  let paper: Promise<ReturnType<typeof createPaper>> | undefined;
  const draw = async (sheet: Sheet) => {
    paper ??= deps.fonts().then(createPaper);
    return (await paper)(sheet);
  };
  return async (body, tries) => {
    const job = documentJobSchema.parse(body);
    addIds({ kind: 'document' });
    const outcome = tries > mostTries ? unreachable : await made(job, deps, draw, tries);
    log('info', 'A document was handled', {
      reason: outcome.kind === 'failed' ? outcome.why : outcome.what,
      bytes: outcome.kind === 'stored' ? outcome.bytes : null,
    });
    await deps.inbound.send(fetchedEntry(job, outcome, deps.now()));
  };
}

const unreachable: Fetched = { kind: 'failed', why: 'unreachable' };

async function made(
  job: DocumentJob,
  deps: DocumentsDeps,
  draw: (sheet: Sheet) => Promise<Uint8Array>,
  tries: number,
): Promise<Fetched> {
  try {
    const sheet = await written(job, deps);
    if (!sheet) return { kind: 'failed', why: 'gone' };
    const content = await draw(sheet);
    const key = fileKey(job.id);
    await deps.files.put(key, { mime, content });
    return {
      kind: 'stored',
      key,
      mime,
      bytes: content.byteLength,
      name: `${sheet.name}.pdf`,
      what: 'document',
    };
  } catch (error) {
    if (tries < mostTries) throw error;
    log('error', 'A document could not be made', { error });
    return unreachable;
  }
}

const mime = 'application/pdf';

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
