import { arrivalEntry } from '#shared/runtime/arrival.ts';
import { putCounterpart } from '#shared/store/counterpart.ts';
import type { OutboxRow } from '#shared/store/outbox.ts';
import { noteCarried } from '#shared/store/progress.ts';
import type { Run } from './run.ts';

/** What is written down of messages that carry somebody's words on: answers and reactions to them find their way back. */

/**
 * Notes which messages of ours a call made, right after it: `completes` are the numbers of the row's messages, `ids` the
 * messenger's. A correction changes a message that is known already.
 */
export async function noteSent(
  run: Run,
  row: OutboxRow,
  completes: readonly number[],
  ids: readonly string[],
): Promise<void> {
  const asks = row.messages.some((message) => message.kind === 'say' && message.asks);
  if (row.source === null && !asks) return;
  const each = ids.length === completes.length;
  const noted = ids.map(async (id, at) => {
    const messages = each ? completes.slice(at, at + 1) : completes;
    if (row.messages.some((message) => message.kind === 'relay' && message.target === id)) return;
    const pieces = row.pieces.filter(({ message }) => messages.includes(message));
    const [only, ...more] = new Set(pieces.map((piece) => piece.row));
    const owner = only !== undefined && more.length === 0 ? only : row.sk;
    const counterpart = { how: 'sent', destination: run.destination, row: owner } as const;
    await putCounterpart(run.table, run.destination, id, counterpart, run.now());
    for (const piece of pieces)
      if (piece.row !== row.sk) await noteCarried(run.table, run.destination, piece.row, id);
  });
  await Promise.all(noted);
}

/** Tells whoever wrote it that a row is with its receiver's messenger. Before the row is ended: told twice, it is the same. */
export async function tellArrival(run: Run, row: OutboxRow): Promise<void> {
  if (!row.source?.tells) return;
  const { tells } = row.source;
  const { destination } = run;
  await run.inbound.send(arrivalEntry({ tells, destination, row: row.sk, rung: 'sent', at: run.now() }));
}
