import * as z from 'zod';
import { type Address, addressKey } from '#shared/domain/address.ts';
import type { Inbound } from '#shared/domain/inbound.ts';
import { type Job, jobSchema } from '#shared/domain/job.ts';
import { keep } from './keep.ts';
import { expiry, type Key } from './table.ts';

/** What has to be done again when an inbound comes a second time: destinations to wake, the burst to end, jobs to begin. */
export type Aftermath = {
  readonly wake: readonly string[];
  readonly quiet: number | null;
  readonly jobs: readonly Job[];
};

/** `address`: its key. All that came in there lies in one partition. */
export function transcriptPk(address: string): string {
  return `L#${address}`;
}

const prefix = 'in#';

export function transcriptKey(address: Address, inboundId: string): Key {
  return { pk: transcriptPk(addressKey(address)), sk: `${prefix}${inboundId}` };
}

/** The id of the inbound that a sort key of the record names. */
export function inboundOf(sk: string): string {
  return sk.slice(prefix.length);
}

/**
 * The record of one inbound, which is also its dedupe: it is put only if it is not there, in the transaction of its
 * effect. It remembers the aftermath, so that a redelivery after a crash can finish what the first delivery began.
 */
export function transcriptItem(inbound: Inbound, aftermath: Aftermath, now: number) {
  const { event, at, from, messageId } = inbound;
  return {
    ...transcriptKey(inbound.address, inbound.id),
    event,
    at,
    from: from?.id,
    messageId: messageId ?? undefined,
    ...aftermath,
    jobs: aftermath.jobs.length > 0 ? aftermath.jobs : undefined,
    expiresAt: expiry(now, keep.transcript),
  };
}

const stored = z.object({
  wake: z.array(z.string()),
  quiet: z.number().nullable(),
  jobs: z.array(jobSchema).default([]),
});

export function aftermathFrom(item: unknown): Aftermath {
  return stored.parse(item);
}
