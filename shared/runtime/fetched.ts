import type { Inbound } from '#shared/domain/inbound.ts';
import type { Fetched, FetchJob } from '#shared/domain/job.ts';
import { inboundEntry } from './entries.ts';
import { fileKey } from './files.ts';

/** A job whose outcome somebody waits for. */
type Told = Pick<FetchJob, 'id' | 'tell' | 'ticket'>;

/**
 * What became of a job, for whoever began it: an entry for `inbound.fifo`. The job's id names it, so that told twice it is the same
 * inbound. `at`: epoch milliseconds.
 */
export function fetchedEntry({ id, tell, ticket }: Told, outcome: Fetched, at: number) {
  const inbound: Inbound = {
    id: `fetched#${fileKey(id).slice(-32)}`,
    address: tell,
    at,
    from: null,
    messageId: null,
    event: { kind: 'fetched', outcome, ticket },
  };
  return inboundEntry(inbound);
}
