import { createHash } from 'node:crypto';
import type { SendFailure } from '#shared/domain/failure.ts';
import type { Inbound } from '#shared/domain/inbound.ts';
import { inboundEntry } from '#shared/runtime/entries.ts';
import type { OutboxRow } from '#shared/store/outbox.ts';
import type { Run } from './run.ts';

/**
 * Tells converse that a row did not go out, so that it decides who is to know. Before the row is ended: told twice, it is
 * the same inbound. Row and message make its id; as a hash, since a row may be named by a long id of a messenger.
 */
export async function tell(
  run: Run,
  row: OutboxRow,
  failure: SendFailure,
  already: 'held' | 'givenUp',
): Promise<void> {
  const lost = row.parts.indexOf(null);
  const part = failure.kind === 'ambiguous' && lost >= 0 ? lost : row.parts.length;
  const id = createHash('sha256').update(`${row.sk} ${part} ${already}`).digest('base64url');
  const inbound: Inbound = {
    id: `undelivered.${id}`,
    address: run.address,
    at: run.now(),
    from: null,
    messageId: null,
    event: { kind: 'undelivered', row: row.sk, part, failure, already },
  };
  await run.inbound.send(inboundEntry(inbound));
}
