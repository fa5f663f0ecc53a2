import { addressKey } from '#shared/domain/address.ts';
import type { Envelope, Inbound } from '#shared/domain/inbound.ts';
import type { DropFile, EraseJob, FetchJob, InterpretJob, Job } from '#shared/domain/job.ts';
import type { Wake } from '#shared/domain/later.ts';
import type { QueueEntry } from './queues.ts';

/** What stands on the FIFO queues, whoever puts it there. */
type OrderedEntry = QueueEntry & { readonly group: string };

/** An inbound for `inbound.fifo`: in order with all else of its address, and the same entry when it comes again. */
export function inboundEntry(inbound: Inbound): OrderedEntry {
  const group = addressKey(inbound.address);
  const body: Envelope = { v: 1, inbound };
  return { body: JSON.stringify(body), group, dedupe: `${group}/${inbound.id}` };
}

/** The wake of a destination for `outbound.fifo`; `cause` tells wakes of different causes apart. */
export function wakeEntry(destination: string, cause: string): OrderedEntry {
  const body: Wake = { v: 1, destination };
  return { body: JSON.stringify(body), group: destination, dedupe: `${destination}${cause}` };
}

/**
 * A document for `documents.fifo`. All are of one group, so that one is made at a time: a queue's worker may not be capped below
 * two instances, and on a new account, which runs ten, a fifth pair would leave none for the webhooks.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html#events-sqs-scaling-fifo
 */
export function documentEntry(job: Exclude<Job, FetchJob | EraseJob | InterpretJob>): OrderedEntry {
  return { body: JSON.stringify(job), group: 'documents', dedupe: job.id };
}

/** A question to the language model: one at a time, so that no more than one instance is ever taken from people. */
export function interpretEntry(job: InterpretJob): OrderedEntry {
  return { body: JSON.stringify(job), group: 'interpret', dedupe: job.id };
}

/** A round of an erasure, in the same line as the documents: whatever was begun for that person before is done by then. */
export function eraseEntry(job: EraseJob): OrderedEntry {
  const { id, stage, round, from, found } = job;
  const step = `${id}/${stage}/${round}/${found}/${from === null ? '' : `${from.pk}|${from.sk}`}`;
  return { body: JSON.stringify(job), group: 'documents', dedupe: step };
}

/** A stored file that belongs to somebody who was erased, for `documents.fifo`. */
export function dropFileEntry(key: string): OrderedEntry {
  const body: DropFile = { v: 1, kind: 'dropFile', key };
  return { body: JSON.stringify(body), group: 'documents', dedupe: `drop ${key}` };
}
